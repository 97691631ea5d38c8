/** Who asks: what they may do and which language they read, as Slack says it. */
import { messagesFor } from "../../src/locale/locale.ts";
import type { Clock, Log } from "../../src/ports.ts";
import { readFault } from "./fault.ts";
import type { Call } from "./sdk.ts";

export interface Person {
  readonly admin: boolean;
  readonly locale: string;
}

export interface People {
  /** Never fails: of whom Slack tells nothing, nothing is allowed. */
  find(user: string): Promise<Person>;
  /** The language to begin in, before Slack has been asked. */
  guessLocale(user: string): string;
}

export interface PeopleParts {
  readonly call: Call;
  /** Slack's id of the workspace, if there may be several. */
  readonly team: string;
  /** Of those whom Slack tells nothing of. */
  readonly locale: string;
  readonly clock: Clock;
  readonly log: Log;
  /** A person waits for the answer meanwhile. */
  readonly patienceMs: number;
}

/** An admin who was made one, or is none any more, is known as such after this. */
const HOLD_MS = 3 * 60_000;
const MOST = 1_000;

interface Known extends Person {
  readonly until: number;
}

/** What Slack tells of somebody. */
interface Told {
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly locale?: string;
  readonly team_id?: string;
  readonly is_stranger?: boolean;
  readonly enterprise_user?: { readonly teams?: readonly string[] };
}

/** In a channel that is shared with another workspace its people are seen as well, and its admins are none here. */
const isMember = ({ team_id: home, is_stranger: stranger, enterprise_user: user }: Told, team: string): boolean =>
  !stranger && (team === "" || home === undefined || home === team || user?.teams?.includes(team) === true);

export function createPeople({ call, team, locale, clock, log, patienceMs }: PeopleParts): People {
  const known = new Map<string, Known>();
  const stranger: Person = { admin: false, locale };

  async function ask(user: string): Promise<Person> {
    const { user: told } = (await call("users.info", { user, include_locale: true })) as {
      readonly user?: Told;
    };
    if (!told) return stranger;
    const admin = Boolean(told.is_admin || told.is_owner) && isMember(told, team);
    const person = { admin, locale: told.locale || locale };
    if (known.size >= MOST) known.clear();
    known.set(user, { ...person, until: clock.now().getTime() + HOLD_MS });
    return person;
  }

  return {
    guessLocale: (user) => messagesFor(known.get(user)?.locale ?? locale).locale,
    find: async (user) => {
      const person = known.get(user);
      if (person && person.until > clock.now().getTime()) return person;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<Person>((resolve) => {
        timer = setTimeout(resolve, patienceMs, stranger);
      });
      const asked = ask(user).catch((cause: unknown) => {
        log.warn({ fault: readFault(cause) }, "slack does not say who asks; taken for no admin");
        return stranger;
      });
      return Promise.race([asked, patience]).finally(() => clearTimeout(timer));
    },
  };
}

/** One workspace: its token, and what is asked and posted there. What is remembered of people and posts is its own. */
import { JuyaoError } from "../../src/errors.ts";
import { messagesFor } from "../../src/locale/locale.ts";
import type { Host, PlatformOptions } from "../../src/platform.ts";
import { NAME } from "./access.ts";
import { type Answers, createAnswers } from "./answers.ts";
import { createPeople } from "./people.ts";
import { createPoster, type Poster } from "./post.ts";
import type { Call, Respond, SlackSdk } from "./sdk.ts";

export interface Workspace {
  /** Slack's id; empty for the only one. */
  readonly team: string;
  /** Slack's id of a channel or a user → `slack:C1`, or `slack:T1/C1`. */
  readonly toAddress: (id: string) => string;
  readonly call: Call;
  readonly poster: Poster;
  readonly answers: Answers;
}

/** Those that are connected. */
export interface Workspaces {
  /** Where something comes from; undefined if the app is not installed there (any more). */
  from(team: string): Workspace | undefined;
  /** Where an address lies. Throws `post-not-installed`. */
  at(address: string): Workspace;
  /** Where this is our bot. */
  ofBot(user: string): Workspace | undefined;
  /** With which token a post to it is made. */
  tokenOf(workspace: Workspace): string;
  /** The token was refused; returns what the post ends with. */
  refuse(workspace: Workspace, token: string, cause: JuyaoError): JuyaoError;
}

export interface WorkspaceParts {
  readonly call: SlackSdk["call"];
  readonly host: Host;
  readonly options: PlatformOptions;
  readonly userMs: number;
  /** Before a second try, and before looking whether a message has arrived. */
  readonly settle: () => Promise<void>;
}

/** `token` is asked for each call, since it may change. */
export function createWorkspace(
  { call: callWith, host, options, userMs, settle }: WorkspaceParts,
  { team, token, toAddress }: { team: string; token: () => string; toAddress: (id: string) => string },
): Workspace {
  const { locale, clock, log } = options;
  const call: Call = (method, args) => callWith(token(), method, args);
  const people = createPeople({ call, team, locale, clock, log, patienceMs: userMs });
  return {
    ...{ team, toAddress, call },
    poster: createPoster({ call, settle }),
    answers: createAnswers({ call, toAddress, host, people, log, pause: settle }),
  };
}

export const notInstalled = (address: string, cause?: unknown): JuyaoError =>
  new JuyaoError("post-not-installed", { cause, detail: { channel: address } });

/** Somebody where the app is not installed any more is told so: the answer needs no token. */
export async function decline(
  asked: { readonly team: string; acknowledge(): Promise<void>; readonly respond?: Respond | undefined },
  { locale, log }: PlatformOptions,
): Promise<void> {
  await asked.acknowledge();
  const sentence = messagesFor(locale).errors["post-not-installed"]({ channel: `${NAME}:${asked.team}` });
  const said = { response_type: "ephemeral", replace_original: false, text: sentence };
  await asked.respond?.(said).catch(() => log.warn({ team: asked.team }, "an answer was not shown"));
}

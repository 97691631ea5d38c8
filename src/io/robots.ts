/** What a site's robots.txt says of its pages (RFC 9309). The only file that names robots-parser. */
import robotsModule, { type Robot } from "robots-parser";
import { JuyaoError } from "../errors.ts";
import type { Clock, Fetch } from "../ports.ts";

/** The package is a CommonJS function whose types say that it is a module with a default. */
const parseRobots = robotsModule as unknown as (url: string, text: string) => Robot;

export interface RobotsOptions {
  readonly userAgent: string;
  readonly clock: Clock;
}

/** What could not be asked is, by RFC 9309, a no; but one that may change, so it keeps its own name. */
interface Rules {
  readonly answer: Robot | JuyaoError;
  readonly until: number;
}

const HOUR = 3_600_000;
/** How long an answer holds, and how long no answer. */
const HOLDS = { answer: 24 * HOUR, failure: HOUR };
/** Bytes beyond this are not read, as RFC 9309 allows. */
const MAX_BYTES = 500 * 1024;
/** A site that refuses the file, does not have it or sends one in circles for it has no rules. */
const NO_RULES: readonly string[] = ["http-not-found", "http-gone", "http-forbidden", "http-refused", "http-redirects"];

/**
 * Asks the robots.txt of the site before a page is fetched. Throws `http-robots` if it says no, and for an hour what it
 * failed with if it could not be read. Feeds go through.
 */
export function withRobots(fetch: Fetch, { userAgent, clock }: RobotsOptions): Fetch {
  const known = new Map<string, Promise<Rules>>();

  async function ask(origin: string, signal: AbortSignal | undefined): Promise<Rules> {
    const url = `${origin}/robots.txt`;
    const now = clock.now().getTime();
    try {
      const { body } = await fetch(url, { signal });
      const text = new TextDecoder().decode(body.subarray(0, MAX_BYTES));
      return { answer: parseRobots(url, text), until: now + HOLDS.answer };
    } catch (error) {
      if (!(error instanceof JuyaoError)) throw error;
      if (NO_RULES.includes(error.code)) return { answer: parseRobots(url, ""), until: now + HOLDS.answer };
      return { answer: error, until: now + (error.retryAfterMs ?? HOLDS.failure) };
    }
  }

  async function rulesOf(origin: string, signal: AbortSignal | undefined): Promise<Rules> {
    const before = known.get(origin);
    const rules = before && (await before);
    if (rules && rules.until > clock.now().getTime()) return rules;
    const asked = ask(origin, signal);
    known.set(origin, asked);
    // An abort is nobody's answer.
    asked.catch(() => known.delete(origin));
    return asked;
  }

  return async (address, options) => {
    if (options?.purpose !== "page" || !URL.canParse(address)) return fetch(address, options);
    const { origin, host } = new URL(address);
    const { answer } = await rulesOf(origin, options.signal);
    if (answer instanceof JuyaoError) throw answer;
    if (answer.isAllowed(address, userAgent) === false) throw new JuyaoError("http-robots", { detail: { host } });
    return fetch(address, options);
  };
}

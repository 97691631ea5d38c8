/** What went wrong at Discord → what we say of it. */
import { type ErrorCode, JuyaoError } from "../../src/errors.ts";

/** Discord's own codes, as far as a person can do something about them. */
const ERRORS: Readonly<Record<number, ErrorCode>> = {
  10003: "post-channel-gone",
  10004: "post-not-member",
  10013: "post-channel-gone",
  50001: "post-not-member",
  50007: "post-dm-closed",
  50013: "post-not-member",
};

export const THREAD_EXISTS = 160_004;
export const UNKNOWN_INTERACTION = 10_062;
/** The gateway's close code for a token that it refuses; the REST API answers 401. */
export const AUTHENTICATION_FAILED = 4004;
export const ALREADY_ANSWERED = 40_060;

/** How long to wait where Discord asks us to and does not say how long. */
const UNTOLD_WAIT_MS = 5_000;

/** An answer that is none: a proxy's page, or nothing. The request may have been heard. */
class NoAnswer extends Error {}

/** What a request ended with, without its address and body: they may hold the token of an interaction. */
export class RestError extends Error {
  /** HTTP status, if Discord refused; absent where nobody knows whether the request was heard. */
  readonly status: number | undefined;
  /** Discord's own code. */
  readonly code: number | undefined;
  /** Set if we were asked to wait. */
  readonly waitMs: number | undefined;

  constructor(foreign: unknown) {
    const { message, status, code, retryAfter, timeToReset } = foreign as Record<string, unknown>;
    const isLimit = typeof retryAfter === "number" && typeof timeToReset === "number";
    super(isLimit ? "asked to wait" : String(message));
    this.name = "RestError";
    if (isLimit) this.waitMs = retryAfter > 0 ? Math.max(retryAfter, timeToReset) : UNTOLD_WAIT_MS;
    if (typeof status !== "number" || status < 400 || status >= 500) return;
    this.status = status;
    if (typeof code === "number") this.code = code;
  }
}

export const hasCode = (error: unknown, code: number): boolean => error instanceof RestError && error.code === code;
export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof RestError && error.status === status;

/** True if it may have been heard all the same. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof RestError && error.waitMs === undefined && error.status === undefined);

/** The error for a channel `discord:1`. */
export function toPostError(cause: unknown, channel: string): JuyaoError {
  if (cause instanceof JuyaoError) return cause;
  const detail = { channel };
  if (!(cause instanceof RestError)) return new JuyaoError("post-failed", { cause, detail });
  const { status, code = 0, waitMs } = cause;
  if (waitMs !== undefined) return new JuyaoError("post-rate-limited", { cause, detail, retryAfterMs: waitMs });
  return new JuyaoError(status === 401 ? "post-token-refused" : (ERRORS[code] ?? "post-failed"), { cause, detail });
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** For requests that may be made twice: made again, a little later, when nobody knows how they ended. */
export async function insist<T>(request: () => Promise<T>, waitsMs: readonly number[]): Promise<T> {
  for (const wait of waitsMs) {
    try {
      return await request();
    } catch (error) {
      if (!isUnknown(error)) throw error;
      await sleep(wait);
    }
  }
  return request();
}

/** The JSON that Discord answers with; throws NoAnswer if it has not the field that tells it is Discord's. */
export async function askFor<T>(asked: Promise<unknown>, isIt: (answer: T) => boolean): Promise<T> {
  const answer = (await asked) as T;
  if (typeof answer !== "object" || answer === null || !isIt(answer)) throw new NoAnswer("no answer of Discord's");
  return answer;
}

/** What is tried until it succeeds, and the one connection of Socket Mode that is kept open. */
import type { JuyaoError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { readFault } from "./fault.ts";
import type { Socket } from "./sdk.ts";

export interface SocketPace {
  /** One that has not been greeted by then never will be. */
  readonly openMs: number;
  /** One that is lost sooner counts as not opened: else a connection that drops at once would be opened without end. */
  readonly steadyMs: number;
  /** Waits between failures: doubled each time, up to the second. */
  readonly retryMs: readonly [first: number, last: number];
}

interface Trying {
  readonly pace: SocketPace;
  readonly log: Log;
  /** Ends all of it. */
  readonly signal: AbortSignal;
  /** What only a person can mend; undefined for what passes. */
  readonly toFailure: (cause: unknown) => JuyaoError | undefined;
}

export interface SocketParts extends Trying {
  readonly create: () => Socket;
  readonly onOpen: () => void;
}

/** Resolves after so long, or once the signal is given. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
  });
}

/** How long to wait after so many failures in a row, the last of them with this cause. */
function waitAfter(failures: number, [first, last]: SocketPace["retryMs"], cause?: unknown): number {
  const fault = cause === undefined ? undefined : readFault(cause);
  const asked = fault?.kind === "rate-limited" ? fault.waitMs : 0;
  return failures === 0 ? 0 : Math.max(asked, Math.min(last, first * 2 ** (failures - 1)));
}

/** Throws what only a person can mend. */
function noteFailure({ toFailure, log }: Trying, cause: unknown, failures: number): void {
  const failure = toFailure(cause);
  if (failure) throw failure;
  log.warn({ fault: readFault(cause), failures }, "slack cannot be reached; trying on");
}

export async function tryUntilDone(parts: Trying & { readonly act: () => Promise<void> }): Promise<void> {
  const { act, pace, signal } = parts;
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await act();
    } catch (cause) {
      noteFailure(parts, cause, failures);
      await pause(waitAfter(failures, pace.retryMs, cause), signal);
    }
  }
}

const endOf = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

/** Throws what the opening fails with, or that it took too long. */
async function openInTime(socket: Socket, { pace, signal }: SocketParts): Promise<void> {
  const enough = new AbortController();
  const late = pause(pace.openMs, AbortSignal.any([signal, enough.signal])).then(() => {
    if (!enough.signal.aborted) throw new Error("not connected in time");
  });
  await Promise.race([socket.open(), late]).finally(() => enough.abort());
}

/**
 * Keeps one connection open; the next is opened before Slack takes the last one away. Resolves once the signal is given,
 * rejects with a JuyaoError when nothing but a person helps.
 */
export async function keepConnected(parts: SocketParts): Promise<void> {
  const { create, pace, log, signal, onOpen } = parts;
  const stopped = endOf(signal);
  for (let failures = 0; !signal.aborted; ) {
    const socket = create();
    const began = performance.now();
    try {
      await openInTime(socket, parts);
      onOpen();
      log.info({}, "connected to slack");
      await Promise.race([socket.ending, stopped]);
      if (signal.aborted) return socket.close();
      failures = performance.now() - began < pace.steadyMs ? 1 : 0;
      await pause(waitAfter(failures, pace.retryMs), signal);
    } catch (cause) {
      socket.close();
      if (signal.aborted) return;
      failures += 1;
      noteFailure(parts, cause, failures);
      await pause(waitAfter(failures, pace.retryMs, cause), signal);
    }
  }
}

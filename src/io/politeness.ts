/** Queues before the network: one request at a time to a host, a pause between them, and so many hosts at once. */
import { setTimeout as sleep } from "node:timers/promises";
import { type ErrorCode, JuyaoError } from "../errors.ts";

export interface PolitenessOptions {
  /** Requests at once, over all hosts. */
  readonly concurrency: number;
  readonly hostPauseMs: number;
}

export interface Politeness {
  /**
   * Runs the task when it is its turn. Rejects with the signal's reason if that comes first. A host that asks to be left
   * alone, or that was silent too often, is: until then its tasks fail unrun, with `http-rate-limited` or `http-timeout`.
   */
  run<T>(host: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}

interface Semaphore {
  acquire(signal: AbortSignal): Promise<void>;
  release(): void;
}

interface Lane {
  readonly turn: Semaphore;
  /** Tasks that run or wait. */
  users: number;
  /** When its pause ends, on the clock of `performance.now()`. */
  readyAt: number;
  /** Until when it is left alone, on the same clock. */
  coolUntil: number;
  /** What its tasks fail with until then. */
  coolCode: ErrorCode;
  /** Timeouts in a row. */
  silences: number;
}

/** Idle lanes are forgotten only when there are so many. */
const LANES_KEPT = 256;
/** Thirty articles at a host that hangs would else hold up a round of gathering for ten minutes. */
const MAX_SILENCES = 3;
const SILENT_PAUSE_MS = 5 * 60_000;

function createSemaphore(limit: number): Semaphore {
  let free = limit;
  const waiting = new Set<() => void>();
  return {
    acquire: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (free > 0) {
          free--;
          return resolve();
        }
        const enter = () => {
          signal.removeEventListener("abort", leave);
          resolve();
        };
        const leave = () => {
          waiting.delete(enter);
          reject(signal.reason);
        };
        waiting.add(enter);
        signal.addEventListener("abort", leave, { once: true });
      }),
    release: () => {
      const [next] = waiting;
      if (next === undefined) {
        free++;
      } else {
        waiting.delete(next);
        next();
      }
    },
  };
}

/** Throws what a host that is left alone for longer has earned. */
function checkCool(lane: Lane, host: string): void {
  const leftMs = Math.ceil(lane.coolUntil - performance.now());
  if (leftMs <= 0) return;
  const asked = lane.coolCode === "http-rate-limited" ? { retryAfterMs: leftMs } : {};
  throw new JuyaoError(lane.coolCode, { detail: { host }, ...asked });
}

/** Takes note of how a task ended. */
function learn(lane: Lane, error: unknown): void {
  const { code, retryAfterMs } = error instanceof JuyaoError ? error : {};
  lane.silences = code === "http-timeout" ? lane.silences + 1 : 0;
  const coolMs = retryAfterMs ?? (lane.silences >= MAX_SILENCES ? SILENT_PAUSE_MS : undefined);
  if (code === undefined || coolMs === undefined) return;
  lane.coolUntil = performance.now() + coolMs;
  lane.coolCode = code;
}

export function createPoliteness(options: PolitenessOptions): Politeness {
  const all = createSemaphore(options.concurrency);
  const lanes = new Map<string, Lane>();

  const laneOf = (host: string): Lane => {
    const known = lanes.get(host);
    if (known !== undefined) return known;
    if (lanes.size >= LANES_KEPT) {
      for (const [key, lane] of lanes) {
        const busyUntil = Math.max(lane.readyAt, lane.coolUntil);
        if (lane.users === 0 && busyUntil <= performance.now()) lanes.delete(key);
      }
    }
    const lane: Lane = {
      turn: createSemaphore(1),
      users: 0,
      readyAt: 0,
      coolUntil: 0,
      coolCode: "http-timeout",
      silences: 0,
    };
    lanes.set(host, lane);
    return lane;
  };

  const takeTurn = async <T>(lane: Lane, signal: AbortSignal, task: () => Promise<T>): Promise<T> => {
    const pause = lane.readyAt - performance.now();
    if (pause > 0) {
      await sleep(pause, undefined, { signal }).catch(() => {
        throw signal.reason;
      });
    }
    // After the pause: who waits for one host must not hold a place that another host could use.
    await all.acquire(signal);
    try {
      const result = await task();
      learn(lane, undefined);
      return result;
    } catch (error) {
      learn(lane, error);
      throw error;
    } finally {
      all.release();
      lane.readyAt = performance.now() + options.hostPauseMs;
    }
  };

  return {
    run: async (host, signal, task) => {
      const lane = laneOf(host);
      checkCool(lane, host);
      lane.users++;
      try {
        await lane.turn.acquire(signal);
        try {
          // Again: it may have asked while this one waited for its turn.
          checkCool(lane, host);
          return await takeTurn(lane, signal, task);
        } finally {
          lane.turn.release();
        }
      } finally {
        lane.users--;
      }
    },
  };
}

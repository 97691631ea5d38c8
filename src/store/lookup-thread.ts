/**
 * SQLite holds the thread that it runs in until a statement is done, and in a large archive some take longer than people
 * in a chat should wait for each other. There, look-ups get a thread of their own; a small archive answers sooner than
 * a thread is asked.
 */
import { Worker } from "node:worker_threads";
import { JuyaoError } from "../errors.ts";
import type { ArchiveQuery } from "../ports.ts";
import type { WorkerData } from "./lookup-worker.ts";
import type { Answer, Lookups, Question } from "./lookups.ts";

export interface LookupThread extends Lookups {
  /** Ends the thread; what was asked and not answered fails. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: JuyaoError) => void;
}

/** The thread begins with the first question, and keeps no process alive that has nothing else to do. */
export function createLookupThread(data: WorkerData): LookupThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;

  function settle(answer: Answer): void {
    const waiter = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker?.unref();
    if ("failed" in answer) waiter?.reject(new JuyaoError(answer.failed, answer));
    else waiter?.resolve(answer.value);
  }

  function fail(cause: unknown): void {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new JuyaoError("internal", { cause }));
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL("./lookup-worker.ts", import.meta.url), { workerData: data });
    started.on("message", settle);
    started.on("error", fail);
    started.on("exit", () => fail("the thread of look-ups has ended"));
    return started;
  }

  function ask<Name extends keyof Lookups>(name: Name, query: ArchiveQuery): ReturnType<Lookups[Name]> {
    worker ??= start();
    worker.ref();
    const question: Question = { number: ++asked, name, query };
    const answered = new Promise((resolve, reject) => waiting.set(question.number, { resolve, reject }));
    worker.postMessage(question);
    return answered as ReturnType<Lookups[Name]>;
  }

  return {
    search: (query) => ask("search", query),
    count: (query) => ask("count", query),
    breakDown: (query) => ask("breakDown", query),
    close: async () => void (await worker?.terminate()),
  };
}

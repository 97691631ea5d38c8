/** A process that only answers: reads queries from standard input, prints how long they took and what it holds. */
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { openStore } from "../../../src/store/open.ts";
import type { Asked } from "./queries.ts";

export interface Answered {
  /** Milliseconds of each query, in their order. */
  readonly newest: readonly number[];
  readonly ranked: readonly number[];
  /** The longest time that nothing else could run, in milliseconds. */
  readonly heldMs: number;
  /** Resident memory at the end, in bytes. */
  readonly rss: number;
}

const queries = JSON.parse(readFileSync(0, "utf8")) as Asked[];
const store = await openStore({ url: process.argv[2] ?? "", clock: { now: () => new Date() } });

async function time(byField: boolean): Promise<number[]> {
  const times: number[] = [];
  for (const { query } of queries) {
    const began = performance.now();
    await store.search({ ...query, byField });
    times.push(performance.now() - began);
  }
  return times;
}

await time(false);
const held = monitorEventLoopDelay({ resolution: 1 });
held.enable();
const answered: Answered = {
  newest: await time(false),
  ranked: await time(true),
  heldMs: held.max / 1e6,
  rss: process.memoryUsage().rss,
};
process.stdout.write(JSON.stringify(answered));
await store.close();

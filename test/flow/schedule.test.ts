/** node-cron itself, on fake timers; replicas are schedules of their own over stores of their own on one file. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { gather } from "../../src/flow/gather.ts";
import { type PublishParts, resume } from "../../src/flow/publish.ts";
import { createSchedule, type Job, lastDue, nextTimes, type Schedule } from "../../src/flow/schedule.ts";
import { createSlots, jobsOf } from "../../src/flow/slot.ts";
import type { Store } from "../../src/ports.ts";
import { channelNamed, createWorld, feedNamed, flowParts, recordingAdapter, rss, SILENT } from "./world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Fake timers move it. */
const clock = { now: () => new Date(), advance: () => {} };

describe("times of a schedule", () => {
  it("the latest that was due, looking back so far", () => {
    const now = new Date("2026-11-20T03:30:00Z");
    expect(lastDue("0 9 * * *", "Asia/Shanghai", now, 24 * HOUR)?.toISOString()).toBe("2026-11-20T01:00:00.000Z");
    expect(lastDue("0 9 * * 1", "Asia/Shanghai", now, 24 * HOUR)).toBeUndefined();
  });

  it("the next ones", () => {
    const times = nextTimes("0 9 * * *", "Asia/Shanghai", 3);
    expect(times).toHaveLength(3);
    expect(times.every((time) => time.toISOString().endsWith("T01:00:00.000Z"))).toBe(true);
  });
});

describe("a schedule", () => {
  let schedule: Schedule;
  let ran: string[];
  const jobNamed = (name: string, more: Partial<Job> = {}): Job => ({
    ...{ name, cron: "0 * * * *", timezone: "UTC", run: async (slot) => void ran.push(`${name} ${slot}`) },
    ...more,
  });

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2026-11-20T00:30:00Z") });
    ran = [];
    schedule = createSchedule(SILENT, async () => true);
  });
  afterEach(() => {
    schedule.stop();
    vi.useRealTimers();
  });

  it("makes up for the latest of the runs that the machine slept through, once", async () => {
    schedule.set([jobNamed("a")]);
    vi.setSystemTime(new Date("2026-11-20T05:20:00Z"));
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(ran).toEqual(["a 2026-11-20T05:00:00Z", "a 2026-11-20T06:00:00Z"]);
  });

  it("does not forget, when it is set anew, that a job is due in this moment or still runs", async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const slow = jobNamed("slow", {
      run: async (slot) => {
        ran.push(`slow ${slot}`);
        await held;
      },
    });
    schedule.set([slow]);
    vi.setSystemTime(new Date("2026-11-20T01:00:00Z"));
    schedule.set([slow]);
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    schedule.set([slow]);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(ran).toEqual(["slow 2026-11-20T01:00:00Z"]);
    release();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(ran).toHaveLength(2);
  });

  it("does what the latest job of a name says, and nothing once it is taken off", async () => {
    schedule.set([jobNamed("a")]);
    schedule.set([jobNamed("a", { run: async () => void ran.push("changed") })]);
    await vi.advanceTimersByTimeAsync(HOUR);
    schedule.set([]);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(ran).toEqual(["changed"]);
  });

  it("runs what one replica shall run all the same if nobody can say which, and logs it", async () => {
    const warned: object[] = [];
    const log = { ...SILENT, warn: (fields: object) => void warned.push(fields) };
    const doubting = createSchedule(log, () => Promise.reject(new Error("no store")));
    doubting.set([jobNamed("a", { onOneReplica: true })]);
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    doubting.stop();
    expect(ran).toHaveLength(2);
    expect(warned).toMatchObject([{ run: "a:2026-11-20T01:00:00.000Z" }, { run: "a:2026-11-20T02:00:00.000Z" }]);
  });

  it("leaves out a time that the clocks jump over, and does not repeat one that they pass twice", async () => {
    const sydney = { cron: "15 2 * * *", timezone: "Australia/Sydney" };
    vi.setSystemTime(new Date("2026-10-02T12:00:00Z"));
    schedule.set([jobNamed("spring", sydney)]);
    await vi.advanceTimersByTimeAsync(72 * HOUR);
    schedule.set([]);
    vi.setSystemTime(new Date("2026-04-03T12:00:00Z"));
    schedule.set([jobNamed("autumn", sydney)]);
    await vi.advanceTimersByTimeAsync(72 * HOUR);
    expect(ran).toEqual([
      "spring 2026-10-02T16:15:00Z",
      "spring 2026-10-04T15:15:00Z",
      "autumn 2026-04-03T15:15:00Z",
      "autumn 2026-04-04T16:15:00Z",
      "autumn 2026-04-05T16:15:00Z",
    ]);
  });
});

const MEMORY = "/dev/shm";
const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "juyao-replicas-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The process was killed: whoever waits for the store waits for ever. */
const killedAt = (store: Store, step: keyof Store, when: "before" | "after"): Store => {
  let dead = false;
  return new Proxy(store, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== "function") return call;
      return async (...given: unknown[]) => {
        if (name === step && when === "before") dead = true;
        if (dead) return new Promise(() => {});
        const result: unknown = await call.apply(target, given);
        if (name === step) dead = true;
        return dead ? new Promise(() => {}) : result;
      };
    },
  });
};

describe("two replicas over one database", () => {
  const channel = channelNamed("test:c", { timezone: "UTC", crons: ["10 1 * * *"] });
  const feed = feedNamed("a");
  let opened: Store[];
  let schedules: Schedule[];
  let posts: string[];
  let rounds: string[];
  let count = 0;

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2026-11-20T00:10:00Z") });
    [opened, schedules, posts, rounds] = [[], [], [], []];
    count++;
  });
  afterEach(async () => {
    for (const schedule of schedules) schedule.stop();
    vi.useRealTimers();
    await Promise.all(opened.map((store) => store.close()));
  });

  const world = createWorld();
  world.serve(feed.url, rss([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]));

  async function startReplica(name: string, wrap = (store: Store): Store => store): Promise<void> {
    const opening = await flowParts(world, clock, join(folder, `${count}.db`));
    opened.push(opening.store);
    const store = wrap(opening.store);
    const adapter = recordingAdapter();
    adapter.onPost = () => void posts.push(name);
    const parts: PublishParts = {
      ...{ store, clock, log: SILENT, topics: () => [], sleep: async () => {}, onReach: async () => {} },
      adapters: new Map([["test", adapter]]),
    };
    await opening.store.putFeed(feed);
    const round = async (slot: string): Promise<void> => {
      rounds.push(`${name} ${slot.slice(11, 16)}`);
      await gather({ ...opening, store });
      await resume(parts, channel);
    };
    const schedule = createSchedule(SILENT, (run) => store.winRun(run));
    schedules.push(schedule);
    const gatherJob: Job = { name: "gather", cron: "*/30 * * * *", timezone: "UTC", onOneReplica: true, run: round };
    schedule.set([gatherJob, ...jobsOf(channel, createSlots(parts))]);
  }

  it("gather once a slot and post once", async () => {
    await startReplica("A");
    await startReplica("B");
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(rounds.map((round) => round.slice(2))).toEqual(["00:30", "01:00", "01:30", "02:00"]);
    expect(posts).toHaveLength(1);
  });

  it.each([
    ["has won a round and not begun it", "winRun", "after"],
    ["is about to claim a channel's slot", "claim", "before"],
    ["has claimed it", "claim", "after"],
    ["has written down what it will post", "compose", "after"],
  ] as const)("lose nothing when one dies that %s", async (_, step, when) => {
    await startReplica("A", (store) => killedAt(store, step, when));
    await startReplica("B");
    await vi.advanceTimersByTimeAsync(4 * HOUR);
    expect(posts).toEqual(["B"]);
  });
});

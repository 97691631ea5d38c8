import { describe, expect, it } from "vitest";
import { gather } from "../../src/flow/gather.ts";
import type { PublishParts } from "../../src/flow/publish.ts";
import { createSlots, isQuiet, quietEnd } from "../../src/flow/slot.ts";
import { judgeWorkday } from "../../src/flow/workday.ts";
import type { Channel } from "../../src/model.ts";
import {
  channelNamed,
  createClock,
  createWorld,
  feedNamed,
  flowParts,
  recordingAdapter,
  rss,
  SILENT,
} from "./world.ts";

const HOUR = 3_600_000;

describe("Chinese working days", () => {
  it.each([
    ["2026-10-01", false],
    ["2026-10-07", false],
    ["2026-10-10", true],
    ["2026-10-11", false],
    ["2026-02-14", true],
    ["2026-11-20", true],
    ["2026-11-22", false],
  ])("%s: %s", (day, workday) => {
    expect(judgeWorkday(day)).toEqual({ workday, known: true });
  });

  it("says that a year is not known instead of guessing its holidays", () => {
    expect(judgeWorkday("2035-10-01")).toEqual({ workday: true, known: false });
    expect(judgeWorkday("2035-10-06")).toEqual({ workday: false, known: false });
  });
});

describe("quiet hours", () => {
  it.each([
    ["22:30", true],
    ["06:59", true],
    ["07:00", false],
    ["21:59", false],
  ])("over midnight, at %s in the channel's zone: %s", (clock, quiet) => {
    expect(isQuiet(new Date(`2026-11-20T${clock}:00+08:00`), { from: "22:00", to: "07:00" }, "Asia/Shanghai")).toBe(
      quiet,
    );
  });

  it("within a day, and their end as a cron expression", () => {
    const noon = { from: "12:00", to: "13:30" };
    expect(isQuiet(new Date("2026-11-20T13:29:00+08:00"), noon, "Asia/Shanghai")).toBe(true);
    expect(isQuiet(new Date("2026-11-20T13:30:00+08:00"), noon, "Asia/Shanghai")).toBe(false);
    expect(quietEnd(noon)).toBe("30 13 * * *");
  });
});

describe("a slot", () => {
  async function start(channel: Channel, at = "2026-11-20T01:00:00.000Z") {
    const world = createWorld();
    const clock = createClock(at);
    const gathering = await flowParts(world, clock);
    const feed = feedNamed("a");
    world.serve(feed.url, rss([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]));
    await gathering.store.putFeed(feed);
    await gathering.store.seeChannel(channel.id);
    await gather(gathering);
    const adapter = recordingAdapter();
    const warned: object[] = [];
    const log = { ...SILENT, warn: (fields: object) => void warned.push(fields) };
    const parts: PublishParts = {
      store: gathering.store,
      clock,
      log,
      adapters: new Map([["test", adapter]]),
      topics: () => [],
      sleep: async () => {},
      onReach: async () => {},
    };
    const titles = () => adapter.posted.map(({ part }) => part.document.title);
    return { slots: createSlots(parts), adapter, titles, clock, warned };
  }

  it("is left out on a holiday, and on a year without data only weekends are", async () => {
    const channel = channelNamed("test:c", { workdays: true });
    const { slots, adapter, warned } = await start(channel);
    expect(await slots.run(channel, "2026-10-01T01:00:00Z")).toBe("holiday");
    expect(adapter.posted).toHaveLength(0);
    expect(await slots.run(channel, "2026-10-10T01:00:00Z")).toBe("posted");
    await slots.run(channel, "2035-10-01T01:00:00Z");
    await slots.run(channel, "2035-10-02T01:00:00Z");
    expect(warned).toMatchObject([{ year: "2035" }]);
  });

  it("that quiet hours carry into a day off is left to the next working day", async () => {
    const channel = channelNamed("test:c", { workdays: true, quiet: { from: "22:00", to: "07:00" } });
    const { slots, adapter, clock } = await start(channel, "2026-09-30T14:30:00.000Z");
    expect(await slots.run(channel, "2026-09-30T14:30:00Z")).toBe("held");
    clock.advance(8.5 * HOUR);
    await slots.endQuiet(channel);
    await slots.catchUp(channel);
    expect(adapter.posted).toHaveLength(0);
    clock.advance(7 * 24 * HOUR);
    expect(await slots.run(channel, "2026-10-08T01:00:00Z")).toBe("posted");
  });

  it("of the week keeps days off and quiet hours too", async () => {
    const channel = channelNamed("test:c", { quiet: { from: "22:00", to: "07:00" } });
    const { slots, clock, titles } = await start(channel);
    await slots.run(channel, "2026-11-20T01:00:00Z");
    expect(await slots.runWeekly({ ...channel, workdays: true }, "2026-11-15T14:30:00Z")).toBe("holiday");
    clock.advance(13.5 * HOUR);
    expect(await slots.runWeekly(channel, "2026-11-20T14:30:00Z")).toBe("held");
    clock.advance(8.5 * HOUR);
    await slots.endQuiet(channel);
    await slots.endQuiet(channel);
    expect(titles()).toEqual(["举要 · 2026-11-20", "举要周报 · 2026-11-14 至 2026-11-21"]);
  });

  it("of the week that was missed is made up for once", async () => {
    const channel = channelNamed("test:c", { crons: ["0 9 * * *"], weekly: "0 17 * * 5" });
    const { slots, clock, titles } = await start(channel);
    await slots.run(channel, "2026-11-20T01:00:00Z");
    clock.advance(10 * HOUR);
    await slots.catchUp(channel);
    await slots.catchUp(channel);
    expect(titles()).toEqual(["举要 · 2026-11-20", "举要周报 · 2026-11-13 至 2026-11-20"]);
  });

  it("is held over quiet hours and posted once when they end", async () => {
    const channel = channelNamed("test:c", { quiet: { from: "22:00", to: "07:00" } });
    const { slots, adapter, clock } = await start(channel, "2026-11-20T15:00:00.000Z");
    expect(await slots.run(channel, "2026-11-20T15:00:00Z")).toBe("held");
    expect(adapter.posted).toHaveLength(0);
    clock.advance(8 * 3_600_000);
    await slots.endQuiet(channel);
    await slots.endQuiet(channel);
    expect(adapter.posted).toHaveLength(1);
  });

  it("that was missed is made up for once, not once per missed slot, and not if the channel is newer", async () => {
    const channel = channelNamed("test:c");
    const { slots, adapter, clock } = await start(channel);
    clock.advance(4 * 86_400_000 + 3_600_000);
    await slots.catchUp(channel);
    await slots.catchUp(channel);
    expect(adapter.posted).toHaveLength(1);
    const late = channelNamed("test:late");
    await slots.catchUp(late);
    expect(adapter.posted).toHaveLength(1);
  });

  it("says that there is nothing new only where that is wanted", async () => {
    const channel = channelNamed("test:c", { sayNothing: true });
    const { slots, adapter } = await start(channel);
    await slots.run(channel, "s1");
    expect(await slots.run(channel, "s2")).toBe("nothing");
    expect(adapter.posted.at(-1)?.part.document.title).toBe("今日无新举措");
    await slots.run({ ...channel, sayNothing: false }, "s3");
    expect(adapter.posted).toHaveLength(2);
  });
});

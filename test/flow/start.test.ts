import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createApp } from "../../src/app.ts";
import { Config } from "../../src/config.ts";
import type { Adapter } from "../../src/platform.ts";
import { openStore } from "../../src/store/open.ts";
import { createWorld, INSTALLATION, recordingAdapter, rss, SILENT } from "./world.ts";

const clock = { now: () => new Date() };
const CONFIG = Config.parse({
  feeds: [{ id: "a", url: "https://a.test/rss.xml", title: "源a" }],
  channels: ["test:first", "test:slow"].map((id) => ({ id, from: "all", sayNothing: true, locale: "zh-CN" })),
});

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-18T00:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A bot on the day after its channels missed a slot; all that it does takes three seconds. */
async function prepare(items: Parameters<typeof rss>[0]) {
  const world = createWorld();
  world.serve("https://a.test/rss.xml", rss(items));
  const store = await openStore({ url: ":memory:", clock });
  for (const { id } of CONFIG.channels) await store.seeChannel(id);
  const recording = recordingAdapter();
  const slow: Adapter = {
    ...recording,
    post: (channel, part) => later(3_000).then(() => recording.post(channel, part)),
    stop: () => later(3_000),
  };
  const app = createApp({
    ...{ config: CONFIG, configFile: "juyao.yaml", samples: [], installation: INSTALLATION, store, clock, log: SILENT },
    ...{ chance: () => 0, onDeserted: () => {}, adapters: [slow] },
    fetch: (url, options) => later(3_000).then(() => world.fetch(url, options)),
  });
  const titlesOf = (channel: string) =>
    recording.posted.filter((one) => one.channel === channel).map(({ part }) => part.document.title);
  return { app, titlesOf };
}

it("loses no slot that falls due while it still makes up for others", async () => {
  const { app, titlesOf } = await prepare([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]);
  vi.setSystemTime(new Date("2026-11-20T00:59:53Z"));
  const started = app.start();
  await vi.advanceTimersByTimeAsync(60_000);
  await started;
  expect(titlesOf("test:first")).toEqual(["举要 · 2026-11-20", "今日无新举措"]);
  await Promise.all([app.stop(), vi.advanceTimersByTimeAsync(60_000)]);
});

it("schedules nothing any more once it was told to stop", async () => {
  const { app, titlesOf } = await prepare([]);
  const started = app.start();
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all([app.stop(), vi.advanceTimersByTimeAsync(48 * 3_600_000)]);
  await started;
  expect(vi.getTimerCount()).toBe(0);
  expect(titlesOf("test:first")).toEqual([]);
});

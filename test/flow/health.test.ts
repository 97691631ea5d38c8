import { beforeEach, describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { gather } from "../../src/flow/gather.ts";
import { countAll, findUnready, isNearlyFull, readHealth } from "../../src/flow/health.ts";
import { publish } from "../../src/flow/publish.ts";
import type { Store } from "../../src/ports.ts";
import {
  channelNamed,
  createWorld,
  type FlowParts,
  feedNamed,
  flowParts,
  INSTALLATION,
  recordingAdapter,
  rss,
  type World,
} from "./world.ts";

const CHANNEL = channelNamed("test:c");
const HOUR = 3_600_000;

let world: World;
let parts: FlowParts;

beforeEach(async () => {
  world = createWorld();
  parts = await flowParts(world);
  for (const id of ["good", "bad", "paused"]) await parts.store.putFeed(feedNamed(id, { paused: id === "paused" }));
  world.serve("https://good.test/rss.xml", rss([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]));
  world.serve("https://bad.test/rss.xml", new JuyaoError("http-server"));
});

const health = () => readHealth({ store: parts.store, channels: async () => [CHANNEL], installation: INSTALLATION });

describe("readHealth", () => {
  it("names the feeds that fail, since when and why, until they are read again", async () => {
    const began = parts.clock.now().toISOString();
    await gather(parts);
    parts.clock.advance(3 * HOUR);
    await gather(parts, { eager: true });
    const { feeds } = await health();
    expect(feeds).toMatchObject({ total: 3, paused: 1 });
    expect(feeds.failing).toMatchObject([
      { feed: { id: "bad" }, check: { cause: "http-server", failures: 2 }, since: began },
    ]);
    world.serve("https://bad.test/rss.xml", rss([]));
    await gather(parts, { eager: true });
    expect((await health()).feeds.failing).toEqual([]);
  });

  it("tells a feed that is read and has fallen silent, since its last news", async () => {
    const { store } = parts;
    const [checkedAt, freshAt] = ["2026-11-20T00:00:00.000Z", "2026-10-01T00:00:00.000Z"];
    const check = { feedId: "good", checkedAt, freshAt, nextAt: checkedAt, failures: 0, cause: "feed-silent" };
    await store.putCheck(check);
    expect((await health()).feeds.failing).toMatchObject([{ feed: { id: "good" }, since: freshAt }]);
  });

  it("tells each channel's last digest, and what was not posted to its end", async () => {
    const adapter = recordingAdapter();
    const sleep = async (): Promise<void> => {};
    const onReach = async (): Promise<void> => {};
    const publishParts = { ...parts, sleep, onReach, topics: () => [], adapters: new Map([["test", adapter]]) };
    expect((await health()).channels).toEqual([{ channel: CHANNEL, last: undefined, unfinished: 0 }]);
    await gather(parts);
    await publish(publishParts, CHANNEL, "s1");
    expect((await health()).channels).toMatchObject([{ last: { slot: "s1", state: "sent" }, unfinished: 0 }]);
    await parts.store.claim({ channel: CHANNEL.id, slot: "s2", at: parts.clock.now().toISOString() });
    expect((await health()).channels).toMatchObject([{ last: { slot: "s1" }, unfinished: 1 }]);
    expect(await countAll(parts.store)).toMatchObject({
      articles: 1,
      measures: 2,
      deliveries: { sent: 1, pending: 1 },
    });
  });

  it.each([
    [{ free: 2e9, total: 4e12 }, false],
    [{ free: 0.9e9, total: 4e12 }, true],
    [{ free: 50e6, total: 100e6 }, false],
    [{ free: 4e6, total: 100e6 }, true],
  ])("calls %j nearly full: %s", (disk, nearly) => {
    expect(isNearlyFull(disk)).toBe(nearly);
  });
});

describe("findUnready", () => {
  const status = (phase: "starting" | "ready" | "stopping", lost: string[] = []) => ({ phase, lost });
  const failing: Store["listFeeds"] = () => Promise.reject(new JuyaoError("store-locked"));

  it("names everything that is not ready", async () => {
    const { store } = parts;
    expect(await findUnready(status("ready"), store, 100)).toEqual([]);
    expect(await findUnready(status("starting"), undefined, 100)).toEqual(["starting"]);
    expect(await findUnready(status("ready", ["slack"]), store, 100)).toEqual(["adapter slack"]);
    expect(await findUnready(status("ready"), { ...store, listFeeds: failing }, 100)).toEqual(["store"]);
    expect(await findUnready(status("stopping"), { ...store, listFeeds: failing }, 100)).toEqual(["stopping"]);
  });

  it("does not wait for ever for the store", async () => {
    const hanging = { ...parts.store, listFeeds: () => new Promise<never>(() => {}) };
    expect(await findUnready(status("ready"), hanging, 10)).toEqual(["store"]);
  });
});

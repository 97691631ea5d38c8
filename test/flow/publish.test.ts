import { describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { prepareFull } from "../../src/flow/compose.ts";
import { gather } from "../../src/flow/gather.ts";
import { type PublishParts, publish, resume } from "../../src/flow/publish.ts";
import { dropDemo, syncFeeds } from "../../src/flow/sync.ts";
import { fitsWithin } from "../fits.ts";
import { channelNamed, createWorld, feedNamed, flowParts, type Item, recordingAdapter, rss, SILENT } from "./world.ts";

const CHANNEL = channelNamed("test:c");
const A = feedNamed("a");
const HOUR = 3_600_000;
const WEEKLY = { kind: "weekly" } as const;

async function start(items: readonly Item[], adapter = recordingAdapter()) {
  const world = createWorld();
  const gathering = await flowParts(world);
  const { store, clock } = gathering;
  const parts: PublishParts = {
    store,
    clock,
    log: SILENT,
    adapters: new Map([["test", adapter]]),
    topics: () => [],
    sleep: async () => {},
    onReach: async () => {},
  };
  const bring = async (more: readonly Item[], feed = A, filler?: string) => {
    world.serve(feed.url, rss(more, { filler }));
    clock.advance(HOUR);
    await gather(gathering);
  };
  await store.putFeed(A);
  await bring(items);
  /** Headlines that were posted, in order. */
  const posted = (): string[] =>
    adapter.posted.flatMap(({ part }) =>
      part.document.blocks.flatMap((block) =>
        block.type === "list" ? block.items.map(({ inlines }) => inlines[0]?.value ?? "") : [],
      ),
    );
  return { parts, store, clock, adapter, posted, bring, gathering };
}

const ONE: Item = { id: "1", measures: ["扩大有效投资", "稳定外贸订单"] };
const TWO: Item = { id: "2", measures: ["保障能源供应", "稳定就业岗位"] };

describe("publish", () => {
  it("posts what the channel has not had, once", async () => {
    const { parts, posted, bring } = await start([ONE]);
    expect(await publish(parts, CHANNEL, "s1")).toBe("posted");
    expect(await publish(parts, CHANNEL, "s2")).toBe("nothing");
    await bring([TWO, ONE]);
    expect(await publish(parts, CHANNEL, "s3")).toBe("posted");
    expect(posted()).toEqual([...(ONE.measures ?? []), ...(TWO.measures ?? [])]);
  });

  it("gives a slot to one claimer only", async () => {
    const { parts, posted } = await start([ONE]);
    const both = await Promise.all([publish(parts, CHANNEL, "s"), publish(parts, CHANNEL, "s")]);
    expect(both.sort()).toEqual(["posted", "taken"]);
    expect(posted()).toHaveLength(2);
  });

  it("keeps a slot that had nothing: what comes later belongs to the next one", async () => {
    const { parts, bring } = await start([]);
    expect(await publish(parts, CHANNEL, "s")).toBe("nothing");
    await bring([ONE]);
    expect(await publish(parts, CHANNEL, "s")).toBe("taken");
    expect(await publish(parts, CHANNEL, "s2")).toBe("posted");
  });

  it.each(["before it was posted", "after it was posted, its answer lost"])(
    "goes on after a failure %s, without a repeat",
    async (when) => {
      const adapter = recordingAdapter("test", fitsWithin(4, 1000));
      const { parts, posted } = await start([ONE, TWO], adapter);
      const fail = (part: { ordinal: number }): void => {
        if (part.ordinal === 2) throw new Error("connection lost");
      };
      if (when.startsWith("before")) adapter.onPost = fail;
      else adapter.afterPost = fail;
      expect(await publish(parts, CHANNEL, "s")).toBe("failed");
      const attempts: number[] = [];
      adapter.onPost = ({ ordinal }) => void attempts.push(ordinal);
      adapter.afterPost = () => {};
      await resume(parts, CHANNEL);
      expect(attempts[0]).toBe(2);
      expect(adapter.posted.length).toBeGreaterThan(1);
      expect(adapter.posted.map(({ part }) => part.ordinal)).toEqual(adapter.posted.map((_, i) => i + 1));
      expect(posted().sort()).toEqual([...(ONE.measures ?? []), ...(TWO.measures ?? [])].sort());
      await resume(parts, CHANNEL);
      expect(posted()).toHaveLength(4);
    },
  );

  it("waits as long as the platform asks, and goes on in a later round if that is too long", async () => {
    const adapter = recordingAdapter();
    const { parts, posted } = await start([ONE], adapter);
    const waits: number[] = [];
    const limits = [2_000, 3_000, 600_000];
    adapter.onPost = () => {
      const retryAfterMs = limits.shift();
      if (retryAfterMs !== undefined) throw new JuyaoError("post-rate-limited", { retryAfterMs });
    };
    const patient = { ...parts, sleep: async (ms: number) => void waits.push(ms) };
    expect(await publish(patient, CHANNEL, "s")).toBe("failed");
    expect(waits).toEqual([2_000, 3_000]);
    await resume(patient, CHANNEL);
    expect(posted()).toEqual(ONE.measures);
  });

  it.each([
    ["post-not-member", true],
    ["post-channel-gone", true],
    ["post-token-refused", true],
    ["post-failed", false],
  ] as const)("tells of a channel that waiting does not mend: %s", async (code, told) => {
    const adapter = recordingAdapter();
    const { parts } = await start([ONE], adapter);
    const reached: (string | undefined)[] = [];
    const telling = { ...parts, onReach: async (_: unknown, failure?: JuyaoError) => void reached.push(failure?.code) };
    adapter.onPost = () => {
      throw new JuyaoError(code);
    };
    expect(await publish(telling, CHANNEL, "s")).toBe("failed");
    expect(reached).toEqual(told ? [code] : []);
    const [delivery] = await parts.store.unfinished(CHANNEL.id);
    expect((await parts.store.parts(delivery?.id ?? "")).map(({ state }) => state)).toEqual([
      told ? "failed" : "sending",
    ]);
    expect(delivery?.state).toBe(told ? "failed" : "pending");
    adapter.onPost = () => {};
    await resume(telling, CHANNEL);
    expect(reached.at(-1)).toBeUndefined();
    expect(adapter.posted).toHaveLength(1);
  });

  it("finishes a slot that was claimed and never composed", async () => {
    const { parts, store, posted } = await start([ONE]);
    await store.claim({ channel: CHANNEL.id, slot: "s", at: "2026-11-20T03:00:00.000Z" });
    await resume(parts, CHANNEL);
    expect(posted()).toEqual(ONE.measures);
  });

  it("never posts the past of a feed that was added by hand, but what comes after it", async () => {
    const { parts, posted, bring, store, gathering } = await start([]);
    const added = feedNamed("b", { addedBy: "terminal:user" });
    await store.putFeed(added);
    await bring([ONE], added);
    expect(await publish(parts, CHANNEL, "s1")).toBe("nothing");
    expect((await gathering.store.countArchive()).measures).toBe(2);
    await bring([TWO, ONE], added);
    expect(await publish(parts, CHANNEL, "s2")).toBe("posted");
    expect(posted()).toEqual(TWO.measures);
  });

  it("does not tell a story again that another source tells later, nor keeps it for another day", async () => {
    const { parts, posted, bring, store } = await start([ONE]);
    await publish(parts, CHANNEL, "s1");
    const other = feedNamed("b");
    await store.putFeed(other);
    await store.putCheck({
      feedId: "b",
      checkedAt: "2026-11-20T00:00:00.000Z",
      gatheredAt: "2026-11-20T00:00:00.000Z",
      nextAt: "2026-11-20T00:00:00.000Z",
      failures: 0,
    });
    const repost = { ...ONE, id: "copy", title: "转载：标题一" };
    await bring([repost], other, ONE.id);
    expect(await publish(parts, CHANNEL, "s2")).toBe("nothing");
    expect(await store.pending(CHANNEL)).toEqual([]);
    expect(posted()).toEqual(ONE.measures);
    expect((await store.lastDelivery(CHANNEL.id))?.slot).toBe("s1");
  });

  it("starts a channel from now unless it wants all that is there", async () => {
    const { parts, posted, bring } = await start([ONE]);
    const late = channelNamed("test:late", { from: "now" });
    expect(await publish(parts, late, "s1")).toBe("nothing");
    await bring([TWO, ONE]);
    expect(await publish(parts, late, "s2")).toBe("posted");
    expect(posted()).toEqual(TWO.measures);
  });

  it("posts the first entry of a feed that was empty", async () => {
    const { parts, posted, bring } = await start([]);
    expect(await publish(parts, channelNamed("test:now", { from: "now" }), "s1")).toBe("nothing");
    await bring([ONE]);
    expect(await publish(parts, channelNamed("test:now", { from: "now" }), "s2")).toBe("posted");
    expect(posted()).toEqual(ONE.measures);
  });
});

describe("what a digest left out", () => {
  it("is one command away, before it is posted and after", async () => {
    const { parts, store, bring } = await start([ONE, TWO]);
    const small = channelNamed("test:small", { limit: 1 });
    const headlines = async () =>
      (await prepareFull({ store, clock: parts.clock, topics: () => [] }, small)).sections.flatMap(({ articles }) =>
        articles.flatMap(({ measures }) => measures.map(({ id }) => id)),
      );
    expect(await headlines()).toHaveLength(4);
    await publish(parts, small, "s1");
    expect(await headlines()).toHaveLength(4);
    await bring([{ id: "3", measures: ["修建三座桥梁", "疏浚两条河道"] }, ONE, TWO]);
    await publish(parts, small, "s2");
    expect(await headlines()).toHaveLength(2);
  });
});

describe("a weekly digest", () => {
  it("looks back on what was told in a week, once a slot, and marks nothing", async () => {
    const { parts, adapter, clock, bring, store } = await start([ONE]);
    await publish(parts, CHANNEL, "s1");
    clock.advance(24 * HOUR);
    await bring([TWO, ONE]);
    await publish(parts, CHANNEL, "s2");
    clock.advance(1);
    expect(await publish(parts, CHANNEL, "w1", WEEKLY)).toBe("posted");
    expect(await publish(parts, CHANNEL, "w1", WEEKLY)).toBe("taken");
    const weekly = adapter.posted.at(-1)?.part.document;
    expect(weekly?.title).toMatch(/^举要周报 · 2026-11-14 至 2026-11-21/);
    for (const measure of [...(ONE.measures ?? []), ...(TWO.measures ?? [])])
      expect(JSON.stringify(weekly)).toContain(measure);
    expect(await store.pending(CHANNEL)).toEqual([]);
    // What is asked for after it is all of the week, not nothing.
    const full = await prepareFull({ store, clock, topics: () => [] }, CHANNEL);
    expect(full.sections.flatMap(({ articles }) => articles)).toHaveLength(2);
    clock.advance(8 * 24 * HOUR);
    expect(await publish(parts, CHANNEL, "w2", WEEKLY)).toBe("nothing");
  });

  it("looks back to the one before it, where one was left out over holidays", async () => {
    const { parts, clock, bring, adapter } = await start([ONE]);
    await publish(parts, CHANNEL, "w1", WEEKLY);
    clock.advance(24 * HOUR);
    await bring([TWO, ONE]);
    await publish(parts, CHANNEL, "s1");
    clock.advance(13 * 24 * HOUR);
    expect(await publish(parts, CHANNEL, "w2", WEEKLY)).toBe("posted");
    expect(JSON.stringify(adapter.posted.at(-1)?.part.document)).toContain(TWO.measures?.[0]);
  });
});

describe("the demo", () => {
  const DEMO = feedNamed("demo", { addedBy: "sample" });

  it("is there while nothing else is, and gone with the first real feed", async () => {
    const { parts, store, posted, bring } = await start([]);
    await store.removeFeed(A.id);
    await syncFeeds(store, [], [DEMO]);
    await bring([ONE], DEMO);
    expect(await publish(parts, CHANNEL, "s1")).toBe("posted");
    await syncFeeds(store, [A], [DEMO]);
    expect((await store.listFeeds()).map(({ id }) => id)).toEqual(["a"]);
    expect((await store.search({ words: [], about: [], publishedIn: [], limit: 9 })).total).toBe(0);
    await bring([TWO]);
    expect(await publish(parts, CHANNEL, "s2")).toBe("posted");
    expect(posted()).toEqual([...(ONE.measures ?? []), ...(TWO.measures ?? [])]);
  });

  it("stays away from a feed that was added by hand", async () => {
    const { store } = await start([]);
    await store.removeFeed(A.id);
    await store.putFeed(DEMO);
    await store.putFeed(feedNamed("b", { addedBy: "terminal:user" }));
    await dropDemo(store);
    await syncFeeds(store, [], [DEMO]);
    expect((await store.listFeeds()).map(({ id }) => id)).toEqual(["b"]);
  });
});

it("follows the file: what left it is forgotten, what was added by hand stays", async () => {
  const { store } = await start([]);
  await store.putFeed(feedNamed("hand", { addedBy: "terminal:user" }));
  await syncFeeds(store, [feedNamed("n", { title: "新名" })], []);
  expect((await store.listFeeds()).map(({ id }) => id).sort()).toEqual(["hand", "n"]);
});

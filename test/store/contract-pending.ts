import { expect, test } from "vitest";
import type { Subject } from "./contract.ts";
import { deliver, makeChannel, makeFeed, makeQuery, makeRecord, pendingIds, searchHeadlines } from "./sample.ts";

const BEFORE = "2026-03-01T00:00:00.000Z";
const AFTER = "2026-03-03T00:00:00.000Z";
const NOW_CHANNEL = makeChannel({ id: "slack:C1", from: "now" });

function startContract(subject: () => Subject): void {
  test("a channel that starts from `all` gets everything at first, by first seen and not by date of publication", async () => {
    const { store } = subject();
    await store.archive(makeRecord("后", { article: { seenAt: AFTER, publishedAt: "2020-01-01T00:00:00.000Z" } }));
    await store.archive(makeRecord("先", { article: { seenAt: BEFORE, publishedAt: "2026-03-01T00:00:00.000Z" } }));
    expect(await pendingIds(store, makeChannel())).toEqual(["先", "后"]);
  });

  test("a channel that starts from `now` gets what is archived after it was first seen, whatever the clock says", async () => {
    const { store } = subject();
    await store.archive(makeRecord("早", { article: { seenAt: BEFORE } }));
    await store.archive(makeRecord("同时之前"));
    expect(await pendingIds(store, NOW_CHANNEL)).toEqual([]);
    await store.archive(makeRecord("同时之后"));
    await store.archive(makeRecord("迟", { article: { seenAt: AFTER } }));
    await store.archive(makeRecord("钟拨回之后", { article: { seenAt: BEFORE } }));
    expect((await pendingIds(store, NOW_CHANNEL)).sort()).toEqual(["同时之后", "迟", "钟拨回之后"].sort());
  });

  test("a channel that was looked at before it was subscribed starts when it is subscribed", async () => {
    const { store } = subject();
    await store.pending(NOW_CHANNEL);
    await store.archive(makeRecord("之前"));
    await store.putChannel({ ...NOW_CHANNEL, addedBy: "slack:U1" });
    await store.archive(makeRecord("之后"));
    await store.putChannel({ ...NOW_CHANNEL, addedBy: "slack:U1", paused: true });
    expect(await pendingIds(store, NOW_CHANNEL)).toEqual(["之后"]);
  });

  test("when a channel was first seen is not moved by later looks", async () => {
    const { store, clock } = subject();
    await store.pending(NOW_CHANNEL);
    await store.archive(makeRecord("新", { article: { seenAt: AFTER } }));
    clock.set("2026-04-01T00:00:00.000Z");
    expect(await pendingIds(store, NOW_CHANNEL)).toEqual(["新"]);
    expect(await pendingIds(store, makeChannel({ id: "slack:C2", from: "now" }))).toEqual([]);
  });

  test("what was delivered once is not pending again, for this channel only", async () => {
    const { store } = subject();
    const other = makeChannel({ id: "slack:C9" });
    await store.pending(makeChannel());
    for (const name of ["甲", "乙", "丙"]) await store.archive(makeRecord(name, { article: { seenAt: AFTER } }));
    await deliver(store, makeChannel().id, "s1", ["甲", "丙"]);
    expect(await pendingIds(store, makeChannel())).toEqual(["乙"]);
    expect(await pendingIds(store, other)).toEqual(["甲", "乙", "丙"]);
    await store.archive(makeRecord("甲", { measures: [{ headline: "改写之后" }] }));
    expect(await pendingIds(store, makeChannel())).toEqual(["乙"]);
  });

  test("after its first delivery a channel that started from `all` gets only news", async () => {
    const { store } = subject();
    await store.archive(makeRecord("旧一", { article: { seenAt: BEFORE } }));
    await store.archive(makeRecord("旧二", { article: { seenAt: BEFORE } }));
    await store.pending(makeChannel());
    await deliver(store, makeChannel().id, "s1", ["旧一"]);
    await store.archive(makeRecord("新", { article: { seenAt: AFTER } }));
    expect(await pendingIds(store, makeChannel())).toEqual(["新"]);
  });
}

function backfillContract(subject: () => Subject): void {
  test("backfill of a feed that was added by hand is never pending, but can be looked up", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed({ addedBy: "slack:U1" }));
    for (const channel of [makeChannel(), NOW_CHANNEL]) await store.pending(channel);
    await store.archive(makeRecord("旧", { backfill: true, article: { seenAt: AFTER } }));
    for (const channel of [makeChannel(), NOW_CHANNEL]) expect(await pendingIds(store, channel)).toEqual([]);
    // Read again in a later round, which is no backfill any more.
    await store.archive(makeRecord("旧", { measures: [{ headline: "改写之后" }] }));
    for (const channel of [makeChannel(), NOW_CHANNEL]) expect(await pendingIds(store, channel)).toEqual([]);
    expect(await searchHeadlines(store, {})).toEqual(["改写之后"]);
  });

  test("backfill of a configured feed is what a channel that starts from `all` begins with, and no more", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    for (const channel of [makeChannel(), NOW_CHANNEL]) await store.pending(channel);
    await store.archive(makeRecord("旧一", { backfill: true, article: { seenAt: AFTER } }));
    expect(await pendingIds(store, makeChannel())).toEqual(["旧一"]);
    expect(await pendingIds(store, NOW_CHANNEL)).toEqual([]);
    await deliver(store, makeChannel().id, "s1", ["旧一"]);
    await store.archive(makeRecord("旧二", { backfill: true, article: { seenAt: AFTER } }));
    expect(await pendingIds(store, makeChannel())).toEqual([]);
  });

  test("what a configured feed carries too is not only backfill by hand, whoever was first", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    await store.putFeed(makeFeed({ id: "hand", addedBy: "slack:U1" }));
    const record = makeRecord("旧", { backfill: true, feedId: "hand" });
    await store.archive(record);
    expect(await pendingIds(store, makeChannel())).toEqual([]);
    await store.archive({ ...record, feedId: "ministry" });
    await store.removeFeed("ministry");
    expect(await pendingIds(store, makeChannel())).toEqual(["旧"]);
  });

  test("backfill becomes news when another feed brings it as news", async () => {
    const { store } = subject();
    await store.pending(NOW_CHANNEL);
    const record = makeRecord("旧", { backfill: true, feedId: "hand", article: { seenAt: AFTER } });
    await store.archive(record);
    expect(await pendingIds(store, NOW_CHANNEL)).toEqual([]);
    await store.archive({ ...record, feedId: "ministry", backfill: false });
    expect(await pendingIds(store, NOW_CHANNEL)).toEqual(["旧"]);
  });
}

function filterContract(subject: () => Subject): void {
  test("only measures of the channel's topics count, and articles left without any are left out", async () => {
    const { store } = subject();
    await store.archive(
      makeRecord("甲", {
        measures: [
          { headline: "一", topics: ["能源", "汽车"] },
          { headline: "二", topics: ["财政"] },
        ],
      }),
    );
    await store.archive(makeRecord("乙", { measures: [{ headline: "三", topics: ["新能源"] }] }));
    await store.archive(makeRecord("丙", { measures: [{ headline: "四", topics: [] }] }));
    const found = await store.pending(makeChannel({ topics: ["能源", "外贸"] }));
    expect(found.map(({ article, measures }) => [article.id, measures.map(({ ordinal }) => ordinal)])).toEqual([
      ["甲", [1]],
    ]);
    expect(await pendingIds(store, makeChannel())).toEqual(["甲", "乙", "丙"]);
  });

  test("unwanted topics, and wanted and unwanted feeds", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed({ id: "other", url: "https://other.example/rss.xml" }));
    await store.archive(makeRecord("甲", { measures: [{ headline: "一", topics: ["能源", "汽车"] }] }));
    await store.archive(makeRecord("乙", { feedId: "other", measures: [{ headline: "二", topics: ["能源"] }] }));
    expect(await pendingIds(store, makeChannel({ notTopics: ["汽车"] }))).toEqual(["乙"]);
    expect(await pendingIds(store, makeChannel({ topics: ["能源"], notTopics: ["汽车"] }))).toEqual(["乙"]);
    expect(await pendingIds(store, makeChannel({ sources: ["other", "none"] }))).toEqual(["乙"]);
    expect(await pendingIds(store, makeChannel({ notSources: ["other"] }))).toEqual(["甲"]);
    // What a wanted feed carries too is wanted.
    await store.archive(
      makeRecord("甲", { feedId: "other", measures: [{ headline: "一", topics: ["能源", "汽车"] }] }),
    );
    expect(await pendingIds(store, makeChannel({ notSources: ["other"] }))).toEqual(["甲"]);
    expect(await pendingIds(store, makeChannel({ sources: ["other"] }))).toEqual(["甲", "乙"]);
  });

  test("a channel that starts from the last articles, or from a day, gets those first, and then what is new", async () => {
    const { store } = subject();
    for (const [name, day] of [
      ["甲", "01"],
      ["丙", "20"],
      ["乙", "10"],
    ] as const) {
      await store.archive(
        makeRecord(name, { backfill: true, article: { publishedAt: `2026-01-${day}T02:00:00.000Z` } }),
      );
    }
    await store.archive(makeRecord("无", { measures: [], article: { publishedAt: "2026-01-25T02:00:00.000Z" } }));
    expect(await pendingIds(store, makeChannel({ id: "a:1", from: "last 2" }))).toEqual(["丙", "乙"]);
    const since = makeChannel({ id: "a:2", from: "since 2026-01-10" });
    expect(await pendingIds(store, since)).toEqual(["丙", "乙"]);
    await deliver(store, since.id, "s1", ["乙", "丙"]);
    expect(await pendingIds(store, since)).toEqual([]);
    await store.archive(makeRecord("新", { article: { publishedAt: "2025-01-01T00:00:00.000Z", seenAt: AFTER } }));
    expect(await pendingIds(store, since)).toEqual(["新"]);
  });

  test("a topic is matched whole, its characters plain", async () => {
    const { store } = subject();
    for (const topic of ["A_B", "AxB", "A_", "50%\\"]) {
      await store.archive(makeRecord(topic, { measures: [{ headline: "一", topics: ["财政", topic] }] }));
    }
    expect(await pendingIds(store, makeChannel({ topics: ["A_B"] }))).toEqual(["A_B"]);
    expect(await pendingIds(store, makeChannel({ topics: ["50%\\"] }))).toEqual(["50%\\"]);
    expect(await pendingIds(store, makeChannel({ topics: ["%"] }))).toEqual([]);
  });

  test("measures under the channel's score are left out", async () => {
    const { store } = subject();
    await store.archive(
      makeRecord("甲", {
        measures: [
          { headline: "低", score: 0.49 },
          { headline: "高", score: 0.5 },
        ],
      }),
    );
    await store.archive(makeRecord("乙", { measures: [{ headline: "低", score: 0.1 }] }));
    const found = await store.pending(makeChannel({ minScore: 0.5 }));
    expect(found.map(({ article, measures }) => [article.id, measures.map(({ ordinal }) => ordinal)])).toEqual([
      ["甲", [2]],
    ]);
  });
}

function demoContract(subject: () => Subject): void {
  const sampleFeed = makeFeed({ id: "demo", title: "示例", addedBy: "sample" });
  const demo = { feedId: "demo", article: { seenAt: BEFORE } };

  test("the demo is there while it is alone, and hidden as soon as another feed exists", async () => {
    const { store } = subject();
    await store.putFeed(sampleFeed);
    await store.archive(makeRecord("示例一", demo));
    expect(await pendingIds(store, makeChannel())).toEqual(["示例一"]);
    expect(await store.countArchive()).toEqual({ articles: 1, measures: 1 });
    await store.putFeed(makeFeed());
    expect(await pendingIds(store, makeChannel())).toEqual([]);
    expect(await store.search(makeQuery({ words: [] }))).toEqual({ articles: [], total: 0 });
    expect(await store.countArchive()).toEqual({ articles: 0, measures: 0 });
    expect((await store.findArticle("https://ministry.example/示例一.html"))?.source).toBe("示例");
    await store.removeFeed("demo");
    expect(await pendingIds(store, makeChannel())).toEqual([]);
    await store.removeFeed("ministry");
    expect(await store.countArchive()).toEqual({ articles: 1, measures: 1 });
  });

  test("what a real feed brings too is not hidden", async () => {
    const { store } = subject();
    await store.putFeed(sampleFeed);
    await store.putFeed(makeFeed());
    const shared = makeRecord("共有", demo);
    await store.archive(shared);
    expect(await pendingIds(store, makeChannel())).toEqual([]);
    await store.archive({ ...shared, feedId: "ministry" });
    expect(await pendingIds(store, makeChannel())).toEqual(["共有"]);
    expect(await store.countArchive()).toEqual({ articles: 1, measures: 1 });
  });

  test("a channel that has had only the demo still gets all of the first real feed", async () => {
    const { store } = subject();
    await store.putFeed(sampleFeed);
    await store.archive(makeRecord("示例一", demo));
    await store.pending(makeChannel());
    await deliver(store, makeChannel().id, "s1", ["示例一"]);
    await store.putFeed(makeFeed());
    await store.archive(makeRecord("真", { article: { seenAt: BEFORE } }));
    expect(await pendingIds(store, makeChannel())).toEqual(["真"]);
  });
}

export function pendingContract(subject: () => Subject): void {
  startContract(subject);
  backfillContract(subject);
  filterContract(subject);
  demoContract(subject);
}

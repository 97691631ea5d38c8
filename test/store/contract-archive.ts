import { expect, test } from "vitest";
import type { Subject } from "./contract.ts";
import { makeChannel, makeFeed, makePeriod, makeQuery, makeRecord, pendingIds } from "./sample.ts";

const LATER = "2026-03-05T08:00:00.000Z";

function identityContract(subject: () => Subject): void {
  test("an article comes back as it was archived, under the title of its feed", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    const record = makeRecord("充电", {
      measures: [
        { headline: "扩大充电设施覆盖", detail: "到年底新增十万个", periods: [makePeriod("2026-01-01", "2026-07-01")] },
        { headline: "清理收费项目", topics: [], score: 0.25 },
      ],
    });
    expect(await store.archive(record)).toBe("added");
    expect(await store.findArticle(record.article.url)).toEqual({
      article: record.article,
      measures: record.measures,
      source: "部委要闻",
      feedId: record.feedId,
    });
    expect(await store.findArticle("https://ministry.example/other.html")).toBeUndefined();
  });

  test("an article may lack issuer, date and measures", async () => {
    const { store } = subject();
    const record = makeRecord("空", {
      article: { issuer: undefined, publishedAt: undefined, publishedOn: undefined },
      measures: [],
    });
    await store.archive(record);
    expect(await store.findArticle(record.article.url)).toEqual({
      article: record.article,
      measures: [],
      source: "",
      feedId: record.feedId,
    });
    expect(await store.countArchive()).toEqual({ articles: 0, measures: 0 });
  });

  test("hostile text survives: NUL, half a surrogate pair, wildcards, quotes", async () => {
    const { store } = subject();
    const record = makeRecord("怪", { measures: [{ headline: `推广\0\ud800%_\\'"\u{20000}应用` }] });
    await store.archive(record);
    const found = await store.findArticle(record.article.url);
    expect(found?.article.text).toBe(record.article.text.toWellFormed());
    expect(await store.archive(record)).toBe("unchanged");
  });
}

function repetitionContract(subject: () => Subject): void {
  test("archiving twice changes nothing but the time of reading", async () => {
    const { store, clock } = subject();
    const record = makeRecord("充电");
    await store.archive(record);
    clock.set(LATER);
    const again = { ...record, fingerprint: "f2", article: { ...record.article, seenAt: LATER } };
    expect(await store.archive(again)).toBe("unchanged");
    expect((await store.findArticle(record.article.url))?.article.seenAt).toBe(record.article.seenAt);
    expect(await store.countArchive()).toEqual({ articles: 1, measures: 1 });
    const seen = await store.seenEntries("ministry", ["entry-充电", "entry-无"]);
    expect([...seen]).toEqual([
      [
        "entry-充电",
        {
          entryId: "entry-充电",
          fingerprint: "f2",
          articleId: "充电",
          seenAt: "2026-03-02T01:00:00.000Z",
          readAt: LATER,
        },
      ],
    ]);
  });

  test("a changed article has its measures replaced and keeps when it was first seen", async () => {
    const { store } = subject();
    await store.archive(makeRecord("充电", { measures: [{ headline: "旧举措甲" }, { headline: "旧举措乙" }] }));
    const changed = makeRecord("充电", { article: { seenAt: LATER }, measures: [{ headline: "新举措" }] });
    expect(await store.archive(changed)).toBe("updated");
    const found = await store.findArticle(changed.article.url);
    expect(found?.article).toEqual({ ...changed.article, seenAt: "2026-03-02T01:00:00.000Z" });
    expect(found?.measures).toEqual(changed.measures);
    expect((await store.search(makeQuery({ words: ["旧举措"] }))).total).toBe(0);
    expect((await store.search(makeQuery({ words: ["新举措"] }))).total).toBe(1);
  });

  test("many entries are looked up at once", async () => {
    const { store } = subject();
    await store.archive(makeRecord("充电"));
    const ids = Array.from({ length: 40_000 }, (_, index) => `none-${index}`);
    expect((await store.seenEntries("ministry", [...ids, "entry-充电"])).size).toBe(1);
    expect((await store.seenEntries("other", ["entry-充电"])).size).toBe(0);
    expect((await store.seenEntries("ministry", [])).size).toBe(0);
  });
}

function passContract(subject: () => Subject): void {
  test("an entry that was passed over is known, without an article, until it is archived after all", async () => {
    const { store } = subject();
    const ids = Array.from({ length: 1200 }, (_, index) => `old-${index}`);
    await store.passOver("ministry", ids, LATER);
    const known = { entryId: "old-7", fingerprint: "", articleId: "", seenAt: LATER, readAt: LATER };
    const seen = await store.seenEntries("ministry", ids);
    expect(seen.size).toBe(1200);
    expect(seen.get("old-7")).toEqual(known);
    expect(await store.countArchive()).toEqual({ articles: 0, measures: 0 });
    expect(await store.archive(makeRecord("旧", { entryId: "old-7" }))).toBe("added");
    await store.passOver("ministry", ["old-7"], LATER);
    const archived = (await store.seenEntries("ministry", ["old-7"])).get("old-7");
    expect(archived).toMatchObject({ articleId: "旧", fingerprint: "f1", seenAt: "2026-03-02T01:00:00.000Z" });
    await store.passOver("ministry", [], LATER);
  });
}

function sharingContract(subject: () => Subject): void {
  test("two feeds that carry the same address share one article, under the feed that was first", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    await store.putFeed(makeFeed({ id: "press", title: "报纸" }));
    const record = makeRecord("充电");
    await store.archive(record);
    expect(await store.archive({ ...record, feedId: "press", entryId: "p1" })).toBe("unchanged");
    expect(await store.countArchive()).toEqual({ articles: 1, measures: 1 });
    expect((await store.findArticle(record.article.url))?.source).toBe("部委要闻");
    expect((await store.seenEntries("press", ["p1"])).get("p1")?.articleId).toBe("充电");
  });

  test("the articles of a removed feed stay, with the name of their source", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    const record = makeRecord("充电");
    await store.archive(record);
    await store.removeFeed("ministry");
    expect((await store.findArticle(record.article.url))?.source).toBe("部委要闻");
    expect((await store.search(makeQuery({ words: ["充电"] }))).total).toBe(1);
    expect((await store.seenEntries("ministry", ["entry-充电"])).size).toBe(1);
  });

  test("concurrent archiving of many records, some the same, loses and doubles nothing", async () => {
    const { store } = subject();
    const names = Array.from({ length: 30 }, (_, index) => `文${index % 20}`);
    const results = await Promise.all(names.map((name) => store.archive(makeRecord(name))));
    expect(results.filter((result) => result === "added")).toHaveLength(20);
    expect(results.filter((result) => result === "unchanged")).toHaveLength(10);
    expect(await store.countArchive()).toEqual({ articles: 20, measures: 20 });
    expect(await pendingIds(store, makeChannel())).toHaveLength(20);
  });
}

export function archiveContract(subject: () => Subject): void {
  identityContract(subject);
  repetitionContract(subject);
  passContract(subject);
  sharingContract(subject);
}

import { describe, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { gather } from "../../src/flow/gather.ts";
import { channelNamed, createWorld, feedNamed, flowParts, fullText, rss } from "./world.ts";

const A = feedNamed("a");
const HOUR = 3_600_000;

async function start(items: Parameters<typeof rss>[0], feed = A) {
  const world = createWorld();
  const parts = await flowParts(world);
  world.serve(feed.url, rss(items));
  await parts.store.putFeed(feed);
  return { world, parts, headlines: () => headlinesOf(parts) };
}

async function headlinesOf({ store }: Awaited<ReturnType<typeof flowParts>>): Promise<string[]> {
  const { articles } = await store.search({ words: [], about: [], publishedIn: [], limit: 100 });
  return articles.flatMap(({ article, measures }) =>
    measures.map(({ headline }) => article.text.slice(headline.start, headline.end)),
  );
}

describe("gather", () => {
  it("brings every measure of a feed into the archive, word for word", async () => {
    const { parts, headlines } = await start([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]);
    expect(await gather(parts)).toMatchObject([{ added: 1, updated: 0 }]);
    expect(await headlines()).toEqual(["扩大有效投资", "稳定外贸订单"]);
  });

  it("adds nothing when it runs twice", async () => {
    const { parts, headlines } = await start([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]);
    await gather(parts);
    parts.clock.advance(HOUR);
    expect(await gather(parts)).toMatchObject([{ added: 0, updated: 0 }]);
    expect(await headlines()).toHaveLength(2);
  });

  it("replaces the measures of an article that changed, and keeps when it was first seen", async () => {
    const { world, parts, headlines } = await start([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]);
    await gather(parts);
    parts.clock.advance(HOUR);
    world.serve(A.url, rss([{ id: "1", measures: ["扩大有效投资", "保障能源供应", "稳定就业岗位"] }]));
    expect(await gather(parts)).toMatchObject([{ added: 0, updated: 1 }]);
    expect(await headlines()).toEqual(["扩大有效投资", "保障能源供应", "稳定就业岗位"]);
    expect((await parts.store.findArticle("https://site.test/1.html"))?.article.seenAt).toBe(
      "2026-11-20T01:00:00.000Z",
    );
  });

  it("reads the page where the feed carries only a summary, and again after a day in case it was corrected", async () => {
    const { world, parts, headlines } = await start([]);
    const page = (measures: string[]) =>
      `<html><body><h1>标题</h1><div class="content">${fullText({ id: "1", measures })}</div></body></html>`;
    world.serve(A.url, rss([{ id: "1", summary: "一句话。" }], { full: false }));
    world.serve("https://site.test/1.html", page(["扩大有效投资", "稳定外贸订单"]));
    await gather(parts);
    expect(await headlines()).toEqual(["扩大有效投资", "稳定外贸订单"]);
    world.serve("https://site.test/1.html", page(["扩大有效投资", "稳定就业岗位"]));
    parts.clock.advance(HOUR);
    await gather(parts);
    expect(world.requests.filter((url) => url.endsWith("1.html"))).toHaveLength(1);
    parts.clock.advance(24 * HOUR);
    await gather(parts);
    expect(await headlines()).toEqual(["扩大有效投资", "稳定就业岗位"]);
  });

  it("makes do with the summary when the page fails, and reads the page once it is back", async () => {
    const { world, parts, headlines } = await start([]);
    world.serve(A.url, rss([{ id: "1", summary: "一是扩大有效投资。二是稳定外贸订单。" }], { full: false }));
    world.serve("https://site.test/1.html", new JuyaoError("http-timeout"));
    await gather(parts);
    expect(await headlines()).toEqual(["扩大有效投资", "稳定外贸订单"]);
    world.serve(
      "https://site.test/1.html",
      `<html><body><div class="content">${fullText({ id: "1", measures: ["扩大有效投资", "稳定外贸订单", "保障能源供应"] })}</div></body></html>`,
    );
    parts.clock.advance(HOUR);
    await gather(parts);
    expect(await headlines()).toHaveLength(3);
  });

  it("tells a feed that fails once, with its cause, and goes on with the rest", async () => {
    const { world, parts, headlines } = await start([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]);
    const bad = feedNamed("b");
    await parts.store.putFeed(bad);
    world.serve(bad.url, "<html><body>维护中</body></html>");
    const warned: object[] = [];
    const telling = { ...parts, log: { ...parts.log, warn: (fields: object) => void warned.push(fields) } };
    const outcomes = await gather(telling);
    await gather(telling, { eager: true });
    expect(outcomes.map(({ error }) => error?.code)).toEqual([undefined, "feed-not-a-feed"]);
    expect(outcomes[1]?.error?.detail).toMatchObject({ host: "b.test" });
    expect(warned).toMatchObject([{ feed: "b", code: "feed-not-a-feed", failures: 1 }]);
    expect(await headlines()).toHaveLength(2);
    expect((await parts.store.listChecks()).find(({ feedId }) => feedId === "b")).toMatchObject({
      failures: 2,
      cause: "feed-not-a-feed",
    });
  });

  it("remembers since when a feed has been failing, until it is read again", async () => {
    const { world, parts } = await start([]);
    const since = async () => (await parts.store.listChecks())[0]?.failingSince;
    world.serve(A.url, new JuyaoError("http-server"));
    const began = parts.clock.now().toISOString();
    await gather(parts, { eager: true });
    parts.clock.advance(3_600_000);
    world.serve(A.url, new JuyaoError("http-dns"));
    await gather(parts, { eager: true });
    expect(await since()).toBe(began);
    world.serve(A.url, rss([]));
    await gather(parts, { eager: true });
    expect(await since()).toBeUndefined();
  });

  it("leaves a failing feed alone for longer and longer, unless somebody waits for it", async () => {
    const { world, parts } = await start([]);
    world.serve(A.url, new JuyaoError("http-server"));
    await gather(parts);
    parts.clock.advance(HOUR / 2);
    expect(await gather(parts)).toEqual([]);
    expect(await gather(parts, { eager: true })).toHaveLength(1);
    parts.clock.advance(HOUR);
    expect(await gather(parts)).toEqual([]);
    world.serve(A.url, rss([{ id: "1", measures: ["甲事要办好"] }]));
    parts.clock.advance(HOUR);
    expect(await gather(parts)).toMatchObject([{ added: 1 }]);
  });

  it("waits as long as a server asks it to", async () => {
    const { world, parts } = await start([]);
    world.serve(A.url, new JuyaoError("http-rate-limited", { retryAfterMs: 5 * HOUR }));
    await gather(parts);
    parts.clock.advance(4 * HOUR);
    expect(await gather(parts)).toEqual([]);
  });

  it("asks with the validators of the last round, and 304 changes nothing", async () => {
    const { world, parts } = await start([]);
    world.serve(A.url, rss([{ id: "1", measures: ["扩大有效投资"] }]), { etag: '"1"' });
    await gather(parts);
    parts.clock.advance(HOUR);
    expect(await gather(parts)).toMatchObject([{ added: 0, updated: 0 }]);
    expect((await parts.store.listChecks())[0]).toMatchObject({ etag: '"1"', failures: 0 });
  });

  it("reads only the newest of a new feed's past, and never takes the rest for new", async () => {
    const items = Array.from({ length: 8 }, (_, i) => ({ id: `${i}`, measures: [`办理第${i}件实事`] }));
    const { world, parts } = await start(items);
    expect(await gather(parts)).toMatchObject([{ added: 3, backfill: true }]);
    parts.clock.advance(HOUR);
    expect(await gather(parts)).toMatchObject([{ added: 0 }]);
    world.serve(A.url, rss([{ id: "new", measures: ["办理一件新事"] }, ...items]));
    parts.clock.advance(HOUR);
    expect(await gather(parts)).toMatchObject([{ added: 1, backfill: false }]);
  });

  it.each([
    ["its date", (item: string) => item.replace("<guid>", "<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate><guid>")],
    ["its title", (item: string) => item.replaceAll("标题1", "标题1（更新）")],
    ["its guid", (item: string) => item.replace("<guid>1", "<guid>changed-1")],
    ["its tracking parameters", (item: string) => item.replace("1.html", "1.html?utm_source=feed&amp;spm=9")],
    ["its address", (item: string) => item.replace("site.test/1.html", "site.test/2026/1.html")],
  ])("takes an entry for the same article when the source changes %s", async (_, change) => {
    const { world, parts } = await start([]);
    const feed = rss([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]);
    world.serve(A.url, feed);
    await gather(parts);
    parts.clock.advance(HOUR);
    world.serve(A.url, change(feed));
    expect(change(feed)).not.toBe(feed);
    expect(await gather(parts)).toMatchObject([{ added: 0 }]);
    expect(await parts.store.countArchive()).toEqual({ articles: 1, measures: 2 });
  });

  it("takes another article under a used guid for what it is", async () => {
    const { world, parts } = await start([{ id: "1", measures: ["扩大有效投资"] }]);
    await gather(parts);
    parts.clock.advance(HOUR);
    world.serve(A.url, rss([{ id: "2", measures: ["稳定外贸订单"] }]).replace("<guid>2", "<guid>1"));
    expect(await gather(parts)).toMatchObject([{ added: 1 }]);
  });

  it("sees the articles of one round in the order in which they were published", async () => {
    const { parts } = await start([]);
    const dated = (id: string, day: string) =>
      `<item><title>${id}</title><link>https://site.test/${id}.html</link><guid>${id}</guid><pubDate>${day} Nov 2026 08:00:00 GMT</pubDate><description><![CDATA[${fullText({ id, measures: [`办好${id}号实事`] })}]]></description></item>`;
    const feed = `<rss version="2.0"><channel><title>源</title>${dated("新", "19")}${dated("旧", "17")}${dated("中", "18")}</channel></rss>`;
    await gather({
      ...parts,
      fetch: async (url) => ({ url, status: 200, headers: {}, body: new TextEncoder().encode(feed) }),
    });
    const pending = await parts.store.pending(channelNamed("test:c"));
    expect(pending.map(({ article }) => article.title)).toEqual(["旧", "中", "新"]);
  });

  it("does not repeat a date that cannot be", async () => {
    const dates = ["Thu, 01 Jan 1970 00:00:00 GMT", "2027-03-01", "2026-11-21 08:00", "2026-11-19"];
    const items = dates.map((date, i) => ({ id: `${i}`, date, measures: [`扩大第${i}项投资`, `稳定第${i}批订单`] }));
    const { parts } = await start(items);
    await gather(parts);
    const dateOf = async (_: string, i: number) =>
      (await parts.store.findArticle(`https://site.test/${i}.html`))?.article.publishedAt;
    expect(await Promise.all(dates.map(dateOf))).toEqual([
      undefined,
      undefined,
      // Tomorrow is what a wrong time zone makes of today.
      "2026-11-21T00:00:00.000Z",
      "2026-11-18T16:00:00.000Z",
    ]);
  });

  it("does not ask again for a page that will not be there, where the feed tells nothing of it", async () => {
    const { world, parts } = await start([]);
    world.serve(A.url, rss([{ id: "1" }], { full: false }));
    await gather(parts);
    parts.clock.advance(HOUR);
    expect(await gather(parts)).toMatchObject([{ added: 0, fresh: 0 }]);
    expect(world.requests.filter((url) => url.endsWith("1.html"))).toHaveLength(1);
  });

  it("does not take an entry that it tries again for news each time", async () => {
    const { world, parts } = await start([]);
    world.serve(A.url, rss([{ id: "1" }], { full: false }));
    world.serve("https://site.test/1.html", new JuyaoError("http-timeout"));
    for (let round = 0; round < 2; round++) {
      expect(await gather(parts)).toMatchObject([{ added: 0, fresh: 0, missed: 1 }]);
      parts.clock.advance(HOUR);
    }
  });

  it("leaves paused feeds alone", async () => {
    const { world, parts } = await start([{ id: "1", measures: ["扩大有效投资"] }], feedNamed("a", { paused: true }));
    expect(await gather(parts)).toEqual([]);
    expect(world.requests).toEqual([]);
  });

  it.each([
    ["terminal:user", true],
    ["config", false],
  ])("pauses a feed that is gone for good, if it was added by hand: %s", async (addedBy, paused) => {
    const { world, parts } = await start([], feedNamed("a", { addedBy }));
    world.serve(A.url, new JuyaoError("http-gone"));
    await gather(parts);
    expect(await parts.store.listFeeds()).toMatchObject([{ paused }]);
  });

  it.each([
    ["terminal:user", "https://moved.test/rss.xml"],
    ["config", A.url],
  ])("follows a feed that has moved for good, unless the file says where it is: %s", async (addedBy, url) => {
    const { parts, world } = await start([{ id: "1", measures: ["扩大有效投资"] }], feedNamed("a", { addedBy }));
    const movedTo = "https://moved.test/rss.xml";
    const fetch: typeof world.fetch = async (from, options) => ({ ...(await world.fetch(from, options)), movedTo });
    await gather({ ...parts, fetch });
    expect(await parts.store.listFeeds()).toMatchObject([{ url }]);
  });

  it("does not follow a move to where there is no feed", async () => {
    const { world, parts } = await start([], feedNamed("a", { addedBy: "terminal:user" }));
    world.serve(A.url, "<html><body>此域名出售</body></html>");
    const fetch: typeof world.fetch = async (from, options) => ({
      ...(await world.fetch(from, options)),
      movedTo: "https://parked.test/",
    });
    expect(await gather({ ...parts, fetch })).toMatchObject([{ error: { code: "feed-not-a-feed" } }]);
    expect(await parts.store.listFeeds()).toMatchObject([{ url: A.url }]);
  });

  it("names a feed whose characters cannot be read, and when they can again", async () => {
    const { world, parts } = await start([]);
    const cause = async () => (await parts.store.listChecks())[0]?.cause;
    world.serve(
      A.url,
      rss([{ id: "1", title: "\ufffd\ufffd业\ufffd\ufffd\ufffd\ufffd\ufffd", measures: ["扩大有效投资"] }]),
    );
    await gather(parts);
    expect(await cause()).toBe("feed-garbled");
    world.serve(A.url, rss([{ id: "1", measures: ["扩大有效投资"] }]));
    parts.clock.advance(HOUR);
    await gather(parts);
    expect(await cause()).toBeUndefined();
  });

  it("tells that a busy feed has fallen silent, and when it speaks again", async () => {
    const { world, parts } = await start([]);
    const items = (from: number) =>
      Array.from({ length: 8 }, (_, i) => {
        const day = new Date(Date.UTC(2026, 10, 19, from - i * 6)).toUTCString();
        return `<item><title>${from}-${i}</title><link>https://site.test/${from}-${i}.html</link><guid>${from}-${i}</guid><pubDate>${day}</pubDate><description>一是办好实事。</description></item>`;
      });
    const cause = async () => (await parts.store.listChecks())[0]?.cause;
    const feed = (list: string[]) => `<rss version="2.0"><channel><title>源</title>${list.join("")}</channel></rss>`;
    world.serve(A.url, feed(items(0)));
    await gather(parts);
    parts.clock.advance(6 * 24 * HOUR);
    await gather(parts);
    expect(await cause()).toBe("feed-silent");
    world.serve(A.url, feed([...items(5).slice(0, 1), ...items(0)]));
    parts.clock.advance(2 * HOUR);
    await gather(parts);
    expect(await cause()).toBeUndefined();
  });

  it("keeps no validators of a round that was cut off, so that nothing is lost behind a 304", async () => {
    const { world, parts, headlines } = await start([]);
    const items = [
      { id: "1", measures: ["扩大有效投资"] },
      { id: "2", measures: ["稳定外贸订单"] },
    ];
    world.serve(A.url, rss(items), { etag: '"1"' });
    const stop = new AbortController();
    const archive = parts.store.archive;
    const cutOff = {
      ...parts.store,
      archive: async (record: Parameters<typeof archive>[0]) => {
        const outcome = await archive(record);
        stop.abort(new Error("killed"));
        return outcome;
      },
    };
    await expect(gather({ ...parts, store: cutOff }, { signal: stop.signal })).rejects.toThrow("killed");
    expect(await headlines()).toHaveLength(1);
    expect(await gather(parts)).toMatchObject([{ added: 1, updated: 0 }]);
    expect(await headlines()).toHaveLength(2);
  });
});

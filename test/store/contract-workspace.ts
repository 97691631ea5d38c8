/** Several workspaces over one archive: each is told of its own feeds, as if those of the others were not there. */
import { expect, test } from "vitest";
import type { Feed } from "../../src/model.ts";
import type { Store } from "../../src/ports.ts";
import type { Subject } from "./contract.ts";
import { deliver, makeChannel, makeFeed, makeQuery, makeRecord, pendingIds, type RecordSample } from "./sample.ts";

const A = "slack:T1";
const B = "slack:T2";
const channelOf = (workspace: string, more: object = {}) =>
  makeChannel({ id: `${workspace}/C1`, from: "now", ...more });
const CHANNELS = { A: channelOf(A), B: channelOf(B), own: makeChannel({ id: "discord:1", from: "now" }) };

const feedOf = (workspace: string, id: string, more: Partial<Feed> = {}): Feed =>
  makeFeed({ id, url: `https://${id}.example/rss`, title: `源${id}`, addedBy: `${workspace}/U1`, workspace, ...more });

/** A common feed, one of each workspace, and one of the operator that was added by hand. */
async function fill({ store }: Subject): Promise<void> {
  await store.putFeed(makeFeed({ id: "common", addedBy: "config" }));
  await store.putFeed(feedOf(A, "a"));
  await store.putFeed(feedOf(B, "b"));
  await store.putFeed(feedOf("", "own", { addedBy: "discord:U1" }));
  for (const channel of Object.values(CHANNELS)) await store.seeChannel(channel.id);
}

const bring = (store: Store, feedId: string, name: string, more: RecordSample = {}) =>
  store.archive(makeRecord(name, { feedId, entryId: `${feedId}-${name}`, ...more }));

async function lookIds(store: Store, workspace: string, over: object = {}): Promise<string[]> {
  const carriedBy = await store.seenFeeds(workspace);
  const { articles } = await store.search(makeQuery({ ...over, carriedBy }));
  return articles.map(({ article }) => article.id).sort();
}

function feedsOfWorkspaces(subject: () => Subject): void {
  test("a feed is listed where it was added, a common one everywhere", async () => {
    await fill(subject());
    const { store } = subject();
    const listed = async (workspace?: string) => (await store.listFeeds(workspace)).map(({ id }) => id);
    expect(await listed(A)).toEqual(["common", "a"]);
    expect(await listed(B)).toEqual(["common", "b"]);
    expect(await listed("")).toEqual(["common", "own"]);
    expect(await listed("slack:T3")).toEqual(["common"]);
    expect(await listed()).toEqual(["common", "a", "b", "own"]);
  });

  test("an address that two workspaces add is one feed, which each pauses and removes for itself", async () => {
    const { store } = subject();
    const first = await store.shareFeed(feedOf(A, "a"));
    const second = await store.shareFeed(feedOf(B, "other", { url: "https://A.example/rss#top" }));
    expect([first.id, second.id]).toEqual(["a", "a"]);
    expect(await store.listFeeds()).toHaveLength(1);
    expect((await store.listFeeds(B))[0]).toMatchObject({ addedBy: `${B}/U1`, workspace: B });
    await store.changeFeed("a", { paused: true }, A);
    expect((await store.listFeeds(A))[0]?.paused).toBe(true);
    expect((await store.listFeeds(B))[0]?.paused).toBe(false);
    expect((await store.listFeeds())[0]?.paused).toBe(false);
    await store.changeFeed("a", { paused: true, url: "https://moved.example/rss" });
    expect((await store.listFeeds(B))[0]).toMatchObject({ paused: true, url: "https://moved.example/rss" });
    expect(await store.removeFeed("a", A)).toBe(true);
    expect(await store.listFeeds(A)).toEqual([]);
    expect(await store.listFeeds(B)).toHaveLength(1);
    expect(await store.removeFeed("a", B)).toBe(true);
    expect(await store.listFeeds()).toEqual([]);
  });

  test("an id that another feed has is made longer", async () => {
    const { store } = subject();
    await store.shareFeed(feedOf(A, "a"));
    const other = await store.shareFeed(feedOf(B, "a", { url: "https://else.example/rss" }));
    expect(other.id).toBe("a-2");
    expect((await store.listFeeds(A))[0]?.url).toBe("https://a.example/rss");
  });
}

function digestsOfWorkspaces(subject: () => Subject): void {
  test("a channel is told of what its workspace's feeds bring, and of what is common", async () => {
    await fill(subject());
    const { store } = subject();
    for (const id of ["common", "a", "b", "own"]) await bring(store, id, `由${id}`);
    expect(await pendingIds(store, CHANNELS.A)).toEqual(["由common", "由a"]);
    expect(await pendingIds(store, CHANNELS.B)).toEqual(["由common", "由b"]);
    expect(await pendingIds(store, CHANNELS.own)).toEqual(["由common", "由own"]);
    const watch = makeChannel({ id: "watch 1", postTo: CHANNELS.A.id, from: "all", words: ["充电"] });
    expect(await pendingIds(store, watch)).toEqual(["由common", "由a"]);
    for (const from of ["all", "last 9", "since 2020-01-01"] as const)
      expect((await pendingIds(store, channelOf(B, { id: `${B}/${from}`, from }))).sort()).toEqual(["由b", "由common"]);
  });

  test("what another workspace had before is news where a feed brings it first, under that feed's name", async () => {
    await fill(subject());
    const { store } = subject();
    await bring(store, "a", "共");
    const late = channelOf(B, { id: `${B}/C9` });
    await store.seeChannel(late.id);
    expect(await pendingIds(store, late)).toEqual([]);
    await bring(store, "b", "共");
    const [told] = await store.pending(late);
    expect(told).toMatchObject({ feedId: "b", source: "源b" });
    await deliver(store, late.id, "s", ["共"]);
    expect((await store.deliveredSince(late.id, "2020-01-01T00:00:00.000Z"))[0]).toMatchObject({ source: "源b" });
    expect(await pendingIds(store, CHANNELS.A)).toEqual(["共"]);
  });

  test("backfill of one workspace is no news there when another's feed brings the same", async () => {
    await fill(subject());
    const { store } = subject();
    await bring(store, "a", "旧", { backfill: true });
    await bring(store, "b", "旧");
    expect(await pendingIds(store, CHANNELS.A)).toEqual([]);
    expect(await pendingIds(store, CHANNELS.B)).toEqual(["旧"]);
    await bring(store, "a", "新");
    await bring(store, "b", "新", { backfill: true });
    expect(await pendingIds(store, CHANNELS.A)).toEqual(["新"]);
    expect(await pendingIds(store, CHANNELS.B)).toEqual(["旧"]);
    await bring(store, "common", "新");
    expect(await pendingIds(store, CHANNELS.B)).toEqual(["旧", "新"]);
  });

  test("who adds a feed that is there already is told of none of its past, and of all that follows", async () => {
    await fill(subject());
    const { store } = subject();
    await bring(store, "a", "往期");
    await store.shareFeed(feedOf(B, "x", { url: "https://a.example/rss" }));
    expect(await pendingIds(store, CHANNELS.B)).toEqual([]);
    expect(await pendingIds(store, channelOf(B, { id: `${B}/all`, from: "all" }))).toEqual([]);
    expect(await lookIds(store, B)).toEqual(["往期"]);
    await bring(store, "a", "以后");
    expect(await pendingIds(store, CHANNELS.B)).toEqual(["以后"]);
    await store.removeFeed("a", B);
    await bring(store, "a", "不再");
    expect(await pendingIds(store, CHANNELS.B)).toEqual([]);
    expect(await pendingIds(store, CHANNELS.A)).toEqual(["往期", "以后", "不再"]);
    await store.shareFeed(feedOf(B, "x", { url: "https://a.example/rss" }));
    expect(await pendingIds(store, CHANNELS.B)).toEqual([]);
  });

  test("what a feed brought before it was added is news where another feed brings it after that", async () => {
    await fill(subject());
    const { store } = subject();
    const channel = channelOf(B, { id: `${B}/C9` });
    await bring(store, "a", "共");
    await store.seeChannel(channel.id);
    await store.shareFeed(feedOf(B, "x", { url: "https://a.example/rss" }));
    expect(await pendingIds(store, channel)).toEqual([]);
    await bring(store, "b", "共");
    expect(await pendingIds(store, channel)).toEqual(["共"]);
  });

  test("a muted source is muted although another workspace's feed carries the same", async () => {
    await fill(subject());
    const { store } = subject();
    await bring(store, "a", "共");
    await bring(store, "b", "共");
    expect(await pendingIds(store, channelOf(A, { notSources: ["a"] }))).toEqual([]);
  });

  test("what was pending is pending still once another workspace adds its first feed", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    await store.archive(makeRecord("之前"));
    await store.seeChannel(CHANNELS.own.id);
    // Its entry is soon another article's: some feeds number their places.
    await store.archive(makeRecord("甲", { entryId: "place" }));
    await store.archive(makeRecord("乙", { entryId: "place", measures: [{ headline: "修建另一座完全不同的泵站" }] }));
    const before = await pendingIds(store, CHANNELS.own);
    expect(before).toEqual(["甲", "乙"]);
    await store.putFeed(feedOf(A, "a"));
    expect(await pendingIds(store, CHANNELS.own)).toEqual(before);
  });
}

function lookUpsOfWorkspaces(subject: () => Subject): void {
  test("look-ups find what the feeds of the workspace carry", async () => {
    await fill(subject());
    const { store } = subject();
    for (const id of ["common", "a", "b", "own"]) await bring(store, id, `由${id}`);
    await bring(store, "b", "共");
    await bring(store, "a", "共");
    for (const over of [{}, { words: ["充电"] }, { words: ["充"] }]) {
      expect(await lookIds(store, A, over)).toEqual(["共", "由a", "由common"].sort());
      expect(await lookIds(store, "slack:T3", over)).toEqual(["由common"]);
    }
    const seen = await store.seenFeeds(A);
    expect(await store.count(makeQuery({ carriedBy: seen }))).toBe(3);
    expect(await store.countArchive(seen)).toEqual({ articles: 3, measures: 3 });
    expect(await store.findArticle("https://ministry.example/由b.html", seen)).toBeUndefined();
    expect(await store.findArticle("https://ministry.example/共.html", seen)).toMatchObject({ source: "源a" });
    const { articles } = await store.search(makeQuery({ carriedBy: seen }));
    expect(articles.map(({ source }) => source).sort()).toEqual(["部委要闻", "源a", "源a"].sort());
  });

  test("an article is found by a feed that brought it, though its entry is another article's by now", async () => {
    await fill(subject());
    const { store } = subject();
    await bring(store, "a", "共");
    await bring(store, "b", "共", { entryId: "place" });
    await bring(store, "b", "后", { entryId: "place", measures: [{ headline: "修建另一座完全不同的泵站" }] });
    await bring(store, "a", "共", { measures: [{ headline: "改建同一座充电站" }] });
    expect(await lookIds(store, B, { words: ["充电站"] })).toEqual(["共"]);
  });

  test("one workspace alone sees all there is, without asking for it", async () => {
    const { store } = subject();
    await store.putFeed(makeFeed());
    await store.putFeed(feedOf("", "own"));
    await store.removeFeed("own", "");
    expect(await store.seenFeeds("")).toBeUndefined();
  });
}

export function workspaceContract(subject: () => Subject): void {
  feedsOfWorkspaces(subject);
  digestsOfWorkspaces(subject);
  lookUpsOfWorkspaces(subject);
}

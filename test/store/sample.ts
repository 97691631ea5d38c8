/** Builders of nouns for the store's tests: give what matters, the rest is filled in. */
import type { Article, Channel, Check, Feed, Measure, Period } from "../../src/model.ts";
import type { ArchiveQuery, ArchiveRecord, Clock, Store } from "../../src/ports.ts";

/** A clock that stands until it is set. */
export interface TestClock extends Clock {
  set(iso: string): void;
}

export function createClock(iso = "2026-03-02T01:00:00.000Z"): TestClock {
  let now = new Date(iso);
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next);
    },
  };
}

export const makeFeed = (over: Partial<Feed> = {}): Feed => ({
  id: "ministry",
  kind: "feed",
  url: "https://ministry.example/rss.xml",
  title: "部委要闻",
  topics: ["制造业"],
  timezone: "Asia/Shanghai",
  paused: false,
  addedBy: "config",
  workspace: "",
  ...over,
});

export const makeCheck = (over: Partial<Check> = {}): Check => ({
  feedId: "ministry",
  checkedAt: "2026-03-02T01:00:00.000Z",
  nextAt: "2026-03-02T02:00:00.000Z",
  failures: 0,
  ...over,
});

export const makePeriod = (start: string, end: string): Period => ({
  grain: "range",
  start,
  end,
  text: "上半年",
  rule: "half",
  assumed: true,
});

interface MeasureSample {
  readonly headline: string;
  readonly detail?: string;
  readonly topics?: readonly string[];
  readonly periods?: readonly Period[];
  readonly score?: number;
}

export type RecordSample = Partial<Omit<ArchiveRecord, "article" | "measures">> & {
  readonly article?: Partial<Article>;
  readonly measures?: readonly MeasureSample[];
};

/** An archive record called `name`; the text is made of its measures. */
export function makeRecord(name: string, sample: RecordSample = {}): ArchiveRecord {
  const id = sample.article?.id ?? name;
  let text = `${name}。`;
  const append = (clause: string) => {
    const start = text.length;
    text += `${clause}。`;
    return { start, end: start + clause.length };
  };
  const measures: Measure[] = (sample.measures ?? [{ headline: "扩大充电设施覆盖" }]).map((given, index) => ({
    id: `${id}-${index + 1}`,
    articleId: id,
    ordinal: index + 1,
    level: 1,
    list: 0,
    kind: "measure",
    headline: append(given.headline),
    detail: given.detail === undefined ? undefined : append(given.detail),
    topics: given.topics ?? ["制造业"],
    periods: given.periods ?? [],
    score: given.score ?? 0.8,
    reasons: ["cue"],
  }));
  return {
    feedId: sample.feedId ?? "ministry",
    entryId: sample.entryId ?? `entry-${name}`,
    fingerprint: sample.fingerprint ?? "f1",
    backfill: sample.backfill ?? false,
    article: {
      id,
      url: `https://ministry.example/${name}.html`,
      title: `关于${name}的通知`,
      issuer: "示例部",
      publishedAt: "2026-03-01T02:00:00.000Z",
      publishedOn: "2026-03-01",
      seenAt: "2026-03-02T01:00:00.000Z",
      language: "zh-Hans",
      text,
      removed: [{ reason: "navigation", text: "首页" }],
      ...sample.article,
    },
    measures,
  };
}

export const makeChannel = (over: Partial<Channel> = {}): Channel => ({
  id: "terminal:main",
  addedBy: "config",
  crons: ["0 9 * * *"],
  workdays: false,
  notTopics: [],
  sources: [],
  notSources: [],
  sayNothing: false,
  timezone: "Asia/Shanghai",
  topics: [],
  locale: "zh-CN",
  minScore: 0,
  limit: 20,
  from: "all",
  atStart: false,
  paused: false,
  ...over,
});

/** Claims the slot and marks these articles as delivered in one part. */
export async function deliver(store: Store, channel: string, slot: string, articleIds: string[]): Promise<string> {
  const delivery = await store.claim({ channel, slot, at: "2026-03-02T01:00:00.000Z" });
  if (!delivery) throw new Error(`slot ${slot} is taken`);
  await store.compose(delivery.id, [makePart(1)], articleIds);
  return delivery.id;
}

export const makePart = (ordinal: number) => ({
  key: `part-${ordinal}`,
  ordinal,
  document: { title: "摘要", blocks: [{ type: "divider" as const }] },
});

export const pendingIds = async (store: Store, channel: Channel): Promise<string[]> =>
  (await store.pending(channel)).map(({ article }) => article.id);

export const makeQuery = (over: Partial<ArchiveQuery> = {}): ArchiveQuery => ({
  words: [],
  about: [],
  publishedIn: [],
  limit: 100,
  ...over,
});

/** Headlines that a look-up shows, in its order. */
export async function searchHeadlines(store: Store, query: Partial<ArchiveQuery>): Promise<string[]> {
  const { articles } = await store.search(makeQuery(query));
  return articles.flatMap(({ article, measures }) =>
    measures.map(({ headline }) => article.text.slice(headline.start, headline.end)),
  );
}

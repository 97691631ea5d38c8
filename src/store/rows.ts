/** Rows to nouns, and how values are written in columns. */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Document } from "../document.ts";
import type { Article, Check, Delivery, Feed, Measure, Period, Removal, Watch } from "../model.ts";
import type { StoredPart } from "../ports.ts";
import type {
  ArticleRow,
  DeliveryRow,
  FeedCheckRow,
  FeedRow,
  Flag,
  MeasurePeriodRow,
  MeasureRow,
  PartRow,
  WatchRow,
} from "./schema.ts";

export const toFlag = (value: boolean): Flag => (value ? 1 : 0);

/** Topics are kept as lines with a line break at either end, so that one of them is found by a plain LIKE. */
export const joinLines = (values: readonly string[]): string => `${values.map((value) => `\n${value}`).join("")}\n`;
export const splitLines = (lines: string): string[] => lines.split("\n").slice(1, -1);

/** Whether a measure has this topic. */
export const hasTopic = (topic: string): RawBuilder<SqlBool> => {
  const line = joinLines([topic]).replace(/[\\%_]/g, "\\$&");
  return sql`measure.topics like ${`%${line}%`} escape '\\'`;
};

/** Parameters of one statement are limited; long lists go in pieces. */
const PIECE = 500;

export function* pieces<Item>(items: readonly Item[], size = PIECE): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

export const toFeed = (row: FeedRow): Feed => ({
  id: row.id,
  kind: row.kind,
  url: row.url,
  title: row.title,
  topics: splitLines(row.topics),
  timezone: row.timezone,
  paused: row.paused === 1,
  addedBy: row.added_by,
  workspace: row.workspace,
});

export const toCheck = (row: FeedCheckRow): Check => ({
  feedId: row.feed_id,
  checkedAt: row.checked_at,
  gatheredAt: row.gathered_at ?? undefined,
  freshAt: row.fresh_at ?? undefined,
  perDay: row.per_day ?? undefined,
  etag: row.etag ?? undefined,
  lastModified: row.last_modified ?? undefined,
  nextAt: row.next_at,
  failures: row.failures,
  failingSince: row.failing_since ?? undefined,
  cause: row.cause ?? undefined,
});

export const toWatch = (row: WatchRow): Watch => ({
  id: String(row.seq),
  channel: row.channel,
  user: row.user,
  words: splitLines(row.words),
  locale: row.locale,
  createdAt: row.created_at,
});

export const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  channel: row.channel,
  slot: row.slot,
  kind: row.kind,
  state: row.state,
  createdAt: row.created_at,
});

export const toPart = (row: PartRow): StoredPart => ({
  key: row.key,
  ordinal: row.ordinal,
  document: JSON.parse(row.document) as Document,
  state: row.state,
  messageId: row.message_id ?? undefined,
});

export const toArticle = (row: ArticleRow): Article => ({
  id: row.id,
  url: row.url,
  title: row.title,
  issuer: row.issuer ?? undefined,
  publishedAt: row.published_at ?? undefined,
  publishedOn: row.published_on ?? undefined,
  seenAt: row.seen_at,
  language: row.language,
  text: row.text,
  removed: JSON.parse(row.removed) as Removal[],
});

export const toPeriod = (row: MeasurePeriodRow): Period => ({
  grain: row.grain,
  start: row.start_on,
  end: row.end_on,
  text: row.text,
  rule: row.rule,
  assumed: row.assumed === 1,
});

export const toMeasure = (row: MeasureRow, articleId: string, periods: readonly Period[]): Measure => ({
  id: row.id,
  articleId,
  ordinal: row.ordinal,
  level: row.level,
  list: row.list,
  kind: row.kind,
  headline: { start: row.headline_start, end: row.headline_end },
  detail:
    row.detail_start === null || row.detail_end === null ? undefined : { start: row.detail_start, end: row.detail_end },
  topics: splitLines(row.topics),
  periods,
  score: row.score,
  reasons: JSON.parse(row.reasons) as string[],
});

/**
 * The tables as types. Flags are 0 or 1; a column in `_ms` holds milliseconds since 1970 and exists for ordering and
 * comparing, the ISO text beside it is what was handed in; `seq` numbers rows in the order of their arrival.
 */
import type { Generated, Kysely, Selectable } from "kysely";

export type Flag = 0 | 1;

/** A removed feed stays as a nameplate: its articles keep their source, and what came from the demo stays known. */
interface FeedTable {
  seq: Generated<number>;
  id: string;
  kind: "feed" | "page";
  url: string;
  title: string;
  /** Lines, see `rows.ts`. */
  topics: string;
  timezone: string;
  paused: Flag;
  added_by: string;
  /** Of who added it last. */
  workspace: string;
  removed: Flag;
}

interface FeedCheckTable {
  feed_id: string;
  checked_at: string;
  gathered_at: string | null;
  fresh_at: string | null;
  per_day: number | null;
  etag: string | null;
  last_modified: string | null;
  next_at: string;
  failures: number;
  failing_since: string | null;
  cause: string | null;
}

interface ArticleTable {
  seq: Generated<number>;
  id: string;
  url: string;
  /** The feed that brought it first. */
  feed_id: string;
  backfill: Flag;
  title: string;
  issuer: string | null;
  published_at: string | null;
  /** Calendar date of publication in the time zone of the feed. */
  published_on: string | null;
  seen_at: string;
  seen_ms: number;
  /** Publication, else first seen: the order of look-ups. */
  shown_ms: number;
  read_at: string;
  language: "zh-Hans" | "zh-Hant" | "en";
  text: string;
  /** JSON of `Removal[]`. */
  removed: string;
  /** When its text last changed, or it was found to be withdrawn. */
  revised_at: string | null;
  /** When its page was last looked for, and since when it is missing. */
  looked_at: string | null;
  gone_at: string | null;
  withdrawn: Generated<Flag>;
}

/** What an article said before it was changed, kept if any channel was told of it. */
interface EditionTable {
  seq: Generated<number>;
  article_seq: number;
  title: string;
  text: string;
  replaced_at: string;
}

/** A measure that a channel does not want to see, by its words: numbers change when an article is read anew. */
interface HiddenTable {
  channel: string;
  article_seq: number;
  headline: string;
}

interface WatchTable {
  seq: Generated<number>;
  channel: string;
  user: string;
  /** Lines, see `rows.ts`. */
  words: string;
  locale: string;
  created_at: string;
}

interface EntryTable {
  feed_id: string;
  entry_id: string;
  fingerprint: string;
  /** Null for an entry that was passed over. */
  article_seq: number | null;
  /** When it was passed over, if it was. */
  passed_at: string | null;
}

/** Which feed brought which article, in the order in which that was first seen, and whether only as backfill. */
interface ArrivalTable {
  seq: Generated<number>;
  article_seq: number;
  feed_id: string;
  backfill: Flag;
}

/** A feed that was added by hand, and who has it. Feeds of the file and of the demo are common and have no row. */
interface HoldingTable {
  workspace: string;
  feed_id: string;
  added_by: string;
  paused: Flag;
  removed: Flag;
  /** What the feed had brought before is no news here. */
  arrival_seq: number;
}

/** What a workspace that installed the bot granted it, sealed with the key of the environment. */
interface WorkspaceGrantTable {
  workspace: string;
  sealed: string;
  granted_at: string;
}

interface MeasureTable {
  /** By the day its article is shown under, see `number.ts`. */
  seq: number;
  article_seq: number;
  id: string;
  ordinal: number;
  level: 1 | 2;
  list: number;
  kind: "measure" | "finding" | "other";
  headline_start: number;
  headline_end: number;
  detail_start: number | null;
  detail_end: number | null;
  /** Lines, see `rows.ts`. */
  topics: string;
  score: number;
  /** JSON of `string[]`. */
  reasons: string;
}

/** Periods that some measure is about and that are no part of the calendar: weeks, plans of five years. */
interface IrregularPeriodTable {
  start_on: string;
  end_on: string;
}

interface MeasurePeriodTable {
  measure_seq: number;
  ordinal: number;
  grain: "day" | "week" | "month" | "quarter" | "half" | "year" | "range";
  start_on: string;
  end_on: string;
  text: string;
  rule: string;
  assumed: Flag;
}

/** When a channel was first seen: by the clock, and after which article and arrival, which settle the same millisecond. */
interface ChannelTable {
  id: string;
  seen_ms: number;
  article_seq: number;
  arrival_seq: Generated<number>;
  /** JSON of a channel that was subscribed from a chat. */
  settings: string | null;
}

/** What somebody was told of and has not healed. */
interface NoticeTable {
  key: string;
  cause: string;
}

/** A run of a job that one replica took. */
interface RunTable {
  key: string;
  won_ms: number;
}

interface DeliveryTable {
  id: string;
  channel: string;
  slot: string;
  kind: Generated<"digest" | "weekly" | "correction" | "nothing">;
  state: "pending" | "sending" | "sent" | "failed";
  created_at: string;
  created_ms: number;
}

interface PartTable {
  delivery_id: string;
  key: string;
  ordinal: number;
  /** JSON of `Document`. */
  document: string;
  state: "pending" | "sending" | "sent" | "failed";
  message_id: string | null;
}

interface DeliveredTable {
  channel: string;
  article_seq: number;
  delivery_id: string;
}

export interface Tables {
  feed: FeedTable;
  feed_check: FeedCheckTable;
  article: ArticleTable;
  entry: EntryTable;
  arrival: ArrivalTable;
  holding: HoldingTable;
  workspace_grant: WorkspaceGrantTable;
  measure: MeasureTable;
  measure_period: MeasurePeriodTable;
  irregular_period: IrregularPeriodTable;
  channel: ChannelTable;
  notice: NoticeTable;
  run: RunTable;
  delivery: DeliveryTable;
  part: PartTable;
  delivered: DeliveredTable;
  edition: EditionTable;
  hidden: HiddenTable;
  watch: WatchTable;
}

export type Database = Kysely<Tables>;
export type FeedRow = Selectable<FeedTable>;
export type FeedCheckRow = Selectable<FeedCheckTable>;
export type ArticleRow = Selectable<ArticleTable>;
export type MeasureRow = Selectable<MeasureTable>;
export type MeasurePeriodRow = Selectable<MeasurePeriodTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type PartRow = Selectable<PartTable>;
export type WatchRow = Selectable<WatchTable>;

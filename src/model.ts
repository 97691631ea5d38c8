/** The nouns of Juyao. This file imports nothing and everything may import it. Times are ISO 8601 strings in UTC. */

/** Half-open range of UTF-16 code units `[start, end)` in `Article.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What an admin configured: a feed (RSS, Atom, JSON Feed) or a page whose list of links is read as a feed. */
export interface Feed {
  readonly id: string;
  readonly kind: "feed" | "page";
  readonly url: string;
  readonly title: string;
  readonly topics: readonly string[];
  /** IANA zone in which a date without a zone is read. */
  readonly timezone: string;
  readonly paused: boolean;
  /** `config` for the YAML file, `sample` for the demo, else the id of the user who added it. */
  readonly addedBy: string;
  /** Whose it is, see `workspaceOf`. What the file and the demo bring is common to all. */
  readonly workspace: string;
}

/** What the machine knows of a feed after looking at it. `gatheredAt` is the last round that was stored to its end. */
export interface Check {
  readonly feedId: string;
  readonly checkedAt: string;
  readonly gatheredAt?: string | undefined;
  /** When it last had an entry that was new. */
  readonly freshAt?: string | undefined;
  /** Entries a day that are usual for it. */
  readonly perDay?: number | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly nextAt: string;
  /** Failures in a row; 0 while healthy. */
  readonly failures: number;
  /** When the first of these failures was. */
  readonly failingSince?: string | undefined;
  /** The error code of what is wrong; a feed may be read without failure and still be silent. */
  readonly cause?: string | undefined;
}

/** Atom's word for one item of a feed. `content` is the full text as HTML where the feed carries it. */
export interface Entry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly publishedAt?: string | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
}

export type Language = "zh-Hans" | "zh-Hant" | "en";

/** Something that was cut out of the raw text, and why; `why <url>` prints it. */
export interface Removal {
  /** Name of the rule. */
  readonly reason: string;
  readonly text: string;
}

/** A text that was read, cleaned. `text` is what every Span points into. */
export interface Article {
  /** Derived from the canonical URL. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** The body that issued it, by its full official name. */
  readonly issuer?: string | undefined;
  readonly publishedAt?: string | undefined;
  /** The calendar date of it where its source is, which is what the source says; known of archived articles. */
  readonly publishedOn?: string | undefined;
  /** First seen by this installation; digests are ordered by it, never by the date of the source. */
  readonly seenAt: string;
  readonly language: Language;
  readonly text: string;
  readonly removed: readonly Removal[];
}

/** `measure`: an actor decides, requires, will do. `finding`: a state of affairs. `other`: principles, reasons, dates. */
export const MEASURE_KINDS = ["measure", "finding", "other"] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** 举措: a clause that stands word for word in its article. */
export interface Measure {
  readonly id: string;
  readonly articleId: string;
  /** 1, 2, … in the order of the text. */
  readonly ordinal: number;
  readonly level: 1 | 2;
  /** Number of the list in the article (1, 2, …); 0 for running text. */
  readonly list: number;
  readonly kind: MeasureKind;
  readonly headline: Span;
  readonly detail?: Span | undefined;
  readonly topics: readonly string[];
  readonly periods: readonly Period[];
  /** 0 to 1: how surely an editor would print it. */
  readonly score: number;
  /** The rules and weighed features that spoke for or against it: `list:一是`, `figure +0.80`. */
  readonly reasons: readonly string[];
}

/** A measure before it has an article: what `extractMeasures` returns. */
export type MeasureDraft = Omit<Measure, "id" | "articleId" | "topics" | "periods">;

/** Why something that looked like a measure, or like a list of them, is none. */
export type DropReason =
  | "below-threshold"
  | "repeated"
  | "beyond-most"
  | "overlaps"
  | "no-list"
  | "crosses-list"
  | "too-deep"
  | "topic"
  | "question"
  | "breaks-off"
  | "denied"
  | "if-passed"
  | "too-short";

export type Grain = "day" | "week" | "month" | "quarter" | "half" | "year" | "range";

/** A stretch of calendar dates `[start, end)` (`2022-01-01`) as some text mentions it. */
export interface Period {
  readonly grain: Grain;
  readonly start: string;
  readonly end: string;
  /** The words as they stand in the text. */
  readonly text: string;
  /** Name of the rule that read it. */
  readonly rule: string;
  /** True where the year is not written but inferred. */
  readonly assumed: boolean;
}

/** What a new channel gets first: only what comes from now on, all that is there, the last articles, or those since a day. */
export type ChannelStart = "now" | "all" | `last ${number}` | `since ${string}`;

/** Hours of the day in the channel's zone, `22:00`; over midnight where `to` is the smaller. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** The operator's own workspace: the file, the command line, and every chat that a token of the environment connects. */
export const OWN_WORKSPACE = "";

/**
 * The workspace that a channel or a user belongs to: `slack:T1` for `slack:T1/C1`, which installed the bot by itself;
 * the operator's own for `slack:C1`.
 */
export const workspaceOf = (address: string): string => /^([a-z]+:[^/\s]+)\//.exec(address)?.[1] ?? OWN_WORKSPACE;

/** What an address is reached through: `slack:T1` for `slack:T1/C1`, `slack` for `slack:C1`. */
export const homeOf = (address: string): string => workspaceOf(address) || (address.split(":")[0] ?? "");

/** 频道: where digests go. `id` is always `adapter:id`, or `adapter:workspace/id`. */
export interface Channel {
  readonly id: string;
  /** `config` for the YAML file, else the id of the user who subscribed it. */
  readonly addedBy: string;
  /** One slot each: a morning and an evening digest are two. */
  readonly crons: readonly string[];
  /** When a 周报 looks back on the week, if at all. */
  readonly weekly?: string | undefined;
  readonly timezone: string;
  /** Only on Chinese working days, the make-up days of 调休 among them. */
  readonly workdays: boolean;
  /** A slot that falls into these hours is posted when they end. */
  readonly quiet?: QuietHours | undefined;
  /** Wanted topics and feed ids, all if empty; and those not wanted. */
  readonly topics: readonly string[];
  readonly notTopics: readonly string[];
  readonly sources: readonly string[];
  readonly notSources: readonly string[];
  readonly locale: string;
  readonly minScore: number;
  /** Measures in one digest at the most; the rest is counted as omitted. */
  readonly limit: number;
  readonly from: ChannelStart;
  /** Also post when the bot starts, not only by `crons`. */
  readonly atStart: boolean;
  /** Say 今日无新举措 at a slot without news. */
  readonly sayNothing: boolean;
  /** What becomes of a posted digest when an article in it is changed or withdrawn; nothing if left out. */
  readonly corrections?: "edit" | "post" | undefined;
  readonly paused: boolean;
  /** Of a watch: what must occur in a measure, and where it is posted, since its own id is no address. */
  readonly words?: readonly string[] | undefined;
  readonly postTo?: string | undefined;
}

/** 关注: words of which somebody wants to hear as soon as a new measure has them all. */
export interface Watch {
  readonly id: string;
  /** Where it is told, `slack:C1`. */
  readonly channel: string;
  readonly user: string;
  readonly words: readonly string[];
  readonly locale: string;
  readonly createdAt: string;
}

/** One article with its measures, as archive look-ups and digests hand it on. */
export interface ArchivedArticle {
  readonly article: Article;
  readonly measures: readonly Measure[];
  /** Title of the feed it came from first, and its id. */
  readonly source: string;
  readonly feedId: string;
}

/** Another place that carries the same story. */
export interface Repost {
  readonly articleId: string;
  readonly url: string;
  readonly title: string;
  readonly source: string;
}

export interface DigestArticle {
  readonly article: Article;
  readonly measures: readonly Measure[];
  /** Measures of this article that are not shown because it has too many. */
  readonly hidden: number;
  readonly source: string;
  readonly feedId: string;
  readonly alsoAt: readonly Repost[];
}

export interface DigestSection {
  /** Empty for what belongs to no topic. */
  readonly topic: string;
  readonly articles: readonly DigestArticle[];
}

/** 摘要: what one channel gets at one slot. */
export interface Digest {
  readonly channel: string;
  readonly slot: string;
  readonly sections: readonly DigestSection[];
  /** Measures left out because of the limit, `hidden` ones counted. */
  readonly omitted: number;
}

export type PartState = "pending" | "sending" | "sent" | "failed";

/** 周报 looks back on what was told, a correction takes it back, and `nothing` says that there is nothing new. */
export type DeliveryKind = "digest" | "weekly" | "correction" | "nothing";

/** One row a (channel, slot): the outbox. */
export interface Delivery {
  readonly id: string;
  readonly channel: string;
  readonly slot: string;
  readonly kind: DeliveryKind;
  readonly state: PartState;
  readonly createdAt: string;
}

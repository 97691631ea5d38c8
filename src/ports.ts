/** The doors of the house: types only. What stands behind each is chosen in `main.ts`. */
import type { Document } from "./document.ts";
import type {
  ArchivedArticle,
  Article,
  Channel,
  Check,
  Delivery,
  DeliveryKind,
  Feed,
  Measure,
  MeasureKind,
  PartState,
  Watch,
} from "./model.ts";

export interface Clock {
  now(): Date;
}

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface FetchOptions {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** `page`: an article or list page, which the site's robots.txt may forbid; a feed is made to be fetched. */
  readonly purpose?: "feed" | "page" | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Status is 200–299 or 304; everything else is thrown as a JuyaoError. Header names are lower case. */
export interface FetchResult {
  /** After redirects. */
  readonly url: string;
  /** Where it has moved for good: the end of the redirects, if all of them were permanent. */
  readonly movedTo?: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type Fetch = (url: string, options?: FetchOptions) => Promise<FetchResult>;

/** What one entry of one feed became. */
export interface ArchiveRecord {
  readonly feedId: string;
  readonly entryId: string;
  /** Hash of what the feed says of the entry: another one means that the entry changed. */
  readonly fingerprint: string;
  /** True for the first gathering of a feed that was added by hand: archived, never posted. */
  readonly backfill: boolean;
  readonly article: Article;
  readonly measures: readonly Measure[];
}

/** What the archive remembers of an entry. */
export interface SeenEntry {
  readonly entryId: string;
  readonly fingerprint: string;
  readonly articleId: string;
  /** When its article was first archived. */
  readonly seenAt: string;
  /** When its article was last read from the source. */
  readonly readAt: string;
}

export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** Where an answer ended: the next page goes on behind it, whatever was archived in between. */
export interface Place {
  readonly tier: number;
  readonly number: number;
}

export interface SourceNames {
  readonly issuers: readonly string[];
  /** Ids. */
  readonly feeds: readonly string[];
}

/** Words occur as they stand, in the folded text of one field; a latin word or a number only as a whole. */
export interface ArchiveQuery {
  /** All must occur, in any of headline, detail, title, issuer, document number, topics. */
  readonly words: readonly string[];
  /** Of each group one must occur. */
  readonly anyOf?: readonly (readonly string[])[] | undefined;
  /** None of these may occur. */
  readonly without?: readonly string[] | undefined;
  readonly kinds?: readonly MeasureKind[] | undefined;
  /** The measure has one of these topics; where none is called so, one whose name has the word. */
  readonly topics?: readonly string[] | undefined;
  /** One of these feeds carries the article. */
  readonly carriedBy?: readonly string[] | undefined;
  /** The issuer's name has one of these words, or one of these feeds carries the article. */
  readonly from?: SourceNames | undefined;
  /** The measure has none of these topics, and comes from none of these. */
  readonly notTopics?: readonly string[] | undefined;
  readonly notFrom?: SourceNames | undefined;
  /**
   * Calendar dates `[start, end)`. If either list holds anything, a measure must be about one of `about` (one of its
   * periods lies within it) or stand in an article published in one of `publishedIn`.
   */
  readonly about: readonly DateRange[];
  readonly publishedIn: readonly DateRange[];
  /** The measure is about none of these. */
  readonly notAbout?: readonly DateRange[] | undefined;
  /**
   * First those that have all words in the headline, then in headline and detail, then in the title as well; last those
   * that only have topics of such names.
   */
  readonly byField?: boolean | undefined;
  /** The names of topics do not count; of single characters they always do. Not together with `byField`. */
  readonly inText?: boolean | undefined;
  readonly limit: number;
  /** Measures to leave out from the beginning, or from behind `after`. */
  readonly offset?: number | undefined;
  readonly after?: Place | undefined;
}

/** Measures are counted exactly up to this many; a total of one more says that there are more. */
export const COUNTED = 1000;

export interface ArchiveAnswer {
  /** Newest first by the date of publication, else first seen. `measures` holds only those that match. */
  readonly articles: readonly ArchivedArticle[];
  /** Measures that match, over all pages, as far as they are counted. */
  readonly total: number;
  /** Where to go on; undefined after the last measure. */
  readonly next?: Place | undefined;
}

/** How many of the newest measures of an answer, `COUNTED` at the most, fall to each year and to each topic; most first. */
export interface Breakdown {
  readonly years: readonly (readonly [year: number, measures: number])[];
  readonly topics: readonly (readonly [topic: string, measures: number])[];
}

export interface FeedChange {
  readonly url?: string | undefined;
  readonly paused?: boolean | undefined;
}

export interface StoredPart {
  readonly key: string;
  readonly ordinal: number;
  readonly document: Document;
  readonly state: PartState;
  readonly messageId?: string | undefined;
}

export interface Claim {
  readonly channel: string;
  readonly slot: string;
  /** A digest, if left out. */
  readonly kind?: DeliveryKind | undefined;
  readonly at: string;
}

/** `feed nea`, `channel slack:C1`, `workspace slack:T1`, `adapter slack`, `disk`, and the code of what is wrong with it. */
export interface Notice {
  readonly key: string;
  readonly cause: string;
}

/** A measure that a channel does not want to see: its words in its article. */
export interface HiddenMeasure {
  readonly articleId: string;
  readonly headline: string;
}

export interface RevisedArticle {
  /** As it is now. */
  readonly archived: ArchivedArticle;
  readonly revisedAt: string;
  /** Its page is not there any more. */
  readonly withdrawn: boolean;
  /** What it was delivered with. */
  readonly delivery: Delivery;
}

/** What an article said until `replacedAt`. */
export interface Edition {
  readonly title: string;
  readonly text: string;
  readonly replacedAt: string;
}

export interface ArticleAddress {
  readonly articleId: string;
  readonly url: string;
}

/** What a workspace granted when it installed the bot. */
export interface Grant {
  /** `slack:T1` */
  readonly workspace: string;
  /** As its adapter wrote it; undefined where no key of ours opens the seal. */
  readonly secret: string | undefined;
  readonly grantedAt: string;
}

/** Grants, sealed on the disk. Without a key only `removeGrant` works; the others throw `secret-key-missing`. */
export interface Grants {
  listGrants(): Promise<readonly Grant[]>;
  /** Takes the place of what the workspace granted before. */
  putGrant(workspace: string, secret: string): Promise<void>;
  /** False if there was none. */
  removeGrant(workspace: string): Promise<boolean>;
}

/**
 * Where everything is kept. The demo (`feed.addedBy === "sample"`) is invisible to `pending` and to look-ups
 * as soon as any other feed exists.
 */
export interface Store extends Grants {
  /** All there are, or as one workspace has them: what is common, and what was added there. */
  listFeeds(workspace?: string): Promise<readonly Feed[]>;
  /** Inserts or replaces by id; `feed.workspace` has it now, if it was added by hand. */
  putFeed(feed: Feed): Promise<void>;
  /**
   * The same for a feed that somebody just named: where another workspace has its address already, it is that feed, read
   * once; an id that another feed has is made longer. Returns it as it is kept.
   */
  shareFeed(feed: Feed): Promise<Feed>;
  /** For one workspace, or for all who have it. */
  changeFeed(id: string, change: FeedChange, workspace?: string): Promise<void>;
  /**
   * Takes the feed from a workspace, or from all; once nobody has it, it is forgotten with its check. Its articles stay
   * in the archive. False if there was none.
   */
  removeFeed(id: string, workspace?: string): Promise<boolean>;
  /** The feeds whose articles a workspace sees; undefined where those are all. */
  seenFeeds(workspace: string): Promise<readonly string[] | undefined>;
  listChecks(): Promise<readonly Check[]>;
  putCheck(check: Check): Promise<void>;

  /** What is known of these entries of a feed, by entry id; what was passed over has an empty `articleId`. */
  seenEntries(feedId: string, entryIds: readonly string[]): Promise<ReadonlyMap<string, SeenEntry>>;
  /**
   * Stores article, measures and entry in one transaction. `unchanged`: same text and title as archived;
   * `updated`: its measures were replaced, first-seen kept.
   */
  archive(record: ArchiveRecord): Promise<"added" | "updated" | "unchanged">;
  /** Remembers entries that are too old to be read, so that they never count as new. They have no article. */
  passOver(feedId: string, entryIds: readonly string[], at: string): Promise<void>;
  /** `carriedBy`, here and below: only what one of these feeds carries, under the name of the first of them. */
  findArticle(url: string, carriedBy?: readonly string[]): Promise<ArchivedArticle | undefined>;
  search(query: ArchiveQuery): Promise<ArchiveAnswer>;
  /** Counts what `search` would find, `COUNTED + 1` at the most; `limit`, `offset` and `after` say nothing here. */
  count(query: ArchiveQuery): Promise<number>;
  breakDown(query: ArchiveQuery): Promise<Breakdown>;
  /** Names of the bodies that issued what look-ups can see, the busiest first. */
  listIssuers(carriedBy?: readonly string[]): Promise<readonly string[]>;
  /** Articles with measures, counted over what look-ups can see. */
  countArchive(carriedBy?: readonly string[]): Promise<{ readonly articles: number; readonly measures: number }>;

  /** Notes the cause of a trouble, or undefined once it has healed. True if that is news: who is told is told once. */
  changeNotice(key: string, cause: string | undefined): Promise<boolean>;
  /** What was told and has not healed. */
  listNotices(): Promise<readonly Notice[]>;

  /**
   * True for the first who asks for a run, on whatever replica: the others leave it out. `key` names the job and the
   * moment that was due.
   */
  winRun(key: string): Promise<boolean>;

  /** When a channel was first seen; now, if it never was. "From now on" begins there. */
  seeChannel(id: string): Promise<string>;
  /** Channels that were subscribed from a chat. */
  listChannels(): Promise<readonly Channel[]>;
  putChannel(channel: Channel): Promise<void>;
  /** Who subscribes again starts anew. False if there was none. */
  removeChannel(id: string): Promise<boolean>;

  /**
   * Everything for this channel that none of its deliveries holds yet, by first seen: all that is not backfill and
   * was archived after the channel was first seen; and, for a channel that does not start from `now` and has had no delivery yet
   * of what is visible now, what it starts from; `all` means everything but the backfill of feeds added by hand.
   */
  pending(channel: Channel): Promise<readonly ArchivedArticle[]>;
  /** Inserts the row of (channel, slot); undefined if somebody else has it. */
  claim(claim: Claim): Promise<Delivery | undefined>;
  /** Stores the rendered parts and marks the articles as delivered to the channel, in one transaction. */
  compose(
    deliveryId: string,
    parts: readonly Omit<StoredPart, "state">[],
    articleIds: readonly string[],
  ): Promise<void>;
  setPart(deliveryId: string, key: string, state: PartState, messageId?: string): Promise<void>;
  /** Deliveries of a channel that were claimed and are not sent to their end. */
  unfinished(channel: string): Promise<readonly Delivery[]>;
  parts(deliveryId: string): Promise<readonly StoredPart[]>;
  setDelivery(deliveryId: string, state: PartState): Promise<void>;
  /** All there are, by state; a state that none is in may be left out. */
  countDeliveries(): Promise<Readonly<Partial<Record<PartState, number>>>>;
  /** The latest digest, or look back on a week, that has parts. */
  lastDelivery(channel: string): Promise<Delivery | undefined>;
  /** The one of the same kind before it, in the same channel. */
  previousDelivery(delivery: Delivery): Promise<Delivery | undefined>;
  /** What was delivered to a channel since a moment: reposts of it are no news, and a weekly digest looks back on it. */
  deliveredSince(channel: string, since: string): Promise<readonly ArchivedArticle[]>;
  /** How many deliveries with anything to post were claimed since a moment. */
  countDelivered(channel: string, since: string): Promise<number>;

  /** Hides a measure of an article from what a channel is shown, or shows it again. False if it was so already. */
  setHidden(channel: string, measure: HiddenMeasure, hidden: boolean): Promise<boolean>;
  listHidden(channel: string): Promise<readonly HiddenMeasure[]>;

  /** Articles that were delivered to a channel and have changed or were withdrawn since; changes before `since` are left out. */
  listRevised(channel: string, since: string): Promise<readonly RevisedArticle[]>;
  /** What an article said before each change since a channel was first told of it, oldest first. */
  editions(articleId: string): Promise<readonly Edition[]>;
  /** Articles delivered to any of these channels since a moment whose pages nobody has looked for after `lookedBefore`. */
  listUnlooked(channels: readonly string[], since: string, lookedBefore: string): Promise<readonly ArticleAddress[]>;
  /** Notes whether an article's page is there. The second time in a row that it is not, the article is withdrawn. */
  noteLook(articleId: string, at: string, there: boolean): Promise<void>;

  /** The watch of these words in this channel, made if there is none. */
  addWatch(watch: Omit<Watch, "id">): Promise<Watch>;
  listWatches(): Promise<readonly Watch[]>;
  /** False if there was none. */
  removeWatch(id: string): Promise<boolean>;
  close(): Promise<void>;
}

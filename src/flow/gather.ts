/** One round: feeds due → entries → articles → measures → archive. One bad feed never stops the rest. */
import { type ErrorCode, JuyaoError } from "../errors.ts";
import { parseListing } from "../feed/listing.ts";
import { parseFeed } from "../feed/parse.ts";
import type { Check, Entry, Feed } from "../model.ts";
import type { Clock, Fetch, FetchResult, Log, SeenEntry, Store } from "../ports.ts";
import { decodeBytes } from "../text/decode.ts";
import type { AssignTopics } from "../topic/assign.ts";
import { fingerprintOf, type ReadInput, readPage, toArticle } from "./read.ts";

export interface GatherParts {
  readonly store: Store;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly assign: AssignTopics;
  /** Feeds read at the same time. */
  readonly concurrency: number;
  /** Articles read from the past of a new feed. */
  readonly backfill: number;
}

export interface FeedOutcome {
  readonly feed: Feed;
  /** Articles that were not in the archive. */
  readonly added: number;
  readonly updated: number;
  /** True if all of it is past: the feed was added by hand and is read for the first time. */
  readonly backfill: boolean;
  readonly error?: JuyaoError | undefined;
}

export interface GatherOptions {
  /** Only these feeds; all that are not paused if left out. */
  readonly feedIds?: readonly string[] | undefined;
  /** Also feeds that are left alone for a while after failures: somebody is waiting for them. */
  readonly eager?: boolean | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const HOUR = 3_600_000;
/** A page that a feed only points to may be corrected in silence: it is read again this often, and for this long. */
const REREAD_EVERY = 24 * HOUR;
const REREAD_FOR = 7 * 24 * HOUR;
/** Characters from which what the feed carries is the article itself; less is a teaser, and the page has more. */
const FULL_LENGTH = { content: 200, summary: 250 };
/** A page that answers so will not be there in half an hour either: what the feed tells of it has to do. */
const LASTING: readonly ErrorCode[] = ["http-not-found", "http-gone", "http-forbidden"];
/** After a failure a feed is left alone for an hour, then two, four … a day at the most. */
const BACKOFF = { first: HOUR, most: 24 * HOUR };

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

const toJuyaoError = (error: unknown): JuyaoError =>
  error instanceof JuyaoError ? error : new JuyaoError("internal", { cause: error });

/** Newest first; entries without a date keep the order of the feed. */
const byDate = (a: Entry, b: Entry): number =>
  a.publishedAt && b.publishedAt ? b.publishedAt.localeCompare(a.publishedAt) : 0;

async function readEntries(feed: Feed, result: FetchResult): Promise<readonly Entry[]> {
  const kind = feed.kind === "page" ? "html" : "xml";
  const { text } = decodeBytes(result.body, { contentType: result.headers["content-type"], kind });
  const context = { url: result.url, timezone: feed.timezone };
  const parsed = feed.kind === "page" ? parseListing({ html: text, ...context }) : await parseFeed(text, context);
  return parsed.entries.filter((entry) => entry.url !== "");
}

/** The whole article, if the feed carries it. What ends in an ellipsis was cut. */
function fullText({ content = "", summary = "" }: Entry): string | undefined {
  const isFull = (html: string, length: number): boolean => {
    const plain = html.replace(/<[^>]*>/g, "").trim();
    return plain.length >= length && !/(?:…|\.{3}|\[\.*\])$/.test(plain);
  };
  if (isFull(content, FULL_LENGTH.content)) return content;
  return isFull(summary, FULL_LENGTH.summary) ? summary : undefined;
}

/** The article behind an entry: the full text of the feed if it is there, else the page, else what the feed tells of it. */
async function readEntry(parts: GatherParts, feed: Feed, entry: Entry, signal: AbortSignal | undefined) {
  const input: ReadInput = { ...entry, timezone: feed.timezone };
  const full = fullText(entry);
  if (full !== undefined) return { reading: readPage(full, input) };
  try {
    const page = await parts.fetch(entry.url, { signal });
    const { text } = decodeBytes(page.body, { contentType: page.headers["content-type"], kind: "html" });
    const reading = readPage(text, input);
    if (reading.text !== "") return { reading };
  } catch (error) {
    const { code, cause } = toJuyaoError(error);
    const fallback = entry.content ?? entry.summary;
    parts.log.warn({ feed: feed.id, host: hostOf(entry.url), code, cause }, "page not read");
    if (fallback) return { reading: readPage(fallback, input), partial: !LASTING.includes(code) };
    throw error;
  }
  return { reading: readPage(entry.content ?? entry.summary ?? "", input) };
}

/** What was passed over stays so; else what is new, has changed, or may have been corrected on its page. */
function mustRead(seen: SeenEntry | undefined, fingerprint: string, entry: Entry, now: number): boolean {
  if (seen?.articleId === "") return false;
  if (!seen || seen.fingerprint !== fingerprint) return true;
  if (fullText(entry) !== undefined) return false;
  return now - Date.parse(seen.readAt) >= REREAD_EVERY && now - Date.parse(seen.seenAt) < REREAD_FOR;
}

async function archiveEntries(parts: GatherParts, feed: Feed, entries: readonly Entry[], options: GatherOptions) {
  const known = (await parts.store.listChecks()).find((check) => check.feedId === feed.id)?.gatheredAt !== undefined;
  const backfill = !known && feed.addedBy !== "sample";
  const newest = [...entries].sort(byDate);
  const wanted = backfill ? newest.slice(0, parts.backfill) : newest;
  const past = newest.slice(wanted.length).map(({ id }) => id);
  if (past.length > 0) await parts.store.passOver(feed.id, past, parts.clock.now().toISOString());
  const seen = await parts.store.seenEntries(
    feed.id,
    wanted.map(({ id }) => id),
  );
  const counts = { added: 0, updated: 0, backfill };
  // Oldest first, so that first-seen times follow the order in which things happened.
  for (const entry of wanted.reverse()) {
    options.signal?.throwIfAborted();
    const now = parts.clock.now();
    const fingerprint = fingerprintOf(entry.url, entry.title, entry.publishedAt, entry.summary, entry.content);
    if (!mustRead(seen.get(entry.id), fingerprint, entry, now.getTime())) continue;
    try {
      const { reading, partial } = await readEntry(parts, feed, entry, options.signal);
      const input = { url: entry.url, seenAt: now.toISOString(), topics: feed.topics, assign: parts.assign };
      const outcome = await parts.store.archive({
        feedId: feed.id,
        entryId: entry.id,
        // A page that could not be read is tried again in the next round: no fingerprint equals the empty one.
        fingerprint: partial ? "" : fingerprint,
        backfill,
        ...toArticle(reading, input),
      });
      if (outcome === "added") counts.added++;
      if (outcome === "updated") counts.updated++;
    } catch (error) {
      const failure = toJuyaoError(error);
      if (failure.code.startsWith("store-")) throw failure;
      parts.log.warn(
        { feed: feed.id, host: hostOf(entry.url), code: failure.code, cause: failure.cause },
        "entry left out",
      );
    }
  }
  return counts;
}

async function gatherFeed(
  parts: GatherParts,
  feed: Feed,
  check: Check | undefined,
  options: GatherOptions,
): Promise<FeedOutcome> {
  const now = parts.clock.now();
  const checked = { feedId: feed.id, checkedAt: now.toISOString(), nextAt: now.toISOString(), failures: 0 };
  try {
    const result = await parts.fetch(feed.url, {
      etag: check?.etag,
      lastModified: check?.lastModified,
      signal: options.signal,
    });
    if (result.status === 304) {
      await parts.store.putCheck({ ...check, ...checked, cause: undefined });
      return { feed, added: 0, updated: 0, backfill: false };
    }
    const entries = await readEntries(feed, result);
    const counts = await archiveEntries(parts, feed, entries, options);
    // Only now: were the validators kept before the articles are, a crash between would lose them behind a 304.
    const { etag, "last-modified": lastModified } = result.headers;
    await parts.store.putCheck({ ...checked, etag, lastModified, gatheredAt: now.toISOString() });
    if (check?.cause) parts.log.info({ feed: feed.id, failures: check.failures }, "feed is read again");
    return { feed, ...counts };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const failure = toJuyaoError(error).with({ host: hostOf(feed.url) });
    const failures = (check?.failures ?? 0) + 1;
    const wait = Math.max(Math.min(BACKOFF.first * 2 ** (failures - 1), BACKOFF.most), failure.retryAfterMs ?? 0);
    const nextAt = new Date(now.getTime() + wait).toISOString();
    await parts.store.putCheck({ ...check, ...checked, nextAt, failures, cause: failure.code });
    // Told once, not every half hour: while the cause stays the same it is only kept for those who ask for details.
    const level = check?.cause === failure.code ? "debug" : "warn";
    parts.log[level]({ feed: feed.id, code: failure.code, failures, cause: failure.cause }, "feed not read");
    return { feed, added: 0, updated: 0, backfill: false, error: failure };
  }
}

/** Runs `task` on every item, at most `width` at a time; results keep the order of the items. */
async function mapLimited<T, R>(items: readonly T[], width: number, task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) {
      const item = items[i] as T;
      results[i] = await task(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return results;
}

/** Outcomes come in the order of the feeds. */
export async function gather(parts: GatherParts, options: GatherOptions = {}): Promise<FeedOutcome[]> {
  const checks = new Map((await parts.store.listChecks()).map((check) => [check.feedId, check]));
  const now = parts.clock.now().toISOString();
  const isDue = (feed: Feed): boolean => options.eager === true || (checks.get(feed.id)?.nextAt ?? "") <= now;
  const feeds = (await parts.store.listFeeds()).filter((feed) =>
    options.feedIds ? options.feedIds.includes(feed.id) : !feed.paused && isDue(feed),
  );
  let done = 0;
  options.onProgress?.(done, feeds.length);
  return mapLimited(feeds, parts.concurrency, async (feed) => {
    const outcome = await gatherFeed(parts, feed, checks.get(feed.id), options);
    options.onProgress?.(++done, feeds.length);
    return outcome;
  });
}

/** One round: feeds due → entries → articles → measures → archive. One bad feed never stops the rest. */
import type { JuyaoError } from "../errors.ts";
import { parseListing } from "../feed/listing.ts";
import { parseFeed } from "../feed/parse.ts";
import type { Check, Entry, Feed } from "../model.ts";
import type { FetchResult } from "../ports.ts";
import { decodeBytes } from "../text/decode.ts";
import { hostOf } from "../text/url.ts";
import { archiveEntries, type EntryCounts, type EntryParts, toJuyaoError } from "./entries.ts";
import { isDue, isSilent, nextLook, nextTry, paceOf } from "./pace.ts";

export interface GatherParts extends EntryParts {
  /** Feeds read at the same time. */
  readonly concurrency: number;
  /** Between two rounds, in milliseconds. */
  readonly roundMs: number;
  /** 0 to 1, by chance. */
  readonly chance: () => number;
}

export interface FeedOutcome extends EntryCounts {
  readonly feed: Feed;
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

interface FeedReading {
  /** Its bytes are in no encoding that was named or could be guessed. */
  readonly garbled: boolean;
  readonly entries: readonly Entry[];
  readonly ttlMinutes?: number | undefined;
}

/** Share of replacement characters from which a text cannot be read; one broken character in a page is nobody's fault. */
const GARBLED_SHARE = 0.005;

const isGarbled = (text: string): boolean => (text.match(/\ufffd/g)?.length ?? 0) > text.length * GARBLED_SHARE;

async function readFeed(feed: Feed, result: FetchResult): Promise<FeedReading> {
  const kind = feed.kind === "page" ? "html" : "xml";
  const { text } = decodeBytes(result.body, { contentType: result.headers["content-type"], kind });
  const context = { url: result.url, timezone: feed.timezone };
  const parsed = feed.kind === "page" ? parseListing({ html: text, ...context }) : await parseFeed(text, context);
  // An entry without a link has no article that could be named.
  return { ...parsed, garbled: isGarbled(text), entries: parsed.entries.filter((entry) => entry.url !== "") };
}

const NOTHING: EntryCounts = { added: 0, updated: 0, fresh: 0, backfill: false, missed: 0 };

/** A feed that has moved for good is looked for there from now on; what stands in the file only its owner changes. */
async function followMove({ store, log }: GatherParts, feed: Feed, movedTo: string): Promise<void> {
  const fields = { feed: feed.id, host: hostOf(movedTo) };
  if (feed.addedBy === "config") log.warn(fields, "feed has moved for good; change its URL in the configuration");
  else {
    await store.changeFeed(feed.id, { url: movedTo });
    log.info(fields, "feed has moved for good and is followed");
  }
}

async function gatherFeed(
  parts: GatherParts,
  feed: Feed,
  check: Check | undefined,
  { signal }: GatherOptions,
): Promise<FeedOutcome> {
  const { store, log, roundMs } = parts;
  const now = parts.clock.now();
  try {
    const { etag, lastModified } = check ?? {};
    const result = await parts.fetch(feed.url, { etag, lastModified, signal, purpose: feed.kind });
    const unread = result.status === 304;
    const reading = unread ? { garbled: check?.cause === "feed-garbled", entries: [] } : await readFeed(feed, result);
    // Only once it was read there: a move may lead to a parked domain.
    if (result.movedTo && result.movedTo !== feed.url && !unread) await followMove(parts, feed, result.movedTo);
    const first = check?.gatheredAt === undefined;
    const counts = unread ? NOTHING : await archiveEntries(parts, feed, reading.entries, { first, signal });
    const freshAt = counts.fresh > 0 ? now.toISOString() : check?.freshAt;
    const perDay = paceOf(reading.entries) ?? check?.perDay;
    const cause = reading.garbled ? "feed-garbled" : isSilent(now, freshAt, perDay) ? "feed-silent" : undefined;
    // What is tried again must not hide behind a 304, nor behind a feed that may rest for a day.
    const validator = (fresh: string | undefined, known: string | undefined): string | undefined =>
      counts.missed > 0 ? undefined : (fresh ?? (unread ? known : undefined));
    const pace = counts.missed > 0 ? { headers: {} } : { headers: result.headers, ...reading };
    // Only now: were the validators kept before the articles are, a crash between would lose them behind a 304.
    await store.putCheck({
      feedId: feed.id,
      checkedAt: now.toISOString(),
      gatheredAt: unread ? check?.gatheredAt : now.toISOString(),
      freshAt,
      perDay,
      etag: validator(result.headers.etag, etag),
      lastModified: validator(result.headers["last-modified"], lastModified),
      nextAt: nextLook({ now, roundMs, entries: [], ...pace }).toISOString(),
      failures: 0,
      cause,
    });
    if (cause && check?.cause !== cause)
      log.warn({ feed: feed.id, code: cause, freshAt, perDay }, "feed needs attention");
    if (check?.cause && !cause) log.info({ feed: feed.id, failures: check.failures }, "feed is read again");
    return { feed, ...counts };
  } catch (error) {
    if (signal?.aborted) throw error;
    const failure = toJuyaoError(error).with({ host: hostOf(feed.url) });
    await recordFailure(parts, feed, check, failure);
    return { feed, ...NOTHING, error: failure };
  }
}

async function recordFailure(parts: GatherParts, feed: Feed, check: Check | undefined, failure: JuyaoError) {
  const { store, log } = parts;
  const { code, cause, retryAfterMs } = failure;
  const now = parts.clock.now();
  const failures = (check?.failures ?? 0) + 1;
  const nextAt = nextTry(now, failures, retryAfterMs, parts.chance()).toISOString();
  const checkedAt = now.toISOString();
  const failingSince = check?.failingSince ?? checkedAt;
  await store.putCheck({ ...check, feedId: feed.id, checkedAt, nextAt, failures, failingSince, cause: code });
  // Told once, not every half hour: while the cause stays the same it is only kept for those who ask for details.
  log[check?.cause === code ? "debug" : "warn"]({ feed: feed.id, code, failures, cause }, "feed not read");
  if (code === "http-gone" && feed.addedBy !== "config") {
    await store.changeFeed(feed.id, { paused: true });
    log.warn({ feed: feed.id }, "feed is gone for good and was paused");
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
  const now = parts.clock.now();
  const isWanted = (feed: Feed): boolean => options.eager === true || isDue(checks.get(feed.id)?.nextAt, now);
  const feeds = (await parts.store.listFeeds()).filter((feed) =>
    options.feedIds ? options.feedIds.includes(feed.id) : !feed.paused && isWanted(feed),
  );
  let done = 0;
  options.onProgress?.(done, feeds.length);
  return mapLimited(feeds, parts.concurrency, async (feed) => {
    const outcome = await gatherFeed(parts, feed, checks.get(feed.id), options);
    options.onProgress?.(++done, feeds.length);
    return outcome;
  });
}

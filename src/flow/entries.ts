/** The entries of one feed → their articles → archive. */
import { type ErrorCode, JuyaoError } from "../errors.ts";
import type { Entry, Feed } from "../model.ts";
import type { Clock, Fetch, Log, SeenEntry, Store } from "../ports.ts";
import { decodeBytes } from "../text/decode.ts";
import { hostOf } from "../text/url.ts";
import type { AssignTopics } from "../topic/assign.ts";
import { fingerprintOf, type ReadInput, type Reading, readPage, toArticle } from "./read.ts";

export interface EntryParts {
  readonly store: Store;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly assign: AssignTopics;
  /** Articles read from the past of a new feed. */
  readonly backfill: number;
}

export interface EntryCounts {
  /** Articles that were not in the archive. */
  readonly added: number;
  readonly updated: number;
  /** Entries that were never seen before; one that is tried again does not count anew each time. */
  readonly fresh: number;
  /** True if all of it is past: the feed is read for the first time. */
  readonly backfill: boolean;
  /** Entries that could not be read now and are tried again. */
  readonly missed: number;
}

const HOUR = 3_600_000;
/** A page that a feed only points to may be corrected in silence: it is read again this often, and for this long. */
const REREAD_EVERY = 24 * HOUR;
const REREAD_FOR = 7 * 24 * HOUR;
/** Characters from which what the feed carries is the article itself; less is a teaser, and the page has more. */
const FULL_LENGTH = { content: 200, summary: 250 };
/** A page that answers so will not be there in half an hour either: what the feed tells of it has to do. */
const LASTING: readonly ErrorCode[] = ["http-not-found", "http-gone", "http-forbidden", "http-robots"];

export const toJuyaoError = (error: unknown): JuyaoError =>
  error instanceof JuyaoError ? error : new JuyaoError("internal", { cause: error });

/** Newest first; entries without a date keep the order of the feed. */
const byDate = (a: Entry, b: Entry): number =>
  a.publishedAt && b.publishedAt ? b.publishedAt.localeCompare(a.publishedAt) : 0;

export interface EntryOptions {
  /** True until a round of this feed was stored to its end. */
  readonly first: boolean;
  readonly signal?: AbortSignal | undefined;
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

interface EntryReading {
  readonly reading: Reading;
  /** What the feed tells of it had to do, because the page could not be read: `now`, or for `good`. */
  readonly missed?: "now" | "good" | undefined;
}

/** Feeds are younger than this. */
const FIRST_DATE = "1990-01-01";
/** Tomorrow is what a wrong time zone makes of today; what is later was mistyped. */
const AHEAD = 24 * HOUR;

/** The date of an entry, unless it cannot be: then it tells nothing, neither to readers nor of the year that is meant. */
function credibleDate({ publishedAt }: Entry, now: Date): string | undefined {
  const latest = new Date(now.getTime() + AHEAD).toISOString();
  return publishedAt && publishedAt >= FIRST_DATE && publishedAt <= latest ? publishedAt : undefined;
}

/** The article behind an entry: the full text of the feed if it is there, else the page, else what the feed tells of it. */
async function readEntry(
  parts: EntryParts,
  feed: Feed,
  entry: Entry,
  signal: AbortSignal | undefined,
): Promise<EntryReading> {
  const publishedAt = credibleDate(entry, parts.clock.now());
  const input: ReadInput = { ...entry, publishedAt, timezone: feed.timezone };
  const full = fullText(entry);
  if (full !== undefined) return { reading: readPage(full, input) };
  const fallback = entry.content ?? entry.summary ?? "";
  try {
    const page = await parts.fetch(entry.url, { signal, purpose: "page" });
    const { text } = decodeBytes(page.body, { contentType: page.headers["content-type"], kind: "html" });
    const reading = readPage(text, input);
    return { reading: reading.text === "" ? readPage(fallback, input) : reading };
  } catch (error) {
    const failure = toJuyaoError(error);
    if (signal?.aborted || fallback === "") throw failure;
    parts.log.debug({ feed: feed.id, host: hostOf(entry.url), code: failure.code }, "page not read");
    return { reading: readPage(fallback, input), missed: LASTING.includes(failure.code) ? "good" : "now" };
  }
}

/** What was passed over stays so; else what is new, has changed, or may have been corrected on its page. */
function mustRead(seen: SeenEntry | undefined, fingerprint: string, entry: Entry, now: number): boolean {
  if (seen?.articleId === "") return false;
  if (!seen || seen.fingerprint !== fingerprint) return true;
  if (fullText(entry) !== undefined) return false;
  return now - Date.parse(seen.readAt) >= REREAD_EVERY && now - Date.parse(seen.seenAt) < REREAD_FOR;
}

interface EntryOutcome {
  readonly outcome: "added" | "updated" | "unchanged";
  /** It could not be read now, or not all of it, and is tried again. */
  readonly missed: boolean;
}

/** Reads one entry and stores what it is. */
async function archiveEntry(
  parts: EntryParts,
  feed: Feed,
  entry: Entry,
  fingerprint: string,
  options: ArchiveOptions,
): Promise<EntryOutcome> {
  const now = parts.clock.now().toISOString();
  const { reading, missed } = await readEntry(parts, feed, entry, options.signal);
  // What was read of the page before, under whatever id, is more than what the feed tells of it.
  const better = missed && (options.known || (await parts.store.findArticle(entry.url)) !== undefined);
  // An article that arrives without its measures would be old when they come: it arrives once its page is back.
  const worthless = missed === "now" && reading.measures.length === 0 && !options.backfill;
  if (better || worthless) return { outcome: "unchanged", missed: missed === "now" };
  const outcome = await parts.store.archive({
    feedId: feed.id,
    entryId: entry.id,
    // A page that could not be read is tried again in the next round: no fingerprint equals the empty one.
    fingerprint: missed === "now" ? "" : fingerprint,
    backfill: options.backfill,
    ...toArticle(reading, { url: entry.url, seenAt: now, topics: feed.topics, assign: parts.assign }),
  });
  return { outcome, missed: missed === "now" };
}

interface ArchiveOptions {
  /** Whether the archive has it already. */
  readonly known: boolean;
  readonly backfill: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** An entry that cannot be read does not stop the others; what will never be there is not asked for again. */
async function leaveOut(parts: EntryParts, feed: Feed, entry: Entry, error: unknown): Promise<EntryOutcome> {
  const failure = toJuyaoError(error);
  if (failure.code.startsWith("store-")) throw failure;
  const { code, cause } = failure;
  parts.log.warn({ feed: feed.id, host: hostOf(entry.url), code, cause }, "entry left out");
  if (!LASTING.includes(code)) return { outcome: "unchanged", missed: true };
  await parts.store.passOver(feed.id, [entry.id], parts.clock.now().toISOString());
  return { outcome: "unchanged", missed: false };
}

/** Brings what is new or has changed into the archive. Of the past of a new feed only the newest, as many as configured. */
export async function archiveEntries(
  parts: EntryParts,
  feed: Feed,
  entries: readonly Entry[],
  { first, signal }: EntryOptions,
): Promise<EntryCounts> {
  const backfill = first && feed.addedBy !== "sample";
  const newest = [...entries].sort(byDate);
  const wanted = backfill ? newest.slice(0, parts.backfill) : newest;
  const past = newest.slice(wanted.length).map(({ id }) => id);
  if (past.length > 0) await parts.store.passOver(feed.id, past, parts.clock.now().toISOString());
  const seen = await parts.store.seenEntries(
    feed.id,
    wanted.map(({ id }) => id),
  );
  const counts = { added: 0, updated: 0, unchanged: 0, missed: 0, fresh: 0, backfill };
  // Oldest first, so that first-seen times follow the order in which things happened.
  for (const entry of wanted.reverse()) {
    signal?.throwIfAborted();
    const fingerprint = fingerprintOf(entry.url, entry.title, entry.publishedAt, entry.summary, entry.content);
    if (!mustRead(seen.get(entry.id), fingerprint, entry, parts.clock.now().getTime())) continue;
    const known = (seen.get(entry.id)?.fingerprint ?? "") !== "";
    const options = { known, backfill, signal };
    const { outcome, missed } = await archiveEntry(parts, feed, entry, fingerprint, options).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      return leaveOut(parts, feed, entry, error);
    });
    counts[outcome]++;
    if (missed) counts.missed++;
    else if (!seen.has(entry.id)) counts.fresh++;
  }
  return counts;
}

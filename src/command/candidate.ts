/** What a URL that somebody typed may mean as a feed: itself, a feed its page names, its list of articles, a usual place. */
import { JuyaoError } from "../errors.ts";
import { discoverFeeds } from "../feed/discover.ts";
import { parseListing } from "../feed/listing.ts";
import { parseFeed } from "../feed/parse.ts";
import { rsshubAddresses } from "../feed/rsshub.ts";
import type { Entry, Feed } from "../model.ts";
import type { Fetch, FetchResult } from "../ports.ts";
import { decodeBytes } from "../text/decode.ts";

export interface Candidate {
  readonly kind: Feed["kind"];
  readonly url: string;
  readonly title: string;
  /** Titles of the latest entries, three at the most: what a person recognises a feed by. */
  readonly latest: readonly string[];
}

/** Zone of dates that name none, until an admin says otherwise. */
export const TIMEZONE = "Asia/Shanghai";
const LATEST = 3;
/** Addresses tried for one page. */
const MOST_TRIED = 6;

function toCandidate(kind: Feed["kind"], url: string, title: string, entries: readonly Entry[]): Candidate {
  const byDate = [...entries].sort((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""));
  const latest = byDate.slice(0, LATEST).map((entry) => entry.title);
  return { kind, url, title: title || new URL(url).host, latest };
}

const contentTypeOf = (result: FetchResult): string | undefined => result.headers["content-type"];

/** Undefined for what is no feed. */
async function readAsFeed(url: string, result: FetchResult): Promise<Candidate | undefined> {
  const { text } = decodeBytes(result.body, { contentType: contentTypeOf(result), kind: "xml" });
  try {
    const { title, entries } = await parseFeed(text, { url: result.url, timezone: TIMEZONE });
    return toCandidate("feed", url, title, entries);
  } catch (error) {
    if (error instanceof JuyaoError && error.code === "feed-not-a-feed") return undefined;
    throw error;
  }
}

/** Undefined for a page without a list of articles. */
export function readAsPage(url: string, result: FetchResult): Candidate | undefined {
  const { text: html } = decodeBytes(result.body, { contentType: contentTypeOf(result), kind: "html" });
  try {
    const { title, entries } = parseListing({ html, url: result.url, timezone: TIMEZONE });
    return toCandidate("page", url, title, entries);
  } catch (error) {
    if (error instanceof JuyaoError && error.code === "feed-empty") return undefined;
    throw error;
  }
}

/** Addresses that lead nowhere are no news: the page only said, or we only guessed, that a feed may be there. */
async function tryFeeds(fetch: Fetch, urls: readonly string[]): Promise<Candidate[]> {
  const tried = urls.slice(0, MOST_TRIED).map(async (url) => {
    try {
      return await readAsFeed(url, await fetch(url));
    } catch (error) {
      if (error instanceof JuyaoError) return undefined;
      throw error;
    }
  });
  return (await Promise.all(tried)).filter((candidate) => candidate !== undefined);
}

export interface Findings {
  /** True if the URL is a feed itself: nothing is left to choose. */
  readonly exact: boolean;
  readonly candidates: readonly Candidate[];
}

/** Throws what the fetch throws, and `feed-empty` where there is nothing. `rsshub` is the base of an RSSHub, if any. */
export async function findCandidates(fetch: Fetch, url: string, rsshub: string | undefined): Promise<Findings> {
  const result = await fetch(url);
  const feed = await readAsFeed(url, result);
  if (feed) return { exact: true, candidates: [feed] };
  const { text: html } = decodeBytes(result.body, { contentType: contentTypeOf(result), kind: "html" });
  const discovered = discoverFeeds(html, result.url);
  const addresses = (guess: boolean): string[] =>
    discovered.filter((found) => found.guess === guess).map((found) => found.url);
  const page = readAsPage(url, result);
  const named = await tryFeeds(fetch, [...addresses(false), ...rsshubAddresses(result.url, rsshub)]);
  const found = page ? [...named, page] : named;
  if (found.length > 0) return { exact: false, candidates: found };
  const guessed = await tryFeeds(fetch, addresses(true));
  if (guessed.length === 0) throw new JuyaoError("feed-empty", { detail: { host: new URL(url).host } });
  return { exact: false, candidates: guessed };
}

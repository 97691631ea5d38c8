/** Finds the feeds that a page names, and the places where a feed often is. */
import { collapse } from "../text/space.ts";
import { listElements, parseTree } from "../text/tree.ts";

export interface FeedCandidate {
  readonly url: string;
  readonly title: string;
  /** True for a usual place that the page does not name: it may not exist. */
  readonly guess: boolean;
}

const FEED_TYPES: ReadonlySet<string> = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/json",
  "application/xml",
  "text/xml",
]);
/** Types that say nothing unless the address or the title speaks of a feed too. */
const VAGUE_TYPES: ReadonlySet<string> = new Set(["application/json", "application/xml", "text/xml"]);

const FEED_PATH = /(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:[/._-]|\d?$)|\.(?:rss|atom|rdf)$/i;
const FEED_TEXT = /^\s*(?:rss|atom|feed|xml|rss\s*订阅|订阅|订阅源|rss\s*feeds?)(?:\s*(?:2\.0|1\.0|0\.9\d))?\s*$/i;
/** Pages about feeds, readers and share buttons, which the path alone would take for feeds. */
const NOT_FEED = /feedback|feedly\.com|inoreader\.com|\/(?:help|about)\b|\.(?:s?html?|png|gif|svg|jpe?g|ico|css|js)$/i;
/** Blogs name the feed of their readers' comments beside their own. */
const COMMENT_PATH = /\/comments\/(?:feed|default)\b/;

const GUESSES = ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml"];
const MAX_FOUND = 30;

function resolve(href: string, base: string): URL | undefined {
  const url = URL.parse(
    href
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
      .replace(/^feed:/i, "http:"),
    base,
  );
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" ? url : undefined;
}

interface Link {
  readonly tag: "a" | "link";
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** All links of the page in order. */
function collectLinks(html: string): { links: Link[]; base: string | undefined } {
  const links: Link[] = [];
  let base: string | undefined;
  for (const { name, attribs, children } of listElements(parseTree(html))) {
    if (name === "base") base ??= attribs.href;
    if ((name === "a" || name === "link") && attribs.href !== undefined) {
      const [first] = children;
      links.push({ tag: name, attributes: attribs, text: first?.type === "text" ? first.data : "" });
    }
  }
  return { links, base };
}

function isFeedLink({ tag, attributes, text }: Link, url: URL): boolean {
  if (COMMENT_PATH.test(url.pathname)) return false;
  const spoken = FEED_PATH.test(url.pathname) || /(?:^|[?&])(?:feed|rss|format=(?:rss|atom))/i.test(url.search);
  if (tag === "link") {
    const type = (attributes.type ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!/(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(attributes.rel ?? "") || !FEED_TYPES.has(type)) return false;
    return !VAGUE_TYPES.has(type) || spoken || /rss|atom|feed|订阅/i.test(attributes.title ?? "");
  }
  if (NOT_FEED.test(url.href)) return false;
  return spoken || (FEED_TEXT.test(text) && /\.xml$|\.json$/i.test(url.pathname));
}

/**
 * The feeds of a page, surest first: those that its head names, those that its links look like, then guesses at the
 * site's usual places. No address comes twice.
 */
export function discoverFeeds(html: string, url: string): FeedCandidate[] {
  const { links, base } = collectLinks(html);
  const baseUrl = URL.parse(base ?? "", url)?.href ?? url;
  const found = new Map<string, FeedCandidate>();
  const add = (target: URL, title: string, guess: boolean) => {
    target.hash = "";
    if (!found.has(target.href) && target.href !== url) found.set(target.href, { url: target.href, title, guess });
  };
  for (const tag of ["link", "a"] as const) {
    for (const link of links) {
      const target = resolve(link.attributes.href ?? "", baseUrl);
      if (link.tag !== tag || target === undefined || found.size >= MAX_FOUND || !isFeedLink(link, target)) continue;
      add(target, collapse(link.attributes.title || link.text), false);
    }
  }
  for (const path of GUESSES) {
    const target = resolve(`/${path}`, url);
    if (target !== undefined) add(target, "", true);
  }
  return [...found.values()];
}

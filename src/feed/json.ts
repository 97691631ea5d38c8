/** JSON Feed 1.0 and 1.1, and what calls itself so. */
import { JuyaoError } from "../errors.ts";
import type { Entry } from "../model.ts";
import { escapeText, plainText } from "./entity.ts";
import { type FeedContext, toEntry } from "./entry.ts";
import { resolveUrl } from "./scope.ts";

export interface JsonFeed {
  readonly title: string;
  readonly link?: string;
  readonly entries: Entry[];
}

const MAX_ENTRIES = 10_000;
/** Objects and lists in a document: some thousand entries with all that an entry can hold. */
const MAX_NODES = 200_000;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

function textOf(node: Node, key: string): string | undefined {
  const value = node[key];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function countNodes(source: string): number {
  let count = 0;
  for (let i = 0; i < source.length && count <= MAX_NODES; i++) {
    const code = source.charCodeAt(i);
    if (code === 0x7b || code === 0x5b) count++;
  }
  return count;
}

function readJson(source: string): Node {
  if (countNodes(source) > MAX_NODES) throw new JuyaoError("feed-not-a-feed");
  try {
    const value: unknown = JSON.parse(source);
    if (isNode(value) && Array.isArray(value.items)) return value;
  } catch (cause) {
    throw new JuyaoError("feed-not-a-feed", { cause });
  }
  throw new JuyaoError("feed-not-a-feed");
}

function readItem(item: Node, context: FeedContext): Entry | undefined {
  const plain = textOf(item, "content_text");
  const link = textOf(item, "url") ?? textOf(item, "external_url");
  return toEntry(
    {
      id: textOf(item, "id"),
      url: link === undefined ? undefined : resolveUrl(link, context.url),
      title: plainText(textOf(item, "title") ?? ""),
      dates: ["date_published", "date_modified"].map((key) => textOf(item, key)).filter((date) => date !== undefined),
      summary: textOf(item, "summary"),
      content: textOf(item, "content_html") ?? (plain === undefined ? undefined : escapeText(plain)),
    },
    context,
  );
}

/** Throws `feed-not-a-feed`. */
export function parseJsonFeed(source: string, context: FeedContext): JsonFeed {
  const feed = readJson(source);
  const items: readonly unknown[] = Array.isArray(feed.items) ? feed.items : [];
  const home = textOf(feed, "home_page_url");
  const link = home === undefined ? undefined : resolveUrl(home, context.url);
  const entries = items
    .slice(0, MAX_ENTRIES)
    .filter(isNode)
    .map((item) => readItem(item, context))
    .filter((entry) => entry !== undefined);
  return { title: plainText(textOf(feed, "title") ?? ""), ...(link === undefined ? {} : { link }), entries };
}

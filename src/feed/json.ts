/** JSON Feed 1.0 and 1.1, and what calls itself so. */
import { JuyaoError } from "../errors.ts";
import type { Entry } from "../model.ts";
import { escapeText, plainText } from "./entity.ts";
import { type Draft, type FeedContext, toEntries } from "./entry.ts";
import { resolveUrl } from "./scope.ts";

export interface JsonFeed {
  readonly title: string;
  readonly link?: string;
  readonly entries: Entry[];
}

const MAX_ENTRIES = 5000;
/** Objects, lists and their members in a document: some thousand entries with all that an entry can hold. */
const MAX_NODES = 500_000;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

function textOf(node: Node, key: string): string | undefined {
  const value = node[key];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** What a look over the text finds without building anything of it. */
interface Outline {
  readonly nodes: number;
  /** After the last whole item of a list in the root object; 0 if there is none. */
  readonly lastItem: number;
}

function outline(source: string): Outline {
  let nodes = 0;
  let depth = 0;
  let lastItem = 0;
  let quoted = false;
  for (let i = 0; i < source.length && nodes <= MAX_NODES; i++) {
    const char = source[i];
    if (quoted) {
      if (char === "\\") i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{" || char === "[" || char === ",") {
      nodes++;
      if (char !== ",") depth++;
    } else if (char === "}" || char === "]") {
      depth--;
      if (char === "}" && depth === 2) lastItem = i + 1;
    }
  }
  return { nodes, lastItem };
}

function tryJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** JSON without the control characters that writers leave in strings, and closed after its last whole item. */
function repairJson(source: string, lastItem: number): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON forbids
  const clean = source.replace(/[\0-\x1f]/g, " ");
  return tryJson(clean) ?? tryJson(`${clean.slice(0, lastItem)}]}`);
}

function readJson(source: string): Node {
  const { nodes, lastItem } = outline(source);
  const value = nodes > MAX_NODES ? undefined : (tryJson(source) ?? repairJson(source, lastItem));
  if (isNode(value) && Array.isArray(value.items)) return value;
  throw new JuyaoError("feed-not-a-feed");
}

function readItem(item: Node, url: string): Draft {
  const plain = textOf(item, "content_text");
  const link = textOf(item, "url") ?? textOf(item, "external_url");
  return {
    id: textOf(item, "id"),
    url: link === undefined ? undefined : resolveUrl(link, url),
    title: plainText(textOf(item, "title") ?? ""),
    dates: ["date_published", "date_modified"].map((key) => textOf(item, key)).filter((date) => date !== undefined),
    summary: textOf(item, "summary"),
    content: textOf(item, "content_html") ?? (plain === undefined ? undefined : escapeText(plain)),
  };
}

/** Throws `feed-not-a-feed`. */
export function parseJsonFeed(source: string, context: FeedContext): JsonFeed {
  const feed = readJson(source);
  const items: readonly unknown[] = Array.isArray(feed.items) ? feed.items : [];
  const link = resolveUrl(textOf(feed, "home_page_url") ?? "", context.url);
  const drafts = items
    .slice(0, MAX_ENTRIES)
    .filter(isNode)
    .map((item) => readItem(item, context.url));
  return {
    title: plainText(textOf(feed, "title") ?? ""),
    ...(link === undefined ? {} : { link }),
    entries: toEntries(drafts, context),
  };
}

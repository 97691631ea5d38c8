/** Text of a feed → its entries. The only file that names rss-parser, and what stands between it and the text. */
import Parser from "rss-parser";
import { JuyaoError } from "../errors.ts";
import type { Entry } from "../model.ts";
import { plainText } from "./entity.ts";
import { type FeedContext, toEntries } from "./entry.ts";
import { type FieldTree, readDraft } from "./field.ts";
import { parseJsonFeed } from "./json.ts";
import { repairFeed } from "./repair.ts";

export interface ParsedFeed {
  readonly kind: "rss" | "atom" | "rdf" | "json";
  readonly title: string;
  /** The page that the feed belongs to. */
  readonly link?: string;
  /** How long the feed asks to be left alone. */
  readonly ttlMinutes?: number;
  readonly entries: Entry[];
}

interface Item {
  readonly fields: FieldTree | string;
}

/**
 * rss-parser tells the formats apart and finds head and items; its readings of an item are replaced, because its
 * snippets take quadratic time on hostile text, and one date that it cannot read fails the whole feed.
 */
class ItemParser extends Parser<{ ttl?: unknown }, Item> {
  parseItemRss(fields: FieldTree | string): Item {
    return { fields };
  }

  parseItemAtom(fields: FieldTree | string): Item {
    return { fields };
  }
}

const asText = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

async function parseXmlFeed(source: string, context: FeedContext): Promise<ParsedFeed> {
  const { kind, xml } = repairFeed(source, context.url);
  const feed = await new ItemParser().parseString(xml);
  const link = asText(feed.link);
  const ttl = Number(asText(feed.ttl));
  return {
    kind,
    title: plainText(asText(feed.title)),
    ...(link === "" ? {} : { link }),
    ...(Number.isFinite(ttl) && ttl > 0 ? { ttlMinutes: ttl } : {}),
    entries: toEntries(
      feed.items.map(({ fields }) => readDraft(fields)),
      context,
    ),
  };
}

/**
 * Reads RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0 and JSON Feed, broken ones too. `url` is the feed's own address, `timezone` the
 * IANA zone of dates that name none. Throws `feed-not-a-feed`, and nothing else. Time is linear in the length of `source`.
 */
export async function parseFeed(source: string, context: FeedContext): Promise<ParsedFeed> {
  try {
    if (/^[\s\ufeff]*\{/.test(source))
      return { kind: "json", ...parseJsonFeed(source.replace(/^\ufeff/, ""), context) };
    return await parseXmlFeed(source, context);
  } catch (cause) {
    throw cause instanceof JuyaoError ? cause : new JuyaoError("feed-not-a-feed", { cause });
  }
}

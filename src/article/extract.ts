/** Html of a page or a fragment → the article: title, date, source, paragraphs, and what was cut, with reasons. */
import type { Removal } from "../model.ts";
import { collectBlocks } from "./block.ts";
import { selectBlocks } from "./body.ts";
import { chooseContainer } from "./container.ts";
import { readHead } from "./head.ts";
import { findPublished } from "./published.ts";
import { findTitle } from "./title.ts";
import { parseTree } from "./tree.ts";

export interface Attachment {
  readonly title: string;
  readonly url: string;
}

export interface ExtractInput {
  /** A decoded page, or a bare fragment such as the full text of a feed entry. */
  readonly html: string;
  readonly url?: string | undefined;
  /** IANA zone in which a date without a zone is read. */
  readonly timezone?: string | undefined;
}

export interface ExtractedArticle {
  readonly title: string;
  /** ISO 8601 in UTC; a bare day is midnight in the zone. */
  readonly publishedAt?: string;
  /** 来源, as the page says. */
  readonly source?: string;
  /** 发文机关, as the page says. */
  readonly issuer?: string;
  /** Paragraphs, headings, list items and table rows, a line each. */
  readonly text: string;
  readonly removed: readonly Removal[];
  readonly attachments: readonly Attachment[];
}

/** Reads a page. Never throws; a page without text gives an empty text. */
export function extractArticle(input: ExtractInput): ExtractedArticle {
  const root = parseTree(input.html);
  const blocks = collectBlocks(root);
  const head = readHead(root);
  const container = chooseContainer(blocks);
  const range = (container && blocks.ranges.get(container.node)) ?? { start: 0, end: 0 };
  const above = blocks.list.slice(0, range.start);
  const inside = blocks.list.slice(range.start, range.end);
  const below = blocks.list.slice(range.end);
  const title = findTitle(head, [...above, ...inside.slice(0, 5)]);
  const publishedAt = findPublished({ head, url: input.url, zone: input.timezone ?? "Asia/Shanghai", above, inside, below });
  const { kept, removed } = selectBlocks(inside, container?.acquitted ?? new Set(), title);
  return {
    title,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    text: kept.map((block) => block.text).join("\n"),
    removed,
    attachments: [],
  };
}

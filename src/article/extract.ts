/** Html of a page or a fragment → the article: title, date, source, paragraphs, and what was cut, with reasons. */
import { type Element, isTag, type ParentNode } from "domhandler";
import type { Removal, Span } from "../model.ts";
import { parseTree } from "../text/tree.ts";
import { type Block, type Blocks, collectBlocks, countUnits } from "./block.ts";
import { selectBlocks } from "./body.ts";
import { acquit, chooseContainer } from "./container.ts";
import { type Attachment, findIssuer, findSource, listAttachments } from "./fact.ts";
import { type PageHead, readHead } from "./head.ts";
import { renderLines } from "./line.ts";
import { findPublished } from "./published.ts";
import { markSections } from "./section.ts";
import { listStateTexts } from "./state.ts";
import { findTitle } from "./title.ts";

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

/** Below so much text in its elements a page may be one that scripts draw. */
const POOR_UNITS = 200;
const MIN_STATE_UNITS = 20;
const SENTENCE_END = /[。！？；…”.!?]["'’”）)]?$/;
/** The text in the scripts must exceed the one on the page by this factor. */
const STATE_GAIN = 2;

/** Elements wrongly taken for furniture may lie in each other. */
const MAX_ROUNDS = 4;
/** The title stands at the latest so many lines into the container. */
const TITLE_LINES = 10;
/** A longer line that ends as a sentence is no title. */
const MIN_PROSE_UNITS = 40;

/** Menus betray a page: so many blocks, this share of them links. */
const MIN_PAGE_BLOCKS = 30;
const MIN_PAGE_LINKS = 0.2;
const PAGE_TAGS = new Set(["html", "head", "body", "title", "meta"]);

interface Body {
  readonly title: string;
  readonly lines: readonly string[];
  readonly removed: readonly Removal[];
  readonly container: ParentNode | undefined;
  readonly range: Span;
}

const EMPTY: Body = { title: "", lines: [], removed: [], container: undefined, range: { start: 0, end: 0 } };

/** Blocks of a tree, with furniture marked by name and by heading. */
function readBlocks(root: ParentNode): Blocks {
  const acquitted = new Set<Element>();
  for (let round = 1; ; round++) {
    const blocks = markSections(collectBlocks(root, acquitted));
    const found = round < MAX_ROUNDS ? acquit(blocks) : acquitted;
    const known = acquitted.size;
    for (const element of found) acquitted.add(element);
    // What stands inside of an acquitted element is judged anew.
    if (acquitted.size === known) return blocks;
  }
}

/** Blocks above the first paragraph of the container that begins at `start`. */
function listAbove({ list }: Blocks, start: number): readonly Block[] {
  const first = list.slice(start, start + TITLE_LINES);
  const prose = first.findIndex(({ text, units }) => units >= MIN_PROSE_UNITS && SENTENCE_END.test(text));
  return list.slice(0, start + (prose < 0 ? first.length : prose));
}

/**
 * Of several articles in the container, each with its main heading, the one that the page is titled after: pages that
 * load one after the other begin with their own.
 */
function chooseArticle(container: ParentNode, { list, ranges }: Blocks, title: string): ParentNode {
  const kinds = new Map<string, ParentNode[]>();
  for (const child of container.children) {
    const range = isTag(child) ? ranges.get(child) : undefined;
    if (!isTag(child) || range === undefined) continue;
    if (!list.slice(range.start, range.end).some(({ tag }) => tag === "h1")) continue;
    const kind = `${child.name}.${child.attribs.class ?? ""}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), child]);
  }
  const isTitled = (node: ParentNode): boolean => {
    const { start, end } = ranges.get(node) ?? { start: 0, end: 0 };
    return list.slice(start, end).some(({ tag, text }) => tag === "h1" && title.includes(text));
  };
  const articles = [...kinds.values()].find((nodes) => nodes.length > 1);
  return articles?.find(isTitled) ?? container;
}

/** Chooses and cleans the text of a tree. `head` is what its page says of itself, if it has one. */
function readBody(root: ParentNode, blocks: Blocks, head: PageHead | undefined): Body {
  // A fragment was cut out by somebody who knew: all of it is the article.
  const isWhole = !isPage(root, blocks);
  const chosen = isWhole ? root : chooseContainer(blocks);
  const container = chosen && chooseArticle(chosen, blocks, head?.title ?? "");
  const range = container && blocks.ranges.get(container);
  const title = head === undefined ? "" : findTitle(head, isWhole ? [] : listAbove(blocks, range?.start ?? 0));
  if (container === undefined || range === undefined) return { ...EMPTY, title };
  const inside = blocks.list.slice(range.start, range.end);
  const { kept, removed } = selectBlocks(inside, title);
  if (kept.length > 0) return { title, lines: renderLines(kept, container), removed, container, range };
  // A notice that is nothing but links or a document: better these than nothing.
  const rest = inside.filter((block) => block.furniture === undefined && block.text !== title);
  return { title, lines: renderLines(rest.length > 0 ? rest : inside, container), removed: [], container, range };
}

/** True for a whole page, also one that was saved without its frame; false for the full text of a feed entry. */
function isPage(root: ParentNode, { list }: Blocks): boolean {
  if (root.children.some((child) => isTag(child) && PAGE_TAGS.has(child.name))) return true;
  let [units, linkUnits] = [0, 0];
  for (const block of list) {
    units += block.units;
    linkUnits += block.linkUnits;
  }
  return list.length >= MIN_PAGE_BLOCKS && linkUnits > units * MIN_PAGE_LINKS;
}

/** The longest text in the scripts, if it is so much longer than what the page shows. */
function readState(head: PageHead, shown: Body): Body | undefined {
  const size = countUnits(shown.lines.join(""));
  if (size >= POOR_UNITS) return undefined;
  let best: Body | undefined;
  let bestSize = Math.max(size * STATE_GAIN, MIN_STATE_UNITS);
  for (const html of listStateTexts(head)) {
    const tree = parseTree(html);
    const body = readBody(tree, readBlocks(tree), undefined);
    // Templates and labels are no sentences.
    const bodySize = countUnits(body.lines.filter((line) => SENTENCE_END.test(line)).join(""));
    if (bodySize > bestSize) [best, bestSize] = [body, bodySize];
  }
  return best;
}

/** Reads a page. Never throws; a page without text gives an empty text. */
export function extractArticle(input: ExtractInput): ExtractedArticle {
  const root = parseTree(input.html);
  const blocks = readBlocks(root);
  const head = readHead(root);
  const shown = readBody(root, blocks, head);
  const { start, end } = shown.range;
  const [above, inside, below] = [blocks.list.slice(0, start), blocks.list.slice(start, end), blocks.list.slice(end)];
  const body = readState(head, shown) ?? shown;
  const edges = [...above, ...inside.slice(0, 8), ...inside.slice(-4), ...below];
  const publishedAt = findPublished({
    head,
    url: input.url,
    zone: input.timezone ?? "Asia/Shanghai",
    above,
    inside,
    below,
  });
  const source = findSource(head, edges);
  const issuer = findIssuer(edges);
  return {
    title: shown.title,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(source === undefined ? {} : { source }),
    ...(issuer === undefined ? {} : { issuer }),
    text: body.lines.join("\n"),
    removed: body.removed,
    attachments: blocks.list.some(({ file }) => file)
      ? listAttachments(shown.container ?? root, input.url ?? head.canonical)
      : [],
  };
}

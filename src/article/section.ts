/** Sections that a heading gives away: an element that opens with 相关阅读 or 网友评论 is furniture to its end. */
import type { Element, ParentNode } from "domhandler";
import { isTag } from "domhandler";
import type { Span } from "../model.ts";
import type { Block, Blocks, Furniture } from "./block.ts";
import { TAIL_HEADINGS } from "./furniture.ts";
import { ruleKey } from "./rule.ts";

const MAX_HEADING = 40;
/** Numbers in cells are shorter. */
const MIN_HEADING = 1;
const HEADINGS = new Set(["h2", "h3", "h4", "h5", "h6", "dt"]);
/** Where the heading is none by its tag, the section must be small beside the page. */
const SMALL_SHARE = 0.3;
const CUT = /(?:\.{3}|…|\[\.\.\.\]|\[…\])$/;
const MIN_TEASERS = 3;

/** The smallest element around more than the heading, by the index of the heading's block. */
function findSections(blocks: Blocks, headings: ReadonlySet<number>): Map<number, [Element, Span]> {
  const sections = new Map<number, [Element, Span]>();
  // Children are listed before their parents: the first hit is the innermost.
  for (const [node, range] of blocks.ranges as ReadonlyMap<ParentNode, Span>) {
    if (!headings.has(range.start) || range.end < range.start + 2 || sections.has(range.start)) continue;
    if (isTag(node) && node.name !== "body" && node.name !== "html") sections.set(range.start, [node, range]);
  }
  return sections;
}

/** A link and the beginning of what it leads to. */
const isTeaser = ({ text, units, linkUnits }: Block): boolean =>
  linkUnits > 0 && linkUnits < units * 0.9 && CUT.test(text);

/** The same blocks, teasers that stand in a row marked as furniture: articles of their own, cut short. */
function markTeasers(blocks: Blocks): Blocks {
  const rows = new Map<ParentNode, Block[]>();
  for (const block of blocks.list) {
    const { parent } = block.element;
    if (parent === null || block.furniture !== undefined || !isTeaser(block)) continue;
    const row = rows.get(parent);
    if (row === undefined) rows.set(parent, [block]);
    else row.push(block);
  }
  const teasers = new Set([...rows.values()].filter(({ length }) => length >= MIN_TEASERS).flat());
  if (teasers.size === 0) return blocks;
  const toFurniture = (block: Block): Block =>
    teasers.has(block) && isTag(block.element)
      ? { ...block, furniture: { name: "teaser", element: block.element } }
      : block;
  return { ...blocks, list: blocks.list.map(toFurniture) };
}

/** The same blocks, those of such sections and of rows of teasers marked as furniture. */
export function markSections(blocks: Blocks): Blocks {
  return markTeasers(markHeaded(blocks));
}

function markHeaded(blocks: Blocks): Blocks {
  const names = new Map<number, string>();
  for (const [at, block] of blocks.list.entries()) {
    if (
      block.text.length > MAX_HEADING ||
      block.units < MIN_HEADING ||
      block.furniture !== undefined ||
      block.linkUnits > block.units * 0.9
    )
      continue;
    const key = ruleKey(block.text);
    const rule = TAIL_HEADINGS.find(({ pattern }) => pattern.test(key));
    if (rule !== undefined) names.set(at, rule.name);
  }
  if (names.size === 0) return blocks;
  const list: Block[] = [...blocks.list];
  const total = list.reduce((sum, block) => sum + block.units, 0);
  for (const [start, [element, { end }]] of findSections(blocks, new Set(names.keys()))) {
    const size = list.slice(start, end).reduce((sum, block) => sum + block.units, 0);
    if (!HEADINGS.has(list[start]?.tag ?? "") && size > total * SMALL_SHARE) continue;
    const furniture: Furniture = { name: names.get(start) ?? "related", element };
    for (let at = start; at < end; at++) {
      const block = list[at];
      if (block !== undefined && block.furniture === undefined) list[at] = { ...block, furniture };
    }
  }
  return { ...blocks, list };
}

/** Finds the element that holds the article: the one whose blocks speak most for it after what speaks against it. */
import { type Element, isTag, type ParentNode } from "domhandler";
import type { Block, Blocks } from "./block.ts";
import { CONTENT_NAMES } from "./names.ts";

const SENTENCE = /[。！？；，：”]|[.,;!?:]["”’)]?(?:\s|$)/;
/** Tags in which a short text without links is probably a paragraph of prose. */
const PROSE = new Set(["p", "blockquote", "pre", "h2", "h3", "h4"]);

/** How much a block speaks for (positive) or against being part of an article. */
export function weighBlock(block: Block): number {
  if (block.furniture !== undefined) return 0;
  const plain = block.units - block.linkUnits;
  if (block.linkUnits > block.units * 0.5) return -2 - block.linkUnits / 4;
  if (plain >= 40 || (plain >= 10 && SENTENCE.test(block.text))) return plain;
  return PROSE.has(block.tag) ? plain / 2 : -2;
}

function boostOf(node: ParentNode): number {
  if (!isTag(node)) return 1;
  if (isNamedContent(node)) return 1.6;
  if (node.name === "article") return 1.3;
  if (node.name === "main") return 1.1;
  return node.name === "p" || node.name === "html" || node.name === "body" ? 0.9 : 1;
}

/** True where name or microdata say that this is the text of the article. */
export function isNamedContent(element: Element): boolean {
  if (element.attribs.itemprop?.toLowerCase() === "articlebody") return true;
  const names = `${element.attribs.class ?? ""} ${element.attribs.id ?? ""}`;
  if (names.length < 2 || names.length > 500) return false;
  return names
    .toLowerCase()
    .split(/\s+/)
    .some((name) => CONTENT_NAMES.has(name));
}

/** The container, or undefined if the page has no text at all. */
export function chooseContainer(blocks: Blocks): ParentNode | undefined {
  const sums = [0];
  for (const block of blocks.list) sums.push((sums.at(-1) ?? 0) + weighBlock(block));
  let best: ParentNode | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [node, { start, end }] of blocks.ranges) {
    const sum = (sums[end] ?? 0) - (sums[start] ?? 0);
    const score = sum > 0 ? sum * boostOf(node) : sum;
    // Children are listed before their parents, so that of equals the deepest wins.
    if (score > bestScore) {
      best = node;
      bestScore = score;
    }
  }
  return best;
}

/** Finds the element that holds the article: the one whose blocks speak most for it after what speaks against it. */
import { type Element, isTag, type ParentNode } from "domhandler";
import type { Span } from "../model.ts";
import type { Block, Blocks, Furniture } from "./block.ts";

const SENTENCE = /[。！？；，：”]|[.,;!?:]["”’)]?(?:\s|$)/;
const FULL_STOP = /[。！？；]$/;
/** Tags in which a short text without links is probably a paragraph of prose. */
const PROSE = new Set(["p", "blockquote", "pre", "h2", "h3", "h4", "td", "li"]);
/** Never a container by itself, since its siblings are paragraphs of the same text. */
const LEAVES = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "ul",
  "ol",
  "blockquote",
  "tr",
  "pre",
  "dd",
  "dt",
  "font",
  "span",
  "strong",
  "b",
]);
/** A name promises the article only if it holds this share of the text around it. */
const NAMED_SHARE = 0.6;
/** A child replaces its parent if it holds this share of the parent's prose. */
const CHILD_SHARE = 0.95;
/** With less prose the container may be one line of a notice. */
const POOR_UNITS = 60;
/** A notice has no more text than this, and no more links. */
const MAX_NOTICE_UNITS = 150;
const MAX_NOTICE_LINKS = 0.2;
/** Share of a child's score that its parent inherits. */
const FADING = 0.85;
/** More than this share of the page's prose cannot be furniture, whatever it is called. */
const FURNITURE_SHARE = 0.75;
/** The same for what holds a main heading or a container known by name. */
const PROMISING_SHARE = 0.15;
/** The same for what is hardly ever misnamed. */
const SURE_FURNITURE_SHARE = 0.97;
const SURE_FURNITURE = new Set(["comments", "related", "navigation", "sidebar", "footer"]);

/** How much a block speaks for (positive) or against being part of an article. */
export function weighText(block: Block): number {
  const plain = block.units - block.linkUnits;
  // A page whose only content is a document to be downloaded.
  if (block.file) return Math.max(plain, block.units / 4);
  if (block.linkUnits > block.units * 0.5) return -2 - block.linkUnits / 4;
  if (plain >= 40 || (plain >= 10 && SENTENCE.test(block.text))) return plain;
  return PROSE.has(block.tag) || (plain >= 5 && FULL_STOP.test(block.text)) ? plain / 2 : -2;
}

function boostOf(node: ParentNode, named: boolean, line: boolean): number {
  if (!isTag(node)) return 0.9;
  if (named) return 1.6;
  if (node.name === "article") return 1.3;
  if (node.name === "main") return 1.1;
  return node.name === "html" || node.name === "body" || line ? 0.9 : 1;
}

/** Weights of all blocks, summed up so that any range costs two look-ups. */
class Weights {
  readonly #blocks: Blocks;
  readonly #prose: number[] = [0];
  readonly #net: number[] = [0];

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
    let [prose, net] = [0, 0];
    for (const block of blocks.list) {
      const weight = block.furniture === undefined ? weighText(block) : 0;
      prose += Math.max(0, weight);
      net += weight;
      this.#prose.push(prose);
      this.#net.push(net);
    }
  }

  prose({ start, end }: Span): number {
    return (this.#prose[end] ?? 0) - (this.#prose[start] ?? 0);
  }

  net({ start, end }: Span): number {
    return (this.#net[end] ?? 0) - (this.#net[start] ?? 0);
  }

  /** The prose in an element. */
  proseIn(node: ParentNode): number {
    const range = this.#blocks.ranges.get(node);
    return range === undefined ? 0 : this.prose(range);
  }
}

/** Elements around a main heading or around something named as the text of the article. */
function findPromising(blocks: Blocks): Set<ParentNode> {
  const promising = new Set<ParentNode>();
  const mark = (from: ParentNode): void => {
    for (let node: ParentNode | null = from; node !== null && !promising.has(node); node = node.parent)
      promising.add(node);
  };
  for (const block of blocks.list) if (block.tag === "h1") mark(block.element);
  for (const node of blocks.named) if (blocks.ranges.has(node)) mark(node);
  return promising;
}

/** Elements that were taken for furniture by name although they hold too much of the page's prose for that. */
export function acquit(blocks: Blocks): Set<Element> {
  const masses = new Map<Element, [Furniture, number]>();
  let total = 0;
  for (const block of blocks.list) {
    const weight = Math.max(0, weighText(block));
    total += weight;
    if (block.furniture === undefined || weight === 0) continue;
    const known = masses.get(block.furniture.element);
    if (known === undefined) masses.set(block.furniture.element, [block.furniture, weight]);
    else known[1] += weight;
  }
  const acquitted = new Set<Element>();
  if (masses.size === 0) return acquitted;
  const promising = findPromising(blocks);
  for (const [{ name, element }, mass] of masses.values()) {
    const sure = SURE_FURNITURE.has(name) ? SURE_FURNITURE_SHARE : FURNITURE_SHARE;
    const share = name !== "hidden" && promising.has(element) ? PROMISING_SHARE : sure;
    if (mass > total * share) acquitted.add(element);
  }
  return acquitted;
}

/** One paragraph, heading or line of a text, whatever its element is called. */
const isLine = (node: ParentNode, { start, end }: Span, { list }: Blocks): boolean =>
  (end === start + 1 && list[start]?.element === node) || (isTag(node) && LEAVES.has(node.name));

/** Follows the text down to the innermost element that still holds nearly all of it. */
function descend(from: ParentNode, blocks: Blocks, weights: Weights): ParentNode {
  let node = from;
  for (;;) {
    const prose = weights.proseIn(node);
    const child = node.children.find((inner) => isTag(inner) && weights.proseIn(inner) >= prose * CHILD_SHARE);
    if (prose <= 0 || child === undefined || !isTag(child) || LEAVES.has(child.name)) return node;
    const range = blocks.ranges.get(child);
    // A single line is the whole text only where nothing else is.
    if (range && isLine(child, range, blocks) && weights.prose(range) < prose) return node;
    node = child;
  }
}

/** A notice of a few short lines: goes up as long as that brings more lines but hardly any links. */
function climb(from: ParentNode, blocks: Blocks): ParentNode {
  let node = from;
  let [knownUnits, knownLinks] = [0, 0];
  for (let parent = node.parent; parent !== null && isTag(parent); parent = parent.parent) {
    if (parent.name === "body" || parent.name === "html") break;
    const { start, end } = blocks.ranges.get(parent) ?? { start: 0, end: 0 };
    let [units, linkUnits] = [0, 0];
    for (let at = start; at < end && units <= MAX_NOTICE_UNITS; at++) {
      const block = blocks.list[at];
      if (block === undefined || block.furniture !== undefined) continue;
      units += block.units;
      linkUnits += block.linkUnits;
    }
    if (units > MAX_NOTICE_UNITS || linkUnits - knownLinks > (units - knownUnits) * MAX_NOTICE_LINKS) break;
    [node, knownUnits, knownLinks] = [parent, units, linkUnits];
  }
  return node;
}

/**
 * The element that most speaks for: the weight of its own blocks and, faded, that of its children. Each level up must
 * bring enough new prose to make up for the fading, so that a page does not win over its article by its leftovers.
 * Single lines do not fade: one long paragraph is no better a container than what holds it and the short ones after it.
 */
function findBest(blocks: Blocks, weights: Weights): ParentNode | undefined {
  /** What the children of an element have gained over their blocks alone. */
  const gains = new Map<ParentNode, number>();
  let best: ParentNode | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  // Children are listed before their parents.
  for (const [node, range] of blocks.ranges) {
    const net = weights.net(range);
    const sum = net + (gains.get(node) ?? 0);
    const line = isLine(node, range, blocks);
    const score = sum > 0 ? sum * boostOf(node, blocks.named.has(node), line) : sum;
    if (score > bestScore) [best, bestScore] = [node, score];
    const { parent } = node;
    const gain = (sum > 0 && !line ? sum * FADING : sum) - net;
    if (parent !== null && gain !== 0) gains.set(parent, (gains.get(parent) ?? 0) + gain);
  }
  return best;
}

/** The nearest element that may hold several paragraphs. */
function leaveLeaves(from: ParentNode): ParentNode {
  let node = from;
  while (isTag(node) && LEAVES.has(node.name) && node.parent !== null) node = node.parent;
  return node;
}

/** The element that holds the article, or undefined if the page has no text at all. */
export function chooseContainer(blocks: Blocks): ParentNode | undefined {
  const weights = new Weights(blocks);
  const winner = findBest(blocks, weights);
  if (winner === undefined) return undefined;
  const best = leaveLeaves(winner);
  const { start, end } = blocks.ranges.get(best) ?? { start: 0, end: 0 };
  const floor = weights.proseIn(best) * NAMED_SHARE;
  // Inner elements are listed before outer ones.
  for (const [node, range] of blocks.ranges) {
    if (range.start < start || range.end > end || !blocks.named.has(node)) continue;
    if (weights.prose(range) >= floor) return descend(node, blocks, weights);
  }
  const node = descend(best, blocks, weights);
  return weights.proseIn(node) < POOR_UNITS ? climb(node, blocks) : node;
}

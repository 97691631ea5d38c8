/** The blocks of the container → the lines of the article; every loss has its reason. */
import type { Element } from "domhandler";
import type { Removal } from "../model.ts";
import { simplify } from "../text/shadow.ts";
import type { Block } from "./block.ts";
import { FURNITURE_RULES, type FurnitureRule, TAIL_HEADINGS } from "./furniture.ts";

const MAX_RULE_LINE = 400;
const MAX_REMOVAL = 80;
/** A paragraph of prose ends the head and begins the tail. */
const PROSE_UNITS = 36;
const PROSE_END = /[。！？；：…”’"')）.!?;:]$/;
/** What follows a tail heading is cut if at most this share of the text stands there. */
const TAIL_SHARE = 0.5;
const LINK_SHARE = 0.9;

/** A line as the rules read it: simplified, without pinyin in brackets. */
export function ruleKey(text: string): string {
  return simplify(text).replace(/(\p{Script=Han})[(（][a-zü\u00e0-\u01dc]{1,7}[)）]/giu, "$1");
}

export function removal(reason: string, text: string): Removal {
  return { reason, text: text.length > MAX_REMOVAL ? `${text.slice(0, MAX_REMOVAL - 1)}…` : text };
}

interface Line {
  readonly block: Block;
  readonly key: string;
  readonly prose: boolean;
}

function toLine(block: Block): Line {
  const key = block.text.length <= MAX_RULE_LINE ? ruleKey(block.text) : "";
  const prose = block.units - block.linkUnits >= PROSE_UNITS && PROSE_END.test(block.text);
  return { block, key, prose };
}

/** Whether a rule for this place speaks against the line. Long paragraphs of prose are only tried at the tail. */
function findRule(line: Line, places: readonly FurnitureRule["place"][]): string | undefined {
  if (line.key === "") return undefined;
  return FURNITURE_RULES.find(({ place, pattern }) => places.includes(place) && pattern.test(line.key))?.name;
}

/** Index of the first line that follows the article, and why. */
function findTail(lines: readonly Line[]): { at: number; reason: string } {
  const total = lines.reduce((sum, { block }) => sum + block.units, 0);
  let above = 0;
  for (const [at, { block, key }] of lines.entries()) {
    if (above >= total * TAIL_SHARE && key !== "" && key.length < 120) {
      const rule = TAIL_HEADINGS.find(({ pattern }) => pattern.test(key));
      if (rule !== undefined) return { at, reason: rule.name };
    }
    above += block.units;
  }
  return { at: lines.length, reason: "" };
}

/** Lists of links inside the text: two or more lines that are nothing but a link. */
function findLinkLists(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  let run: Line[] = [];
  for (const line of [...lines, undefined]) {
    if (line !== undefined && line.block.linkUnits >= line.block.units * LINK_SHARE && !PROSE_END.test(line.block.text))
      run.push(line);
    else {
      if (run.length > 1) for (const member of run) found.add(member);
      run = [];
    }
  }
  return found;
}

/** Blocks that are the article, and the others with reasons. `title` is cut where it stands above the text. */
export function selectBlocks(
  inside: readonly Block[],
  acquitted: ReadonlySet<Element>,
  title: string,
): { kept: Block[]; removed: Removal[] } {
  const removed: Removal[] = [];
  const kept: Block[] = [];
  const candidates = inside.filter((block) => {
    const { furniture } = block;
    if (furniture === undefined || acquitted.has(furniture.element)) return true;
    removed.push(removal(furniture.name, block.text));
    return false;
  });
  const lines = candidates.map(toLine);
  const tail = findTail(lines);
  const isProse = ({ prose, key }: Line): boolean =>
    prose && !FURNITURE_RULES.some(({ place, pattern }) => place === "head" && pattern.test(key));
  const first = lines.findIndex(isProse);
  const last = lines.findLastIndex((line, at) => at < tail.at && line.prose && findRule(line, ["tail"]) === undefined);
  const headEnd = first < 0 ? Math.min(lines.length, 8) : first;
  const linkLists = findLinkLists(lines);
  for (const [at, line] of lines.entries()) {
    const places: FurnitureRule["place"][] = ["any"];
    if (at < headEnd) places.push("head", "edge");
    if (at > last) places.push("tail", "edge");
    const reason =
      at >= tail.at
        ? tail.reason
        : at <= headEnd && title !== "" && line.block.text === title
          ? "title"
          : line.block.file && line.block.linkUnits > line.block.units * 0.6
            ? "attachment"
            : linkLists.has(line)
              ? "link-list"
              : findRule(line, places);
    if (reason === undefined) kept.push(line.block);
    else removed.push(removal(reason, line.block.text));
  }
  return { kept, removed };
}

/** The blocks of the container → the lines of the article; every loss has its reason. */
import type { Removal } from "../model.ts";
import type { Block } from "./block.ts";
import { FURNITURE_RULES, type FurnitureRule, TAIL_HEADINGS } from "./furniture.ts";
import { MAX_BLOCKS_PER_CELL } from "./line.ts";
import { ruleKey, toRemoval } from "./rule.ts";

const MAX_RULE_LINE = 400;
/** A paragraph of prose ends the head and begins the tail. */
const PROSE_UNITS = 36;
const PROSE_END = /[。！？；：…”’"')）.!?;:]$/;
const SENTENCE_UNITS = 16;
const SENTENCE_END = /[。！？]["”’）)]?$/;
/** What follows a tail heading is cut if at most this share of the text stands there. */
const TAIL_SHARE = 0.5;
/** Nor is a longer line such a heading. */
const MAX_HEADING = 120;
const LINK_SHARE = 0.9;
const FILE_SHARE = 0.6;
/** A single paragraph may well stand twice in a text. */
const REPEATED_SHARE = 0.3;
/** Lines of the head where no line is prose. */
const MAX_HEAD = 8;

class Line {
  readonly block: Block;
  readonly prose: boolean;
  #key: string | undefined;

  constructor(block: Block) {
    this.block = block;
    this.prose = block.units - block.linkUnits >= PROSE_UNITS && PROSE_END.test(block.text);
  }

  /** The line as the rules read it; "" for one that is too long for them. */
  get key(): string {
    this.#key ??= this.block.text.length <= MAX_RULE_LINE ? ruleKey(this.block.text) : "";
    return this.#key;
  }
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
  for (const [at, line] of lines.entries()) {
    if (above >= total * TAIL_SHARE && line.block.text.length < MAX_HEADING) {
      const rule = TAIL_HEADINGS.find(({ pattern }) => pattern.test(line.key));
      if (rule !== undefined) return { at, reason: rule.name };
    }
    above += line.block.units;
  }
  return { at: lines.length, reason: "" };
}

/** A line that is nothing but a link and no sentence. */
const isBareLink = ({ block }: Line): boolean =>
  block.linkUnits >= block.units * LINK_SHARE && !PROSE_END.test(block.text);

/** Notices begin with short sentences. */
const isSentence = ({ block }: Line): boolean =>
  block.units - block.linkUnits >= SENTENCE_UNITS && SENTENCE_END.test(block.text);

/** Where head and tail are: the head ends with the first paragraph of prose, the tail begins after the last. */
interface Layout {
  readonly headEnd: number;
  readonly tailStart: number;
  readonly cut: { readonly at: number; readonly reason: string };
  /** Table rows of more than one cell. */
  readonly dataRows: ReadonlySet<number>;
}

function findDataRows(lines: readonly Line[]): Set<number> {
  const rows = new Map<number, { cells: number; blocks: number; last: number }>();
  for (const { block } of lines) {
    if (block.row === 0) continue;
    const row = rows.get(block.row);
    if (row === undefined) rows.set(block.row, { cells: 1, blocks: 1, last: block.cell });
    else {
      row.blocks++;
      if (row.last !== block.cell) row.cells++;
      row.last = block.cell;
    }
  }
  const data = new Set<number>();
  for (const [row, { cells, blocks }] of rows) if (cells > 1 && blocks <= cells * MAX_BLOCKS_PER_CELL) data.add(row);
  return data;
}

function layOut(lines: readonly Line[]): Layout {
  const cut = findTail(lines);
  const first = lines.findIndex(
    (line) => (line.prose || isSentence(line)) && findRule(line, ["head", "edge"]) === undefined,
  );
  const last = lines.findLastIndex(
    (line, at) => at < cut.at && line.prose && findRule(line, ["tail", "edge"]) === undefined,
  );
  return {
    headEnd: first < 0 ? Math.min(lines.length, MAX_HEAD) : first,
    tailStart: last + 1,
    cut,
    dataRows: findDataRows(lines),
  };
}

/** Why the line at `at` is none of the article; undefined if it is. */
function judge(line: Line, at: number, layout: Layout, title: string): string | undefined {
  const { block } = line;
  if (at >= layout.cut.at) return layout.cut.reason;
  if (title !== "" && block.text === title && (at <= layout.headEnd || /^h[1-3]$/.test(block.tag))) return "title";
  // Cells mean something only together with their row.
  if (layout.dataRows.has(block.row) && block.linkUnits === 0) return undefined;
  if (block.file && block.linkUnits > block.units * FILE_SHARE) return "attachment";
  if (isBareLink(line)) return "bare-link";
  const places: FurnitureRule["place"][] = ["any"];
  if (at < layout.headEnd) places.push("head", "edge");
  if (at >= layout.tailStart) places.push("tail", "edge");
  return findRule(line, places);
}

/** Paragraphs that were there before, on a page that carries its text twice: for the desk and for the phone. */
function findRepeats(lines: readonly Line[]): ReadonlySet<Line> {
  const seen = new Set<string>();
  const repeats = new Set<Line>();
  const prose = lines.filter((line) => line.prose);
  for (const line of prose) {
    if (seen.has(line.block.text)) repeats.add(line);
    seen.add(line.block.text);
  }
  return repeats.size > prose.length * REPEATED_SHARE ? repeats : new Set();
}

/** Blocks that are the article, and the others with reasons. `title` is cut where it stands above the text. */
export function selectBlocks(inside: readonly Block[], title: string): { kept: Block[]; removed: Removal[] } {
  const removed: Removal[] = [];
  const kept: Block[] = [];
  const lines: Line[] = [];
  for (const block of inside) {
    const line = new Line(block);
    // What is hidden may be unfolded by a click; only its paragraphs are worth keeping.
    const isShown = block.furniture === undefined || (block.furniture.name === "hidden" && line.prose);
    if (isShown) lines.push(line);
    else if (block.furniture !== undefined) removed.push(toRemoval(block.furniture.name, block.text));
  }
  const layout = layOut(lines);
  let reason: string | undefined;
  const repeats = findRepeats(lines);
  for (const [at, line] of lines.entries()) {
    // Links right below a label such as "Read more" belong to it.
    const follows = reason === "read-more" && line.block.linkUnits > line.block.units * FILE_SHARE;
    reason = follows ? "read-more" : judge(line, at, layout, title);
    if (repeats.has(line)) reason ??= "repeated";
    if (reason === undefined) kept.push(line.block);
    else removed.push(toRemoval(reason, line.block.text));
  }
  return { kept, removed };
}

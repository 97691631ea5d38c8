/** The rows of a list: what belongs to one link, and the date that stands with it. */
import { type ChildNode, isTag, type ParentNode } from "domhandler";
import { type FoundMoment, findPathMoment, type Moment } from "../text/date.ts";
import { findFullDate, findMonthDay, findSplitDate, findUrlYear } from "./listing-date.ts";
import type { Candidate } from "./listing-page.ts";
import { findPublishedCell, findSpan } from "./listing-table.ts";
import { readDatetime, textPieces } from "./listing-title.ts";

export interface Row {
  readonly candidate: Candidate;
  /** The largest element that holds this link and no other of the list. */
  readonly node: ChildNode;
  /** The date that stands in the page; undefined if there is none. */
  readonly shown: Moment | undefined;
  /** The date shown, else the one in the address. */
  readonly date: Moment | undefined;
}

/** Links in the same kind of place under one parent, each in a record of its own. */
export interface Sublist {
  readonly container: ParentNode;
  readonly rows: readonly Row[];
}

/** A record is never so deep. */
const MAX_CLIMB = 12;
/** Longer texts are summaries; a date in one is news, not the date of the entry. */
const MAX_DATE_TEXT = 40;
/** Texts that can be a piece of a date that was cut up for looks. */
const MAX_PIECE = 12;
const MAX_SEGMENT_NODES = 8;

export type LinkRecord = Pick<Row, "candidate" | "node">;

/** Finds for each link the largest element that holds no other link of the group. */
export function findRecords(candidates: readonly Candidate[]): Map<ParentNode, LinkRecord[]> {
  const held = new Map<ParentNode, number>();
  for (const { anchor } of candidates) {
    let node: ParentNode | null = anchor.parent;
    for (let up = 0; up < MAX_CLIMB && node !== null; up++, node = node.parent)
      held.set(node, (held.get(node) ?? 0) + 1);
  }
  const lists = new Map<ParentNode, LinkRecord[]>();
  for (const candidate of candidates) {
    let node: ChildNode = candidate.anchor;
    let parent = node.parent;
    while (parent !== null && held.get(parent) === 1 && isTag(parent) && parent.name !== "body") {
      node = parent;
      parent = node.parent;
    }
    if (parent === null) continue;
    const list = lists.get(parent);
    if (list === undefined) lists.set(parent, [{ candidate, node }]);
    else list.push({ candidate, node });
  }
  return lists;
}

/** The date that these texts show, if they show one. */
function findShownDate(pieces: readonly string[], candidate: Candidate): FoundMoment | undefined {
  const short = pieces.filter((piece) => piece.length <= MAX_DATE_TEXT && piece !== candidate.title);
  for (const piece of short) {
    const found = findFullDate(piece);
    if (found !== undefined) return found;
  }
  const split = findSplitDate(short.filter((piece) => piece.length <= MAX_PIECE));
  if (split !== undefined) return split;
  const year = findUrlYear(candidate.url) ?? candidate.year;
  if (year === undefined) return undefined;
  for (const piece of short) {
    const found = findMonthDay(piece, year);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findRowDate(node: ChildNode, candidate: Candidate): FoundMoment | undefined {
  const cell = findPublishedCell(node);
  return (cell && findShownDate(textPieces(cell), candidate)) ?? findShownDate(textPieces(node), candidate);
}

const segmentPieces = (nodes: readonly ChildNode[]): string[] =>
  nodes.slice(0, MAX_SEGMENT_NODES).flatMap((node) => (isTag(node) && node.name === "a" ? [] : textPieces(node)));

/** Texts between the records: `gaps[i]` stands before record i, the last one after all. */
function readGaps(container: ParentNode, records: readonly LinkRecord[]): string[][] {
  const nodes = new Set<ChildNode>(records.map(({ node }) => node));
  const gaps: ChildNode[][] = [[]];
  for (const child of container.children) {
    if (nodes.has(child)) gaps.push([]);
    else if (gaps.length === 1) gaps[0]?.push(child);
    else gaps.at(-1)?.push(child);
  }
  // Before the first record only what is nearest to it counts.
  return gaps.map((gap, index) => segmentPieces(index === 0 ? gap.slice(-MAX_SEGMENT_NODES) : gap));
}

/** Reads the dates of a list's records. */
export function readRows(container: ParentNode, records: readonly LinkRecord[]): Row[] {
  const gaps = readGaps(container, records);
  const dateIn = (index: number, candidate: Candidate) => findShownDate(gaps[index] ?? [], candidate);
  const [first] = records;
  const last = records.at(-1);
  // In a flat list the date stands before the link if there is one before the first and none after the last.
  const before =
    first !== undefined &&
    last !== undefined &&
    dateIn(0, first.candidate) !== undefined &&
    dateIn(records.length, last.candidate) === undefined;
  let above: { readonly shown: FoundMoment | undefined; rows: number } = { shown: undefined, rows: 0 };
  return records.map(({ candidate, node }, index) => {
    const own =
      candidate.date ??
      findRowDate(node, candidate) ??
      dateIn(before ? index : index + 1, candidate) ??
      readDatetime(node);
    const shown = own ?? (above.rows > 0 ? above.shown : undefined) ?? candidate.day;
    const span = findSpan(node);
    if (span === undefined) above.rows--;
    else above = { shown: findShownDate(textPieces(span.cell), candidate), rows: span.rows };
    return { candidate, node, shown: shown?.moment, date: (shown ?? findPathMoment(candidate.url))?.moment };
  });
}

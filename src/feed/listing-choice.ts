/** Chooses among the lists of a page the one that the page is about. */
import type { ParentNode } from "domhandler";
import { findRecords, type Row, readRows, type Sublist } from "./listing-row.ts";
import type { Candidate } from "./listing-tree.ts";

export interface ScoredList extends Sublist {
  /** Share of rows with a date; one that only the address tells counts half. */
  readonly dated: number;
  /** Of the titles, on the average. */
  readonly weight: number;
  readonly score: number;
}

/** Longer titles say no more that this is a list of articles. */
const FULL_WEIGHT = 30;
const RECORD_NAME = /^(?:li|tr|dd|dt|article)$/;
/** A record with more links than this is the frame of a page laid out by tables. */
const MAX_RECORD_LINKS = 4;

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** Of the links in one list item or table row, title, category, source, keeps the one that is the title. */
function keepTitles(candidates: readonly Candidate[]): Candidate[] {
  const uses = new Map<string, number>();
  const records = new Map<ParentNode, Candidate[]>();
  const free: Candidate[] = [];
  for (const candidate of candidates) {
    uses.set(candidate.url, (uses.get(candidate.url) ?? 0) + 1);
    let node: ParentNode | null = candidate.anchor.parent;
    for (let up = 0; up < 6 && node !== null && !("name" in node && RECORD_NAME.test(String(node.name))); up++) {
      node = node.parent;
    }
    if (node === null || !("name" in node && RECORD_NAME.test(String(node.name)))) free.push(candidate);
    else {
      const links = records.get(node);
      if (links === undefined) records.set(node, [candidate]);
      else links.push(candidate);
    }
  }
  const kept = [...records.values()].flatMap((links) => {
    if (links.length > MAX_RECORD_LINKS) return links;
    // A category or a source is linked from many rows.
    const fewest = Math.min(...links.map(({ url }) => uses.get(url) ?? 0));
    const rare = links.filter(({ url }) => (uses.get(url) ?? 0) <= fewest + 1);
    return rare.reduce<Candidate[]>((best, link) => ((best[0]?.weight ?? 0) >= link.weight ? best : [link]), []);
  });
  return [...free, ...kept].sort((a, b) => a.order - b.order);
}

function hostOf(url: string): string {
  return new URL(url).host;
}

/** Links to many hosts: friends, not articles. */
function isScattered(rows: readonly Row[], host: string): boolean {
  const hosts = new Set(rows.map(({ candidate }) => hostOf(candidate.url)));
  hosts.delete(host);
  return hosts.size > 2 && hosts.size > rows.length / 2;
}

function scoreList({ container, rows }: Sublist, host: string): ScoredList {
  const weights = rows.map(({ candidate }) => candidate.weight);
  const urls = rows.map(({ candidate }) => candidate.url);
  const dated =
    share(rows, ({ shown }) => shown !== undefined) + share(rows, ({ shown, date }) => !shown && !!date) / 2;
  const weight = mean(weights);
  const factors = [
    0.3 + dated,
    share(rows, ({ candidate }) => candidate.furniture) > 0.5 ? 0.1 : 1,
    isScattered(rows, host) ? 0.1 : 1,
    1 - 0.8 * share(urls, (url) => !/\d/.test(url) && /\/(?:index\.\w+)?$/.test(new URL(url).pathname)),
    weight < 6 ? 0.3 : 1,
  ];
  const size = weights.reduce((sum, each) => sum + Math.min(each, FULL_WEIGHT), 0);
  return { container, rows, dated, weight, score: factors.reduce((score, factor) => score * factor, size) };
}

/** All lists of the page in the same kind of place that are as good as the best of them, as one. */
function mergeGroup(candidates: readonly Candidate[], host: string): ScoredList[] {
  const lists = [...findRecords(candidates)].map(([container, records]) =>
    scoreList({ container, rows: readRows(container, records) }, host),
  );
  const best = lists.reduce<ScoredList | undefined>(
    (top, list) => (top && top.score >= list.score ? top : list),
    undefined,
  );
  if (best === undefined) return [];
  return lists.filter((list) => list.dated >= best.dated / 2 && (list.dated >= 0.5 || list.weight >= best.weight / 2));
}

/** True for what may be a page's main list at all; without dates more is asked of it. */
function isList(lists: readonly ScoredList[], host: string): boolean {
  const rows = lists.flatMap((list) => list.rows);
  if (share(rows, ({ candidate }) => candidate.furniture) > 0.5) return false;
  const weight = mean(rows.map(({ candidate }) => candidate.weight));
  if (share(rows, ({ date }) => date !== undefined) >= 0.5) return rows.length >= 2 && weight >= 4;
  return rows.length >= 5 && weight >= 8 && !isScattered(rows, host);
}

/** The list that the page is about; empty if it has none. */
export function chooseList(candidates: readonly Candidate[], url: string): ScoredList[] {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of keepTitles(candidates)) {
    const group = groups.get(candidate.signature);
    if (group === undefined) groups.set(candidate.signature, [candidate]);
    else group.push(candidate);
  }
  const host = hostOf(url);
  let best: ScoredList[] = [];
  let bestScore = 0;
  for (const group of groups.values()) {
    const lists = mergeGroup(group, host);
    const score = lists.reduce((sum, list) => sum + list.score, 0);
    if (score > bestScore && isList(lists, host)) {
      best = lists;
      bestScore = score;
    }
  }
  return best;
}

/** Chooses among the lists of a page the one that the page is about. */
import { type ChildNode, isTag } from "domhandler";
import type { Candidate } from "./listing-page.ts";
import { compareTitles, findTitleLinks, keepTitles, MAX_RECORD_LINKS } from "./listing-role.ts";
import { findRecords, type Row, readRows, type Sublist } from "./listing-row.ts";

export interface ScoredList extends Sublist {
  /** Share of rows with a date; one that only the address tells counts half. */
  readonly dated: number;
  /** Of the titles, on the average. */
  readonly weight: number;
  readonly score: number;
}

/** Longer titles say no more that this is a list of articles. */
const FULL_WEIGHT = 30;

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

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
    share(rows, ({ candidate }) => candidate.furniture !== "none") > 0.5 ? 0.1 : 1,
    (new Set(urls).size / rows.length) ** 2,
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
  const shown = share(rows, (row) => row.shown !== undefined);
  if (share(rows, ({ candidate }) => candidate.furniture === "sure") > 0.5) return false;
  // A sidebar may be all that a page has, but then it must look like a list of news beyond doubt.
  if (share(rows, ({ candidate }) => candidate.furniture !== "none") > 0.5 && (rows.length < 8 || shown < 0.8))
    return false;
  const weight = mean(rows.map(({ candidate }) => candidate.weight));
  if (share(rows, ({ date }) => date !== undefined) >= 0.5) return rows.length >= 2 && weight >= 4;
  return rows.length >= 5 && weight >= 8 && !isScattered(rows, host);
}

/** An address with its figures and the words of its last part taken out: articles of one list have few such shapes. */
const shapeOf = ({ candidate }: Row): string =>
  candidate.url.replace(/\d+/g, "0").replace(/[^/?]*\/?(?=\?|$)/, (part) => part.replace(/[a-z0_-]+/gi, "a"));

/** Where nearly all rows show a date, one without it is no article unless its address looks like theirs. */
function dropStrangers(list: ScoredList, host: string): ScoredList {
  if (list.dated < 0.8) return list;
  const shapes = new Set(list.rows.filter(({ shown }) => shown !== undefined).map(shapeOf));
  const rows = list.rows.filter((row) => row.shown !== undefined || shapes.has(shapeOf(row)));
  return rows.length === list.rows.length ? list : scoreList({ container: list.container, rows }, host);
}

/** Adds records of the list whose links stand a little differently: pinned ones, those with a picture. */
function fillList(list: ScoredList, candidates: readonly Candidate[], host: string): ScoredList {
  const known = new Set<ChildNode>(list.rows.map(({ node }) => node));
  const tags = new Set(list.rows.map(({ node }) => (isTag(node) ? node.name : "")));
  const missing = new Map<ChildNode, Candidate[]>();
  for (const candidate of candidates) {
    let node: ChildNode = candidate.anchor;
    for (let up = 0; up < 8 && node.parent !== list.container && node.parent !== null && isTag(node.parent); up++)
      node = node.parent;
    if (node.parent !== list.container || known.has(node) || !isTag(node) || !tags.has(node.name)) continue;
    missing.set(node, [...(missing.get(node) ?? []).slice(0, MAX_RECORD_LINKS), candidate]);
  }
  const added = [...missing].flatMap(([node, links]) => {
    const same = links.filter(({ signature }) => signature === list.rows[0]?.candidate.signature);
    const [candidate] = (same.length > 0 ? same : links).toSorted(compareTitles);
    return candidate === undefined || links.length > MAX_RECORD_LINKS || candidate.furniture === "sure"
      ? []
      : [{ node, candidate }];
  });
  if (added.length === 0) return list;
  const records = [...list.rows, ...added].sort((a, b) => a.candidate.order - b.candidate.order);
  const shapes = new Set(list.rows.map(shapeOf));
  const rows = readRows(list.container, records).filter(
    (row) => known.has(row.node) || (list.dated >= 0.5 ? row.shown !== undefined : shapes.has(shapeOf(row))),
  );
  return scoreList({ container: list.container, rows }, host);
}

const dayNumber = ({ date }: Row): number => (date === undefined ? 0 : (date.year * 12 + date.month) * 31 + date.day);

/** True for the other column of a list that goes on beside itself: as many rows of the same kind, older or newer. */
function isOtherHalf(half: ScoredList, list: ScoredList): boolean {
  const beside = half.container.parent?.parent;
  if (half === list || !beside || beside !== list.container.parent?.parent) return false;
  if (Math.min(half.dated, list.dated) < 0.8 || Math.abs(half.rows.length - list.rows.length) > 1) return false;
  const shapes = new Set(half.rows.map(shapeOf));
  if (!list.rows.every((row) => shapes.has(shapeOf(row)) && row.candidate.furniture === "none")) return false;
  const [own, other] = [half.rows.map(dayNumber), list.rows.map(dayNumber)];
  return Math.min(...own) >= Math.max(...other) || Math.min(...other) >= Math.max(...own);
}

/** The list that the page is about; empty if it has none. */
export function chooseList(all: readonly Candidate[], url: string): ScoredList[] {
  const candidates = findTitleLinks(all);
  const groups = new Map<number, Candidate[]>();
  for (const candidate of keepTitles(candidates)) {
    const group = groups.get(candidate.signature);
    if (group === undefined) groups.set(candidate.signature, [candidate]);
    else group.push(candidate);
  }
  const host = hostOf(url);
  let best: ScoredList[] = [];
  let bestScore = 0;
  const merged = [...groups.values()].map((group) => mergeGroup(group, host));
  for (const lists of merged) {
    const score = lists.reduce((sum, list) => sum + list.score, 0);
    if (score > bestScore && isList(lists, host)) {
      best = lists;
      bestScore = score;
    }
  }
  const [half] = best;
  if (half !== undefined && best.length === 1)
    best = [half, ...merged.flat().filter((list) => isOtherHalf(half, list))];
  return best.map((list) => (list.rows.length > 1 ? fillList(dropStrangers(list, host), candidates, host) : list));
}

/** Of the links that stand together in a record, tells the title from pictures, categories, sources and files. */
import type { ParentNode } from "domhandler";
import type { Candidate } from "./listing-page.ts";
import { isCut } from "./listing-title.ts";

const RECORD_NAME = /^(?:li|tr|dd|dt|article)$/;
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|jpe?g|png|mp4)$/i;
/** Shorter ones may be titles, but rather the one beside them is. */
const MIN_TITLE = 4;
/** A link that is used so often with the same words is no title. */
const MIN_LABEL_USES = 3;
/** A record with more links than this is the frame of a page laid out by tables. */
export const MAX_RECORD_LINKS = 4;

/** A file in the row of the article that it belongs to; exchanges list files that are the articles. */
const isAttachment = ({ url, title }: Candidate): boolean =>
  FILE.test(new URL(url).pathname) && (FILE.test(title) || /^附[件表图]|下载/.test(title));

/** Which of two links in one record is its title; negative for the first. */
export function compareTitles(a: Candidate, b: Candidate): number {
  const rank = (link: Candidate): number =>
    (link.furniture === "none" ? 4 : 0) + (isAttachment(link) ? 0 : 2) + (link.heading ? 1 : 0);
  return rank(b) - rank(a) || b.weight - a.weight;
}

/** Links one after the other to one address are one: picture, title, summary, the same title for small screens. */
function mergeRuns(candidates: readonly Candidate[]): Candidate[] {
  const runs: Candidate[][] = [];
  for (const candidate of candidates) {
    const run = runs.at(-1);
    if (run?.[0]?.url === candidate.url) run.push(candidate);
    else runs.push([candidate]);
  }
  return runs.flatMap((run) => {
    const speaking = run.filter(({ weight }) => weight >= MIN_TITLE);
    const first = speaking.find(({ heading }) => heading) ?? speaking[0] ?? run[0];
    if (first === undefined) return [];
    const whole = run.find(
      ({ title }) => isCut(first.title) && !isCut(title) && title.startsWith(first.title.slice(0, 4)),
    );
    return [whole === undefined ? first : { ...first, title: whole.title, weight: whole.weight }];
  });
}

/** Categories, sources, authors: the same link with the same words, again and again. */
function dropLabels(candidates: readonly Candidate[]): Candidate[] {
  const uses = new Map<string, number>();
  const keyOf = ({ url, title }: Candidate): string => `${url} ${title}`;
  for (const candidate of candidates) uses.set(keyOf(candidate), (uses.get(keyOf(candidate)) ?? 0) + 1);
  return candidates.filter((candidate) => (uses.get(keyOf(candidate)) ?? 0) < MIN_LABEL_USES);
}

function findRecord(candidate: Candidate): ParentNode | undefined {
  let node = candidate.anchor.parent;
  for (let up = 0; up < 6 && node !== null; up++, node = node.parent) {
    if ("name" in node && RECORD_NAME.test(String(node.name))) return node;
  }
  return undefined;
}

/** Of the links in one list item, title, category, source, file, keeps the one that is the title. */
export function keepTitles(candidates: readonly Candidate[]): Candidate[] {
  const records = new Map<ParentNode | Candidate, Candidate[]>();
  for (const candidate of candidates) {
    const record = findRecord(candidate) ?? candidate;
    const links = records.get(record);
    if (links === undefined) records.set(record, [candidate]);
    else links.push(candidate);
  }
  return [...records.values()]
    .flatMap((links) => (links.length > MAX_RECORD_LINKS ? links : links.toSorted(compareTitles).slice(0, 1)))
    .sort((a, b) => a.order - b.order);
}

/** The links that can be titles: runs to one address as one, labels left out. */
export const findTitleLinks = (candidates: readonly Candidate[]): Candidate[] => dropLabels(mergeRuns(candidates));

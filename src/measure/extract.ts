/** From a cleaned text to its measures: the one door of this room. */
import type { MeasureDraft, Span } from "../model.ts";
import { draftClauses } from "./clause/clauses.ts";
import { type Draft, type Dropped, ignoreDrop, type OnDrop } from "./draft.ts";
import { draftLists } from "./list/items.ts";
import { findLists } from "./list/lists.ts";
import { ownedBy } from "./list/owned.ts";
import { denies } from "./phrase/denial.ts";
import { type Reading, readText } from "./reading.ts";
import { findSeries } from "./series/series.ts";

export interface MeasureInput {
  /** Cleaned text of the article. */
  readonly text: string;
  readonly title?: string | undefined;
}

/** Of two drafts on one level that overlap, the one that begins first stays. Expects them in the order of the text. */
function dropOverlaps(drafts: readonly Draft[], onDrop: OnDrop): Draft[] {
  const ends: Record<1 | 2, number> = { 1: 0, 2: 0 };
  return drafts.filter(({ headline, level, score, reasons }) => {
    if (headline.start < ends[level]) {
      onDrop({ span: headline, why: "overlaps", score, reasons });
      return false;
    }
    ends[level] = headline.end;
    return true;
  });
}

/** Shorter words stand in others by chance. */
const SHORTEST_REPEAT = 8;

/** Does one say what the other says, in more words or fewer? */
const saysAgain = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) >= SHORTEST_REPEAT &&
    (one.includes(other) || other.includes(one)) &&
    denies(one) === denies(other));

/** What a page says twice, in its lead and again in its text, is told once: the item of a list, else the surer clause. */
function dropRepeated({ text }: Reading, drafts: readonly Draft[], onDrop: OnDrop): Draft[] {
  const wordsOf = ({ headline }: Draft): string => text.slice(headline.start, headline.end).replace(/[\s\p{P}]+/gu, "");
  const told: string[] = [];
  const seen = new Set<string>();
  const repeated = new Set<Draft>();
  for (const draft of drafts.filter(({ list }) => list > 0)) {
    const words = wordsOf(draft);
    told.push(words);
    if (draft.level > 1) continue;
    if (seen.has(words)) repeated.add(draft);
    seen.add(words);
  }
  for (const draft of drafts.filter(({ list }) => list === 0).sort((a, b) => b.score - a.score)) {
    const words = wordsOf(draft);
    if (told.some((other) => saysAgain(words, other))) repeated.add(draft);
    else told.push(words);
  }
  for (const { headline, score, reasons } of repeated) onDrop({ span: headline, why: "repeated", score, reasons });
  return drafts.filter((draft) => !repeated.has(draft));
}

function toMeasure({ shadow }: Reading, draft: Draft, ordinal: number): MeasureDraft {
  const toSource = (span: Span): Span => shadow.toSource(span);
  return {
    ordinal,
    level: draft.level,
    list: draft.list,
    kind: draft.kind,
    headline: toSource(draft.headline),
    ...(draft.detail === undefined ? {} : { detail: toSource(draft.detail) }),
    score: draft.score,
    reasons: draft.reasons,
  };
}

/**
 * Measures of a cleaned article text in the order of the text. Spans are UTF-16 ranges in `text`;
 * `text.slice(start, end)` is the headline, verbatim. `detail` is the whole item where it says more than its headline.
 */
export const extractMeasures = (input: MeasureInput): MeasureDraft[] =>
  draftMeasures(readText(input.text, input.title), ignoreDrop);

/** The same measures, and what was left out with the reason why, in the order of the text. */
export function explainMeasures(input: MeasureInput): { measures: MeasureDraft[]; dropped: Dropped[] } {
  const reading = readText(input.text, input.title);
  const dropped: Dropped[] = [];
  const measures = draftMeasures(reading, (drop) => {
    dropped.push({ ...drop, span: reading.shadow.toSource(drop.span) });
  });
  return { measures, dropped: dropped.sort((a, b) => a.span.start - b.span.start) };
}

function draftMeasures(reading: Reading, onDrop: OnDrop): MeasureDraft[] {
  const marked = findLists(reading, onDrop);
  const series = findSeries(reading, ownedBy(reading, marked).regions);
  const lists = [...marked, ...series].sort((a, b) => (a.items[0]?.start ?? 0) - (b.items[0]?.start ?? 0));
  const clauses = draftClauses(reading, ownedBy(reading, lists), onDrop);
  const drafts = [...draftLists(reading, lists, onDrop), ...clauses];
  drafts.sort((a, b) => a.headline.start - b.headline.start || a.level - b.level);
  return dropRepeated(reading, dropOverlaps(drafts, onDrop), onDrop).map((draft, i) =>
    toMeasure(reading, draft, i + 1),
  );
}

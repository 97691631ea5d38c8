/** From a cleaned text to its measures: the one door of this room. */
import type { MeasureDraft, Span } from "../model.ts";
import { draftClauses } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { draftLists } from "./items.ts";
import { findLists } from "./lists.ts";
import { type Reading, readText } from "./reading.ts";
import { findSeries, ownedRegions } from "./series.ts";

/** Of two drafts on one level that overlap, the one that begins first stays. Expects them in the order of the text. */
function dropOverlaps(drafts: readonly Draft[]): Draft[] {
  const ends: Record<1 | 2, number> = { 1: 0, 2: 0 };
  return drafts.filter((draft) => {
    if (draft.headline.start < ends[draft.level]) return false;
    ends[draft.level] = draft.headline.end;
    return true;
  });
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
export function extractMeasures(input: { text: string; title?: string | undefined }): MeasureDraft[] {
  const reading = readText(input.text, input.title);
  const marked = findLists(reading);
  const series = findSeries(reading, ownedRegions(reading, marked));
  const lists = [...marked, ...series].sort((a, b) => (a.items[0]?.start ?? 0) - (b.items[0]?.start ?? 0));
  const drafts = [...draftLists(reading, lists), ...draftClauses(reading, ownedRegions(reading, lists))];
  drafts.sort((a, b) => a.headline.start - b.headline.start || a.level - b.level);
  return dropOverlaps(drafts).map((draft, i) => toMeasure(reading, draft, i + 1));
}

/** Items of lists become measures. */
import { IS_QUESTION, TOPIC_HEADING } from "./cues.ts";
import type { Draft } from "./draft.ts";
import { cutHeadline } from "./headline.ts";
import { judgeKind } from "./kind.ts";
import type { List, ListItem } from "./nesting.ts";
import type { Reading } from "./reading.ts";

/** Families whose items may be headings of sections. */
const HEADING_FAMILIES: ReadonlySet<string> = new Set(["一、", "（一）", "1.", "1、", "(1)", "1)", "①"]);
const SHORTEST = 2;
/** A list counts more surely than any clause of running text. */
const LIST_SCORE: Readonly<Record<Draft["kind"], number>> = { measure: 0.95, finding: 0.8, other: 0.6 };

function draftItem(reading: Reading, list: List, number: number, item: ListItem): Draft | undefined {
  const { text, english } = reading;
  const headline = cutHeadline(text, { start: item.body, end: item.end }, english);
  const words = text.slice(headline.start, headline.end);
  if (words.length < SHORTEST || IS_QUESTION.test(text.slice(headline.start, headline.end + 1))) return undefined;
  const more = item.end > headline.end + 1;
  if (HEADING_FAMILIES.has(list.family) && more && TOPIC_HEADING.test(words)) return undefined;
  const { kind, reasons } = judgeKind(words, list.lead);
  return {
    headline,
    detail: more ? { start: headline.start, end: item.end } : undefined,
    level: item.level === 1 ? 1 : 2,
    list: number,
    kind,
    score: LIST_SCORE[kind],
    reasons: [`list:${list.family}`, ...reasons],
  };
}

/** One draft an item; topics and questions give none. */
export function draftLists(reading: Reading, lists: readonly List[]): Draft[] {
  return lists.flatMap((list, i) => list.items.flatMap((item) => draftItem(reading, list, i + 1, item) ?? []));
}

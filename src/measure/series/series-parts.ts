/** The parts of a series that stands in one sentence, and what it takes to be one. */
import type { Span } from "../../model.ts";
import { matchesOf } from "../../text/matches.ts";
import { tidySpan } from "../phrase/tidy.ts";

export const FEWEST = 3;
/** 从, 在 … tried as the opening of one series. */
export const MOST_OPENINGS = 4;
/** How far into a sentence a series is looked for. */
export const SERIES_REACH = 600;
/** What a count is written in. */
export const NUMERALS = "一二两三四五六七八九十\\d";
/** A count before its noun: 六个方面. */
export const COUNT = `[${NUMERALS}]{1,3}`;
/** Things, not deeds, make a list only from this length on: 从甲要素、乙产业、丙市场三个方面. */
export const SHORTEST_NOUN = 4;

const BRACKETED = /\([^()]*\)/g;

/** Parts between matches of a global pattern; one in brackets parts nothing. */
export function splitBy(text: string, within: Span, separator: RegExp): Span[] {
  const items: Span[] = [];
  let at = within.start;
  const words = text.slice(within.start, within.end);
  const hidden = words.includes("(") ? words.replace(BRACKETED, (inside) => "_".repeat(inside.length)) : words;
  for (const end of [...matchesOf(separator, hidden), undefined]) {
    const item = tidySpan(text, { start: at, end: end === undefined ? within.end : within.start + end.index });
    if (item.end > item.start) items.push(item);
    at = end === undefined ? within.end : within.start + end.index + end[0].length;
  }
  return items;
}

/** 甲及乙，以及丙: the surest joint first. */
const LAST_JOINTS = [/,(?:以及|及|和)/, /(?<=.{3})(?:以及|和|及)(?=.{3})/];

/** The items; the last one in two at its 和 where the text counts one more of them. */
export function splitLast(text: string, items: Span[], count: number | undefined): Span[] {
  const last = items.at(-1);
  if (last === undefined || items.length + 1 !== count) return items;
  const words = text.slice(last.start, last.end);
  for (const joint of LAST_JOINTS) {
    const found = joint.exec(words);
    if (found === null) continue;
    const at = last.start + found.index;
    return [
      ...items.slice(0, -1),
      tidySpan(text, { start: last.start, end: at }),
      tidySpan(text, { start: at + found[0].length, end: last.end }),
    ];
  }
  return items;
}

/** English lists without markers: what a sentence counts or announces before it names it. */
import type { Span } from "../../model.ts";
import { NUMBER_WORDS } from "../../text/numeral.ts";
import type { List } from "../list/nesting.ts";
import { makeList } from "./lines.ts";
import { FEWEST, splitBy } from "./series-parts.ts";

const MOST = 10;
const NUMBERS = Object.keys(NUMBER_WORDS).filter((word) => {
  const number = NUMBER_WORDS[word] ?? 0;
  return number >= FEWEST && number <= MOST;
});
const LEAD_REACH = 200;
/** No such sentence goes on for longer. */
const LONGEST = 1200;
/** It has three goals: …; five areas -- …. */
const COUNTED = new RegExp(
  `\\b(${NUMBERS.join("|")}|[3-9]|10)(?: [a-z-]+){0,3} [a-z-]{2,}s(?: [^.;:\\d]{0,40})?(?::| --| [–—])(?=\\s)`,
);
/** For a number of reasons: …; these include …. */
const ANNOUNCED =
  /\b(?:a number of|several|various|the following|these)(?: [a-z-]+){0,2} (?:[a-z-]{2,}s|criteria):(?=\s)|^(?:these|they|those|(?:the |key |other |such |main )?(?:[a-z-]+ ){0,2}(?:measures|steps|changes|initiatives|reforms|actions|proposals|plans|projects)) (?:will |also )?include:?(?=\s)/;
const COMMA = /,(?!\d{3}) ?(?:and )?/g;
const CLOSING = /,? and /g;
const LAST_OF_SERIES = /, and [^,]*$/;

const readCount = (number: string): number => NUMBER_WORDS[number] ?? Number.parseInt(number, 10);

/** Parts between commas, where the last two have an "and" between them and no comma. */
function partLast(text: string, parts: readonly Span[]): Span[] {
  const last = parts.at(-1);
  return last === undefined ? [] : [...parts.slice(0, -1), ...splitBy(text, last, CLOSING)];
}

/** Three goals: doing a, doing b and doing c. Only where there are as many as were counted. */
function countedItems(text: string, within: Span, count: number): Span[] | undefined {
  const parts = splitBy(text, within, COMMA);
  return [parts, partLast(text, parts)].find(({ length }) => length === count);
}

/** These include doing a, doing b, and doing c: what comes before the last comma tells the parts from each other. */
function announcedItems(text: string, within: Span): Span[] | undefined {
  if (!LAST_OF_SERIES.test(text.slice(within.start, within.end))) return undefined;
  const parts = splitBy(text, within, COMMA);
  return parts.length > FEWEST ? parts : undefined;
}

export function englishSeries(text: string, sentence: Span): List | undefined {
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LEAD_REACH));
  const counted = COUNTED.exec(opening);
  const lead = counted ?? ANNOUNCED.exec(opening);
  if (lead === null) return undefined;
  const within = {
    start: sentence.start + lead.index + lead[0].length,
    end: Math.min(sentence.end, sentence.start + LONGEST),
  };
  const items =
    counted === null ? announcedItems(text, within) : countedItems(text, within, readCount(counted[1] ?? ""));
  const single = items?.some(({ start, end }) => !/\s/.test(text.slice(start, end))) ?? true;
  // Five disciplines – clinical, forensic: a dash only explains.
  return items === undefined || (single && !lead[0].endsWith(":")) ? undefined : makeList(text, ",", items);
}

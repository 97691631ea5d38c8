/** English lists without markers: what a sentence counts before it names it. */
import type { Span } from "../model.ts";
import { splitBy } from "./aspects.ts";
import { makeList } from "./lines.ts";
import type { List } from "./nesting.ts";

const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");
const FEWEST = 3;
/** It has three goals: …. */
const COUNTED = new RegExp(
  `\\b(${NUMBERS.slice(FEWEST).join("|")}|[3-9]|10)(?: [a-z-]+){0,3} [a-z-]{2,}s(?: [^.;:\\d]{0,40})?:(?=\\s)`,
);
const LEAD_REACH = 200;
/** No such sentence goes on for longer. */
const LONGEST = 1200;

const readCount = (number: string): number => Math.max(NUMBERS.indexOf(number), Number.parseInt(number, 10) || 0);

/** Three goals: doing a, doing b and doing c. Only where there are as many as were counted. */
export function countedEnglish(text: string, sentence: Span): List | undefined {
  const lead = COUNTED.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + LEAD_REACH)));
  if (lead === null) return undefined;
  const within = {
    start: sentence.start + lead.index + lead[0].length,
    end: Math.min(sentence.end, sentence.start + LONGEST),
  };
  const parts = splitBy(text, within, /, (?:and )?/);
  const last = parts.at(-1);
  const items = last === undefined ? [] : [...parts.slice(0, -1), ...splitBy(text, last, / and /)];
  const count = readCount(lead[1] ?? "");
  const counted = [parts, items].find(({ length }) => length === count);
  return counted === undefined ? undefined : makeList(text, ",", counted);
}

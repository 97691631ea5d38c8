/** The rules in English; the shadow they are matched against is in lower case. */
import { dateOf, makeDay, makeHalf, makeMonth, makeMonths, makeQuarter, makeYear } from "./calendar.ts";
import {
  CENTURY_YEAR,
  type Groups,
  NO_DIGIT_BEFORE,
  type PeriodRule,
  readNumber,
  readYear,
  yearly,
} from "./reading.ts";

const rule = (
  name: string,
  pattern: string,
  produce: PeriodRule["produce"],
  more: Partial<PeriodRule> = {},
): PeriodRule => ({
  name,
  pattern: new RegExp(pattern, "gu"),
  produce,
  ...more,
});
const none = (): undefined => undefined;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)";
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
};
const ORDINAL = "(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)";
const OF_YEAR = `\\s(?:of\\s|in\\s)?(?:the\\s)?(?:(?<year>${CENTURY_YEAR}\\b|(?:this|last|next)\\syear)|year)`;
const YEAR = `(?<year>${CENTURY_YEAR})(?!\\d|[,.]\\d|-\\d)`;
/** Words of quantity: what stands before them was no year. */
const NO_UNIT_AFTER =
  "(?!\\s?(?:%|per\\b|people|million|billion|mw|kw|km|kg|tonnes?|metres?|meters?|miles?|cases|jobs|firms|companies|units|households))";
const BEFORE_YEAR =
  "in|by|since|from|of|to|until|till|through|before|after|during|for|year|years|and|than|over|around|early|late|mid|end|between";

const monthNumber = (name: string | undefined): number => MONTHS.indexOf((name ?? "").slice(0, 3)) + 1;

/** A quarter, or undefined for a third half. */
function part(groups: Groups) {
  const ordinal = ORDINALS[groups.ordinal ?? ""] ?? 0;
  if (groups.unit === "quarter") return yearly(groups, (year) => makeQuarter(year, ordinal));
  return ordinal <= 2 ? yearly(groups, (year) => makeHalf(year, ordinal)) : undefined;
}

const dayOf = (groups: Groups) =>
  yearly(groups, (year) => makeDay(dateOf(year, monthNumber(groups.month), readNumber(groups.day))));

function monthSpan(groups: Groups) {
  const last = readYear(groups.year);
  const first = readYear(groups.fromYear) ?? last;
  if (first?.kind !== "written" || last?.kind !== "written") return undefined;
  const years = last.year - first.year;
  return {
    kind: "yearly",
    year: first,
    at: (year: number) => makeMonths(year, monthNumber(groups.first), year + years, monthNumber(groups.last)),
  } as const;
}

export const ENGLISH_RULES: readonly PeriodRule[] = [
  rule("part-english", `\\b${ORDINAL}[\\s-](?<unit>quarter|half)${OF_YEAR}\\b`, part),
  rule("quarter-english", `\\b${ORDINAL}[\\s-](?<unit>quarter)\\b(?!-)`, part),
  rule("half-english", `\\b${ORDINAL}[\\s-](?<unit>half)\\b`, part, { article: "skip" }),
  rule("quarter-code-english", `\\bq(?<quarter>[1-4])[\\s,]{1,2}(?:of\\s)?${YEAR}`, (groups) =>
    yearly(groups, (year) => makeQuarter(year, readNumber(groups.quarter))),
  ),
  rule("quarter-digit-english", `\\b(?<quarter>[1-4])q\\s?${YEAR}`, (groups) =>
    yearly(groups, (year) => makeQuarter(year, readNumber(groups.quarter))),
  ),
  rule("half-code-english", `\\bh(?<half>[12])[\\s,]{1,2}(?:of\\s)?${YEAR}`, (groups) =>
    yearly(groups, (year) => makeHalf(year, readNumber(groups.half))),
  ),
  rule("half-digit-english", `\\b(?<half>[12])h\\s?${YEAR}`, (groups) =>
    yearly(groups, (year) => makeHalf(year, readNumber(groups.half))),
  ),
  rule("month-english", `\\b(?<month>${MONTH})(?:,?\\s|\\sof\\s)${YEAR}`, (groups) =>
    yearly(groups, (year) => makeMonth(year, monthNumber(groups.month))),
  ),
  rule(
    "months-english",
    `\\b(?<first>${MONTH})(?:\\s(?<fromYear>${CENTURY_YEAR}))?\\s?(?:to|-|–|through|and|until)\\s?(?<last>${MONTH})\\s${YEAR}`,
    monthSpan,
  ),
  rule(
    "month-bare-english",
    `\\b(?<month>january|february|april|june|july|august|september|october|november|december)\\b`,
    (groups) => yearly(groups, (year) => makeMonth(year, monthNumber(groups.month))),
    { article: "skip" },
  ),
  rule(
    "year-english",
    `(?<=\\b(?:${BEFORE_YEAR})\\s)${YEAR}(?![-/\\w])${NO_UNIT_AFTER}`,
    (groups) => yearly(groups, makeYear),
    { query: "skip" },
  ),
  rule(
    "day-english",
    `${NO_DIGIT_BEFORE}\\b(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?\\s(?:of\\s)?(?<month>${MONTH})(?:,?\\s${YEAR})?`,
    dayOf,
    { article: "cover" },
  ),
  rule(
    "day-american",
    `\\b(?<month>${MONTH})\\s(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d.%])(?:,?\\s${YEAR})?`,
    dayOf,
    { article: "cover" },
  ),
  rule("fiscal-year", `\\b(?:fy|fiscal\\syear|financial\\syear)\\s?\\d{2,4}`, none),
  rule(
    "law-english",
    `\\b(?:act|acts|ordinance|law|regulations?|rules|directive|agenda|plan|vision|strategy|decision)\\s(?:of\\s|for\\s)?${CENTURY_YEAR}\\b`,
    none,
  ),
];

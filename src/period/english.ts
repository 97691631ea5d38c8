/** The rules in English; the shadow they are matched against is in lower case. */
import { NUMBER_WORDS } from "../text/numeral.ts";
import { makeHalf, makeMonth, makeMonths, makeQuarter } from "./calendar.ts";
import { readDay, readFirstMonths, readHalf, readQuarter, readSplitYear, readWholeYear, readYears } from "./produce.ts";
import { coverRule, defineRule, type Groups, type PeriodRule, type Reading, yearly } from "./reading.ts";
import { CENTURY_YEAR, NO_DIGIT_BEFORE, readYear } from "./year.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Without may, which is a verb more often. */
const LONG_MONTH = "january|february|march|april|june|july|august|september|october|november|december";
const MONTH = `(?:${LONG_MONTH}|may|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)`;
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
/** Of the first months of a year; all twelve of them are the year. */
const MONTH_COUNTS = Object.keys(NUMBER_WORDS).filter((word) => {
  const count = NUMBER_WORDS[word] ?? 0;
  return count >= 2 && count <= 11;
});
const ORDINAL = "(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)";
const OF_YEAR = `\\s(?:of\\s|in\\s)?(?:the\\s)?(?:(?<year>${CENTURY_YEAR}\\b|(?:this|last|next)\\syear)|year)`;
const YEAR = `(?<year>${CENTURY_YEAR})(?!\\d|[,.]\\d|-\\d)`;
/** 1Q24 and 1Q2024. */
const SHORT_YEAR = "(?<year>(?:19|20)?\\d{2})(?!\\d|[,.]\\d|-\\d)";
/** Words of quantity: what stands before them was no year. */
const NO_UNIT_AFTER =
  "(?!\\s?(?:%|per\\b|people|million|billion|mw|kw|km|kg|tonnes?|metres?|meters?|pixels?|miles?|cases|jobs|firms|companies|units|households))";
const BEFORE_YEAR =
  "in|by|since|from|of|to|until|till|through|before|after|during|for|year|years|and|than|over|around|early|late|mid|end|between";
/** Words before a month that is reported or aimed at; a name, a deed (to march) or a day stands behind others. */
const BEFORE_MONTH = "in|since|for|from|until|till|through|during|last|early|late|mid|than";

const monthNumber = (name: string | undefined): number => MONTHS.indexOf((name ?? "").slice(0, 3)) + 1;

/** 2 for "second"; a third half is none. */
function readPart(groups: Groups): Reading | undefined {
  const ordinal = ORDINALS[groups.ordinal ?? ""] ?? 0;
  if (groups.unit === "quarter") return yearly(groups, (year) => makeQuarter(year, ordinal));
  return ordinal <= 2 ? yearly(groups, (year) => makeHalf(year, ordinal)) : undefined;
}

const readNamedMonth = (groups: Groups): Reading =>
  yearly(groups, (year) => makeMonth(year, monthNumber(groups.month)));

const readNamedDay = (groups: Groups): Reading => readDay({ ...groups, month: String(monthNumber(groups.month)) });

const readNamedFirstMonths = (groups: Groups): Reading | undefined =>
  readFirstMonths({ ...groups, count: String(NUMBER_WORDS[groups.count ?? ""] ?? groups.count) });

/** The year stands behind the last month; the first one is of the year before where it comes later in the year. */
function readNamedMonths(groups: Groups): Reading | undefined {
  const last = readYear(groups.year);
  if (last?.kind !== "written") return undefined;
  const [first, end] = [monthNumber(groups.first), monthNumber(groups.last)];
  const begin = readYear(groups.fromYear) ?? { kind: "written", year: first > end ? last.year - 1 : last.year };
  return { kind: "yearly", year: begin, at: (year) => makeMonths(year, first, last.year, end) };
}

const QUERY_ONLY = { article: "skip" } as const;
const NOT_IN_ARTICLES = { article: "cover" } as const;

export const ENGLISH_RULES: readonly PeriodRule[] = [
  defineRule("part-english", `\\b${ORDINAL}[\\s-](?<unit>quarter|half)${OF_YEAR}\\b`, readPart),
  defineRule("quarter-english", `\\b${ORDINAL}[\\s-](?<unit>quarter)\\b(?!-)`, readPart),
  defineRule("half-english", `\\b${ORDINAL}[\\s-](?<unit>half)\\b`, readPart, QUERY_ONLY),
  defineRule("quarter-code-english", `\\bq(?<quarter>[1-4])[\\s,]{1,2}(?:of\\s)?${YEAR}`, readQuarter),
  defineRule("quarter-digit-english", `\\b(?<quarter>[1-4])q\\s?${SHORT_YEAR}`, readQuarter),
  defineRule("half-code-english", `\\bh(?<half>[12])[\\s,]{1,2}(?:of\\s)?${YEAR}`, readHalf),
  defineRule("half-digit-english", `\\b(?<half>[12])h\\s?${SHORT_YEAR}`, readHalf),
  defineRule(
    "month-english",
    `\\b(?<month>${MONTH})(?:,?\\s|\\sof\\s)(?:${YEAR}|(?<relative>(?:this|last|next)\\syear\\b))`,
    (groups) => readNamedMonth({ ...groups, year: groups.year ?? groups.relative }),
  ),
  defineRule(
    "months-english",
    `\\b(?<first>${MONTH})(?:\\s(?<fromYear>${CENTURY_YEAR}))?\\s?(?:to|-|–|through|and|until)\\s?(?<last>${MONTH})\\s${YEAR}`,
    readNamedMonths,
  ),
  defineRule(
    "months-first-english",
    `\\bfirst\\s(?<count>1[01]|[2-9]|${MONTH_COUNTS.join("|")})\\smonths${OF_YEAR}\\b`,
    readNamedFirstMonths,
  ),
  defineRule(
    "month-of-english",
    `(?<=\\b(?:${BEFORE_MONTH})[\\s-])(?<month>${LONG_MONTH})\\b(?!\\s\\d|,\\s\\d{4})`,
    readNamedMonth,
    {
      query: "skip",
    },
  ),
  defineRule("month-bare-english", `\\b(?<month>${LONG_MONTH})\\b`, readNamedMonth, {
    article: "skip",
    due: "find",
  }),
  defineRule("year-english", `(?<=\\b(?:${BEFORE_YEAR})[\\s-])${YEAR}(?![-/\\w])${NO_UNIT_AFTER}`, readWholeYear, {
    query: "skip",
  }),
  defineRule(
    "years-english",
    `(?:(?<=\\bbetween\\s)(?<year>${CENTURY_YEAR})\\sand|(?<=\\bfrom\\s)(?<from>${CENTURY_YEAR})\\s(?:to|until|through))\\s(?<toYear>${CENTURY_YEAR})(?![\\d-])${NO_UNIT_AFTER}`,
    (groups) => readYears({ ...groups, year: groups.year ?? groups.from }),
  ),
  defineRule(
    "year-split-english",
    `(?<=\\b(?:${BEFORE_YEAR})\\s)(?<year>${CENTURY_YEAR})/(?<end>\\d{2})(?![\\d/-])`,
    readSplitYear,
    {
      query: "skip",
    },
  ),
  defineRule(
    "day-english",
    `${NO_DIGIT_BEFORE}\\b(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?\\s(?:of\\s)?(?<month>${MONTH})(?:,?\\s${YEAR})?`,
    readNamedDay,
    NOT_IN_ARTICLES,
  ),
  defineRule(
    "day-american",
    `\\b(?<month>${MONTH})\\s(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d.%])(?:,?\\s${YEAR})?`,
    readNamedDay,
    NOT_IN_ARTICLES,
  ),
  coverRule("fiscal-year", "\\b(?:fy|fiscal\\syear|financial\\syear)\\s?\\d{2,4}"),
  coverRule(
    "law-english",
    `\\b(?:act|acts|ordinance|law|regulations?|rules|directive|agenda|plan|vision|strategy|decision)\\s(?:of\\s|for\\s)?${CENTURY_YEAR}\\b`,
  ),
];

/** Dates as lists of links print them, beside the title, in the title's line, or in the address. */

export interface ListingDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A date that was found, and the words it stands in. */
export interface FoundDate {
  readonly date: ListingDate;
  readonly text: string;
}

type Field = "y" | "m" | "d";

interface DateRule {
  readonly name: string;
  /** Named groups y, m, d and, for a time, h, i. */
  readonly pattern: RegExp;
  /** The date must be all that its text says, but for punctuation. */
  readonly alone: boolean;
}

const TIME = String.raw`(?:[T\s]{0,3}(?<h>[01]?\d|2[0-3])[:：](?<i>[0-5]\d)(?:[:：][0-5]\d)?(?!\d))?`;
const YEAR = String.raw`(?<!\d)(?<y>(?:19|20)\d{2})`;
const MONTH = "(?<m>0?[1-9]|1[0-2])";
const DAY = String.raw`(?<d>0?[1-9]|[12]\d|3[01])(?!\d)`;
const NAME = String.raw`(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const rule = (name: string, source: string, alone = false): DateRule => ({
  name,
  pattern: new RegExp(source, "i"),
  alone,
});

/** In the order of trust. */
const DATE_RULES: readonly DateRule[] = [
  rule("year-month-day", String.raw`${YEAR}\s?[-/.年]\s?${MONTH}\s?[-/.月]\s?${DAY}日?${TIME}`),
  rule(
    "day-name-year",
    String.raw`(?<!\d)(?<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s{1,3}${NAME},?\s{1,3}(?<y>20\d{2})(?!\d)`,
  ),
  rule(
    "name-day-year",
    String.raw`(?<![a-z])${NAME}\s{1,3}(?<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,?\s{1,3}(?<y>20\d{2})(?!\d)`,
  ),
  // Taiwan counts years from 1912: 113-03-05, 民國113年3月5日.
  rule("minguo", String.raw`(?<!\d)(?<y>1[01]\d)\s?[-/.年]\s?${MONTH}\s?[-/.月]\s?${DAY}日?`, true),
  rule("digits", String.raw`(?<!\d)(?<y>20\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)`, true),
];

/** A date cut into pieces for looks: a big day over a small month. Read on the pieces joined by a space. */
const SPLIT_RULES: readonly DateRule[] = [
  rule("year, month-day", String.raw`${YEAR}年?\s${MONTH}\s?[-/.月]\s?${DAY}日?`),
  rule("month-day, year", String.raw`(?<!\d)${MONTH}\s?[-/.月]\s?${DAY}日?\s(?<y>20\d{2})(?!\d)`),
  rule(
    "day, year-month",
    String.raw`(?<![\d:])(?<d>0?[1-9]|[12]\d|3[01])日?\s(?<y>20\d{2})\s?[-/.年]\s?${MONTH}月?(?!\d|\s?[-/.]\s?\d)`,
  ),
  rule("year-month, day", String.raw`${YEAR}\s?[-/.年]\s?${MONTH}月?\s${DAY}日?(?!:)`),
];

const MONTH_DAY = rule("month-day", String.raw`(?<![\d:])${MONTH}\s?[-/.月]\s?${DAY}日?${TIME}`, true);

/** In addresses: /2024/3/5/, /2024-03/05/, /202403/t20240305_1.html, /20240305/. */
const URL_RULES: readonly DateRule[] = [
  rule("url-parts", String.raw`/(?<y>20\d{2})[-/_](?<m>0?[1-9]|1[0-2])[-/_](?<d>0?[1-9]|[12]\d|3[01])(?!\d)`),
  rule("url-month-day", String.raw`/(?<y>20\d{2})[-/_]?(?<m>0[1-9]|1[0-2])[-/_]?(?<d>0[1-9]|[12]\d|3[01])(?!\d)`),
  rule("url-digits", String.raw`(?<!\d)(?<y>20\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)`),
];
const URL_YEAR = /(?<!\d)(20\d{2})(?=[-/_]|(?:0[1-9]|1[0-2])(?!\d))/;

const PUNCTUATION = /[\s()[\]（）【】〔〕[\]<>《》·|:：,，.。—–-]+/g;
/** Words that may stand with a date of its own: 发布时间：2024-03-05. */
const LABEL =
  /(?:中[華华])?民[國国]|(?:[發发][布佈]|[發发]文|成文|更新)?(?:[時时][間间]|日期)|[發发][布佈]|published|updated|posted|date|on/gi;

const numberOf = (field: string | undefined): number => Number(field ?? "0");

const readYear = (year: number): number => (year < 1000 ? year + 1911 : year);

function readMatch(match: RegExpExecArray, year?: number): FoundDate | undefined {
  const groups = match.groups ?? {};
  const field = (name: Field): number => {
    const value = groups[name] ?? "";
    const named = NAMES.indexOf(value.toLowerCase());
    return named >= 0 ? named + 1 : Number(value);
  };
  const date = {
    year: groups.y === undefined ? (year ?? 0) : readYear(field("y")),
    month: field("m"),
    day: field("d"),
    hour: numberOf(groups.h),
    minute: numberOf(groups.i),
  };
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day));
  // 31 April: a number of something else.
  return real.getUTCDate() === date.day ? { date, text: match[0] } : undefined;
}

function applyRule({ pattern, alone }: DateRule, text: string, year?: number): FoundDate | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  if (alone && text.replace(match[0], "").replace(LABEL, "").replace(PUNCTUATION, "") !== "") return undefined;
  return readMatch(match, year);
}

function applyFirst(rules: readonly DateRule[], text: string): FoundDate | undefined {
  for (const each of rules) {
    const found = applyRule(each, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A date with its year in one piece of text. */
export const findFullDate = (text: string): FoundDate | undefined => applyFirst(DATE_RULES, text);

/** A date whose parts stand in several pieces of text. */
export const findSplitDate = (pieces: readonly string[]): FoundDate | undefined =>
  applyFirst(SPLIT_RULES, pieces.join(" "));

/** 03-05, 3月5日, if that is all the text says. */
export const findMonthDay = (text: string, year: number): FoundDate | undefined => applyRule(MONTH_DAY, text, year);

/** The date in an address. */
export const findUrlDate = (url: string): FoundDate | undefined => applyFirst(URL_RULES, new URL(url).pathname);

/** The year in an address, /2024/ or /202403/. */
export function findUrlYear(url: string): number | undefined {
  const match = URL_YEAR.exec(new URL(url).pathname);
  return match === null ? undefined : Number(match[1]);
}

/** Writes the date as `parseDate` reads it. */
export function writeDate({ year, month, day, hour, minute }: ListingDate): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

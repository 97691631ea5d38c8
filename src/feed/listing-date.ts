/** Dates as lists of links print them, beside the title, in the title's line, or cut into pieces for looks. */
import { type FoundMoment, findByRules, findMoment, readMoment } from "../text/date.ts";
import { BARE_REPUBLIC_RULE, COMPACT_RULE, type DateRule } from "../text/date-rules.ts";

const TIME = String.raw`(?:[T\s]{0,3}(?<time>(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?)(?!\d))?`;
const YEAR = String.raw`(?<!\d)(?<year>(?:19|20)\d{2})`;
const MONTH = "(?<month>0?[1-9]|1[0-2])";
const DAY = String.raw`(?<day>0?[1-9]|[12]\d|3[01])(?!\d)`;

const rule = (name: string, source: string): DateRule => ({ name, pattern: new RegExp(source, "gi") });

/** A big day over a small month. Read on the pieces joined by a space. */
const SPLIT_RULES: readonly DateRule[] = [
  rule("year, month-day", String.raw`${YEAR}年?\s${MONTH}\s?[-/.月]\s?${DAY}日?`),
  rule("month-day, year", String.raw`(?<!\d)${MONTH}\s?[-/.月]\s?${DAY}日?\s(?<year>20\d{2})(?!\d)`),
  rule(
    "day, year-month",
    String.raw`(?<![\d:])(?<day>0?[1-9]|[12]\d|3[01])日?\s(?<year>20\d{2})\s?[-/.年]\s?${MONTH}月?(?!\d|\s?[-/.]\s?\d)`,
  ),
  rule("year-month, day", String.raw`${YEAR}\s?[-/.年]\s?${MONTH}月?\s${DAY}日?(?!:)`),
];

const MONTH_DAY = new RegExp(String.raw`(?<![\d:])${MONTH}\s?[-/.月]\s?${DAY}日?${TIME}`);
const URL_YEAR = /(?<!\d)(20\d{2})(?=[-/_]|(?:0[1-9]|1[0-2])(?!\d))/;

const PUNCTUATION = /[\s()[\]（）【】〔〕[\]<>《》·|:：,，.。—–-]+/g;
/** Words that may stand with a date of its own: 发布时间：2024-03-05. */
const LABEL =
  /(?:中[華华])?民[國国]|(?:[發发][布佈]|[發发]文|成文|更新)?(?:[時时][间間]|日期)|[發发][布佈]|published|updated|posted|date|on/gi;

/** The date, if it is all that its text says, but for labels and punctuation. */
function onlyAlone(found: FoundMoment | undefined, text: string): FoundMoment | undefined {
  if (found === undefined) return undefined;
  const rest = text.replace(found.text, "").replace(LABEL, "").replace(PUNCTUATION, "");
  return rest === "" ? found : undefined;
}

/** A date with its year in one piece of text. */
export const findFullDate = (text: string): FoundMoment | undefined =>
  findMoment(text) ?? onlyAlone(findByRules([BARE_REPUBLIC_RULE, COMPACT_RULE], text), text);

/** A date that is all its text says, but for the day of the week: a heading above what appeared on that day. */
export const findDay = (text: string): FoundMoment | undefined =>
  onlyAlone(findMoment(text), text.replace(/(?:星期|周|週|礼拜)[一二三四五六日天]/, ""));

/** A date whose parts stand in several pieces of text. */
export const findSplitDate = (pieces: readonly string[]): FoundMoment | undefined =>
  findByRules(SPLIT_RULES, pieces.join(" "));

/** 03-05, 3月5日, if that is all the text says. */
export function findMonthDay(text: string, year: number): FoundMoment | undefined {
  const match = MONTH_DAY.exec(text);
  const moment = match?.groups && readMoment(match.groups, year);
  return onlyAlone(moment && { moment, text: match[0] }, text);
}

/** The year in an address, /2024/ or /202403/. */
export function findUrlYear(url: string): number | undefined {
  const match = URL_YEAR.exec(new URL(url).pathname);
  return match === null ? undefined : Number(match[1]);
}

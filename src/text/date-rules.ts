/**
 * How dates are written. Named groups: `year` or `roc` (counted from 1912), `month` (number or English name) and `day`,
 * or `ordinal` (day of the year); `half` of the day, `time`, `zone`. All but the year may be missing. Data only.
 */
import { NUMERAL_CHARACTERS } from "./numeral.ts";

export interface DateRule {
  readonly name: string;
  /** With the flag g. */
  readonly pattern: RegExp;
}

const SECOND = String.raw`(?:\s?[:：分m]\s?\d{1,2}(?:[.,]\d{1,9})?)?[分秒]?(?:\s{0,3}[ap]\.?m\b\.?)?`;
const TIME = String.raw`(?<time>\d{1,2}\s?[:：時时點点h]\s?\d{1,2}${SECOND}|\d{1,2}[時时点點])`;
const HALF = String.raw`(?<half>上午|下午|凌晨|早上|早晨|清晨|中午|晚上|晚)?\s{0,3}`;
const WEEKDAY = String.raw`(?:[(（][^()（）]{1,6}[)）]\s{0,3}|(?:星期|周|週|礼拜)[一二三四五六日天]\s{0,3})?`;
/** 24年, but not 民國90年. */
const SHORT_YEAR = String.raw`(?<![\d國国]\s?)\d{2}`;
const ENGLISH_WEEKDAY = String.raw`(?:[a-z]{2,9}\.?,?\s+)?`;
const MONTH_NAME = String.raw`(?<month>[a-z]{3,9})\.?`;
/** Whatever follows the time: a zone, or nothing of interest. */
const REST = "(?<zone>.*)$";

const rule = (name: string, source: string): DateRule => ({ name, pattern: new RegExp(source, "gi") });

/** For a whole value that is meant as a date; tried in this order. */
export const VALUE_RULES: readonly DateRule[] = [
  rule(
    "chinese",
    String.raw`(?<year>\d{4}|${SHORT_YEAR})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号號]?\s{0,9}${WEEKDAY}${HALF}${TIME}?${REST}`,
  ),
  rule(
    "iso",
    String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:\s*t\s*|[\s,]+|$|(?=z|[-+]\d))${WEEKDAY}${HALF}${TIME}?${REST}`,
  ),
  rule(
    "iso-basic",
    String.raw`^(?<year>(?:19|2\d)\d{2})(?<month>\d\d)(?<day>\d\d)(?:t?(?<time>\d{6}|\d{4}))?(?<zone>(?:z|[-+].*|\s.*)?)$`,
  ),
  rule("iso-ordinal", String.raw`^(?<year>\d{4})-?(?<ordinal>\d{3})(?:t${TIME})?${REST}`),
  rule(
    "rfc822",
    String.raw`^(?:[a-z]{2,9}\.?,?\s*)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]*${MONTH_NAME}[\s,-]*(?<year>\d{4}|\d{2})(?:[,\s]+(?:at\s+)?${TIME})?${REST}`,
  ),
  rule(
    "asctime",
    String.raw`^${ENGLISH_WEEKDAY}${MONTH_NAME}\s+(?<day>\d{1,2}),?\s+${TIME}\s*(?<zone>.*?)\s*(?<year>\d{4})$`,
  ),
  rule(
    "month-first",
    String.raw`^${ENGLISH_WEEKDAY}${MONTH_NAME}\s*(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?<year>\d{4})(?:[,\s-]+(?:at\s+)?${TIME})?${REST}`,
  ),
  rule("american", String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})(?:[,\s]+${TIME})?${REST}`),
];

/** Values that name a month or a year and mean its first day. */
export const COARSE_RULES: readonly DateRule[] = [
  rule("chinese-month", String.raw`(?<year>\d{4}|${SHORT_YEAR})\s?年\s?(?<month>\d{1,2})\s?月`),
  rule("iso-month", String.raw`^(?<year>\d{4})(?:-(?<month>\d\d))?$`),
];

/** In a text 3:2 is a result. */
const CLOCK = String.raw`(?<time>\d{1,2}\s?(?:[:：]\s?\d{2}|[時时點点]\s?\d{1,2})(?!\d)${SECOND})`;
const YEAR = String.raw`(?<!\d)(?<year>(?:19|20)\d{2})`;
/** Only zones that are no words of a text. */
const ZONE = String.raw`(?:\s?(?<zone>(?:UTC|GMT)?[+-]\d{2}:?\d{2}|(?:Z|UTC|GMT|[ECP][SD]T|BST|CES?T|HKT|JST)\b))?`;
const KNOWN_MONTH = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?`;
const ENGLISH_DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const CHINESE_TAIL = String.raw`(?:[T\s,，]{0,4}${WEEKDAY}${HALF}${CLOCK}${ZONE})?`;
const ENGLISH_TAIL = String.raw`(?:,?\s{1,3}(?:at\s)?(?:\w{3}\s)?${CLOCK}${ZONE})?`;
const N = `[${NUMERAL_CHARACTERS}]`;

/** For a date among other words, in the order of trust. */
export const TEXT_RULES: readonly DateRule[] = [
  rule(
    "year-first",
    String.raw`${YEAR}\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?!\d)[日号號]?${CHINESE_TAIL}`,
  ),
  rule(
    "republic",
    String.raw`民[國国]\s?(?<roc>\d{2,3})\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?!\d)日?${CHINESE_TAIL}`,
  ),
  rule(
    "month-first",
    String.raw`\b${KNOWN_MONTH}\s{1,3}${ENGLISH_DAY},?\s{1,3}(?<year>(?:19|20)\d{2})\b${ENGLISH_TAIL}`,
  ),
  rule(
    "day-first",
    String.raw`\b${ENGLISH_DAY}[\s-]{1,3}${KNOWN_MONTH},?[\s-]{1,3}(?<year>(?:19|20)\d{2})\b${ENGLISH_TAIL}`,
  ),
  rule("chinese-numerals", `(?<year>[一二][〇○零九0]${N}{2})年(?<month>${N}{1,2})月(?<day>${N}{1,3})日`),
];

/** 2019 04/06 10:15: year, day and clock were in elements of their own. */
export const APART_RULE: DateRule = rule(
  "year-apart",
  String.raw`(?<!\d)(?<year>20\d{2})\s{0,9}(?<month>0[1-9]|1[0-2])\s?[-/]\s?(?<day>0[1-9]|[12]\d|3[01])(?:\s{0,9}${CLOCK})?`,
);

/** 113-03-05 counts from 1912, if it is all that the text says. */
export const BARE_REPUBLIC_RULE: DateRule = rule(
  "bare-republic",
  String.raw`(?<!\d)(?<roc>1[01]\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?!\d)日?`,
);

/** 20220309 or 20220309101500, standing alone among other characters. */
export const COMPACT_RULE: DateRule = rule(
  "compact",
  String.raw`${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?<time>(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)`,
);

/** In the path of an address: /2024/3/5/, /202403/t20240305_1.html, /2024/0305/, /20240305/. */
export const PATH_RULES: readonly DateRule[] = [
  rule("path-parts", String.raw`/(?<year>(?:19|20)\d{2})[-/_](?<month>\d{1,2})[-/_](?<day>\d{1,2})(?!\d)`),
  rule(
    "path-digits",
    String.raw`/(?<year>(?:19|20)\d{2})[-/_]?(?<month>0[1-9]|1[0-2])[-/_]?(?<day>0[1-9]|[12]\d|3[01])(?!\d)`,
  ),
  COMPACT_RULE,
  ...TEXT_RULES.slice(0, 1),
];

/** The rules in Chinese and in bare digits. Names say the family; the longest match wins, so the order does not matter. */
import {
  addDays,
  dateOf,
  isDate,
  makeDay,
  makeDays,
  makeHalf,
  makeMonth,
  makeMonths,
  makeQuarter,
  makeYear,
  makeYears,
} from "./calendar.ts";
import {
  BARE_MINGUO_YEAR,
  CENTURY_YEAR,
  type Groups,
  LEADING_YEAR,
  LOOSE_YEAR,
  NAMED_MINGUO_YEAR,
  NO_DIGIT_BEFORE,
  type PeriodRule,
  type Reading,
  readNumber,
  readYear,
  WHOLE_YEAR,
  yearly,
  yearsBetween,
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

const TO = "\\s?(?:[-~‐‑‒–—―─−〜至到]|--|——|──)\\s?";
const ISO_TO = "\\s?(?:/|\\.\\.|~|至|到|–|—)\\s?";
const QUARTER = "[一二三四1-4]";
const MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const DAY = "(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])";
/** What a number or an ordinal leaves in front of a part of it. */
const NO_NUMBER_BEFORE = "(?<![\\d.个零〇一二三四五六七八九十百千几数第每整满近逾])";
const NO_DAY_AFTER = `(?!\\s?(?:\\d{1,3}|${DAY})\\s?[日号])`;
/** Words that go on after 月: 八月饼, 6月龄, 3月期, 5月刊. */
const NO_WORD_AFTER_MONTH = "(?![饼龄期刊薪租卡息票供嫂球亮色光经季相内])";
/** 前三个月 is a part of a year only where nothing says before what: 提前三个月, 届满前三个月. */
const FRESH = "(?<![^\\s\\p{P}\\p{S}在的与和及比于据将为达从了年])";

const monthsOf = (groups: Groups, first: number, last: number): Reading | undefined =>
  first <= last && last <= 12 ? yearly(groups, (year) => makeMonths(year, first, year, last)) : undefined;

const quartersOf = (groups: Groups, first: number, last: number): Reading | undefined =>
  monthsOf(groups, first * 3 - 2, last * 3);

/** Months across the turn of a year; without a second year they end in the same one. */
function monthSpan(groups: Groups): Reading | undefined {
  const first = readNumber(groups.first);
  const last = readNumber(groups.last);
  const years = yearsBetween(readYear(groups.year), readYear(groups.toYear));
  if (years === undefined || years * 12 + last - first < 0) return undefined;
  return yearly(groups, (year) => makeMonths(year, first, year + years, last));
}

function yearSpan(groups: Groups): Reading | undefined {
  const years = yearsBetween(readYear(groups.year), readYear(groups.toYear));
  if (years === undefined || years <= 0 || years > 100) return undefined;
  return yearly(groups, (year) => makeYears(year, year + years));
}

function day(groups: Groups): Reading {
  return yearly(groups, (year) => makeDay(dateOf(year, readNumber(groups.month), readNumber(groups.day))));
}

function isoDays(groups: Groups): Reading | undefined {
  const { from = "", to = "" } = groups;
  const year = Number(from.slice(0, 4));
  if (!isDate(from) || !isDate(to) || to < from) return undefined;
  return { kind: "yearly", year: { kind: "written", year }, at: () => makeDays(from, addDays(to, 1)) };
}

/** Five-year plans by number: the eighth (八五) ran from 1991 to 1995, and each begins where the last one ended. */
function plan(groups: Groups): Reading | undefined {
  const number = readNumber(groups.plan);
  const year = 1951 + number * 5;
  return { kind: "yearly", year: { kind: "written", year }, at: (first) => makeYears(first, first + 4) };
}

/** Stretches of a year and whole years. */
const YEAR_RULES: readonly PeriodRule[] = [
  rule(
    "year",
    `(?<year>${WHOLE_YEAR}|${NAMED_MINGUO_YEAR})(?!代|级|龄|薪|历史|[老之]?前)(?:年?[底末初中]|全年)?`,
    (groups) => yearly(groups, makeYear),
  ),
  rule(
    "year-minguo",
    `(?<year>${BARE_MINGUO_YEAR})(?!代|历史|[老之]?前|[来后内间])(?:[底末初]|全年)?`,
    (groups) => yearly(groups, makeYear),
    { traditional: true },
  ),
  rule(
    "year-bare",
    `(?<![\\d./:a-z$¥€〔[#-])(?<year>${CENTURY_YEAR})(?![\\d:./a-z-]|[,.]\\d|\\s?[米元款号版个人万亿千百吨台辆件条公克%‰户家名份次英美岁天日])`,
    (groups) => yearly(groups, makeYear),
    { article: "skip" },
  ),
  rule("year-short", "(?<![\\d.近约逾过])(?<year>[12]\\d年)(?=$|\\s|[度的])", (groups) => yearly(groups, makeYear), {
    article: "skip",
  }),
  rule(
    "years",
    `(?<year>${NO_DIGIT_BEFORE}${CENTURY_YEAR})\\s?年?${TO}(?<toYear>${CENTURY_YEAR})(?:\\s?年度?|(?![\\d./-]))[底末]?`,
    yearSpan,
  ),
  rule(
    "years-iso",
    `(?<year>${NO_DIGIT_BEFORE}${CENTURY_YEAR})(?:/|\\.\\.)(?<toYear>${CENTURY_YEAR})(?![\\d./-])`,
    yearSpan,
    { article: "cover" },
  ),
  rule("half", `(?<year>${LOOSE_YEAR})?(?<half>[上下])半年度?`, (groups) =>
    yearly(groups, (year) => makeHalf(year, groups.half === "上" ? 1 : 2)),
  ),
  rule("half-code", `(?<![a-z\\d./-])(?<year>${LOOSE_YEAR})?h(?<half>[12])(?![\\da-z])`, (groups) =>
    yearly(groups, (year) => makeHalf(year, readNumber(groups.half))),
  ),
];

const QUARTER_RULES: readonly PeriodRule[] = [
  rule(
    "quarter",
    `(?<year>${LOOSE_YEAR})?(?<![\\d一二三四五六七八九十百])第?(?<quarter>首|${QUARTER})季度(?:[初末底])?`,
    (groups) => yearly(groups, (year) => makeQuarter(year, readNumber(groups.quarter))),
  ),
  rule("quarter-short", `(?<year>${LOOSE_YEAR})第?(?<quarter>首|${QUARTER})季`, (groups) =>
    yearly(groups, (year) => makeQuarter(year, readNumber(groups.quarter))),
  ),
  rule("quarter-first", "(?<![剧目播综该节本每一])首季(?![播收集终])", (groups) =>
    yearly(groups, (year) => makeQuarter(year, 1)),
  ),
  rule("quarter-code", `(?<![a-z\\d./-])(?<year>${LOOSE_YEAR})?q(?<quarter>[1-4])(?![\\da-z])`, (groups) =>
    yearly(groups, (year) => makeQuarter(year, readNumber(groups.quarter))),
  ),
  rule("quarters-first", `(?<year>${LOOSE_YEAR})?[前头首](?<count>[二两三23])个?季度?`, (groups) =>
    quartersOf(groups, 1, readNumber(groups.count)),
  ),
  rule(
    "quarters",
    `(?<year>${LOOSE_YEAR})?(?<![\\d一二三四五六七八九十])第?(?<first>[一二三1-3])(?:季度)?(?:${TO}|、|和|及)第?(?<last>[二三四2-4])季度`,
    (groups) => quartersOf(groups, readNumber(groups.first), readNumber(groups.last)),
  ),
];

const MONTH_RULES: readonly PeriodRule[] = [
  rule(
    "month",
    `(?:(?<year>${LEADING_YEAR})|${NO_NUMBER_BEFORE})(?<month>${MONTH})\\s?月份?${NO_DAY_AFTER}${NO_WORD_AFTER_MONTH}(?:[底末初]|[上中下]旬)?`,
    (groups) => yearly(groups, (year) => makeMonth(year, readNumber(groups.month))),
  ),
  rule("month-iso", `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})-(?<month>0[1-9]|1[0-2])(?![\\d-]|\\.\\d)`, (groups) =>
    yearly(groups, (year) => makeMonth(year, readNumber(groups.month))),
  ),
  rule(
    "months-first",
    `(?:(?<year>${LEADING_YEAR})|${FRESH})[前头首](?<count>1[01]|[1-9]|十一?|[二两三四五六七八九])个?月(?!内|以内)份?`,
    (groups) => monthsOf(groups, 1, readNumber(groups.count)),
  ),
  rule(
    "months",
    `(?:(?<year>${LEADING_YEAR})|${NO_NUMBER_BEFORE})(?<first>${MONTH})月?份?(?:${TO}|、|和|及)(?<toYear>${LEADING_YEAR})?(?<last>${MONTH})月份?${NO_DAY_AFTER}`,
    monthSpan,
  ),
  rule(
    "months-iso",
    `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})-(?<first>0[1-9]|1[0-2])${ISO_TO}(?<toYear>${CENTURY_YEAR})-(?<last>0[1-9]|1[0-2])(?![\\d-])`,
    monthSpan,
  ),
];

/** Dates: asked for in a chat, but no reporting period in an article. */
const DAY_RULES: readonly PeriodRule[] = [
  rule(
    "day",
    `(?:(?<year>${LEADING_YEAR})|${NO_NUMBER_BEFORE})(?<month>${MONTH})\\s?月\\s?(?<day>${DAY})\\s?[日号]`,
    day,
    { article: "cover" },
  ),
  rule(
    "day-iso",
    `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})(?<mark>[-/.])(?<month>1[0-2]|0?[1-9])\\k<mark>(?<day>3[01]|[12]\\d|0?[1-9])(?!\\d|[./-]\\d)`,
    day,
    { article: "cover" },
  ),
  rule(
    "days-iso",
    `${NO_DIGIT_BEFORE}(?<from>${CENTURY_YEAR}-\\d{2}-\\d{2})${ISO_TO}(?<to>${CENTURY_YEAR}-\\d{2}-\\d{2})(?![\\d-])`,
    isoDays,
    { article: "cover" },
  ),
  rule("day-of-month", "[本当上次下]月\\s?\\d{1,2}\\s?[日号]", none, { query: "skip", article: "cover" }),
];

const PLAN_RULES: readonly PeriodRule[] = [
  rule("plan", "[\"“「『'‘](?<plan>十?[一二三四五六七八九]|十)五[\"”」』'’](?:时期|期间|规划)?", plan, {
    article: "cover",
  }),
  rule(
    "plan-bare",
    "(?<![零〇一二三四五六七八九十百千第初])(?<plan>十[一二三四五六])五(?![零〇一二三四五六七八九十百千折成届号日个条])(?:时期|期间|规划)?",
    plan,
    { article: "cover" },
  ),
  rule("plan-short", "(?<![零〇一二三四五六七八九十百千第初])(?<plan>[八九十])五(?:时期|期间|规划|计划)", plan, {
    article: "cover",
  }),
];

/** What looks like a period and is none, in articles and in what people type. */
const COVER_RULES: readonly PeriodRule[] = [
  rule("edition", `${NO_DIGIT_BEFORE}${CENTURY_YEAR}\\s?年?(?:[版款]|修[订正])`, none),
  rule("notice", `${NO_DIGIT_BEFORE}${CENTURY_YEAR}\\s?年?第?\\s?[\\d一二三四五六七八九十百]{1,6}[号期]`, none),
  rule("document-number", `[〔\\[(]${CENTURY_YEAR}[〕\\])]\\s?第?\\d{1,6}号?`, none),
  rule(
    "standard",
    `(?<![a-z])[a-z]{1,6}(?:/[a-z]{1,3})?\\s?(?!${CENTURY_YEAR}\\D)\\d{1,6}(?:\\.\\d{1,4})?[-‐‑–—]{1,2}${CENTURY_YEAR}(?!\\d)`,
    none,
  ),
  rule("season", `第${QUARTER}季(?!度)`, none),
];

export const CHINESE_RULES: readonly PeriodRule[] = [
  ...YEAR_RULES,
  ...QUARTER_RULES,
  ...MONTH_RULES,
  ...DAY_RULES,
  ...PLAN_RULES,
  ...COVER_RULES,
];

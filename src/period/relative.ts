/** Rules that count from today. People type them in a chat; in an article most of them are no reporting period. */
import {
  addDays,
  addMonths,
  dateOf,
  makeDay,
  makeDays,
  makeMonth,
  makeQuarter,
  makeWeek,
  type Stretch,
  splitDate,
} from "./calendar.ts";
import { dated, defineRule, type Groups, type PeriodRule, type Reading, readNumber, yearly } from "./reading.ts";
import { CENTURY_YEAR } from "./year.ts";

const DAYS_BACK: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  昨天: 1,
  昨日: 1,
  昨晚: 1,
  yesterday: 1,
  前天: 2,
  前日: 2,
  大前天: 3,
};
const WEEKDAYS = "一二三四五六日";
/** `last` and its like count backwards, `this` stands still. */
const STEPS: Readonly<Record<string, number>> = {
  上上: -2,
  上一: -1,
  上: -1,
  last: -1,
  previous: -1,
  本: 0,
  这: 0,
  这一: 0,
  当: 0,
  this: 0,
};

/** 0 where nothing says how far: 周五. */
const step = (groups: Groups): number => STEPS[groups.step ?? ""] ?? 0;

const MONTHS_IN: Readonly<Record<string, number>> = { 月: 1, month: 1, 季: 3, quarter: 3 };

/** The unit of time that lies some steps away from the one that today is in. */
function unitAway(unit: string | undefined, today: string, steps: number): Stretch {
  const { year, month } = splitDate(today);
  const shifted = splitDate(addMonths(dateOf(year, month, 1), steps * (MONTHS_IN[unit ?? ""] ?? 0)));
  if (unit === "周" || unit === "week") return makeWeek(addDays(today, steps * 7));
  if (unit === "月" || unit === "month") return makeMonth(shifted.year, shifted.month);
  return makeQuarter(shifted.year, Math.ceil(shifted.month / 3));
}
/** The units have one name each in `unitAway`. */
const UNIT_NAMES: Readonly<Record<string, string>> = { 星期: "周", 礼拜: "周", 季度: "季", 月份: "月" };

const away = (groups: Groups): Reading => {
  const unit = groups.unit ?? "";
  return dated((today) => unitAway(UNIT_NAMES[unit] ?? unit, today, step(groups)));
};

/** The last so many days, months or years, today included. */
function lately(groups: Groups): Reading | undefined {
  const unit = (groups.unit ?? "").replace(/s$/u, "");
  const count = groups.half === undefined ? readNumber(groups.count ?? "一") : 6;
  const days = { 天: 1, 日: 1, day: 1, 周: 7, 星期: 7, 礼拜: 7, week: 7 }[unit];
  const months = groups.half !== undefined ? 1 : { 月: 1, month: 1, 季度: 3, quarter: 3, 年: 12, year: 12 }[unit];
  if (Number.isNaN(count) || count === 0 || count * (days ?? 30 * (months ?? 1)) > 36_600) return undefined;
  return dated((today) => {
    const end = addDays(today, 1);
    return makeDays(days === undefined ? addMonths(end, -count * (months ?? 1)) : addDays(end, -count * days), end);
  });
}

function weekday(groups: Groups): Reading {
  const day = groups.weekday === "天" ? 7 : WEEKDAYS.indexOf(groups.weekday ?? "") + 1;
  return dated((today) => {
    const monday = makeWeek(addDays(today, step(groups) * 7)).start;
    const date = addDays(monday, day - 1);
    // 周五 alone is the last one that has come.
    return makeDay(groups.step === undefined && date > today ? addDays(date, -7) : date);
  });
}

const dayOfMonth = (groups: Groups): Reading =>
  dated((today) => {
    const month = unitAway("月", today, step(groups)).start;
    return makeDay(`${month.slice(0, 8)}${(groups.day ?? "").padStart(2, "0")}`);
  });

/** From the beginning of a year until today. */
const since = (groups: Groups): Reading => {
  const start = dateOf(readNumber(groups.since), 1, 1);
  return dated((today) => makeDays(start, addDays(today, 1)));
};

const COUNT = "(?:\\d{1,4}|[一二两三四五六七八九十百]{1,4})";

const SEVERAL = "最近|过去|近|(?<![以目之此提])前|这";
/** In an article 当月 and 这个月 are the month spoken of, which need not be that of publication. */
const QUERY_STEP = "(?<step>上上|上一|上|本|这一|这|当)个?";
const STEP = "(?<step>上上|上一|上|本)个?";
const NOT_CUT = "(?<![\\d一二三四五六七八九十以之日基样成版])";

/** Most of them mean a stretch of days that somebody asks for; only months and quarters are reported on. */
const TYPED_RULES: readonly PeriodRule[] = [
  defineRule(
    "day-back",
    "(?<back>大前天|今[天日]|昨[天日晚]|(?<![目以之此])前[天日](?!制)|\\b(?:today|yesterday)\\b)",
    (groups) => {
      const back = DAYS_BACK[groups.back ?? ""];
      return back === undefined ? undefined : dated((today) => makeDay(addDays(today, -back)));
    },
  ),
  defineRule(
    "week-day",
    `(?:${QUERY_STEP})?(?<![每\\d一二三四五六七八九十])(?:周|星期|礼拜)(?<weekday>[${WEEKDAYS}天])(?![${WEEKDAYS}]|[年岁期至到])`,
    weekday,
  ),
  defineRule("week-away", `${QUERY_STEP}(?<unit>周|星期|礼拜)(?![年岁边围])`, away),
  defineRule("month-this", "(?<step>这一|这|当)个?(?<unit>月份?)(?!亮)", away),
  defineRule("quarter-away-short", "(?<step>上|本)(?<unit>季)(?![度节赛])", away),
  defineRule(
    "lately",
    `(?:${SEVERAL})的?(?:(?<half>半)年|(?<count>${COUNT})个?(?<unit>天|日|周|星期|礼拜|月|季度|年))(?:[来内间里]|以来)?`,
    lately,
  ),
  defineRule("lately-open", "最近(?!的?[\\d一二两三四五六七八九十半])|近期|近日|\\b(?:recent(?:ly)?|lately)\\b", () =>
    dated((today) => makeDays(addDays(today, -29), addDays(today, 1))),
  ),
  defineRule("year-begin", "(?<![\\d年])年初(?!级)", (groups) => yearly(groups, (year) => makeQuarter(year, 1))),
  defineRule("year-end", "(?<![\\d年])年[底末]", (groups) => yearly(groups, (year) => makeQuarter(year, 4)), {
    due: "find",
  }),
  defineRule(
    "month-end",
    "(?<![\\d一二三四五六七八九十个上下本每当这])月[底末]",
    () => dated((today) => unitAway("月", today, 0)),
    {
      query: "skip",
      due: "find",
    },
  ),
  defineRule(
    "year-end-english",
    "\\b(?:year[\\s-]end|(?:end\\sof\\s)(?:the\\s)year)\\b",
    (groups) => yearly(groups, (year) => makeQuarter(year, 4)),
    {
      query: "skip",
      due: "find",
    },
  ),
  defineRule("since", `(?<!\\d)(?<since>${CENTURY_YEAR})\\s?年?(?:以来|至今|到现在|到今天)`, since),
  defineRule("year-to-date", "(?:今年)?年初(?:以来|至今)|今年(?:以来|至今)", () =>
    dated((today) => makeDays(dateOf(splitDate(today).year, 1, 1), addDays(today, 1))),
  ),
  defineRule("unit-away", "\\b(?:the\\s)?(?<step>last|this|previous)\\s(?<unit>week|month|quarter)\\b", away),
  defineRule(
    "lately-english",
    "\\b(?:the\\s)?(?:last|past|previous)\\s(?:(?<count>\\d{1,4})\\s)?(?<unit>days?|weeks?|months?|quarters?|years?)\\b",
    lately,
  ),
].map((rule) => ({ ...rule, article: "skip" as const }));

export const RELATIVE_RULES: readonly PeriodRule[] = [
  ...TYPED_RULES,
  defineRule(
    "month-away",
    `${NOT_CUT}${STEP}(?<unit>月份?)(?!\\s?\\d{1,2}\\s?[日号])(?:[底末初]|[上中下]旬)?(?![亮球])`,
    away,
  ),
  defineRule(
    "day-of-month",
    `${NOT_CUT}(?<step>上上|上|本|这|当)个?月\\s?(?<day>3[01]|[12]\\d|0?[1-9])\\s?[日号]`,
    dayOfMonth,
    { article: "cover" },
  ),
  defineRule("quarter-away", `${NOT_CUT}${STEP}(?<unit>季度)`, away),
];

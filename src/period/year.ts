/** Years as they are said: 2022年, 二〇二二年, 民國108年, 去年, last year. */
import { parseNumeral } from "../text/numeral.ts";

/** A year as it is said. `topic` counts from the year spoken of, `today` from the year of speaking. */
export type YearWord =
  | { readonly kind: "written"; readonly year: number }
  | { readonly kind: "relative"; readonly by: number; readonly from: "today" | "topic" };

const NUMERAL = "零〇○一二三四五六七八九";

/** Years from 1900 to 2099, the only ones that four digits are taken for without a word beside them. */
export const CENTURY_YEAR = "(?:19|20)\\d{2}";
/** Never begins inside a number. */
export const NO_DIGIT_BEFORE = "(?<![\\d.]|\\d[,:/-])";

const WRITTEN_YEAR = `(?:${NO_DIGIT_BEFORE}${CENTURY_YEAR}|(?<![${NUMERAL}])[一二][${NUMERAL}o]{3})\\s?年(?:度|份)?`;
const MINGUO_YEAR = `(?:(?:中华)?民国\\s?(?:\\d{2,3}|[${NUMERAL}十百]{1,5})|${NO_DIGIT_BEFORE}1[01]\\d)\\s?年度?`;
/** Two digits are a year only beside a part of a year: 22年一季度, but not 10年 and not 历时20年，一季度. */
const SHORT_YEAR = `(?<![近约逾超过满达时有共长第])${NO_DIGIT_BEFORE}[0-4]\\d年`;

interface RelativeYear {
  readonly pattern: string;
  readonly by: number;
  readonly from: "today" | "topic";
}

/** The lookarounds keep words apart that share the characters: 说明年度, 以上年龄, 目前年产. */
const RELATIVE_YEARS: readonly RelativeYear[] = [
  { pattern: "今年(?!均)", by: 0, from: "today" },
  { pattern: "(?<![样基成日版文书])本年度?(?![级龄报])", by: 0, from: "today" },
  { pattern: "(?<![过失离])去年度?(?!均)", by: -1, from: "today" },
  { pattern: "(?<![以之岁路线网身地马])上一?年度?(?![龄纪轻会货均产级])", by: -1, from: "topic" },
  { pattern: "(?<![目以之此提先生年大数几一二两三四五六七八九十百\\d])前年(?![均产度后末夕])", by: -2, from: "today" },
  { pattern: "(?<![说表证声注标申阐发透])明年度?", by: 1, from: "today" },
  { pattern: "(?<![以今之此先然])后年(?![均产度])", by: 2, from: "today" },
  { pattern: "\\bthis year\\b", by: 0, from: "today" },
  { pattern: "\\b(?:last|the previous) year\\b(?!s)", by: -1, from: "today" },
  { pattern: "\\bnext year\\b", by: 1, from: "today" },
];
const RELATIVE_YEAR = RELATIVE_YEARS.map(({ pattern }) => pattern).join("|");
const RELATIVE_TESTS = RELATIVE_YEARS.map(({ pattern, ...year }) => ({
  ...year,
  test: new RegExp(`^(?:${pattern})$`, "u"),
}));

/** A year that needs nothing beside it. */
export const WHOLE_YEAR = `(?:${WRITTEN_YEAR}|${RELATIVE_YEAR})`;
/** A year of the Republic without its name; only in traditional text, where 108年 is seldom a stretch of years. */
export const BARE_MINGUO_YEAR = `(?<![近约逾过超满第的])${MINGUO_YEAR}`;
export const NAMED_MINGUO_YEAR = `(?:中华)?民国\\s?(?:\\d{2,3}|[${NUMERAL}十百]{1,5})\\s?年度?`;
/** A year in front of a part of it, spaces included; 年 is needed so that a month never takes digits for a year. */
export const LEADING_YEAR = `(?:(?:${WRITTEN_YEAR}|${RELATIVE_YEAR})[\\s,的]{0,2}|(?:${MINGUO_YEAR}|${SHORT_YEAR})\\s?)`;
/** The same where the part cannot be taken for digits: 2024上半年, 2024 Q1. */
export const LOOSE_YEAR = `(?:${LEADING_YEAR}|${NO_DIGIT_BEFORE}${CENTURY_YEAR}[\\s-]?)`;

function expandYear(value: number, digits: number): number {
  if (digits === 3) return value + 1911;
  if (digits <= 2) return value + (value < 70 ? 2000 : 1900);
  return value;
}

/** Reads what the year patterns match. */
export function readYear(source: string | undefined): YearWord | undefined {
  const text = source?.replace(/[\s,的-]+/gu, "");
  if (text === undefined || text === "") return undefined;
  const spaced = source?.replace(/[\s,的]+$/u, "") ?? "";
  const relative = RELATIVE_TESTS.find(({ test }) => test.test(spaced));
  if (relative !== undefined) return { kind: "relative", by: relative.by, from: relative.from };
  const minguo = text.includes("民国");
  const digits = text.replace(/^(?:中华)?民国|年[度份]?$/gu, "").replaceAll("o", "〇");
  const value = parseNumeral(digits);
  if (value === undefined) return undefined;
  return { kind: "written", year: minguo ? value + 1911 : expandYear(value, digits.length) };
}

/** Years from `first` to `last`: 去年12月至今年3月 is 1. Undefined where they cannot be compared. */
export function yearsBetween(first: YearWord | undefined, last: YearWord | undefined): number | undefined {
  if (last === undefined) return 0;
  if (first?.kind === "written" && last.kind === "written") return last.year - first.year;
  if (first?.kind === "relative" && last.kind === "relative") return last.by - first.by;
  return undefined;
}

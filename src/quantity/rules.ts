/** How numbers and units stand together, what bounds them, and what only looks like a quantity: data. */

import { MONEY_NUMBER, NUMBER, PLAIN_NUMBER } from "./number.ts";
import { BETWEEN, CURRENCIES, RATE_ENDS, UNITS, type Unit } from "./units.ts";

export type Bound = "min" | "max" | "about";

/** The unit of each way to write one, as it is in a shadow. */
export const UNIT_OF: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) =>
    (unit.factor === undefined ? [unit.unit.toLowerCase()] : [])
      .concat(unit.also ?? [])
      .map((word) => [word, unit] as const),
  ),
);

const longestFirst = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);

function writeUnit(word: string): string {
  const not = UNIT_OF.get(word)?.not;
  return `${word}${/[a-z\d]$/.test(word) ? "(?![a-z\\d])" : ""}${not === undefined ? "" : `(?!${not})`}`;
}

const UNIT = `(?:${longestFirst([...UNIT_OF.keys()])
  .map(writeUnit)
  .join("|")})`;
const RATE_END = longestFirst([...RATE_ENDS, ...[...UNIT_OF.keys()].filter((word) => !/[%‰]/.test(word))]).join("|");
const RATE = `(?:/(?:${RATE_END})(?![a-z\\d]))?`;
/** Between a number and its unit. */
const APART = `(?:[\\s-]?|[\\s-](?:(?:${BETWEEN})\\s){1,2})`;
const TO = "\\s?(?:[-~‐‑‒–—―─−〜]{1,2}|[至到]|\\bto\\b)\\s?";
const SIGN = "(?:(?<![\\d%\\p{L}])|(?<=[为是达到]))[-−]";
/**
 * Not inside a number, a name, a sum or a time; and not the end of 几十, 数十, 第三, 每五年. Headings of papers count too:
 * phase 2.
 */
const BEFORE =
  "(?<![\\d.a-z:·×+*#〔零〇一二两三四五六七八九十百千万亿几数第点每统唯]|\\d[/,]|[a-z\\d%]-|\\b(?:phase|level|tier|stage|category|class|article|section|chapter|figure|table|annex|part|step|group|scope|grade|band|zone|no\\.)\\s)";

/** Named groups: `first`, `last` (the other end), `unit`, and `firstUnit` where the first end has its own. */
export const QUANTITY_RULES: readonly RegExp[] = [
  `${BEFORE}(?<first>(?:${SIGN})?${NUMBER})${APART}(?<unit>${UNIT}${RATE})`,
  `${BEFORE}(?<first>${NUMBER})\\s?(?<firstUnit>${UNIT})?${TO}(?<last>${NUMBER})${APART}(?<unit>${UNIT}${RATE})`,
  `(?<unit>[百千万]分之)(?<first>${PLAIN_NUMBER})(?:${TO}(?:[百千万]分之)?(?<last>${PLAIN_NUMBER}))?`,
  `(?<![a-z\\d])(?<unit>${CURRENCIES})\\s?(?<first>${MONEY_NUMBER})`,
].map((pattern) => new RegExp(pattern, "gu"));

const YEAR = "(?:19|20)\\d{2}";
const HAN_DIGIT = "[零〇○一二三四五六七八九]";

/** What looks like a quantity and is none; nothing that overlaps it is one. */
export const COVERS: readonly RegExp[] = [
  // Dates, times of day, decades.
  `(?<!\\d)${YEAR}\\s?年?\\s?(?:[-~‐‑‒–—―─−〜至到]\\s?${YEAR}\\s?)?年(?!以[上下])`,
  `[一二]${HAN_DIGIT}{3}年`,
  "(?<!\\d)\\d{2}年(?=\\d{1,2}月|[上下]半年|[一二三四]季|[底末初度])",
  "\\d{1,4}\\s?年代|\\d{1,2}世纪",
  "(?<!\\d)\\d{1,2}月(?:\\d{1,2}[日号]?)?|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]",
  `(?<!\\d)${YEAR}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?(?!\\d)`,
  "(?<!\\d)\\d{1,2}\\s?[:时点]\\s?\\d{2}分?",
  `\\b(?:in|by|since|until|from|during|end)\\s(?:of\\s)?${YEAR}(?![\\d,])`,
  // Numbers of papers, things and people.
  `[〔(\\[]${YEAR}[〕)\\]]\\s?第?\\d{1,6}号?`,
  "第\\s?(?:\\d{1,6}|[零一二两三四五六七八九十百千万]{1,8})",
  "\\b(?:gb|iso|iec|db)(?:/[a-z]{1,2})?\\s?\\d{1,6}(?:\\.\\d)?(?:[-—–]\\d{4})?",
  "(?<!\\d)(?:0\\d{2,3}-\\d{7,8}|[48]00-\\d{3,4}-\\d{3,4}|1[3-9]\\d{9})(?!\\d)",
  "[一二三四五六七八九十百\\d]{1,4}分之(?<![百千万]分之)[一二三四五六七八九十\\d]{1,3}",
].map((pattern) => new RegExp(pattern, "gu"));

interface BoundRule {
  readonly bound: Bound;
  readonly pattern: RegExp;
}

const before = (bound: Bound, words: string): BoundRule => ({ bound, pattern: new RegExp(`(?:${words})\\s?$`, "u") });
const after = (bound: Bound, words: string): BoundRule => ({ bound, pattern: new RegExp(`^\\s?(?:${words})`, "u") });

/** Not in front of a stretch of time, which it may mean the course of: over five years. */
export const OVER_BEFORE: BoundRule = before("min", "\\bover");

/** Tried in this order: 不超过 ends with 超过. */
export const BOUNDS_BEFORE: readonly BoundRule[] = [
  before(
    "max",
    "(?:最[高多长])?(?:原则上)?(?:不得?(?:超[过出]?|高于|大于|多于|突破)|未超过)|至多|最[高多长](?:可达)?|低于(?<!不低于|不得低于)|少于(?<!不少于|不得少于)|小于(?<!不小于)|不足|不到|\\b(?:no|not)\\s(?:more|greater|longer|higher)\\sthan|\\bup\\sto|\\bat\\smost|\\bless\\sthan(?<!no less than|not less than)|\\bfewer\\sthan(?<!no fewer than)|\\bbelow|\\bunder|\\bwithin|\\ba\\smaximum\\sof",
  ),
  before(
    "min",
    "(?:不得?|不应)(?:低于|少于|小于)|超过|超出?|突破|至少|最[少低]|高于|大于|多于|逾|起码|\\bat\\sleast|\\b(?:no|not)\\s(?:less|fewer)\\sthan|\\bmore\\sthan|\\babove|\\bexceed(?:s|ing)?|\\ba\\sminimum\\sof",
  ),
  before(
    "about",
    "大约|约为?|将近|接近|(?<![附最邻靠远])近|\\babout|\\baround|\\bsome|\\bnearly|\\balmost|\\broughly|\\bapproximately",
  ),
];

export const BOUNDS_AFTER: readonly BoundRule[] = [
  after("min", "(?:\\(含\\)|[及或])?以上|\\bor\\smore\\b|\\band\\sabove\\b"),
  after("max", "(?:\\(含\\)|[及或])?以下|(?:\\(含\\))?(?:以内|之内)|\\bor\\s(?:less|fewer|below)\\b"),
  after("about", "左右|上下(?!游)|前后"),
];
/** Only behind a stretch of time: 30日内, 两年多. */
export const TIME_BOUNDS_AFTER: readonly BoundRule[] = [after("max", "内(?![部外容需])"), after("min", "多")];

/** Verbs of what is counted, so that the small numeral behind them counts as well: 新增八个. */
export const COUNTED =
  /(?:新[增建设辟]|建[设成立]|培育|设立|打造|布局|增加|增至|达到?|引进|开通|投放|开工|竣工|推出|评选|认定)了?\s?$/u;
/** A frequency, a rank; and of time a stretch of the past, which is a period. */
export const FREQUENCY = /(?:每|第|\bevery)\s?$/u;
export const RANK = /(?<![目此日之提当以年月底末])前\s?$/u;
export const LATELY = /(?:过去|近|今明|前)的?\s?$/u;

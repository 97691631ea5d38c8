/** The rules in Chinese and in bare digits: data. The longest match wins, so the order matters only between equals. */
import {
  readDay,
  readDays,
  readFirstMonths,
  readFirstQuarters,
  readHalf,
  readMonth,
  readMonthPair,
  readMonths,
  readPlan,
  readQuarter,
  readQuarters,
  readSplitYear,
  readWholeYear,
  readYears,
  readYearsAndMonths,
} from "./produce.ts";
import { coverRule, defineRule, type PeriodRule } from "./reading.ts";
import {
  BARE_MINGUO_YEAR,
  CENTURY_YEAR,
  LEADING_YEAR,
  LOOSE_YEAR,
  NAMED_MINGUO_YEAR,
  NO_DIGIT_BEFORE,
  WHOLE_YEAR,
} from "./year.ts";

const DASH = "[-~‐‑‒–—―─−〜]{1,2}";
const TO = `\\s?(?:${DASH}|[至到])\\s?`;
const ISO_TO = `\\s?(?:/|\\.\\.|${DASH}|[至到])\\s?`;
const AND = "(?:、|和|及)";
const QUARTER = "[一二三四1-4]";
const MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const DAY = "(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])";
const ISO_MONTH = "(?:0[1-9]|1[0-2])";
const ISO_DAY = "(?:0[1-9]|[12]\\d|3[01])";
/** What a number, an ordinal, a year that is none (每年3月) or a pronoun (下一季度) leaves in front of a part of it. */
const NOT_CUT = "(?<![\\d.个年历闰上下这每同任另某后零〇一二三四五六七八九十百千几数第整满近逾])";
/** Begins with a year, or where nothing is cut. */
const OPEN = `(?:(?<year>${LOOSE_YEAR})|${NOT_CUT})`;
const OPEN_MONTH = `(?:(?<year>${LEADING_YEAR}|${NO_DIGIT_BEFORE}${CENTURY_YEAR}\\s)|${NOT_CUT})`;
/** Codes take two digits for a year as well: 23Q3. */
const CODE_YEAR = `(?:${LOOSE_YEAR}|(?<![\\da-z.:/-])[0-4]\\d)`;
const NO_DAY_AFTER = `(?!\\s?(?:\\d{1,3}|${DAY})\\s?[日号])`;
/** Words that go on after 月: 八月饼, 6月龄, 3月期, 5月刊, 十月革命; and stretches of months: 3月以内. */
const NO_WORD_AFTER_MONTH = "(?![饼龄期刊薪租卡息票供嫂球亮色光经季相内革天花兰]|以[上下内])";
/**
 * 前三个月 is a part of a year only where nothing says before what: 提前三个月, 届满前三个月. Places and trades may stand
 * in front: 全国前三个月, 全省前10月.
 */
const FRESH = "(?<![^\\s\\p{P}\\p{S}在的与和及比于据将为达从了国省市区县州司业口])";
/** Programmes that come in seasons. */
const NO_SHOW_AFTER = "(?![播综剧集影节演歌动漫赛]|.{1,4}[播综剧影演歌漫])";
const QUERY_ONLY = { article: "skip" } as const;
const NOT_IN_ARTICLES = { article: "cover" } as const;

const YEAR_RULES: readonly PeriodRule[] = [
  defineRule(
    "year",
    `(?<year>${WHOLE_YEAR}|${NAMED_MINGUO_YEAR})(?!代(?![表理码价办])|级(?!别))(?:年?(?:底(?![层部线])|末|初(?![级步始]))|全年)?`,
    readWholeYear,
  ),
  defineRule(
    "year-minguo",
    `(?<year>${BARE_MINGUO_YEAR})(?!代|历史|[老之]?前|[来后内间])(?:[底末初]|全年)?`,
    readWholeYear,
    {
      traditional: true,
    },
  ),
  defineRule(
    "year-bare",
    `(?<![\\d./:a-z$¥€〔[#-])(?<year>${CENTURY_YEAR})(?![\\d:./a-z-]|[,.]\\d|\\s?[米元款号版个人万亿千百吨台辆件条公克%‰户家名份次英美岁天日])`,
    readWholeYear,
    QUERY_ONLY,
  ),
  defineRule("year-short", "(?<![\\d.近约逾过])(?<year>[12]\\d年)(?=$|\\s|[度的])", readWholeYear, QUERY_ONLY),
  defineRule(
    "years",
    `(?<year>${NO_DIGIT_BEFORE}${CENTURY_YEAR})\\s?年?${TO}(?<toYear>${CENTURY_YEAR})(?:\\s?年度?[底末]?|(?![\\d./-]))`,
    readYears,
  ),
  defineRule(
    "years-and-months",
    `(?<year>${NO_DIGIT_BEFORE}${CENTURY_YEAR})\\s?年${TO}(?<toYear>${CENTURY_YEAR})\\s?年(?:(?<half>[上下])半年|(?<last>${MONTH})月份?${NO_DAY_AFTER})`,
    readYearsAndMonths,
  ),
  defineRule(
    "year-split",
    `(?<year>${NO_DIGIT_BEFORE}${CENTURY_YEAR})/(?<end>\\d{2})\\s?(?:财政|学)?年度?`,
    readSplitYear,
  ),
  defineRule("years-minguo", `(?<year>${NO_DIGIT_BEFORE}1[01]\\d)年?${TO}(?<toYear>1[01]\\d)年度?`, readYears, {
    traditional: true,
  }),
  defineRule(
    "years-iso",
    `(?<year>${NO_DIGIT_BEFORE}${CENTURY_YEAR})(?:/|\\.\\.)(?<toYear>${CENTURY_YEAR})(?![\\d./-])`,
    readYears,
    NOT_IN_ARTICLES,
  ),
  // 创下半年以来新低 and 晚上半年 are cut otherwise.
  defineRule("half", `(?:(?<year>${LOOSE_YEAR})|(?<![创写留立定签打晚早身年每]))(?<half>[上下])半年度?`, readHalf),
  defineRule("half-code", `(?<year>${CODE_YEAR})h(?<half>[12])(?![\\da-z])`, readHalf),
  defineRule("half-code-bare", "(?<![a-z\\d./-])h(?<half>[12])(?![\\da-z])", readHalf, QUERY_ONLY),
];

const QUARTER_RULES: readonly PeriodRule[] = [
  defineRule("quarter", `${OPEN}第?(?<quarter>首|${QUARTER})季度[初末底]?`, readQuarter),
  defineRule("quarter-short", `(?<year>${LOOSE_YEAR})(?:第(?<quarter>${QUARTER})|首)季${NO_SHOW_AFTER}`, (groups) =>
    readQuarter({ ...groups, quarter: groups.quarter ?? "首" }),
  ),
  defineRule("quarter-ordinal", `第(?<quarter>${QUARTER})季${NO_SHOW_AFTER}`, readQuarter, {
    traditional: true,
    query: "skip",
  }),
  defineRule("quarter-first", `(?<![剧目播综该节本每一])(?<quarter>首)季${NO_SHOW_AFTER}(?![收终])`, readQuarter),
  defineRule("quarter-code", `(?:(?<year>${CODE_YEAR})|(?<![a-z\\d./-]))q(?<quarter>[1-4])(?![\\da-z])`, readQuarter),
  defineRule("quarters-first", `${OPEN}[前头首](?<count>[二两三23])个?季度`, readFirstQuarters),
  defineRule("quarters-first-short", `(?<year>${LOOSE_YEAR})[前头首](?<count>[二两三23])季`, readFirstQuarters),
  defineRule("quarters-first-traditional", `${FRESH}首(?<count>[二两三23])季${NO_SHOW_AFTER}`, readFirstQuarters, {
    traditional: true,
    query: "skip",
  }),
  defineRule(
    "quarters",
    `${OPEN}第?(?<first>[一二三四1-4])(?:季度)?(?:${TO}|${AND})(?<toYear>${LOOSE_YEAR})?第?(?<last>[一二三四1-4])季度`,
    readQuarters,
  ),
  defineRule(
    "quarters-code",
    `(?:(?<year>${CODE_YEAR})|(?<![a-z\\d./-]))q(?<first>[1-4])${ISO_TO}(?<toYear>${CODE_YEAR})?q(?<last>[1-4])(?![\\da-z])`,
    readQuarters,
  ),
];

const MONTH_RULES: readonly PeriodRule[] = [
  defineRule(
    "month",
    `${OPEN_MONTH}(?<month>${MONTH})\\s?月份?${NO_DAY_AFTER}${NO_WORD_AFTER_MONTH}(?:[底末初]|[上中下]旬)?`,
    readMonth,
  ),
  defineRule(
    "month-iso",
    `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})-(?<month>${ISO_MONTH})(?![\\d-]|\\.\\d)`,
    readMonth,
  ),
  defineRule(
    "month-digits",
    `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})[-/.](?<month>1[0-2]|0?[1-9])(?![\\d./-])`,
    readMonth,
    QUERY_ONLY,
  ),
  defineRule(
    "months-first",
    `(?:(?<year>${LEADING_YEAR})|${FRESH})[前头首]\\s?(?<count>1[01]|[1-9]|十一?|[二两三四五六七八九])\\s?个?月(?!内|以内)份?`,
    readFirstMonths,
  ),
  defineRule(
    "months",
    `${OPEN_MONTH}(?<first>${MONTH})月?份?${TO}(?<toYear>${LEADING_YEAR})?(?<last>${MONTH})月份?${NO_DAY_AFTER}${NO_WORD_AFTER_MONTH}`,
    readMonths,
  ),
  defineRule(
    "months-pair",
    `${OPEN_MONTH}(?<first>${MONTH})月?份?${AND}(?<last>${MONTH})月份?${NO_DAY_AFTER}`,
    readMonthPair,
  ),
  defineRule(
    "months-iso",
    `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})-(?<first>${ISO_MONTH})${ISO_TO}(?<toYear>${CENTURY_YEAR})-(?<last>${ISO_MONTH})(?![\\d-])`,
    readMonths,
  ),
];

/** Dates: asked for in a chat, but no reporting period in an article. */
const DAY_RULES: readonly PeriodRule[] = [
  defineRule("day", `${OPEN_MONTH}(?<month>${MONTH})\\s?月\\s?(?<day>${DAY})\\s?[日号]`, readDay, NOT_IN_ARTICLES),
  // The line of a page's date often loses its last character.
  defineRule(
    "day-cut",
    `(?<year>${NO_DIGIT_BEFORE}${CENTURY_YEAR})年(?<month>${ISO_MONTH})月(?<day>${ISO_DAY})(?=来源|\\s\\d{1,2}:|[^\\S\\n]{0,3}(?:\\n|$))`,
    readDay,
    NOT_IN_ARTICLES,
  ),
  defineRule(
    "day-iso",
    `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})(?<mark>[-/.])(?<month>1[0-2]|0?[1-9])\\k<mark>(?<day>3[01]|[12]\\d|0?[1-9])(?!\\d|[./-]\\d)`,
    readDay,
    NOT_IN_ARTICLES,
  ),
  defineRule(
    "day-compact",
    `(?<![\\d.+-])(?<year>${CENTURY_YEAR})(?<month>${ISO_MONTH})(?<day>${ISO_DAY})(?![\\d-]|\\.\\d)`,
    readDay,
    NOT_IN_ARTICLES,
  ),
  defineRule(
    "days",
    `${OPEN_MONTH}(?<month>${MONTH})月(?<day>${DAY})[日号]?${TO}(?:(?<toYear>${LEADING_YEAR})?(?<toMonth>${MONTH})月)?(?<toDay>${DAY})[日号]`,
    readDays,
    NOT_IN_ARTICLES,
  ),
  defineRule(
    "days-iso",
    `${NO_DIGIT_BEFORE}(?<year>${CENTURY_YEAR})-(?<month>${ISO_MONTH})-(?<day>${ISO_DAY})${ISO_TO}(?<toYear>${CENTURY_YEAR})-(?<toMonth>${ISO_MONTH})-(?<toDay>${ISO_DAY})(?![\\d-])`,
    readDays,
    NOT_IN_ARTICLES,
  ),
];

const NO_NUMERAL_BEFORE = "(?<![零〇一二三四五六七八九十百千第初])";

const PLAN_RULES: readonly PeriodRule[] = [
  defineRule(
    "plan",
    "[\"“「『'‘](?<plan>十[一二三四五六七八九]?|[三四五六七八九])五[\"”」』'’](?!普法)(?:时期|期间|规划)?",
    readPlan,
    NOT_IN_ARTICLES,
  ),
  defineRule(
    "plan-bare",
    `${NO_NUMERAL_BEFORE}(?<plan>十[一二三四五六])五(?![零〇一二三四五六七八九十百千折成届号日个条])(?:时期|期间|规划)?`,
    readPlan,
    NOT_IN_ARTICLES,
  ),
  defineRule("plan-short", `${NO_NUMERAL_BEFORE}(?<plan>[八九十])五(?:时期|期间|规划|计划)`, readPlan, NOT_IN_ARTICLES),
  defineRule(
    "plan-full",
    "第(?<plan>十[一二三四五六七八九]?|[三四五六七八九])个五年(?:规划|计划)",
    readPlan,
    NOT_IN_ARTICLES,
  ),
];

/** What looks like a period and is none, in articles and in what people type. */
const COVER_RULES: readonly PeriodRule[] = [
  coverRule("edition", `${NO_DIGIT_BEFORE}${CENTURY_YEAR}\\s?年?(?:版(?![权图])|款(?!项)|修[订正])`),
  coverRule("notice", `${NO_DIGIT_BEFORE}${CENTURY_YEAR}\\s?年?第?\\s?[\\d一二三四五六七八九十百]{1,6}[号期]`),
  coverRule("document-number", `[〔\\[(]${CENTURY_YEAR}[〕\\])]\\s?第?\\d{1,6}号?`),
  coverRule(
    "standard",
    `(?<![a-z])[a-z]{1,6}(?:/[a-z]{1,3})?\\s?(?!${CENTURY_YEAR}\\D)\\d{1,6}(?:\\.\\d{1,4})?[-‐‑–—]{1,2}${CENTURY_YEAR}(?!\\d)`,
  ),
  coverRule("ages-ago", "2000年(?:[老之以]?前|历史|来)"),
  // The years in the name of a plan are part of the name.
  coverRule("plan-name", `[(]${CENTURY_YEAR}年?${TO}${CENTURY_YEAR}年?[)]》`),
  coverRule("copyright", `(?:copyright|版权所有|©)[^\\d\\n]{0,20}${CENTURY_YEAR}(?:\\s?[-~–—至]\\s?${CENTURY_YEAR})?`),
];

export const CHINESE_RULES: readonly PeriodRule[] = [
  ...YEAR_RULES,
  ...QUARTER_RULES,
  ...MONTH_RULES,
  ...DAY_RULES,
  ...PLAN_RULES,
  ...COVER_RULES,
];

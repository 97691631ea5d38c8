/** What makes a date the day by which something must be done, or from which something holds: data. */
import { NUMERAL_CHARACTERS } from "../text/numeral.ts";

export type DueKind = "deadline" | "effective";

/** A date with words around it. All of it is matched against the shadow. */
export interface AroundRule {
  readonly kind: DueKind;
  /** Ends where the date begins; what it matches belongs to the due. */
  readonly before?: RegExp;
  /** Begins where the date ends; belongs to the due as well. */
  readonly after?: RegExp;
  /**
   * `last` day of the date; `eve`: the day before it begins, if it is longer than a day; `before`: the day before it begins;
   * `first`: its first day; `open`: no day can be told.
   */
  readonly day: "last" | "eve" | "before" | "first" | "open";
  /**
   * Of a day before publication. `drop`: it is told of, not set. `doubt`: the same if its year is written, else its year is not
   * known. `keep`: it stands, if its year is written.
   */
  readonly past: "drop" | "doubt" | "keep";
  /** Names of the only rules of periods whose dates it takes. */
  readonly only?: readonly string[];
}

const before = (words: string): RegExp => new RegExp(`(?:${words})$`, "u");
const after = (words: string): RegExp => new RegExp(`^(?:${words})`, "u");

/** 前 that goes on: 前后, 前三批; and what was done before: 前已, 前建成的. */
const AHEAD =
  "(?:之前|以前|前(?![后期往夕列述提]|[\\d两一二三四五六七八九十]{1,4}[个名位批家强大]))(?!已|曾|[^,。;\\n]{0,6}(?:出生|建成|注册|登记|投产|成立|入学|取得)[^,。;\\n]{0,3}的)";
/** 到 is the end of a verb elsewhere: 延长到, 达到. */
const TO =
  '(?<=^|[\\s,。;:、!?("“]|力争|争取|确保|计划|预计|预期|目标|规划|提出|明确|要求|推动|使|并|和|及|或|即|有望)到\\s?|(?<=^|[\\n。;])至\\s?';
const FROM_HOUR = "(?:零时|\\d{1,2}时)?\\s?起(?![草到步点飞诉源伏重])";
const IN_FORCE = "(?:施行|实施|执行|生效|启用)";
const END = "(?:the\\s)?(?:end[\\s-](?:of\\s)?(?:the\\s)?)?";

export const AROUND_RULES: readonly AroundRule[] = [
  { kind: "deadline", after: after(`\\s?(?:\\(含\\))?${AHEAD}`), day: "eve", past: "doubt" },
  { kind: "deadline", after: after("(?:以内|之内|内)(?![部外容需]|已|累计)"), day: "last", past: "drop" },
  { kind: "deadline", before: before(TO), after: after("期?末|(?!以来|起|之间)"), day: "last", past: "drop" },
  { kind: "deadline", after: after("期?末"), day: "last", past: "drop" },
  { kind: "deadline", before: before("截止(?:时间|日期|日)[为是:到至]?\\s?"), day: "last", past: "drop" },
  {
    kind: "deadline",
    before: before(`\\b(?:by|no\\slater\\sthan|on\\sor\\sbefore|deadline\\s(?:is|of))\\s(?:late[\\s-])?${END}`),
    after: after("(?!\\slevels)"),
    day: "last",
    past: "doubt",
  },
  { kind: "deadline", before: before("\\bby\\s(?:early|mid)[\\s-]"), day: "open", past: "drop" },
  { kind: "deadline", before: before("\\b(?:before|prior\\sto)\\sthe\\send\\sof\\s"), day: "last", past: "drop" },
  { kind: "deadline", before: before("\\b(?:before|prior\\sto)\\s"), day: "before", past: "drop" },
  { kind: "effective", after: after(`${FROM_HOUR}[^,。;\\n]{0,6}?${IN_FORCE}`), day: "first", past: "keep" },
  {
    kind: "effective",
    after: after(`\\s?(?:正式)?${IN_FORCE}`),
    day: "first",
    past: "keep",
    only: ["day", "day-iso", "day-of-month"],
  },
  { kind: "effective", after: after(FROM_HOUR), day: "first", past: "drop" },
  { kind: "effective", before: before("[自从]"), day: "first", past: "drop", only: ["days"] },
  {
    kind: "effective",
    before: before(
      "\\b(?:effective(?:\\s(?:from|on|as\\sof))?|(?:with|takes?|taking|took)\\seffect\\s(?:from|on|in)|(?:comes?|came|coming|enters?)\\sinto\\s(?:force|effect)\\s(?:from|on|in))\\s",
    ),
    day: "first",
    past: "keep",
  },
  {
    kind: "effective",
    before: before("\\b(?:(?:starting|beginning|as)\\s)?from\\s"),
    after: after("(?!\\s(?:to|until|through|levels|baseline)|\\s?[-–])"),
    day: "first",
    past: "drop",
  },
];

/** Without any of these no rule of the kind applies, so most words need not be searched for dates. */
export const SIGNS: Readonly<Record<DueKind, RegExp>> = {
  deadline: /[前内到至末]|截止|\b(?:by|before|within|later|deadline|prior)\b/u,
  effective: /[起自从]|施行|实施|执行|生效|启用|\b(?:from|effect|effective|force)\b/u,
};

/** Belongs to a due in front of a date with words behind it: 自7月1日起. */
export const LEADING = /[自从]\s?$/u;

/** By when, without a date; its day is not known, or with `thisYear` the last one of the year of publication. */
export interface OpenRule {
  readonly kind: DueKind;
  readonly pattern: RegExp;
  readonly thisYear?: true;
}

const NUMBER = `(?:\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,4})`;
const UNIT = "(?:个?工作日|个月|年|天|日|小时|周|个?季度)";
const DAY_OF = "自[^,。;\\n自]{1,16}之日起";
/** What must not happen, or has happened, in a stretch of time. */
const NO_TASK = "(?!部|外|容|需|的|不得|不予|不再|不能|禁止|累计|已|曾|无|未|没有|发生|多次)";

export const OPEN_RULES: readonly OpenRule[] = [
  {
    kind: "deadline",
    pattern: new RegExp(
      `(?:${DAY_OF})?(?<![近去前每此这续到至\\d.${NUMERAL_CHARACTERS}几数]|最近|过去的?)${NUMBER}\\s?${UNIT}(?:以内|之内|内)${NO_TASK}`,
      "gu",
    ),
  },
  {
    kind: "deadline",
    pattern: new RegExp(
      `(?<![\\d近几数多余半全常成每历累今去明本当${NUMERAL_CHARACTERS}])年内${NO_TASK}(?![第首涨跌收最高低共]|新[高低])`,
      "gu",
    ),
    thisYear: true,
  },
  {
    kind: "deadline",
    pattern:
      /(?:春节|国庆节?|元旦|中秋节?|五一|端午节?|清明节?|汛期|入汛|入冬|供暖季|采暖季|开学)(?:之前|以前|前(?![夕后期往]))/gu,
  },
  {
    kind: "deadline",
    pattern:
      /\bwithin\s(?:the\snext\s)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?:working\s|business\s|calendar\s)?(?:days|weeks|months|years|hours)\b/gu,
  },
  { kind: "effective", pattern: new RegExp(`${DAY_OF}(?:${NUMBER}日后)?(?:正式)?${IN_FORCE}`, "gu") },
];

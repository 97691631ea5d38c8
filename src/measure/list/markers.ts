/** What can stand before the item of a list: 一是, 第二, （三）, 4., ⑤, (f), •. Data only. */
import { parseNumeral } from "../../text/numeral.ts";
import { CIRCLED_CHARACTERS, readCircled } from "../reading.ts";

export interface MarkerFamily {
  readonly name: string;
  /** Of the marker, its number in the first group. */
  readonly pattern: string;
  /**
   * `line`: only at the start of a line. `sentence`: also after a full stop or colon. `clause`: also after a comma.
   * `sentence+`: also where a line end has become a blank between Chinese words; `comma+`: there and after a comma.
   * `reason`: also where a reason or a part is told: 主要由于1)…. `clause+`: also after a word that runs on into the list: 将(1)…. `any`: wherever it stands.
   */
  readonly position:
    | "line"
    | "sentence"
    | "sentence+"
    | "comma+"
    | "reason"
    | "clause"
    | "actor"
    | "glued"
    | "clause+"
    | "any";
  readonly read: (number: string) => number;
  /** Stands in each of its markers, or in the first; a text without it is not searched for them. */
  readonly needs?: string | RegExp;
}

const NUMERAL = "[一二三四五六七八九十]{1,3}";
/** Broken typesetting leaves a blank inside of a marker: 一 是. */
const GAP = "[^\\S\\n]?";
/** 2.5, 3、4: no marker; but 3、2024年…. */
const NO_DECIMAL = "(?!\\d(?!\\d{3}年))";
const BULLETS = "•●▲△▪◆■□◇▶►◦‣★☆◎※√✓✔✅☑➤➢❖✦◈📌🔹🔸👉";
/** 第一 季度: an ordinal of its noun, parted from it by a blank. */
const ORDINAL_NOUN = "[季产批次章条节名位届大步]";
/** After a number and a blank these make a quantity of it: 3 月. */
const UNITS =
  "年月日时分秒号周天个项家名人次万亿千百元吨倍条件户度岁届期季级里米点多余至到比大小楼班股架台辆只部篇张座套款处所间例起场批线类种成折";
/** What sites put into brackets at the start of a line. */
const CREDIT = "来源|作者|编辑|责编|责任|记者|字|打印|关闭|纠错|相关|摘要|关键|上一|下一|返回|大 |【";
/** Value of 最后 and "finally": closes whatever list is open. */
export const LAST = 1000;

const ORDER_WORDS: Readonly<Record<string, number>> = {
  首先: 1,
  其次: 2,
  再次: 3,
  再者: 3,
  最后: LAST,
  first: 1,
  firstly: 1,
  second: 2,
  secondly: 2,
  third: 3,
  thirdly: 3,
  fourth: 4,
  fourthly: 4,
  fifth: 5,
  sixth: 6,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  finally: LAST,
  lastly: LAST,
  一方面: 1,
  另一方面: 2,
};

/** What a text may count instead of its measures: 措施一：, 第一步，. */
const COUNTED =
  "措施|举措|亮点|看点|任务|方面|建议|特点|变化|要点|趋势|方向|路径|抓手|关键词|目标|重点|政策|福利|步骤|原因|问题|案例|倡议|观点|做法|经验|启示|焦点|关键|挑战|优势|理由|情形|信号|难点|part|step|phase|stage|pillar|priority|measure|action|recommendation|proposal|goal|objective|principle|commitment|tip";
/** The first of them. Searching for it alone is quicker than asking at each mark whether one of these words follows. */
const FIRST_COUNTED = new RegExp(`(?:${COUNTED})[之. ]?(?:一|0?1)`);
const DEEDS = "看抓靠查重严强促稳保防补改建";
const FIRST_DEED = new RegExp(`一[${DEEDS}]`);
/** - 1.…: a number behind a bullet is no part of the item. */
const NUMBERED = "(?:[^\\S\\n]*\\d{1,2}[.、](?=[^\\S\\n]*\\p{L}))?";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const readNumber = (number: string): number => parseNumeral(number) ?? Number.NaN;
const readOrder = (word: string): number => ORDER_WORDS[word] ?? readNumber(word);
const readLetter = (letter: string): number => letter.charCodeAt(0) - "a".charCodeAt(0) + 1;
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const readRoman = (number: string): number => ROMAN.indexOf(number) + 1;
const readNothing = (): number => 0;

export const MARKER_FAMILIES: readonly MarkerFamily[] = [
  {
    name: "“1”",
    pattern: `[“"「](\\d{1,2}|${NUMERAL})[”"」](?:是指?|就是|即|指的是|指|为|[:,])`,
    position: "clause",
    read: readNumber,
  },
  { name: "一是", pattern: `(${NUMERAL})${GAP}(?:就?是|为)`, position: "actor", read: readNumber },
  { name: "一要", pattern: `(${NUMERAL})${GAP}要`, position: "actor", read: readNumber },
  {
    name: "一看",
    pattern: `(${NUMERAL})(?=[${DEEDS}](?!就|便|考|过去|往)\\S{3})`,
    position: "clause",
    read: readNumber,
    needs: FIRST_DEED,
  },
  {
    name: "第一",
    pattern: `(?:第(?=${NUMERAL}(?:[,:、.]|个?是|个(?=我们)|要|[^\\S\\n]+(?!${ORDINAL_NOUN})\\p{Script=Han})))?(首先|其次|再次|再者|最后|(?<=第)${NUMERAL})(?:[,:、.]|个?是|个(?=我们)|(?=要))?`,
    position: "clause",
    read: readOrder,
  },
  {
    name: "第一步",
    pattern: `第(${NUMERAL}|\\d{1,2})(?:步|招|类|种|组|档|层|重|关|道|个|件事?|项|点|(?:个|大)?(?:方面|阶段|层面|维度|部分|环节|目标|隐忧|因素|原因|任务|特点|变化|挑战|风险|理由|重点|亮点))(?:\\([^()]{2,10}\\))?(?:[,:、]|是(?!否)|为(?=\\p{Script=Han})|(?<=\\))(?=\\p{Script=Han}))`,
    position: "clause",
    read: readNumber,
    needs: "第",
  },
  {
    name: "第一条",
    pattern: `第${GAP}(${NUMERAL}|\\d{1,2})${GAP}条(?=[^\\S\\n]|[:、])[:、]?`,
    position: "line",
    read: readNumber,
    needs: "第",
  },
  { name: "其一", pattern: `其(${NUMERAL})(?:[,:、]|是)`, position: "clause", read: readNumber, needs: "其" },
  {
    name: "措施一",
    pattern: `(?:核心|主要|重大|重点|关键|突出|政策)?(?:${COUNTED})[之 ]?(${NUMERAL}|\\d{1,2})(?:[:、,]| [-–—](?= ))`,
    position: "sentence",
    read: readNumber,
    needs: FIRST_COUNTED,
  },
  {
    name: "亮点一 ",
    pattern: `(?:${COUNTED})[. ]?(${NUMERAL}|\\d{1,2})(?=\\n|[^\\S\\n]+\\p{L})`,
    position: "line",
    read: readNumber,
    needs: FIRST_COUNTED,
  },
  { name: "一来", pattern: `(${NUMERAL})[来则],?(?=\\p{Script=Han}{3})`, position: "clause", read: readNumber },
  {
    name: "一方面",
    pattern: "(?<![这那某任哪每各同单另])(另一方面|一方面)[,:]?(?:是(?!否))?",
    position: "any",
    read: readOrder,
    needs: "一方面",
  },
  { name: "一个是", pattern: "(?:还有|再有|另)?一个是(?!否)", position: "clause", read: readNothing, needs: "一个是" },
  {
    name: "一、",
    pattern: `(${NUMERAL})${GAP}[、.](?![${NUMERAL.slice(1, 11)}])`,
    position: "glued",
    read: readNumber,
  },
  { name: "一 ", pattern: `(${NUMERAL})[^\\S\\n]+(?=\\p{Script=Han}{4})`, position: "line", read: readNumber },
  { name: "一：", pattern: `(${NUMERAL}):`, position: "line", read: readNumber, needs: "一:" },
  { name: "一，", pattern: `(${NUMERAL}),(?=\\p{Script=Han})`, position: "sentence", read: readNumber, needs: "一," },
  { name: "一）", pattern: `(${NUMERAL})\\)[、.]?`, position: "sentence", read: readNumber, needs: "一)" },
  { name: "第1，", pattern: "第(\\d{1,2})[,:、]", position: "clause", read: readNumber, needs: "第" },
  { name: "1，", pattern: "(\\d{1,2}),(?=\\p{Script=Han})", position: "sentence", read: readNumber, needs: "1," },
  { name: "1：", pattern: "(\\d{1,2})[:-](?=\\p{Script=Han})", position: "line", read: readNumber },
  {
    name: "1丨",
    pattern: "(\\d{1,2})[^\\S\\n]?[丨|](?![^丨|\\n]*[丨|])(?=[^\\S\\n]?\\p{Script=Han})",
    position: "line",
    read: readNumber,
    needs: /\d[^\S\n]?[丨|]/,
  },
  { name: "#1", pattern: "#(\\d{1,2})[^\\S\\n]", position: "line", read: readNumber, needs: "#" },
  {
    name: "甲、",
    pattern: `([${STEMS}])、`,
    position: "sentence",
    read: (stem) => STEMS.indexOf(stem) + 1,
    needs: "甲、",
  },
  {
    name: "（一）",
    pattern: `\\(${GAP}(${NUMERAL})${GAP}\\)[、.]?`,
    position: "clause+",
    read: readNumber,
    needs: "(",
  },
  { name: "【一】", pattern: `[【〔\\[](${NUMERAL}|\\d{1,2})[】〕\\]]`, position: "line", read: readNumber },
  { name: "no.1", pattern: "no\\.?[^\\S\\n]?(\\d{1,2})[:、.]?", position: "line", read: readNumber, needs: "no" },
  { name: "1.", pattern: `(\\d{1,2})[^\\S\\n]?\\.${NO_DECIMAL}`, position: "sentence+", read: readNumber },
  { name: "1、", pattern: `(\\d{1,2})[^\\S\\n]?、${NO_DECIMAL}`, position: "comma+", read: readNumber, needs: "、" },
  { name: "01", pattern: `(0[1-9]|1\\d)(?=[^\\S\\n]*\\n|[^\\S\\n]+\\p{L})`, position: "line", read: readNumber },
  { name: "1⏎", pattern: "(\\d{1,2})(?=[^\\S\\n]*\\n\\p{Script=Han})", position: "line", read: readNumber },
  { name: "1 ", pattern: `(\\d{1,2})[^\\S\\n]*(?=\\p{Script=Han})(?![${UNITS}])`, position: "line", read: readNumber },
  { name: "(1)", pattern: "\\((\\d{1,2})\\)[、.]?", position: "clause+", read: readNumber, needs: "(" },
  { name: "1)", pattern: "(\\d{1,2})[)》/][、.]?(?!\\d)", position: "reason", read: readNumber, needs: /\d[)》/]/ },
  { name: "①", pattern: `([${CIRCLED_CHARACTERS}])[、.]?`, position: "any", read: readCircled },
  { name: "(a)", pattern: "\\(([a-z])\\)", position: "clause+", read: readLetter, needs: "(a)" },
  { name: "(i)", pattern: "\\(([ivx]{1,4})\\)", position: "clause", read: readRoman, needs: "(i)" },
  { name: "a.", pattern: "([a-z])(?:\\.(?=[^\\S\\n]|[\\p{Script=Han}《“])|、)", position: "line", read: readLetter },
  { name: "a)", pattern: "([a-z])\\)(?=[^\\S\\n])", position: "clause", read: readLetter, needs: "a)" },
  { name: "i)", pattern: "([ivx]{1,4})\\)(?=[^\\S\\n])", position: "clause", read: readRoman, needs: "i)" },
  { name: "i.", pattern: "([ivx]{1,4})(?:\\.(?=[^\\S\\n]|\\p{Script=Han})|、)", position: "line", read: readRoman },
  {
    name: "the first is",
    pattern:
      "the (first|second|third|fourth|fifth)(?! (?:quarter|half|year|time|week|month|day)\\b)(?:(?: [a-z]+){0,2}? (?:is|was)(?: to| by(?! far)| that)?|[^.;:\\n]{3,140}? is (?:to|by(?! far)))(?= )",
    position: "sentence",
    read: readOrder,
    needs: "the first",
  },
  { name: "one,", pattern: "(one|two|three|four|five),", position: "sentence", read: readOrder, needs: "one," },
  {
    name: "first",
    pattern: "(?:and )?(first|second|third|fourth|fifth|sixth|firstly|secondly|thirdly|fourthly|finally|lastly),",
    position: "sentence",
    read: readOrder,
    needs: "first",
  },
  {
    name: "•",
    pattern: `(?:[${BULLETS}]+\ufe0f?|(?<=[\\s:。;])·(?=\\p{Script=Han}))`,
    position: "any",
    read: readNothing,
  },
  { name: "【】", pattern: `【(?=[^】\\n]{4,40}】)(?!${CREDIT})`, position: "line", read: readNothing, needs: "【" },
  {
    name: "-",
    pattern: `(?:[○*]+|o(?= \\p{L})|・|·(?!\\p{Script=Han})|[-+–](?=\\s)|[-–](?=\\p{Script=Han}|\\d+年)|—(?=[^\\S\\n]?\\p{Script=Han}))${NUMBERED}`,
    position: "line",
    read: readNothing,
  },
  {
    name: "*",
    pattern: "(?<=\\S[^\\S\\n]{1,2})\\*(?=[^\\S\\n]\\p{L})",
    position: "sentence",
    read: readNothing,
    needs: "* ",
  },
  { name: "——⏎", pattern: "[-—]{2}(?=[^-—\\n][^\\n]{5,40}[^\\n。;,:]\\n)", position: "line", read: readNothing },
  { name: "——", pattern: "[-—]{2}(?![-—])", position: "sentence", read: readNothing },
];

/** Families of headings, from coarse to fine. All others are run-in lists that nest only by standing inside. */
export const HEADING_RANKS: Readonly<Record<string, number>> = {
  "一、": 1,
  "（一）": 2,
  "1.": 3,
  "1、": 3,
  "1)": 3,
  "(1)": 4,
  "①": 5,
};

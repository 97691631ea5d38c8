/** Lists without markers that stand in lines: below a colon, or each line headed by a short sentence of its own. */
import type { Span } from "../../model.ts";
import { splitSentences } from "../../text/sentence.ts";
import type { List, ListItem } from "../list/nesting.ts";
import { opensWithAction } from "../phrase/action.ts";
import { LINES_LEAD, NOTES_HEADING, PAGE_LABEL } from "../phrase/cues.ts";
import type { Reading } from "../reading.ts";
import { isEnglishHeading } from "./english-deed.ts";
import { LINE_FORMS, LONGEST_HEAD, LONGEST_LINE, SHORTEST_HEAD } from "./line-forms.ts";

const LEAD_LENGTH = 80;
const LONGEST_LINE_ENGLISH = 320;
/** Two longer lines are paragraphs. */
const LONGEST_OF_TWO = 50;
const MOST_LINES = 30;
const FEWEST_HEADED = 3;
/** Paragraphs under one heading. */
const MOST_BELOW_HEAD = 6;
const ALIKE_ENDING = 2;
/** 重研发。, where others like it follow. */
const SHORTEST_ALIKE = 3;

export function makeList(text: string, family: string, items: readonly Span[]): List {
  const start = items[0]?.start ?? 0;
  return {
    family,
    items: items.map((item): ListItem => ({ ...item, body: item.start, level: 1, topic: false })),
    lead: text.slice(Math.max(0, start - LEAD_LENGTH), start).trimEnd(),
  };
}

const ENDING = /[。.]$|;(?: and| or)?$/;
/** How a line ends: with a full stop, a semicolon, or nothing. */
function endingOf(words: string): "." | ";" | "" {
  const ending = ENDING.exec(words)?.[0] ?? "";
  return ending === "" ? "" : ending.startsWith(";") ? ";" : ".";
}

const areShort = (items: readonly Span[], english: boolean): boolean =>
  items.length >= FEWEST_HEADED && items.every(({ start, end }) => end - start <= (english ? 3 : 1) * LONGEST_OF_TWO);

/** The lines below a lead that are alike: each short, all ending in the same way. */
function alikeLines({ text, english }: Reading, lines: readonly Span[]): Span[] {
  const items: Span[] = [];
  let ending: string | undefined;
  for (const line of lines) {
    const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE_ENGLISH + 1));
    if (words.endsWith(":")) break;
    const long =
      words.length > (english ? LONGEST_LINE_ENGLISH : LONGEST_LINE) || splitSentences(text, line).length > 2;
    // A letter goes on in paragraphs after its "as follows:"; that makes no list, unless all lines so far are short.
    if (long) return ending === ";" || areShort(items, english) ? items : [];
    const own = endingOf(words);
    const closes = ending === ";" && own === ".";
    if (ending !== undefined && ending !== own && !closes) break;
    items.push(line);
    if (closes) break;
    ending = own;
  }
  return items;
}

const LEAD_REACH = 40;
/** 会员有以下权利, on a line of its own though no colon closes it. */
const BARE_LEAD = /(?<![\d岁元米级吨层亩人%])(?:以下|下列)(?!简称)[^。;:,]{1,8}$/;

/** 这些问题分别是：, 具体措施如下：: does what follows the line make a list? */
export function leadsToLines(text: string, lead: Span | undefined): boolean {
  if (lead === undefined) return false;
  const words = text.slice(Math.max(lead.start, lead.end - LEAD_REACH), lead.end);
  return (words.endsWith(":") && LINES_LEAD.test(words)) || BARE_LEAD.test(words);
}

/** Where to write or to call. */
export const ADDRESS =
  /^(?:tel|telephone|fax|e-?mail|phone|电话|传真|邮箱|邮编|地址)(?![a-z])|\w@\w|\d (?:[a-z]+ ){1,3}(?:road|street|avenue|drive)\b/;

/** Lines after a line that announces them, most often with a colon at its end. */
export function belowLead(reading: Reading, at: number): List | undefined {
  const { text, lines } = reading;
  const lead = lines[at];
  if (lead === undefined || !leadsToLines(text, lead)) return undefined;
  const label = text.slice(lead.start, lead.end);
  if (NOTES_HEADING.test(label) || PAGE_LABEL.test(label)) return undefined;
  const items = alikeLines(reading, lines.slice(at + 1, at + 1 + MOST_LINES));
  const words = items.map(({ start, end }) => text.slice(start, end));
  // One line that holds the whole list: A；B；C。
  if ((words[0] ?? "").split(";").length > 2) return undefined;
  const long = items.length === 2 && words.some(({ length }) => length > LONGEST_OF_TWO);
  const paragraphs = long && !words.every(opensWithAction);
  return items.length < 2 || paragraphs || words.some((line) => ADDRESS.test(line))
    ? undefined
    : makeList(text, "：", items);
}

/** Does the line above end with a colon? */
const isAnnounced = (text: string, above: Span | undefined): boolean =>
  above !== undefined && text[above.end - 1] === ":";

/** Lines that follow each other and begin in the same form. */
function headedLines({ text, lines }: Reading, at: number): List | undefined {
  const rest = lines.slice(at, at + MOST_LINES);
  const announced = isAnnounced(text, lines[at - 1]);
  for (const [family, isItem] of LINE_FORMS) {
    const end = rest.findIndex((line) => !isItem(text, line, announced));
    const items = end < 0 ? rest : rest.slice(0, end);
    if (items.length >= FEWEST_HEADED) return makeList(text, family, items);
  }
  return undefined;
}

/** 始终重视农业，…；, 准确把握方向，…；: whole lines that semicolons part. */
function semicolonLines({ text, lines }: Reading, at: number): List | undefined {
  const items: Span[] = [];
  for (const line of lines.slice(at, at + MOST_LINES)) {
    const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE_ENGLISH + 1));
    const ending = endingOf(words);
    const closes = ending === "." && items.length >= FEWEST_HEADED - 1;
    const stated = words.replace(ENDING, "");
    if (words.length > LONGEST_LINE_ENGLISH || stated.includes(";") || !(ending === ";" || closes)) break;
    items.push(line);
    if (closes) break;
  }
  return items.length >= FEWEST_HEADED ? makeList(text, "；", items) : undefined;
}

/** 党员进社区。…, 志愿者进社区。…: short sentences that end in the same words, or that are as long as each other. */
const ALIKE: readonly { readonly longest: number; readonly likeness: (head: string) => string }[] = [
  { longest: LONGEST_HEAD, likeness: (head) => head.slice(-ALIKE_ENDING) },
  { longest: 14, likeness: (head) => String(head.length) },
];

function alikeHeads({ text, lines }: Reading, at: number): List | undefined {
  const headOf = (line: Span): string | undefined => {
    const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD + 2));
    const head = words.indexOf("。");
    return head < SHORTEST_ALIKE || line.start + head + 1 >= line.end ? undefined : words.slice(0, head);
  };
  const line = lines[at];
  const first = line === undefined ? undefined : headOf(line);
  if (first === undefined) return undefined;
  const heads = lines.slice(at, at + MOST_LINES).map(headOf);
  for (const { longest, likeness } of ALIKE) {
    const own = likeness(first);
    const end = heads.findIndex((head) => head === undefined || head.length > longest || likeness(head) !== own);
    const items = lines.slice(at, at + (end < 0 ? heads.length : end));
    if (items.length >= FEWEST_HEADED) return makeList(text, "段首", items);
  }
  return undefined;
}

/** 新目标：渔民收入翻一番, 严格——三类渔船取消补贴 */
const LABELLED_HEADING =
  /^(?!记者|主持|网友|[甲乙丙]方|[标副]题|导语|原因|问题|对策|回应|背景|发布|来源|作者|[^:]{0,4}(?:长|时间|地点|主任|书记|经理|教授|代表|委员|先生|女士):)\p{Script=Han}{2,5}[a-z]?(?::|——)[^。;:,]{5,28}$/u;

/** 降低租金成本, on a line of its own over paragraphs of prose. */
function isHeading(text: string, line: Span | undefined, announced: boolean): boolean {
  if (line === undefined) return false;
  const length = line.end - line.start;
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
  if (isEnglishHeading(words)) return true;
  if (LABELLED_HEADING.test(words)) return true;
  if (length < SHORTEST_HEAD || length > LONGEST_HEAD) return false;
  return (announced || opensWithAction(words)) && !/[。;:!?…,、》–—-]$/.test(words);
}

/** Headings that say what is done, each over at most a few paragraphs. */
function headingSeries({ text, lines }: Reading, at: number): List | undefined {
  const heads: number[] = [];
  const announced = isAnnounced(text, lines[at - 1]);
  let i = at;
  for (; i < lines.length && heads.length < MOST_LINES; i++) {
    if (isHeading(text, lines[i], announced)) {
      if (heads.at(-1) === i - 1 && heads.at(-2) === i - 2) return undefined;
      heads.push(i);
    } else if (i - (heads.at(-1) ?? i - 99) > MOST_BELOW_HEAD) break;
    else if (!/[。.!?;]["”)]?$/.test(text.slice(lines[i]?.start, lines[i]?.end))) break;
  }
  if (heads.at(-1) === i - 1) heads.pop();
  if (heads.length < FEWEST_HEADED) return undefined;
  const items = heads.map((head, k): Span => {
    const last = lines[(heads[k + 1] ?? Math.min(i, head + 2)) - 1];
    return { start: lines[head]?.start ?? 0, end: last?.end ?? 0 };
  });
  return makeList(text, "标题", items);
}

/** | 3 | 支持设备更新 | 市工信局 |: its number, and the cell that says what is done. */
const ROW = /^\|\s*(\d{1,2})\s*\|\s*([^|]{4,}?)\s*\|/;

/** Rows of a table that count up from 1 and say what is done. */
function tableRows({ text, lines }: Reading, at: number): List | undefined {
  const cells: Span[] = [];
  for (const line of lines.slice(at, at + MOST_LINES)) {
    const row = ROW.exec(text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE_ENGLISH)));
    if (row === null || Number(row[1]) !== cells.length + 1) break;
    const cell = row[2] ?? "";
    const start = line.start + row[0].indexOf(cell, row[0].indexOf("|", 1));
    cells.push({ start, end: start + cell.length });
  }
  const act = cells.every(({ start, end }) => opensWithAction(text.slice(start, end)));
  return cells.length >= FEWEST_HEADED && act ? makeList(text, "|", cells) : undefined;
}

/** The list that begins with the line `at` or right below it. */
export const findLineSeries = (reading: Reading, at: number): List | undefined =>
  belowLead(reading, at) ??
  headedLines(reading, at) ??
  semicolonLines(reading, at) ??
  alikeHeads(reading, at) ??
  headingSeries(reading, at) ??
  tableRows(reading, at);

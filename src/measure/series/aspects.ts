/** Lists inside one sentence without markers: 从A、B、C等方面, 坚持A、坚持B、坚持C. */

import type { Span } from "../../model.ts";
import { matchesOf } from "../../text/matches.ts";
import { parseNumeral } from "../../text/numeral.ts";
import type { List } from "../list/nesting.ts";
import { ACTION, opensWithAction } from "../phrase/action.ts";
import { denies } from "../phrase/denial.ts";
import { opensStatement } from "../phrase/opening.ts";
import { makeList } from "./lines.ts";
import { COUNT, FEWEST, MOST_OPENINGS, SERIES_REACH, SHORTEST_NOUN, splitBy, splitLast } from "./series-parts.ts";

const ASPECTS_START =
  /(?:从|对|就(?!业)|围绕|聚焦|包括(?![^,;。]{1,30}在内)|涵盖|涉及|在|提出|明确|推出|出台|部署|确定|采取|通过|形成|梳理出)了?(?!的)/g;
/** 等六个方面; the count in the first group. */
const ASPECTS_END = new RegExp(
  `(?:等(?:(${COUNT})(?:个|大|项)?)?|(${COUNT})(?:个|大|项)?)(?:重点)?(?:方面|领域|环节|面向|维度|层面)(?!的(?!工作|任务|措施|举措|要求))|等?(${COUNT})(?:个|大|项|条)(?:具体|重点|政策)?(?:任务|措施|工作|举措|要求|政策|意见|行动|工程|计划|倡议|建议|制度|专题|议题|课题)|等(?:多|若干|一系列|系列)[项条]?[^,;、]{0,6}(?:任务|措施|举措|政策|服务)|等(?:措施|举措|任务|工作)(?=[,。;])|等(?:多种)?(?:方式|渠道|途径|手段)|(?:入手|着手|发力|下功夫)(?!的)|等?(?:[作做提]出|进行)了?(?:全面|系统|总体|具体|明确|专门)?(?:部署|安排|规定|要求)`,
  "g",
);

/** 就A、B、C作出部署 */
const ARRANGED = /(?:部署|安排|规定|要求)$/;

/** The length of things on average; four characters each only name fields: 产业就业、社区治理. */
const MEAN_NOUN = 5;

/** 从A、B、C三个方面分析: what somebody looked at, not what is done. */
const LOOKS =
  /^(?:[,]?[就对][^。;]{2,60})?(?:进行了?|做出?了?|作出?了?|展开)?(?:深入|系统|全面|具体|详细)?(?:分析|研究|阐述|解读|介绍|回顾|论述|考察|剖析|梳理|讲解|交流|发言|安排|说明)/;

/** 在A、B、C等方面具有重要意义: what something is good for. */
const SIGNIFIES = /^(?:都|均|也)?(?:具有|有着?|发挥|起到?|产生)[着了]?[^,。;]{0,10}(?:意义|作用|影响|价值|优势)/;

/** How the items of such a list are parted, and what share of them must be something that somebody does. */
interface AspectForm {
  readonly separator: RegExp;
  readonly actions: number;
  /** Also a list if its items are things, as many as the text counts. */
  readonly things?: boolean;
  /** No list unless the text counts its items. */
  readonly counted?: boolean;
  /** No list where an item holds a comma. */
  readonly whole?: boolean;
}

const AFTER_OPENING: readonly AspectForm[] = [
  { separator: /;/g, actions: 0.5, counted: true },
  { separator: /[,;、]/g, actions: 1 },
  { separator: /[,;]/g, actions: 0.75, things: true },
  { separator: /、/g, actions: 0.75, things: true, whole: true },
];
/** Nothing opens it: 做好A，推动B，深化C等三方面工作. */
const FROM_START: readonly AspectForm[] = [{ separator: /[,;]/g, actions: 0.75, counted: true }];
/** Only 、 parts what is arranged, for a comma parts the sentence. */
const BEFORE_ARRANGED: readonly AspectForm[] = [{ separator: /、/g, actions: 1, whole: true }];

/** 在强化甲的同时: no item, but when the others are done. */
const SETTING = /(?:同时|之[后前]|期间|过程中|基础上|前提下)$/;

/** 涵盖甲、乙和丙三大任务: what is counted are its parts, not it. */
const NAMES_PARTS = /^(?:涵盖|包括|涉及)/;

function aspectItems(
  text: string,
  inner: Span,
  count: number | undefined,
  forms: readonly AspectForm[],
): Span[] | undefined {
  for (const { separator, actions, things = false, counted = false, whole = false } of forms) {
    const items = splitLast(text, splitBy(text, inner, separator), count);
    if (items.length < FEWEST || items.some(({ start, end }) => opensStatement(text.slice(start, end)))) continue;
    if (items.slice(0, -1).some(({ start, end }) => SETTING.test(text.slice(start, end)))) continue;
    if (items.some(({ start, end }) => NAMES_PARTS.test(text.slice(start, end)))) continue;
    if (counted && items.length !== count) continue;
    if (whole && items.some(({ start, end }) => text.slice(start, end).includes(","))) continue;
    const act = items.filter(({ start, end }) => end - start > 3 && opensWithAction(text.slice(start, end))).length;
    const lengths = items.map(({ start, end }) => end - start);
    const told =
      things &&
      items.length === count &&
      Math.min(...lengths) >= SHORTEST_NOUN &&
      lengths.reduce((sum, length) => sum + length, 0) >= MEAN_NOUN * items.length;
    if (act >= items.length * actions || told) return items;
  }
  return undefined;
}

/** 从A、B、C等六个方面 */
export function aspectSeries(text: string, sentence: Span): List | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SERIES_REACH));
  const ends = matchesOf(ASPECTS_END, words);
  if (ends.length === 0) return undefined;
  const openings = matchesOf(ASPECTS_START, words)
    .slice(0, MOST_OPENINGS)
    .map((found) => found.index + found[0].length);
  for (const last of [...ends.slice(0, 2), ...ends.slice(2).slice(-1)]) {
    const after = words.slice(last.index + last[0].length);
    if (SIGNIFIES.test(after)) continue;
    const looked = LOOKS.test(after);
    const count = looked ? undefined : parseNumeral(last[1] ?? last[2] ?? last[3] ?? "");
    for (const from of count === undefined ? openings : [...openings, 0]) {
      if (from >= last.index) continue;
      const inner: Span = { start: sentence.start + from, end: sentence.start + last.index };
      const forms = ARRANGED.test(last[0]) ? BEFORE_ARRANGED : from === 0 ? FROM_START : AFTER_OPENING;
      const items = aspectItems(text, inner, count, forms);
      if (items === undefined) continue;
      const list = makeList(text, "等方面", items);
      return { ...list, lead: list.lead + last[0] };
    }
  }
  return undefined;
}

/** 呈现“A、B、C”等特点: what somebody finds, whatever its words. */
const SHOWN =
  /呈现出?了?(?!的)([^。;:]{8,80}?)等?(?:(?:[一二三四五六七八九]|\d)[个大])?的?(?:鲜明|显著|突出|主要|新)?(?:特点|特征|态势|趋势)/;
/** 呈现“两升一降”特点(A、B、C): what these are, in brackets. */
const SHOWN_IN_BRACKETS = /呈现出?了?[^。;:()]{2,20}(?:特点|特征|态势|趋势|格局)\(([^()]{8,160})\)/;
const LONGEST_SHOWN = 20;

export function shownSeries(text: string, sentence: Span): List | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SERIES_REACH));
  if (!words.includes("呈现")) return undefined;
  const found = SHOWN_IN_BRACKETS.exec(words) ?? SHOWN.exec(words);
  if (found === null) return undefined;
  const start = sentence.start + found.index + found[0].indexOf(found[1] ?? "");
  const items = splitBy(text, { start, end: start + (found[1]?.length ?? 0) }, /、|”“/g);
  const short = items.every(
    ({ start: from, end }) => end - from <= LONGEST_SHOWN && !/^.{0,2}$|[性化型]$/.test(text.slice(from, end)),
  );
  return items.length >= FEWEST && short ? makeList(text, "呈现", items) : undefined;
}

/** 围绕“A”“B”“C”讨论: deeds in quotes, one right after the other. */
const QUOTED = /[“「][^“”「」]{8,60}[”」](?:、?[“「][^“”「」]{8,60}[”」]){2,}/;

/** “A、B、C、D”的四个目标: as many as the text counts. */
const QUOTED_COUNTED = new RegExp(
  `[“‘]([^“”‘’]{12,160})[”’](?:的|等|这)?[“‘]?(${COUNT})(?:个|大|项|种|方面)(?!罪|骗|陷阱|误区)`,
  "g",
);

function countedQuotes(text: string, sentence: Span, words: string): List | undefined {
  for (const found of matchesOf(QUOTED_COUNTED, words)) {
    const start = sentence.start + found.index + 1;
    const items = splitBy(text, { start, end: start + (found[1]?.length ?? 0) }, /[、,;]/g);
    const whole = items.every((item) => item.end - item.start >= SHORTEST_NOUN);
    if (denies(words)) continue;
    if (items.length >= FEWEST && whole && items.length === parseNumeral(found[2] ?? ""))
      return makeList(text, "“”", items);
  }
  return undefined;
}

export function quotedSeries(text: string, sentence: Span): List | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SERIES_REACH));
  if (!/[“‘「]/.test(words)) return undefined;
  const counted = countedQuotes(text, sentence, words);
  if (counted !== undefined) return counted;
  const found = QUOTED.exec(words);
  if (found === null) return undefined;
  const start = sentence.start + found.index;
  const items = splitBy(text, { start: start + 1, end: start + found[0].length - 1 }, /[”」]、?[“「]/g);
  const act = items.filter(({ start: from, end }) => opensWithAction(text.slice(from, end))).length;
  return act * 4 >= items.length * 3 ? makeList(text, "“”", items) : undefined;
}

/** 应当坚持A、坚持B、坚持C; 提出便利A、便利B及便利C; 再减一批A，再减一批B，再减一批C; A的一律不用；B的一律不用；C的一律不用. */
const PARALLEL = [
  /(?<shared>坚持)[^,、;。:\d]{2,30}(?:、\k<shared>[^,、;。:\d]{2,30}){2,}/,
  /(?<before>(?:提出|明确|要求)[,:]?)(?<shared>[\u3400-\u9fff]{2})[^,、;。:\d]{3,30}、\k<shared>[^,、;。:\d]{3,30}?(?:、|以及|及|和)\k<shared>[^,;。:\d]{3,40}/,
  /(?<before>[,;:、]|就是|要)(?!(?:为|与|对|在|从|向)..|不仅|不但|不是|有的|无论)(?<shared>[\u3400-\u9fff]{3})[^,、;。:\d]{2,30}(?:[,;]\k<shared>[^,、;。:\d]{2,30}){2,}/,
  /(?<before>[,;:])[^,;。:\d]{4,40}(?<shared>[\u3400-\u9fff]{4})(?:[,;][^,;。:\d]{4,40}\k<shared>){2,}(?=[。;,])/,
];

const IS_PARTED = /[,;、][^,;、]+[,;、]|(?:提出|明确|要求).*、/;

export function parallelSeries(text: string, sentence: Span): List | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SERIES_REACH));
  if (!IS_PARTED.test(words)) return undefined;
  const found = PARALLEL.map((pattern) => pattern.exec(words)).find((match) => match !== null);
  if (found === undefined) return undefined;
  const { before = "", shared = "" } = found.groups ?? {};
  const series = found[0].slice(before.length);
  const start = found.index + before.length;
  const enumerated = new RegExp(`、|(?:以及|及|和)(?=${shared})`, "g");
  const separator = series.includes(";") ? /;/g : /[,;]/.test(series) ? /[,;]/g : enumerated;
  const goesOn = separator === enumerated ? /^[^,、;。:]{0,12}(?=[,;。])/ : /^[^,;。:]{0,40}(?=[,;。])/;
  const rest = goesOn.exec(words.slice(start + series.length))?.[0].length ?? 0;
  const inner = { start: sentence.start + start, end: sentence.start + start + series.length + rest };
  return makeList(text, "并列", splitBy(text, inner, separator));
}

/** 措施包括A、B，以及C: to the end of the sentence, each of them something to be done. */
const INCLUDES = /包括(?!但|[^,;。]{1,30}在内)[:]?/;
/** 等四方面共计20条措施。 */
const SUMMED_UP = /(?:等[^,;、。]{0,16})?[。;]?$/;
const JOINS = new RegExp(`[、,](?:以及|并且?|及|和)?|(?<=.{4})(?:以及|[及和](?=${ACTION}))`, "g");

/** Each begins with what somebody does; a thing after it belongs to it: 降低失业保险、工伤保险费率. None if the first is a thing. */
function deedsOf(text: string, items: readonly Span[]): Span[] {
  const deeds: Span[] = [];
  for (const item of items) {
    const last = deeds.at(-1);
    if (opensWithAction(text.slice(item.start, item.end)) && item.end - item.start >= SHORTEST_NOUN) deeds.push(item);
    else if (last === undefined) return [];
    else deeds[deeds.length - 1] = { start: last.start, end: item.end };
  }
  return deeds.length * 3 >= items.length * 2 ? deeds : [];
}

/** 即…, 其中…: of what was said before. */
const SAYS_AGAIN = /^(?:即|其中|也就是)/;

/** Sorts of which 、 parts measures; places and firms are none. */
const RULED_BY = /制度|计划|补贴|机制|办法|方案/;

/** 包括甲制度，乙制度，丙制度，为…: things of one sort, as far as they end in the same word. */
function itemsOfOneSort(text: string, inner: Span): Span[] {
  const sortOf = ({ end }: Span): string => text.slice(end - 2, end);
  const parted = splitBy(text, inner, /[,;]/g);
  const named = splitBy(text, inner, /、/g);
  const items = parted.length < FEWEST && named.every((item) => RULED_BY.test(sortOf(item))) ? named : parted;
  const other = items.findIndex(
    (item) => sortOf(item) !== sortOf(items[0] ?? item) || SAYS_AGAIN.test(text.slice(item.start, item.end)),
  );
  const alike = other < 0 ? items : items.slice(0, other);
  return alike.every(({ start, end }) => end - start >= SHORTEST_NOUN) ? alike : [];
}

export function includedSeries(text: string, sentence: Span): List | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SERIES_REACH));
  const lead = INCLUDES.exec(words);
  if (lead === null) return undefined;
  const start = lead.index + lead[0].length;
  const end = words.slice(start).search(SUMMED_UP);
  const inner = { start: sentence.start + start, end: sentence.start + start + end };
  const deeds = deedsOf(text, splitBy(text, inner, JOINS));
  if (deeds.length >= FEWEST) return makeList(text, "包括", deeds);
  const alike = itemsOfOneSort(text, inner);
  return alike.length < FEWEST ? undefined : makeList(text, "包括", alike);
}

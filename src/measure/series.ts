/** Lists without markers: parts between semicolons, 从A、B、C等方面, one labelled sentence a company. */
import type { Span } from "../model.ts";
import { parseNumeral } from "../text/numeral.ts";
import { splitClauses, splitSentences, trimSpan } from "../text/sentence.ts";
import { opensWithAction } from "./action.ts";
import { tidySpan } from "./headline.ts";
import { findLineSeries, makeList } from "./lines.ts";
import { isTopic, type List } from "./nesting.ts";
import type { Reading } from "./reading.ts";

const FEWEST = 3;
/** 从, 在 … tried as the opening of one series. */
const MOST_OPENINGS = 4;

/** Clauses of a sentence put together again wherever `parts` is false of the delimiter between them. */
function splitAt(text: string, sentence: Span, parts: (delimiter: string) => boolean): Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const clause of splitClauses(text, sentence)) {
    open = { start: open?.start ?? clause.start, end: clause.end };
    if (!parts(clause.delimiter)) continue;
    spans.push(open);
    open = undefined;
  }
  if (open !== undefined) spans.push(open);
  return spans;
}

/** Talks about what a meeting did, not about what it decided. */
const PROCEDURE = /^(?:部署|听取|审议|讨论|研究|传达|学习|通报)/;
/** 《意见》提出，要: what precedes the first part. */
const ATTRIBUTION = /^[^;]{0,60}?(?:提出|指出|强调|要求|明确|包括|提到|表示|是)[,:]?(?:要|将)?(?=.)/;

function skipAttribution(text: string, span: Span): Span {
  const match = ATTRIBUTION.exec(text.slice(span.start, Math.min(span.end, span.start + 90)));
  if (match === null) return tidySpan(text, span);
  const rest = tidySpan(text, { start: span.start + match[0].length, end: span.end });
  return opensWithAction(text.slice(rest.start, rest.end)) ? rest : tidySpan(text, span);
}

/** 主要内容包括：A；B；C is a list whatever its parts are. */
const ANNOUNCED = /(?:包括|如下|内容|方面|措施|任务|要求|目标|举措|要点|重点)[^。;:]{0,8}:/;

/** 加快A；推动B；支持C */
function semicolonSeries(text: string, sentence: Span): List | undefined {
  const parts = splitAt(text, sentence, (delimiter) => delimiter === ";");
  if (parts.length < FEWEST) return undefined;
  const lead = ANNOUNCED.exec(text.slice(sentence.start, Math.min(parts[0]?.end ?? 0, sentence.start + 90)));
  const announced = lead === null ? 0 : lead.index + lead[0].length;
  const items = parts.map((part, i) => {
    if (i > 0) return tidySpan(text, part);
    return announced > 0 ? tidySpan(text, { ...part, start: part.start + announced }) : skipAttribution(text, part);
  });
  const words = items.map(({ start, end }) => text.slice(start, end));
  const actions = words.filter((part) => opensWithAction(part) && !/\d%/.test(part.slice(0, 30))).length;
  if (words.some((part) => part === "") || words.filter((part) => PROCEDURE.test(part)).length * 2 > items.length)
    return undefined;
  return announced > 0 || actions * 5 >= items.length * 4 ? makeList(text, "；", items) : undefined;
}

/** 部署五项任务：加快A，推动B，支持C。 */
function commaSeries(text: string, sentence: Span): List | undefined {
  const lead = ANNOUNCED.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 90)));
  if (lead === null) return undefined;
  const start = sentence.start + lead.index + lead[0].length;
  const items = splitAt(text, { start, end: sentence.end }, (delimiter) => delimiter === ",");
  const all = items.every((item) => opensWithAction(text.slice(item.start, item.end)));
  return all && items.length >= FEWEST ? makeList(text, "，", items) : undefined;
}

const ASPECTS_REACH = 600;
const ASPECTS_START = /从|围绕|聚焦|包括|涵盖|涉及|在/g;
const COUNT = "[一二三四五六七八九十\\d]{1,3}";
/** 等六个方面; the count in the first group. */
const ASPECTS_END = new RegExp(
  `(?:等)?(?:(${COUNT})(?:个|大|项)?)?(?:重点)?(?:方面|领域|环节)|等?(${COUNT})(?:个|大|项)(?:重点)?(?:任务|措施|工作|举措|要求)`,
  "g",
);

/** Nouns make a list only where the text counts them: 从甲要素、乙产业、丙市场三个方面. */
const SHORTEST_NOUN = 4;

function aspectItems(text: string, inner: Span, count: number | undefined): Span[] | undefined {
  for (const separator of [/[,;]/, /、/]) {
    const items = splitBy(text, inner, separator);
    if (items.length < FEWEST) continue;
    const actions = items.filter(({ start, end }) => end - start > 3 && opensWithAction(text.slice(start, end))).length;
    const counted = items.length === count && items.every(({ start, end }) => end - start >= SHORTEST_NOUN);
    if (actions * 4 >= items.length * 3 || counted) return items;
  }
  return undefined;
}

/** 从A、B、C等六个方面 */
function aspectSeries(text: string, sentence: Span): List | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + ASPECTS_REACH));
  const last = [...words.matchAll(ASPECTS_END)].at(-1);
  if (last === undefined) return undefined;
  const openings = [...words.slice(0, last.index).matchAll(ASPECTS_START)].slice(0, MOST_OPENINGS);
  for (const opening of openings) {
    const from = opening.index + opening[0].length;
    const inner: Span = { start: sentence.start + from, end: sentence.start + last.index };
    const items = aspectItems(text, inner, parseNumeral(last[1] ?? last[2] ?? ""));
    if (items !== undefined) return makeList(text, "等方面", items);
  }
  return undefined;
}

function splitBy(text: string, within: Span, separator: RegExp): Span[] {
  const items: Span[] = [];
  let at = within.start;
  for (const part of text.slice(within.start, within.end).split(separator)) {
    const item = tidySpan(text, { start: at, end: at + part.length });
    if (item.end > item.start) items.push(item);
    at += part.length + 1;
  }
  return items;
}

const LABELLED = /^[\p{L}\p{N}]{2,10}:(?=\S{6})/u;

/** 甲公司：…。乙公司：…。丙公司：…。 */
function labelSeries(text: string, line: Span, sentences: readonly Span[]): List | undefined {
  const items = sentences.map((sentence, i) => {
    if (i > 0) return sentence;
    const comma = text.slice(sentence.start, sentence.start + 30).search(/讯[,:]/);
    return comma < 0 ? sentence : trimSpan(text, { start: sentence.start + comma + 2, end: sentence.end });
  });
  const labelled = items.filter(({ start, end }) => LABELLED.test(text.slice(start, Math.min(end, start + 30))));
  if (labelled.length < FEWEST || labelled.length * 5 < items.length * 4 || line.end - line.start < 40)
    return undefined;
  return makeList(text, "甲：", labelled);
}

/** True where a span touches none of the regions, which are sorted and apart. */
function isFree(regions: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const next = regions[low];
  return next === undefined || next.start >= end;
}

/**
 * Regions that lists own, sorted and apart: their items, but for those that are mere topics (一、主要职责), whose text
 * is free.
 */
export function ownedRegions({ text }: Reading, lists: readonly List[]): Span[] {
  const items = lists
    .flatMap((list) => list.items.filter((item) => !isTopic(text, list.family, item)))
    .sort((a, b) => a.start - b.start);
  const regions: Span[] = [];
  for (const { start, end } of items) {
    const last = regions.at(-1);
    if (last !== undefined && start <= last.end)
      regions[regions.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else regions.push({ start, end });
  }
  return regions;
}

/** Lists without markers outside of `regions`. */
export function findSeries(reading: Reading, regions: readonly Span[]): List[] {
  const { text, lines } = reading;
  const found: List[] = [];
  let taken = 0;
  lines.forEach((line, at) => {
    if (line.start < taken || !isFree(regions, line)) return;
    const sentences = splitSentences(text, line);
    const labels = labelSeries(text, line, sentences);
    if (labels !== undefined) found.push(labels);
    else
      for (const sentence of sentences) {
        const series = semicolonSeries(text, sentence) ?? commaSeries(text, sentence) ?? aspectSeries(text, sentence);
        if (series !== undefined) found.push(series);
      }
    const below = findLineSeries(reading, at);
    if (below === undefined || !below.items.every((item) => isFree(regions, item))) return;
    found.push(below);
    taken = below.items.at(-1)?.end ?? taken;
  });
  return found;
}

/** Lists without markers: parts between semicolons, 从A、B、C等方面, one labelled sentence a company. */
import type { Span } from "../../model.ts";
import { countLeading } from "../../text/ascending.ts";
import { splitSentences } from "../../text/sentence.ts";
import type { List, ListItem } from "../list/nesting.ts";
import type { Reading } from "../reading.ts";
import { aspectSeries, includedSeries, parallelSeries, quotedSeries, shownSeries } from "./aspects.ts";
import { countedSeries } from "./counted.ts";
import { englishSeries } from "./english-series.ts";
import { belowLead, findLineSeries, leadsToLines } from "./lines.ts";
import { findSentenceSeries } from "./sentence-series.ts";
import { commaSeries, semicolonSeries, splitAt } from "./separated.ts";
import { FEWEST } from "./series-parts.ts";

/** True where a span touches none of the regions, which are sorted and apart. */
function isFree(regions: readonly Span[], { start, end }: Span): boolean {
  const next = regions[countLeading(regions, (region) => region.end <= start)];
  return next === undefined || next.start >= end;
}

/** What stands right before a list may only announce what that says. */
const isApart = (regions: readonly Span[], { start, end }: Span): boolean =>
  isFree(regions, { start, end: end + ANNOUNCES });
const ANNOUNCES = 60;

/** Says how many there are, or that they are aspects: surely a list, also beside another one. */
const sureSeries = (text: string, sentence: Span): List | undefined =>
  countedSeries(text, sentence) ?? aspectSeries(text, sentence);

/** Marks that can part the items of a series; without two of them only what the text counts is one: 两点：甲，乙. */
const PARTS = /[,;、”」和及]/;

function chineseSeries(text: string, sentence: Span): List | undefined {
  if (text.slice(sentence.start, sentence.end).split(PARTS, FEWEST).length < FEWEST)
    return countedSeries(text, sentence);
  return (
    commaSeries(text, sentence) ??
    countedSeries(text, sentence) ??
    includedSeries(text, sentence) ??
    parallelSeries(text, sentence) ??
    shownSeries(text, sentence) ??
    quotedSeries(text, sentence) ??
    aspectSeries(text, sentence)
  );
}

/** Does the sentence begin the line below 这些问题分别是：? */
const isBelowLead = (text: string, line: Span, sentence: Span, above: Span | undefined): boolean =>
  sentence.start === line.start && leadsToLines(text, above);

/** One in each part that semicolons part (从A、B两方面总结…；从C、D两方面部署…), else one in the whole sentence. */
function seriesInParts(text: string, sentence: Span, find: (text: string, span: Span) => List | undefined): List[] {
  const findAll = (spans: readonly Span[]): List[] => spans.flatMap((span) => find(text, span) ?? []);
  const parted = text.slice(sentence.start, sentence.end).includes(";");
  const inParts = parted ? findAll(splitAt(text, sentence, (delimiter) => delimiter === ";")) : [];
  return inParts.length > 1 ? inParts : findAll([sentence]);
}

/** Lists in the sentences of a line; beside a list in the same line only what semicolons part is one. */
function seriesInLine(reading: Reading, at: number, regions: readonly Span[]): List[] {
  const { text, lines, english } = reading;
  const line = lines[at];
  if (line === undefined) return [];
  const free = isFree(regions, line);
  const sentences = splitSentences(text, line);
  const whole = free ? findSentenceSeries(reading, line, sentences) : undefined;
  if (whole !== undefined) return [whole];
  const others = english ? englishSeries : chineseSeries;
  return sentences
    .filter((sentence) => free || isFree(regions, sentence))
    .flatMap((sentence): List[] => {
      const parts = semicolonSeries(text, sentence, isBelowLead(text, line, sentence, lines[at - 1]));
      if (parts !== undefined) return [parts];
      const beside = !english && isApart(regions, sentence) ? sureSeries : undefined;
      const find = free ? others : beside;
      return find === undefined ? [] : seriesInParts(text, sentence, find);
    });
}

/** Only the heading of an item that has a list of its own below it. */
function headOf({ text }: Reading, item: ListItem): ListItem {
  const end = text.indexOf("\n", item.start);
  return end < 0 || end > item.end ? item : { ...item, end };
}

/** 三、会员有下列义务, the heading of a section: what it announces are the lines below it. */
const ANNOUNCES_LINES = /(?:以下|下列|如下)[^。;,:]{0,12}:?$/;
const belowTopic = (reading: Reading, at: number): List | undefined => {
  const line = reading.lines[at];
  const heading = line === undefined ? "" : reading.text.slice(Math.max(line.start, line.end - ANNOUNCES), line.end);
  return ANNOUNCES_LINES.test(heading) ? belowLead(reading, at) : undefined;
};

/** Lists without markers outside of `regions`. */
export function findSeries(reading: Reading, regions: readonly Span[]): List[] {
  const found: List[] = [];
  let taken = 0;
  reading.lines.forEach((line, at) => {
    if (line.start < taken) return;
    found.push(...seriesInLine(reading, at, regions));
    const below = isFree(regions, line) ? findLineSeries(reading, at) : belowTopic(reading, at);
    const items = below?.items.map((item) => (isFree(regions, item) ? item : headOf(reading, item)));
    if (below === undefined || items === undefined || !items.every((item) => isFree(regions, item))) return;
    found.push({ ...below, items });
    taken = below.items.at(-1)?.end ?? taken;
  });
  return found;
}

/** Periods in running text. */
import type { Period, Span } from "../model.ts";
import { shadowOf, simplify } from "../text/shadow.ts";
import { addMonths, type Stretch, yearOf } from "./calendar.ts";
import { formatPeriod } from "./format.ts";
import type { Reading, YearWord } from "./reading.ts";
import { type Hit, periodOf, scan } from "./scan.ts";

/** A period that an article speaks of; `span` points into the text that was given. */
export interface PeriodMention {
  readonly span: Span;
  readonly text: string;
  /** `2022Q1`; null where no year is known. */
  readonly normalized: string | null;
  readonly period?: Period;
}

/** What is known of the years while an article is read from its beginning to its end. */
interface Years {
  /** Of publication. */
  readonly today: string | undefined;
  /** Spoken of first in this sentence. */
  sentence: number | undefined;
  /** Spoken of last. */
  last: number | undefined;
}

/** The year of a phrase in an article, and whether it had to be inferred. */
function resolveYear(word: YearWord | undefined, years: Years): { year: number; assumed: boolean } | undefined {
  if (word?.kind === "written") return { year: word.year, assumed: false };
  const published = years.today === undefined ? undefined : yearOf(years.today);
  if (word === undefined) {
    const year = years.sentence ?? published ?? years.last;
    return year === undefined ? undefined : { year, assumed: true };
  }
  const topic = word.from === "topic" ? years.sentence : undefined;
  const base = topic ?? published ?? years.last;
  return base === undefined
    ? undefined
    : { year: base + word.by, assumed: published === undefined || topic !== undefined };
}

/** A phrase without a year that would lie more than half a year ahead is meant of the year before: 四季度 in January. */
function settle(reading: Extract<Reading, { kind: "yearly" }>, year: number, years: Years): Stretch | undefined {
  const stretch = reading.at(year);
  if (reading.year !== undefined || years.today === undefined || stretch === undefined) return stretch;
  return stretch.start > addMonths(years.today.slice(0, 10), 6) ? reading.at(year - 1) : stretch;
}

function resolve(reading: Reading, years: Years): { stretch: Stretch; assumed: boolean } | undefined {
  if (reading.kind === "dated") {
    const stretch = years.today === undefined ? undefined : reading.from(years.today.slice(0, 10));
    return stretch && { stretch, assumed: false };
  }
  const known = resolveYear(reading.year, years);
  const stretch = known && settle(reading, known.year, years);
  return stretch && { stretch, assumed: known.assumed };
}

/** Distinct mentions of reporting or target periods, one entry a mention string, in the order of the text. */
export function findPeriods(text: string, context: { publishedAt?: string | undefined }): PeriodMention[] {
  const shadow = shadowOf(text);
  const hits = scan(shadow.text, "article", simplify(text) !== text);
  const years: Years = { today: context.publishedAt ?? datelineOf(hits), sentence: undefined, last: undefined };
  const mentions = new Map<string, PeriodMention>();
  let readTo = 0;
  for (const hit of hits) {
    if (/[。!?\n]/u.test(shadow.text.slice(readTo, hit.span.start))) years.sentence = undefined;
    readTo = hit.span.end;
    if (hit.reading === undefined) continue;
    const resolved = resolve(hit.reading, years);
    if (hit.reading.kind === "yearly" && hit.reading.year !== undefined && resolved !== undefined) {
      years.sentence ??= yearOf(resolved.stretch.start);
      years.last = yearOf(resolved.stretch.start);
    }
    if (hit.rule.article === "cover") continue;
    const span = shadow.toSource(hit.span);
    const mention = text.slice(span.start, span.end);
    const period = resolved && periodOf(resolved.stretch, hit, mention, resolved.assumed);
    if (mentions.get(mention)?.period !== undefined) continue;
    mentions.set(mention, {
      span,
      text: mention,
      normalized: period ? formatPeriod(period) : null,
      ...(period && { period }),
    });
  }
  return [...mentions.values()];
}

/** The first full date near the top, where the date of publication is not known otherwise. */
function datelineOf(hits: readonly Hit[]): string | undefined {
  for (const { span, reading } of hits) {
    if (span.start > 300) return undefined;
    if (reading?.kind !== "yearly" || reading.year?.kind !== "written") continue;
    const stretch = reading.at(reading.year.year);
    if (stretch?.grain === "day") return stretch.start;
  }
  return undefined;
}

/** Periods in running text. */
import type { Period, Span } from "../model.ts";
import { shadowOf, simplify } from "../text/shadow.ts";
import { addMonths, type Stretch, yearOf } from "./calendar.ts";
import { formatPeriod } from "./format.ts";
import { noteYear, startYears, type Years, yearOfWord } from "./known-year.ts";
import type { Reading } from "./reading.ts";
import { type Hit, periodOf, scan } from "./scan.ts";

/** A period that an article speaks of; `span` points into the text that was given. */
export interface PeriodMention {
  readonly span: Span;
  readonly text: string;
  /** `2022Q1`; null where no year is known. */
  readonly normalized: string | null;
  readonly period?: Period;
}

/** A dateline stands near the top; further down a date is one of many. */
const DATELINE_LENGTH = 300;
/** A phrase without a year that would lie further ahead is meant of the year before: 四季度 in January. */
const MONTHS_AHEAD = 6;

/** The year of a phrase that names none: that of the sentence, else of publication, else the last one spoken of. */
function yearLeftOpen(at: (year: number) => Stretch | undefined, years: Years): number | undefined {
  const { today } = years;
  if (years.sentence !== undefined || today === undefined) return years.sentence ?? years.last;
  const year = yearOf(today);
  const start = at(year)?.start;
  return start !== undefined && start > addMonths(today, MONTHS_AHEAD) ? year - 1 : year;
}

/** The period of a reading; null where its year is not known, undefined where there is no such date. */
function resolve(reading: Reading, years: Years): { stretch: Stretch; assumed: boolean } | null | undefined {
  if (reading.kind === "dated") {
    if (years.today === undefined) return null;
    const stretch = reading.from(years.today);
    return stretch && { stretch, assumed: !years.told };
  }
  const open = reading.year === undefined ? yearLeftOpen(reading.at, years) : undefined;
  const known = reading.year
    ? yearOfWord(reading.year, years)
    : open === undefined
      ? undefined
      : { year: open, assumed: true };
  if (known === undefined) return null;
  const stretch = reading.at(known.year);
  return stretch && { stretch, assumed: known.assumed };
}

/**
 * Distinct mentions of reporting or target periods, one entry a mention string, in the order of the text. `publishedAt` is
 * a date or a timestamp; of a timestamp the date is taken as it is written.
 */
export function findPeriods(text: string, context: { publishedAt?: string | undefined }): PeriodMention[] {
  const shadow = shadowOf(text);
  const hits = scan(shadow.text, "article", simplify(text) !== text);
  const told = context.publishedAt !== undefined;
  const today = context.publishedAt?.slice(0, 10) ?? datelineOf(hits);
  const years = startYears(today, told);
  const mentions = new Map<string, PeriodMention>();
  let readTo = 0;
  for (const hit of hits) {
    if (/[。!?\n]/u.test(shadow.text.slice(readTo, hit.span.start))) years.sentence = undefined;
    readTo = hit.span.end;
    const resolved = hit.reading && resolve(hit.reading, years);
    if (resolved === undefined || hit.rule.article === "cover") continue;
    if (resolved !== null && hit.reading?.kind === "yearly" && hit.reading.year !== undefined) {
      noteYear(years, hit.reading.year, yearOf(resolved.stretch.start), shadow.text, hit.span.start);
    }
    const span = shadow.toSource(hit.span);
    const mention = text.slice(span.start, span.end);
    // A mention whose year was not known may become known further down.
    if (mentions.get(mention)?.period === undefined) mentions.set(mention, describe(mention, span, hit, resolved));
  }
  return [...mentions.values()];
}

function describe(
  text: string,
  span: Span,
  hit: Hit,
  resolved: { stretch: Stretch; assumed: boolean } | null,
): PeriodMention {
  if (resolved === null) return { span, text, normalized: null };
  const period = periodOf(resolved.stretch, hit, text, resolved.assumed);
  return { span, text, normalized: formatPeriod(period), period };
}

/** The first full date near the top, where the date of publication is not known otherwise. */
function datelineOf(hits: readonly Hit[]): string | undefined {
  for (const { span, reading } of hits) {
    if (span.start > DATELINE_LENGTH) return undefined;
    if (reading?.kind !== "yearly" || reading.year?.kind !== "written") continue;
    const stretch = reading.at(reading.year.year);
    if (stretch?.grain === "day") return stretch.start;
  }
  return undefined;
}

/** The engine: every rule over the whole text, the longest match wins, and what is covered is read once. */
import type { Period, Span } from "../model.ts";
import { shadowOf } from "../text/shadow.ts";
import { addMonths, type Stretch, yearOf } from "./calendar.ts";
import { formatPeriod } from "./format.ts";
import type { PeriodRule, Reading, YearWord } from "./reading.ts";
import { PERIOD_RULES } from "./rules.ts";

/** A period that an article speaks of; `span` points into the text that was given. */
export interface PeriodMention {
  readonly span: Span;
  readonly text: string;
  /** `2022Q1`; null where no year is known. */
  readonly normalized: string | null;
  readonly period?: Period;
}

/** The period in what a person typed. The candidates are to be tried in their order. */
export interface QueryPeriod {
  readonly span: Span;
  readonly text: string;
  readonly candidates: readonly Period[];
}

interface Hit {
  /** In the shadow. */
  readonly span: Span;
  readonly rule: PeriodRule;
  readonly reading: Reading | undefined;
}

/** A year left open is looked for this far back. */
const YEARS_BACK = 10;

function* matchesOf(text: string, mode: "article" | "query", traditional: boolean): Generator<Hit> {
  for (const rule of PERIOD_RULES) {
    if (rule[mode] === "skip" || (rule.traditional && !traditional)) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      yield { span, rule, reading: rule.produce({ ...match.groups, match: match[0] }) };
    }
  }
}

/** Matches that do not overlap, in the order of the text; of those that begin together the longest. Linear in the text. */
function scan(text: string, mode: "article" | "query", traditional: boolean): Hit[] {
  const hits = [...matchesOf(text, mode, traditional)];
  hits.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let free = 0;
  return hits.filter(({ span }) => {
    if (span.start < free) return false;
    free = span.end;
    return true;
  });
}

const periodOf = (stretch: Stretch, hit: Hit, text: string, assumed: boolean): Period => ({
  ...stretch,
  text,
  rule: hit.rule.name,
  assumed,
});

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
  const hits = scan(shadow.text, "article", isTraditional(text, shadow.text));
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

/** Whether simplifying changed a Chinese character. */
function isTraditional(text: string, shadow: string): boolean {
  return (
    shadow !== text &&
    /\p{Script=Han}/u.test(text) &&
    shadowOf(text.normalize("NFKC").toLowerCase()).text !== text.normalize("NFKC").toLowerCase()
  );
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

/** All that a phrase may mean, the likeliest first. */
function candidatesOf(hit: Hit, text: string, today: string): Period[] {
  const { reading } = hit;
  if (reading === undefined) return [];
  if (reading.kind === "dated") {
    const stretch = reading.from(today);
    return stretch ? [periodOf(stretch, hit, text, false)] : [];
  }
  const thisYear = yearOf(today);
  const { year } = reading;
  if (year !== undefined) {
    const stretch = reading.at(year.kind === "written" ? year.year : thisYear + year.by);
    return stretch ? [periodOf(stretch, hit, text, false)] : [];
  }
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => reading.at(thisYear - back))
    .filter((stretch) => stretch !== undefined && stretch.start <= today)
    .flatMap((stretch) => (stretch ? [periodOf(stretch, hit, text, true)] : []));
}

/** The longest period in a line that a person typed; the first one of equals. Undefined if there is none. */
export function findQueryPeriod(line: string, context: { today: string }): QueryPeriod | undefined {
  const shadow = shadowOf(line);
  let best: QueryPeriod | undefined;
  for (const hit of scan(shadow.text, "query", true)) {
    if (hit.rule.query === "cover") continue;
    const span = shadow.toSource(hit.span);
    if (best !== undefined && span.end - span.start <= best.span.end - best.span.start) continue;
    const text = line.slice(span.start, span.end);
    const candidates = candidatesOf(hit, text, context.today);
    if (candidates.length > 0) best = { span, text, candidates };
  }
  return best;
}

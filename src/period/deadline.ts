/** By when something must be done, and from when something holds, as words say it. */
import type { Span } from "../model.ts";
import { type Shadow, shadowOf, simplify } from "../text/shadow.ts";
import { addDays, makeYear, type Stretch, yearOf } from "./calendar.ts";
import { AROUND_RULES, type AroundRule, type DueKind, LEADING, OPEN_RULES, SIGNS } from "./deadline-rules.ts";
import { noteYear, startYears, type Years, yearOfWord } from "./known-year.ts";
import { type Hit, scan } from "./scan.ts";

/** 期限 or 施行日. `span` points into the words that were given. */
export interface Due {
  readonly span: Span;
  readonly text: string;
  /** ISO: the last day of a deadline, itself included, or the first day of what takes effect. Null where it is not known. */
  readonly day: string | null;
}

export interface DueContext {
  /** A date, or a timestamp of which the date is taken as it is written. */
  readonly publishedAt?: string | undefined;
}

/** The first day by which the words say that something must be done. */
export const findDeadline = (words: string, context: DueContext): Due | undefined =>
  findDue(words, context, "deadline");

/** The first day from which the words say that something holds. */
export const findEffective = (words: string, context: DueContext): Due | undefined =>
  findDue(words, context, "effective");

/** In the shadow. */
type Place = Omit<Due, "text">;

function findDue(words: string, { publishedAt }: DueContext, kind: DueKind): Due | undefined {
  const shadow = shadowOf(words);
  if (!SIGNS[kind].test(shadow.text)) return undefined;
  const today = publishedAt?.slice(0, 10);
  const places = [...datedPlaces(shadow, simplify(words) !== words, today, kind), ...openPlaces(shadow, today, kind)];
  const [first] = places.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  if (first === undefined) return undefined;
  const span = shadow.toSource(first.span);
  return { span, text: words.slice(span.start, span.end), day: first.day };
}

function* openPlaces({ text }: Shadow, today: string | undefined, kind: DueKind): Generator<Place> {
  for (const rule of OPEN_RULES) {
    if (rule.kind !== kind) continue;
    for (const { index, 0: match } of text.matchAll(rule.pattern)) {
      const day = rule.thisYear && today !== undefined ? addDays(makeYear(yearOf(today)).end, -1) : null;
      yield { span: { start: index, end: index + match.length }, day };
    }
  }
}

function* datedPlaces(
  { text }: Shadow,
  traditional: boolean,
  today: string | undefined,
  kind: DueKind,
): Generator<Place> {
  const years = startYears(today);
  let readTo = 0;
  for (const hit of scan(text, "due", traditional)) {
    if (/[。!?\n]/u.test(text.slice(readTo, hit.span.start))) years.sentence = undefined;
    readTo = hit.span.end;
    const dated = dateOf(hit, years, text);
    if (dated === undefined) continue;
    for (const rule of AROUND_RULES) {
      const span = rule.kind === kind ? spanOf(text, hit, rule) : undefined;
      const day = span && dayOf(rule, dated, text.slice(hit.span.start, hit.span.end), today);
      if (span === undefined || day === undefined) continue;
      yield { span, day };
      break;
    }
  }
}

interface Dated {
  /** Null where the year is not known. */
  readonly stretch: Stretch | null;
  /** Whether the words tell the year. */
  readonly sure: boolean;
}

/** The year of a date that names none is that of the sentence, else that of publication. Undefined where there is no such date. */
function dateOf({ span, reading }: Hit, years: Years, text: string): Dated | undefined {
  if (reading === undefined) return undefined;
  if (reading.kind === "dated") {
    const stretch = years.today === undefined ? null : reading.from(years.today);
    return stretch === undefined ? undefined : { stretch, sure: true };
  }
  const word = reading.year;
  const told = word === undefined ? years.sentence : yearOfWord(word, years)?.year;
  const year = told ?? (word === undefined && years.today !== undefined ? yearOf(years.today) : undefined);
  if (year === undefined) return { stretch: null, sure: false };
  const stretch = reading.at(year);
  if (stretch === undefined) return undefined;
  if (word !== undefined) {
    noteYear(years, word, yearOf(stretch.start), text, span.start);
  }
  return { stretch, sure: told !== undefined };
}

/** As many characters around a date are looked at. */
const REACH = 32;

/** The date with the words that make it a due; undefined where they are not there. */
function spanOf(text: string, { span, rule }: Hit, { before, after, only }: AroundRule): Span | undefined {
  if (only && !only.includes(rule.name)) return undefined;
  const from = Math.max(0, span.start - REACH);
  // A character in front, so that the cut is not taken for the beginning.
  const head = (from > 0 ? "字" : "") + text.slice(from, span.start);
  const [lead, tail] = [before?.exec(head), after?.exec(text.slice(span.end, span.end + REACH))];
  if (lead === null || tail === null) return undefined;
  const leading = (lead ?? LEADING.exec(head))?.[0] ?? "";
  return { start: span.start - leading.length, end: span.end + (tail?.[0].length ?? 0) };
}

/** 6月初 ends on no certain day. */
function lastDay(words: string, { start, end }: Stretch): string | null {
  if (/初$/u.test(words)) return null;
  if (/上旬$/u.test(words)) return addDays(start, 9);
  return addDays(/中旬$/u.test(words) ? addDays(start, 20) : end, -1);
}

/** Null where it is not known; undefined where it is past and no due. */
function dayOf(
  rule: AroundRule,
  { stretch, sure }: Dated,
  words: string,
  today: string | undefined,
): string | null | undefined {
  const day = stretch && chooseDay(rule.day, stretch, words);
  // 自2013年起 tells of the past as often as not; only publication can say.
  if (today === undefined && stretch?.grain === "year" && rule.day === "first" && rule.past === "drop")
    return undefined;
  if (day === null || today === undefined || day >= today) return day;
  if (rule.past === "drop" || (rule.past === "doubt" && sure)) return undefined;
  return sure ? day : null;
}

function chooseDay(which: AroundRule["day"], stretch: Stretch, words: string): string | null {
  const ends = stretch.grain === "day" || stretch.grain === "range" || /[底末旬初]$/u.test(words);
  switch (which) {
    case "last":
      return lastDay(words, stretch);
    case "eve":
      return ends ? lastDay(words, stretch) : addDays(stretch.start, -1);
    case "before":
      return addDays(stretch.start, -1);
    case "first":
      return stretch.start;
    case "open":
      return null;
    default:
      return which satisfies never;
  }
}

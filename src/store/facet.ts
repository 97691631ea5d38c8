/**
 * What look-ups filter by besides words, as tokens that stand in the index beside the words: kind, feed, the day of
 * publication, and the periods that a measure is about. So a look-up by word, period and source is one expression, and
 * costs what it shows.
 */
import type { MeasureKind, Period } from "../model.ts";
import {
  addDays,
  addMonths,
  dateOf,
  makeDay,
  makeHalf,
  makeMonth,
  makeQuarter,
  makeYear,
  type Stretch,
  splitDate,
  yearOf,
} from "../period/calendar.ts";
import type { DateRange } from "../ports.ts";

/** No word of a text begins so: a noncharacter. */
const MARK = "\ufdd2";

const monthOf = (date: string): number => splitDate(date).month;

/** The part of the calendar that a date lies in, the longest first. Each lies within one of those before it. */
const UNITS: readonly ((date: string) => Stretch)[] = [
  (date) => makeYear(yearOf(date)),
  (date) => makeHalf(yearOf(date), Math.ceil(monthOf(date) / 6)),
  (date) => makeQuarter(yearOf(date), Math.ceil(monthOf(date) / 3)),
  (date) => makeMonth(yearOf(date), monthOf(date)),
];

const isWithin = (inner: DateRange, outer: DateRange): boolean => inner.start >= outer.start && inner.end <= outer.end;

const unitsAround = (range: DateRange): Stretch[] =>
  UNITS.map((unit) => unit(range.start)).filter((unit) => isWithin(range, unit));

/** The longest parts of the calendar that lie side by side within a range; what is left over at its ends is left out. */
function unitsWithin(range: DateRange): Stretch[] {
  const units: Stretch[] = [];
  for (let at = range.start; at < range.end; ) {
    const date = at;
    const whole = UNITS.map((unit) => unit(date)).find((unit) => unit.start === date && isWithin(unit, range));
    if (whole) units.push(whole);
    at = whole?.end ?? addMonths(dateOf(yearOf(date), monthOf(date), 1), 1);
  }
  return units;
}

/** The same down to single days, so that nothing is left over. */
function daysWithin(range: DateRange): DateRange[] {
  const units = unitsWithin(range);
  const days: DateRange[] = [];
  for (let at = range.start; at < range.end; ) {
    const date = at;
    const known = units.find(({ start, end }) => start <= date && date < end);
    if (known === undefined) days.push({ start: date, end: addDays(date, 1) });
    at = known?.end ?? addDays(date, 1);
  }
  return [...units, ...days];
}

const tokenOf = (name: string, value: string): string => `${MARK}${name}=${value}`;
const rangeToken = (name: string, { start, end }: DateRange): string => tokenOf(name, `${start}/${end}`);

export const kindToken = (kind: MeasureKind | "nothing"): string => tokenOf("kind", kind);
export const feedToken = (feedId: string): string => tokenOf("feed", encodeURIComponent(feedId));

/** A period is found by itself and by each part of the calendar that it lies in. */
export const aboutTokens = (periods: readonly Period[]): string[] =>
  periods.flatMap((period) => [rangeToken("about", period), ...unitsAround(period).map((u) => rangeToken("about", u))]);

/** `day`: calendar date of publication. */
export function publishedTokens(day: string): string[] {
  const own = makeDay(day);
  return own ? [rangeToken("on", own), ...unitsAround(own).map((unit) => rangeToken("on", unit))] : [];
}

/** A period that is no part of the calendar (a week, a plan of five years) is found by its own token only. */
export const isIrregular = (period: DateRange): boolean =>
  !unitsAround(period).some(({ start, end }) => start === period.start && end === period.end);

/** One of these stands with each measure that is about a range. `irregular`: those periods within it that are. */
export function aboutAny(range: DateRange, irregular: readonly DateRange[]): string[] {
  const units = unitsWithin(range);
  const others = irregular.filter((period) => !units.some((unit) => isWithin(period, unit)));
  return [...units, ...others].map((unit) => rangeToken("about", unit));
}

/** One of these stands with each measure that was published in a range. */
export const publishedAny = (range: DateRange): string[] => daysWithin(range).map((unit) => rangeToken("on", unit));

/**
 * What look-ups filter by besides words, as tokens that stand in the index beside the words: kind, feed, the day of
 * publication, and the periods that a measure is about. So a look-up by word, period and source is one expression, and
 * costs what it shows.
 */
import type { MeasureKind } from "../model.ts";
import {
  addDays,
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

const isWithin = (inner: DateRange, outer: DateRange): boolean => inner.start >= outer.start && inner.end <= outer.end;

type Unit = (date: string) => Stretch;

const year: Unit = (date) => makeYear(yearOf(date));
const half: Unit = (date) => makeHalf(yearOf(date), Math.ceil(monthOf(date) / 6));
const quarter: Unit = (date) => makeQuarter(yearOf(date), Math.ceil(monthOf(date) / 3));
const month: Unit = (date) => makeMonth(yearOf(date), monthOf(date));
const day: Unit = (date) => ({ grain: "day", start: date, end: addDays(date, 1) });

/** Parts of the calendar, the longest first; each lies within one of those before it. */
const PERIOD_UNITS: readonly Unit[] = [year, half, quarter, month];
const DATE_UNITS: readonly Unit[] = [year, month, day];

const unitsAround = (range: DateRange, units: readonly Unit[]): Stretch[] =>
  units.map((unit) => unit(range.start)).filter((unit) => isWithin(range, unit));

/** The longest units that lie side by side within a range; what is less than a unit at its ends is left out. */
function unitsWithin(range: DateRange, units: readonly Unit[]): Stretch[] {
  const found: Stretch[] = [];
  for (let at = range.start; at < range.end; ) {
    const date = at;
    const whole = units.map((unit) => unit(date)).find((unit) => unit.start === date && isWithin(unit, range));
    if (whole) found.push(whole);
    at = whole?.end ?? units.at(-1)?.(date).end ?? range.end;
  }
  return found;
}

const tokenOf = (name: string, value: string): string => `${MARK}${name}=${value}`;
const rangeToken = (name: string, { start, end }: DateRange): string => tokenOf(name, `${start}/${end}`);

export const kindToken = (kind: MeasureKind | "nothing"): string => tokenOf("kind", kind);
/** `name`: folded. */
export const topicToken = (name: string): string => tokenOf("topic", encodeURIComponent(name));
export const feedToken = (feedId: string): string => tokenOf("feed", encodeURIComponent(feedId));

/** A period is found by itself and by each part of the calendar that it lies in. */
export const aboutTokens = (period: DateRange): string[] => [
  ...new Set([period, ...unitsAround(period, PERIOD_UNITS)].map((range) => rangeToken("about", range))),
];

/** `date`: calendar date of publication. */
export const publishedTokens = (date: string): string[] =>
  unitsAround(day(date), DATE_UNITS).map((range) => rangeToken("on", range));

/** A period that is no part of the calendar (a week, a plan of five years) is found by its own token only. */
export const isIrregular = (period: DateRange): boolean =>
  !unitsAround(period, PERIOD_UNITS).some(({ start, end }) => start === period.start && end === period.end);

/** One of these stands with each measure that is about a range. `irregular`: those periods within it that are. */
export function aboutAny(range: DateRange, irregular: readonly DateRange[]): string[] {
  const units = unitsWithin(range, PERIOD_UNITS);
  const others = irregular.filter((period) => isWithin(period, range) && !units.some((unit) => isWithin(period, unit)));
  return [...units, ...others].map((found) => rangeToken("about", found));
}

/** One of these stands with each measure that was published in a range. */
export const publishedAny = (range: DateRange): string[] =>
  unitsWithin(range, DATE_UNITS).map((found) => rangeToken("on", found));

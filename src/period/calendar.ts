/**
 * Calendar dates as `YYYY-MM-DD` in the proleptic Gregorian calendar, and the stretches that periods are made of. All of
 * it is arithmetic on whole days, so no time zone can shift a date.
 */
import type { Grain, Period } from "../model.ts";

/** A stretch of dates `[start, end)` that no text has mentioned yet. */
export type Stretch = Pick<Period, "grain" | "start" | "end">;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_IN_ERA = 146_097;

/** Days since 1970-01-01. Years run from March, so that the leap day is the last one and needs no case of its own. */
function dayNumberOf({ year, month, day }: Civil): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - 719_468;
}

function civilOf(dayNumber: number): Civil {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** Writes a date; the parts are taken as they are. */
export const dateOf = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** Reads the parts of a date; of a timestamp it reads the date. */
export function splitDate(date: string): Civil {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const formatCivil = ({ year, month, day }: Civil): string => dateOf(year, month, day);

export const yearOf = (date: string): number => splitDate(date).year;

/** Whether the text is a date that exists: 2023-02-29 is none. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && formatCivil(civilOf(dayNumberOf(splitDate(text)))) === text;
}

export const addDays = (date: string, days: number): string =>
  formatCivil(civilOf(dayNumberOf(splitDate(date)) + days));

export const daysBetween = (start: string, end: string): number =>
  dayNumberOf(splitDate(end)) - dayNumberOf(splitDate(start));

/** The same day some months on; the last day of the month where that day does not exist (31 January + 1 = 28 February). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = splitDate(date);
  const index = year * 12 + month - 1 + months;
  const first = dateOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
  const nextFirst = addDays(first, 32).slice(0, 8);
  const last = splitDate(addDays(`${nextFirst}01`, -1)).day;
  return `${first.slice(0, 8)}${pad(Math.min(day, last), 2)}`;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: string): number => ((((dayNumberOf(splitDate(date)) + 3) % 7) + 7) % 7) + 1;

const stretch = (grain: Grain, start: string, end: string): Stretch => ({ grain, start, end });

export const makeYear = (year: number): Stretch => stretch("year", dateOf(year, 1, 1), dateOf(year + 1, 1, 1));

export const makeHalf = (year: number, half: number): Stretch => monthsFrom("half", year, half * 6 - 5, 6);

export const makeQuarter = (year: number, quarter: number): Stretch => monthsFrom("quarter", year, quarter * 3 - 2, 3);

export const makeMonth = (year: number, month: number): Stretch => monthsFrom("month", year, month, 1);

function monthsFrom(grain: Grain, year: number, month: number, count: number): Stretch {
  const start = dateOf(year, month, 1);
  return stretch(grain, start, addMonths(start, count));
}

/** The week that the date lies in, Monday to Sunday. */
export function makeWeek(date: string): Stretch {
  const monday = addDays(date, 1 - weekdayOf(date));
  return stretch("week", monday, addDays(monday, 7));
}

/** Undefined where the date does not exist. */
export function makeDay(date: string): Stretch | undefined {
  return isDate(date) ? stretch("day", date, addDays(date, 1)) : undefined;
}

/** Dates `[start, end)`; undefined where there are none. */
export function makeDays(start: string, end: string): Stretch | undefined {
  return start < end ? stretch("range", start, end) : undefined;
}

/** Years, the last one included. */
export function makeYears(first: number, last: number): Stretch | undefined {
  if (first === last) return makeYear(first);
  return makeDays(dateOf(first, 1, 1), dateOf(last + 1, 1, 1));
}

/**
 * Months, the last one included. Months that make up a quarter, a half or a year are that quarter, half or year: the first
 * three months of a year are its first quarter, however it is said.
 */
export function makeMonths(year: number, month: number, lastYear: number, lastMonth: number): Stretch | undefined {
  const count = (lastYear - year) * 12 + lastMonth - month + 1;
  if (count === 1) return makeMonth(year, month);
  if (count === 3 && month % 3 === 1) return makeQuarter(year, (month + 2) / 3);
  if (count === 6 && month % 6 === 1) return makeHalf(year, (month + 5) / 6);
  if (count === 12 && month === 1) return makeYear(year);
  return count > 0 ? monthsFrom("range", year, month, count) : undefined;
}

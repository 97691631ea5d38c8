/** What the rules share: from the named groups of a match to its reading. */
import {
  addDays,
  dateOf,
  isDate,
  makeDay,
  makeDays,
  makeHalf,
  makeMonth,
  makeMonths,
  makeQuarter,
  makeYear,
  makeYears,
} from "./calendar.ts";
import { type Groups, type Reading, readNumber, yearly } from "./reading.ts";
import { readYear, yearsBetween } from "./year.ts";

export const readWholeYear = (groups: Groups): Reading => yearly(groups, makeYear);

/** 上 or 1, 下 or 2. */
export function readHalf(groups: Groups): Reading {
  const half = groups.half === "上" ? 1 : groups.half === "下" ? 2 : readNumber(groups.half);
  return yearly(groups, (year) => makeHalf(year, half));
}

export const readQuarter = (groups: Groups): Reading =>
  yearly(groups, (year) => makeQuarter(year, readNumber(groups.quarter)));

export const readMonth = (groups: Groups): Reading =>
  yearly(groups, (year) => makeMonth(year, readNumber(groups.month)));

export const readDay = (groups: Groups): Reading =>
  yearly(groups, (year) => makeDay(dateOf(year, readNumber(groups.month), readNumber(groups.day))));

function monthSpan(groups: Groups, first: number, last: number): Reading | undefined {
  const years = yearsBetween(readYear(groups.year), readYear(groups.toYear));
  if (years === undefined || years * 12 + last - first < 0) return undefined;
  return yearly(groups, (year) => makeMonths(year, first, year + years, last));
}

/** From one month to another, perhaps of a later year. */
export const readMonths = (groups: Groups): Reading | undefined =>
  monthSpan(groups, readNumber(groups.first), readNumber(groups.last));

/** 一、二月份 is a stretch, 3月和10月 is none. */
export const readMonthPair = (groups: Groups): Reading | undefined =>
  readNumber(groups.last) - readNumber(groups.first) === 1 ? readMonths(groups) : undefined;

export const readQuarters = (groups: Groups): Reading | undefined =>
  monthSpan(groups, readNumber(groups.first) * 3 - 2, readNumber(groups.last) * 3);

export const readFirstMonths = (groups: Groups): Reading | undefined => monthSpan(groups, 1, readNumber(groups.count));

export const readFirstQuarters = (groups: Groups): Reading | undefined =>
  monthSpan(groups, 1, readNumber(groups.count) * 3);

/** More than a century is a typing error or no years at all. */
export function readYears(groups: Groups): Reading | undefined {
  const years = yearsBetween(readYear(groups.year), readYear(groups.toYear));
  if (years === undefined || years <= 0 || years > 100) return undefined;
  return yearly(groups, (year) => makeYears(year, year + years));
}

/** 2023/24: two years that follow each other; other digits behind the stroke are a month. */
export function readSplitYear(groups: Groups): Reading | undefined {
  const [year, end] = [readNumber(groups.year), readNumber(groups.end)];
  return (year + 1) % 100 === end ? readYears({ ...groups, toYear: String(year + 1) }) : undefined;
}

/** 2015年至2017年上半年, 2014年至2019年6月: whole years and the beginning of one. */
export const readYearsAndMonths = (groups: Groups): Reading | undefined =>
  monthSpan(groups, 1, groups.half === undefined ? readNumber(groups.last) : groups.half === "上" ? 6 : 12);

/** From one day to another, without a year of its own in the year of the first. */
export function readDays(groups: Groups): Reading | undefined {
  const years = yearsBetween(readYear(groups.year), readYear(groups.toYear));
  if (years === undefined) return undefined;
  const month = readNumber(groups.month);
  const toMonth = groups.toMonth === undefined ? month : readNumber(groups.toMonth);
  return yearly(groups, (year) => {
    const start = dateOf(year, month, readNumber(groups.day));
    const last = dateOf(year + years, toMonth, readNumber(groups.toDay));
    return isDate(start) && isDate(last) ? makeDays(start, addDays(last, 1)) : undefined;
  });
}

/**
 * Five-year plans by number: the eighth (八五) ran from 1991 to 1995, and each begins where the last one ended. The first
 * two do not fit, and no rule reads them.
 */
export function readPlan(groups: Groups): Reading {
  const year = 1951 + readNumber(groups.plan) * 5;
  return { kind: "yearly", year: { kind: "written", year }, at: (first) => makeYears(first, first + 4) };
}

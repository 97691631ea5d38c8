/** Periods written down: the normalised form, and the parts a sentence about one is made of. */
import type { Grain } from "../model.ts";
import { addDays, addMonths, type Stretch, splitDate } from "./calendar.ts";

export interface PeriodParts {
  readonly grain: Grain;
  /** The year it begins in. */
  readonly year: number;
  /** Which half, quarter or month of the year; absent for the other grains. */
  readonly ordinal?: number | undefined;
  /** Which five-year plan it is, if it is called so. */
  readonly plan?: number | undefined;
}

/** The third and all later plans begin in a year with a one or a six at its end. */
const planOf = ({ start }: Stretch): number => (splitDate(start).year - 1951) / 5;

const MONTHS_OF: Partial<Readonly<Record<Grain, number>>> = { half: 6, quarter: 3, month: 1 };

/** `rule`: the one that read it, if it was read. */
export function periodParts(period: Stretch & { readonly rule?: string }): PeriodParts {
  const { year, month } = splitDate(period.start);
  const months = MONTHS_OF[period.grain];
  const ordinal = months === undefined ? undefined : (month - 1) / months + 1;
  return { grain: period.grain, year, ordinal, plan: period.rule?.startsWith("plan") ? planOf(period) : undefined };
}

function formatRange({ start, end }: Stretch): string {
  if (start.endsWith("-01-01") && end.endsWith("-01-01")) return `${start.slice(0, 4)}/${addDays(end, -1).slice(0, 4)}`;
  if (start.endsWith("-01") && end.endsWith("-01")) return `${start.slice(0, 7)}/${addMonths(end, -1).slice(0, 7)}`;
  return `${start}/${addDays(end, -1)}`;
}

/** The normalised form; its last date is included: `2022`, `2022H1`, `2022Q1`, `2022-04`, `2022-01/2022-10`, `2021/2025`. */
export function formatPeriod(period: Stretch): string {
  const { grain, year, ordinal } = periodParts(period);
  switch (grain) {
    case "year":
      return period.start.slice(0, 4);
    case "half":
      return `${String(year).padStart(4, "0")}H${ordinal}`;
    case "quarter":
      return `${String(year).padStart(4, "0")}Q${ordinal}`;
    case "month":
      return period.start.slice(0, 7);
    case "day":
      return period.start;
    case "week":
    case "range":
      return formatRange(period);
    default:
      return grain satisfies never;
  }
}

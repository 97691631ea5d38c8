/** Chinese working days with public holidays and 调休. The only file that names chinese-days, whose data is all we use. */
import calendar from "chinese-days/dist/chinese-days.json" with { type: "json" };

const HOLIDAYS: Readonly<Record<string, string>> = calendar.holidays;
/** Weekend days that are worked to make up for a holiday. */
const MAKE_UP_DAYS: Readonly<Record<string, string>> = calendar.workdays;
const KNOWN_YEARS: ReadonlySet<string> = new Set(Object.keys(HOLIDAYS).map((day) => day.slice(0, 4)));

export interface Workday {
  readonly workday: boolean;
  /** False if the year's holidays are not in the data yet: only weekends are known of it, and nothing is guessed. */
  readonly known: boolean;
}

/** `day` is `2026-10-10`. */
export function judgeWorkday(day: string): Workday {
  const known = KNOWN_YEARS.has(day.slice(0, 4));
  if (MAKE_UP_DAYS[day] !== undefined) return { workday: true, known };
  if (HOLIDAYS[day] !== undefined) return { workday: false, known };
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return { workday: weekday >= 1 && weekday <= 5, known };
}

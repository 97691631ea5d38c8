/** Which year a word means, by what is known where it stands. */
import { yearOf } from "./calendar.ts";
import type { YearWord } from "./year.ts";

/** What is known of the years while an article is read from its beginning to its end. */
export interface Years {
  /** Date of publication, or of the dateline. */
  readonly today: string | undefined;
  /** Whether `today` was told and not read out of the text. */
  readonly told: boolean;
  /** Spoken of first in this sentence. */
  sentence: number | undefined;
  /** Spoken of last. */
  last: number | undefined;
  /** Written last, and not as the begin or end of something: what 今年 most likely is where no date is known. */
  written: number | undefined;
}

/** Nothing has been read yet. */
export const startYears = (today: string | undefined, told = today !== undefined): Years => ({
  today,
  told,
  sentence: undefined,
  last: undefined,
  written: undefined,
});

interface KnownYear {
  readonly year: number;
  readonly assumed: boolean;
}

export function yearOfWord(word: YearWord, years: Years): KnownYear | undefined {
  if (word.kind === "written") return { year: word.year, assumed: false };
  const published = years.today === undefined ? undefined : yearOf(years.today);
  const topic = word.from === "topic" ? years.sentence : undefined;
  const base = topic ?? published ?? years.written;
  if (base === undefined) return undefined;
  return { year: base + word.by, assumed: topic !== undefined || !years.told };
}

/** Since or until a year is not of now: 自2006年, 到2030年. */
const BOUND_BEFORE = /[自从到至由]$|(?:since|until|by) $/;

const BOUND_REACH = 8;

/** Notes the year of what has been read at `at`. */
export function noteYear(years: Years, word: YearWord, year: number, text: string, at: number): void {
  years.last = year;
  years.sentence ??= year;
  const bound = BOUND_BEFORE.test(text.slice(Math.max(0, at - BOUND_REACH), at));
  if (word.kind === "written" && !bound) years.written = year;
}

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
}

interface KnownYear {
  readonly year: number;
  readonly assumed: boolean;
}

export function yearOfWord(word: YearWord, years: Years): KnownYear | undefined {
  if (word.kind === "written") return { year: word.year, assumed: false };
  const published = years.today === undefined ? undefined : yearOf(years.today);
  const topic = word.from === "topic" ? years.sentence : undefined;
  const base = topic ?? published ?? years.last;
  if (base === undefined) return undefined;
  return { year: base + word.by, assumed: topic !== undefined || !years.told };
}

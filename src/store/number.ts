/**
 * Numbers of measures: the day that an article is shown under, then the order of arrival. Look-ups walk them, and the
 * index with them, backwards: newest first without sorting, however many there are.
 */
import type { Database } from "./schema.ts";

/** Measures that one day has room for. The index writes steps between numbers: the larger this is, the larger they are. */
const DAY_SIZE = 2 ** 14;
const DAY_MS = 86_400_000;

/** Whole days since 1970. What is dated before then counts as of its first day. */
const dayNumber = (day: string): number => Math.max(0, Math.floor(Date.parse(day) / DAY_MS));

/** Numbers of a day are larger than this one. */
export const firstNumber = (day: string): number => dayNumber(day) * DAY_SIZE;

/** The calendar year of a number. */
export const yearOfNumber = (seq: number): number => new Date(Math.floor(seq / DAY_SIZE) * DAY_MS).getUTCFullYear();

/**
 * Numbers for the measures of one article, in their order: the last one gets the smallest, so that going backwards meets
 * what came latest first, and of one article the first measure first. A day that is full goes on in the next one.
 */
export async function nextNumbers(db: Database, day: string, count: number): Promise<number[]> {
  for (let first = firstNumber(day); ; first += DAY_SIZE) {
    const { last } = await db
      .selectFrom("measure")
      .select((eb) => eb.fn.max("seq").as("last"))
      .where("seq", ">=", first)
      .where("seq", "<", first + DAY_SIZE)
      .executeTakeFirstOrThrow();
    const base = last ?? first;
    if (base + count < first + DAY_SIZE || last === null)
      return Array.from({ length: count }, (_, i) => base + count - i);
  }
}

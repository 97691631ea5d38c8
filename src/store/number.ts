/**
 * Numbers of measures: the day that an article is shown under, then the order of arrival. Look-ups walk them, and the
 * index with them, backwards: newest first without sorting, however many there are.
 */
import type { Database } from "./schema.ts";

/** Measures that one day has room for. */
const DAY_SIZE = 2 ** 20;
const DAY_MS = 86_400_000;

/** The first number of a day, `2026-11-22`. What is dated before 1970 counts as of then. */
export const firstOf = (day: string): number => Math.max(0, Math.floor(Date.parse(day) / DAY_MS)) * DAY_SIZE;

/** The calendar year of a number. */
export const yearOfNumber = (seq: number): number => new Date(Math.floor(seq / DAY_SIZE) * DAY_MS).getUTCFullYear();

/**
 * Numbers for the measures of one article, in their order: the last one gets the smallest, so that going backwards meets
 * what came latest first, and of one article the first measure first.
 */
export async function nextNumbers(db: Database, day: string, count: number): Promise<number[]> {
  const first = firstOf(day);
  const { last } = await db
    .selectFrom("measure")
    .select((eb) => eb.fn.max("seq").as("last"))
    .where("seq", ">=", first)
    .where("seq", "<", first + DAY_SIZE)
    .executeTakeFirstOrThrow();
  const base = last ?? first;
  return Array.from({ length: count }, (_, i) => base + count - i);
}

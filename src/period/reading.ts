/** What a rule reads out of a phrase, before it is known from which year or day the phrase counts. */
import { parseNumeral } from "../text/numeral.ts";
import type { Stretch } from "./calendar.ts";
import { readYear, type YearWord } from "./year.ts";

export type Reading =
  /** A part of some year; the year may be left open. */
  | { readonly kind: "yearly"; readonly year: YearWord | undefined; at(year: number): Stretch | undefined }
  /** Counts from today: 本月, 上周五, 最近7天. */
  | { readonly kind: "dated"; from(today: string): Stretch | undefined };

/** The named groups of a match; a group that took no part is undefined. */
export type Groups = Readonly<Record<string, string | undefined>>;

/**
 * `find`: what the rule reads is a period. `cover`: it is none, and no other rule may read a piece of it. `skip`: the rule
 * does not apply.
 */
type Use = "find" | "cover" | "skip";

export interface PeriodRule {
  readonly name: string;
  /** Matched against the shadow of the text; flags `gu`. */
  readonly pattern: RegExp;
  /** In running text; `find` if absent. */
  readonly article?: Use;
  /** In what a person typed; `find` if absent. */
  readonly query?: Use;
  /** Where a text says by when or from when; as in running text if absent. */
  readonly due?: Use;
  /** Applies to texts with traditional characters only. */
  readonly traditional?: true;
  /** Undefined if the phrase cannot be read so; the match does not count then, unless the rule covers. */
  produce(groups: Groups): Reading | undefined;
}

/** `find` in articles and queries, if nothing else is said. */
export const defineRule = (
  name: string,
  pattern: string,
  produce: PeriodRule["produce"],
  more: Pick<PeriodRule, "article" | "query" | "due" | "traditional"> = {},
): PeriodRule => ({ name, pattern: new RegExp(pattern, "gu"), produce, ...more });

/** A rule for what looks like a period and is none. */
export const coverRule = (name: string, pattern: string): PeriodRule =>
  defineRule(name, pattern, () => undefined, { article: "cover", query: "cover" });

/** Reads a numeral that a pattern has already checked; 首 is 1. */
export const readNumber = (text: string | undefined): number =>
  text === undefined ? Number.NaN : text === "首" ? 1 : (parseNumeral(text) ?? Number.NaN);

/** A part of a year that stands in `groups.year`, or in none. */
export const yearly = (groups: Groups, at: (year: number) => Stretch | undefined): Reading => ({
  kind: "yearly",
  year: readYear(groups.year),
  at,
});

export const dated = (from: (today: string) => Stretch | undefined): Reading => ({ kind: "dated", from });

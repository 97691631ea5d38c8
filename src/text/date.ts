/**
 * Dates of feeds, pages and lists, whatever their format. A date without a zone is read in the zone of its source; one
 * without a time is the start of that day.
 */
import {
  APART_RULE,
  BARE_REPUBLIC_RULE,
  COARSE_RULES,
  COMPACT_RULE,
  type DateRule,
  PATH_RULES,
  TEXT_RULES,
  VALUE_RULES,
} from "./date-rules.ts";
import { parseNumeral } from "./numeral.ts";
import { collapse } from "./space.ts";
import { readZone, toInstant } from "./zone.ts";

/** What a text says of a moment; `zone` as written. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  /** Beyond the end of the month where the source counts the days of the year. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zone: string;
}

/** A moment, and the words that it stands in. */
export interface FoundMoment {
  readonly moment: Moment;
  readonly text: string;
}

/** No value that is meant as a date is longer. */
const MAX_VALUE = 80;
/** Characters of a text that are searched. */
const MAX_TEXT = 2000;
/** What a text tells of other years is history or a number. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

type Groups = Readonly<Record<string, string | undefined>>;

function readYear({ year, roc }: Groups): number {
  if (roc !== undefined) return Number(roc) + 1911;
  const value = parseNumeral(year ?? "") ?? 0;
  if (year === undefined || year.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

function readMonth(text: string | undefined): number {
  if (text === undefined) return 1;
  return parseNumeral(text) ?? MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** Hour, minute, second of `3:05:07 pm`, `15时5分`, `150507`. */
function readTime(text: string | undefined, half: string | undefined): [number, number, number] {
  if (text === undefined) return [0, 0, 0];
  const digits = /^\d{4,6}$/.test(text) ? (text.match(/\d\d/g) ?? []) : (text.match(/\d+/g) ?? []);
  const [hour = 0, minute = 0, second = 0] = digits.map(Number);
  const afternoon =
    /p\.?m/i.test(text) || half === "下午" || half === "晚上" || half === "晚" || (half === "中午" && hour < 3);
  if (afternoon && hour < 12) return [hour + 12, minute, second];
  if ((/a\.?m/i.test(text) || half === "上午" || half === "凌晨") && hour === 12) return [0, minute, second];
  return [hour, minute, second];
}

function isPossible({ year, month, day, hour, minute, second }: Moment, ordinal: boolean): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  if (day > (ordinal ? 366 : new Date(Date.UTC(year, month, 0)).getUTCDate())) return false;
  return hour <= 24 && minute < 60 && second <= 60;
}

/** The moment that a match of a rule says; undefined if there is no such day or hour. `year` where none is written. */
export function readMoment(groups: Groups, year?: number): Moment | undefined {
  const [hour, minute, second] = readTime(groups.time, groups.half);
  const { ordinal } = groups;
  const moment = {
    year: year ?? readYear(groups),
    month: readMonth(groups.month),
    day: parseNumeral(ordinal ?? groups.day ?? "1") ?? 0,
    hour,
    minute,
    second,
    zone: groups.zone ?? "",
  };
  return isPossible(moment, ordinal !== undefined) ? moment : undefined;
}

/** ISO 8601 in UTC. `timezone` is the IANA zone of the source; an unknown one is UTC. */
export function momentToIso(moment: Moment, timezone: string): string {
  const local = Date.UTC(moment.year, moment.month - 1, moment.day, moment.hour, moment.minute, moment.second);
  const offset = readZone(moment.zone, timezone);
  return new Date(offset === undefined ? toInstant(local, timezone) : local - offset * 60_000).toISOString();
}

const isRecent = ({ year }: Moment): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** The first moment by the order of the rules, then by place; impossible ones and other centuries are passed over. */
export function findByRules(rules: readonly DateRule[], text: string): FoundMoment | undefined {
  const source = text.slice(0, MAX_TEXT);
  for (const { pattern } of rules) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
      const moment = readMoment(match.groups ?? {});
      if (moment !== undefined && isRecent(moment)) return { moment, text: match[0] };
    }
  }
  return undefined;
}

const toIso = (found: FoundMoment | undefined, timezone: string): string | undefined =>
  found && momentToIso(found.moment, timezone);

/** A full date among other words. */
export const findMoment = (text: string): FoundMoment | undefined => findByRules(TEXT_RULES, text);

/** A full date among other words, also one whose year stands apart, as ISO 8601 in UTC. */
export const findDate = (text: string, timezone: string): string | undefined =>
  toIso(findByRules([...TEXT_RULES, APART_RULE], text), timezone);

/** The day in the path of an address. */
export const findPathMoment = (url: string): FoundMoment | undefined =>
  findByRules(PATH_RULES, url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/s, ""));

/** The same as ISO 8601 in UTC. */
export const findUrlDate = (url: string, timezone: string): string | undefined => toIso(findPathMoment(url), timezone);

function parseMoment(value: string, least: "day" | "year"): Moment | undefined {
  for (const { pattern } of least === "year" ? [...VALUE_RULES, ...COARSE_RULES] : VALUE_RULES) {
    pattern.lastIndex = 0;
    const groups = pattern.exec(value)?.groups;
    const moment = groups && readMoment(groups);
    if (moment !== undefined) return moment;
  }
  const found = findMoment(value) ?? findByRules([BARE_REPUBLIC_RULE, APART_RULE, COMPACT_RULE], value);
  return found?.moment;
}

/**
 * A whole value that is meant as a date, or as seconds or milliseconds since 1970: ISO 8601 in UTC, or undefined if there
 * is no date to be read. With `least` "year" a month or a year alone is its first day.
 */
export function parseDate(source: string, timezone: string, least: "day" | "year" = "day"): string | undefined {
  const value = collapse(source.slice(0, 4 * MAX_VALUE)).slice(0, MAX_VALUE);
  if (/^1\d{9}(?:\d{3})?$/.test(value)) return new Date(Number(value.padEnd(13, "0"))).toISOString();
  const moment = parseMoment(value, least);
  return moment && momentToIso(moment, timezone);
}

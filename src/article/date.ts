/** Dates as pages write them → ISO 8601 in UTC. */
import { NUMERAL_CHARACTERS, parseNumeral } from "../text/numeral.ts";

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Minutes east of UTC where the text says so. */
  readonly offset?: number | undefined;
}

interface DateRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => Moment | undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const CLOCK = "(?<hour>\\d{1,2})\\s?[:：时]\\s?(?<minute>\\d{2})(?:\\s?[:：分]\\s?(?<second>\\d{2})(?:\\.\\d{1,9})?)?";
const ZONE = "(?:\\s?(?<zone>Z\\b|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";
const ENGLISH_CLOCK = `(?:,?\\s{1,3}(?:at\\s)?(?:\\w{3}\\s)?${CLOCK}\\s?(?<half>[ap]\\.?m)?)?`;

function readOffset(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

type Groups = Readonly<Record<string, string | undefined>>;

function readNumbers(groups: Groups): Moment {
  const half = groups.half?.toLowerCase();
  const hour = Number(groups.hour ?? 0);
  return {
    year: Number(groups.year),
    month: Number(groups.month),
    day: Number(groups.day),
    hour: half?.startsWith("p") ? (hour % 12) + 12 : half !== undefined ? hour % 12 : hour,
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    offset: readOffset(groups.zone),
  };
}

function readEnglish(groups: Groups): Moment {
  const month = MONTHS.indexOf((groups.month ?? "").slice(0, 3).toLowerCase()) + 1;
  return readNumbers({ ...groups, month: String(month) });
}

function readChinese(groups: Groups): Moment | undefined {
  const [year, month, day] = [groups.year, groups.month, groups.day].map((part) => parseNumeral(part ?? ""));
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
}

const N = `[${NUMERAL_CHARACTERS}]`;

/** In the order of trust; the first rule that finds a possible date wins. */
export const DATE_RULES: readonly DateRule[] = [
  {
    name: "year-first",
    pattern: new RegExp(
      `(?<!\\d)(?<year>(?:19|20)\\d{2})\\s?[-/.年]\\s?(?<month>\\d{1,2})\\s?[-/.月]\\s?(?<day>\\d{1,2})(?!\\d)日?(?:[T\\s,，]{0,4}(?:(?:星期|周).\\s?)?${CLOCK}${ZONE})?`,
      "gi",
    ),
    read: readNumbers,
  },
  {
    name: "month-first",
    pattern: new RegExp(
      `\\b${MONTH}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>(?:19|20)\\d{2})\\b${ENGLISH_CLOCK}${ZONE}`,
      "gi",
    ),
    read: readEnglish,
  },
  {
    name: "day-first",
    pattern: new RegExp(
      `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]${MONTH},?[\\s-](?<year>(?:19|20)\\d{2})\\b${ENGLISH_CLOCK}${ZONE}`,
      "gi",
    ),
    read: readEnglish,
  },
  {
    name: "chinese-numerals",
    pattern: new RegExp(`(?<year>[一二][〇○零九0]${N}{2})年(?<month>${N}{1,2})月(?<day>${N}{1,3})日`, "g"),
    read: readChinese,
  },
  {
    // 2019 04/06 10:15: year, day and clock in elements of their own.
    name: "year-apart",
    pattern: new RegExp(
      `(?<!\\d)(?<year>20\\d{2})\\s{0,9}(?<month>0[1-9]|1[0-2])\\s?[-/]\\s?(?<day>0[1-9]|[12]\\d|3[01])\\s{0,9}(?:${CLOCK})?`,
      "g",
    ),
    read: readNumbers,
  },
];

const COMPACT =
  /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?:(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?<second>[0-5]\d)?)?(?!\d)/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which local time in `zone` is ahead of UTC at the instant `at`. */
function offsetAt(zone: string, at: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(at / 1000) * 1000;
}

/** ISO 8601 in UTC; undefined if there is no such day or hour. */
function toIso(moment: Moment, zone: string): string | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, offset } = moment;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(local);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || year < 1990 || year > 2100) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const shift = offset === undefined ? offsetAt(zone, local - offsetAt(zone, local)) : offset * 60_000;
  return new Date(local - shift).toISOString();
}

/** A date in running text, as ISO 8601 in UTC; without a zone it is read in `zone`. The first one by trust, then by place. */
export function findDate(text: string, zone: string): string | undefined {
  const source = text.slice(0, 2000);
  for (const rule of DATE_RULES) {
    for (const match of source.matchAll(rule.pattern)) {
      const moment = rule.read(match.groups ?? {});
      const iso = moment && toIso(moment, zone);
      if (iso !== undefined) return iso;
    }
  }
  return undefined;
}

/** A whole value that is meant as a date: also 20220309, 20220309101500 and seconds or milliseconds since 1970. */
export function parseDate(value: string, zone: string): string | undefined {
  const text = value.trim();
  if (/^1\d{9}(\d{3})?$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
  return findDate(text, zone) ?? findCompactDate(text, zone);
}

/** 20220309 standing alone among other characters. */
export function findCompactDate(text: string, zone: string): string | undefined {
  const groups = COMPACT.exec(text)?.groups;
  return groups && toIso(readNumbers(groups), zone);
}

/** The day in the path of an address: /2022/03/09/, /202203/t20220309_1.html, /2022-03/09/. */
export function findUrlDate(url: string, zone: string): string | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
  const slashed = /\/(?<year>(?:19|20)\d{2})[-/]?(?<month>0[1-9]|1[0-2])[-/]?(?<day>0[1-9]|[12]\d|3[01])(?!\d)/.exec(
    path,
  )?.groups;
  return (slashed && toIso(readNumbers(slashed), zone)) ?? findCompactDate(path, zone) ?? findDate(path, zone);
}

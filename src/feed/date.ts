/** Reads the dates that feeds carry, whatever their format. A date without a zone is read in the zone of the feed. */

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of Greenwich; undefined where none is written. */
  readonly offset: number | undefined;
}

/** Its groups: year, month, day (or ordinal), half (of the day), time, zone; all but the year may be missing. */
interface DateRule {
  readonly name: string;
  readonly pattern: RegExp;
}

/** No feed's date is longer; the patterns below never see more. */
const MAX_LENGTH = 80;

const TIME = String.raw`(?<time>\d{1,2}\s?[:時时点點h]\s?\d{1,2}(?:\s?[:分m]\s?\d{1,2}(?:[.,]\d{1,9})?)?秒?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}(?:時|时|点|點))`;
const HALF = String.raw`(?<half>上午|下午|凌晨|早上|早晨|清晨|中午|晚上|晚)?\s*`;
const WEEKDAY = String.raw`(?:[(（][^()（）]{1,6}[)）]\s*|(?:星期|周|週|礼拜)[一二三四五六日天]\s*)?`;
const MONTH_NAME = String.raw`(?<month>[a-z]{3,9})\.?`;

const RULES: readonly DateRule[] = [
  {
    name: "chinese",
    pattern: new RegExp(
      String.raw`(?<year>\d{4}|\d{2})\s?年\s?(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?[日号號])?\s*${WEEKDAY}${HALF}(?:${TIME})?(?<zone>.*)$`,
      "i",
    ),
  },
  {
    name: "iso",
    pattern: new RegExp(
      String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:\s*t\s*|[\s,]+|$|(?=z|[-+]\d))${WEEKDAY}${HALF}(?:${TIME})?(?<zone>.*)$`,
      "i",
    ),
  },
  {
    name: "iso-basic",
    pattern: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:t?(?<time>\d{6}|\d{4}))?(?<zone>(?:z|[-+].*|\s.*)?)$/i,
  },
  {
    name: "iso-ordinal",
    pattern: new RegExp(String.raw`^(?<year>\d{4})-?(?<ordinal>\d{3})(?:t${TIME})?(?<zone>.*)$`, "i"),
  },
  { name: "iso-month", pattern: /^(?<year>\d{4})(?:-(?<month>\d\d))?$/ },
  {
    name: "rfc822",
    pattern: new RegExp(
      String.raw`^(?:[a-z]{2,9}\.?,?\s*)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]*${MONTH_NAME}[\s,-]*(?<year>\d{4}|\d{2})(?:[,\s]+(?:at\s+)?${TIME})?(?<zone>.*)$`,
      "i",
    ),
  },
  {
    name: "asctime",
    pattern: new RegExp(
      String.raw`^(?:[a-z]{2,9}\.?,?\s+)?${MONTH_NAME}\s+(?<day>\d{1,2}),?\s+${TIME}\s*(?<zone>.*?)\s*(?<year>\d{4})$`,
      "i",
    ),
  },
  {
    name: "month-first",
    pattern: new RegExp(
      String.raw`^(?:[a-z]{2,9}\.?,?\s+)?${MONTH_NAME}\s*(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?<year>\d{4})(?:[,\s-]+(?:at\s+)?${TIME})?(?<zone>.*)$`,
      "i",
    ),
  },
  {
    name: "american",
    pattern: new RegExp(
      String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})(?:[,\s]+${TIME})?(?<zone>.*)$`,
      "i",
    ),
  },
];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Hours east of Greenwich. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  cet: 1,
  met: 1,
  west: 1,
  cest: 2,
  mest: 2,
  eet: 2,
  sast: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
  nst: -3.5,
  brt: -3,
  art: -3,
};

/** Zones whose CST is China's, not Chicago's. */
const CHINA_ZONE = /^(?:Asia\/|PRC$|Hongkong$|ROC$)/;

function readZone(text: string, timezone: string): number | undefined {
  const zone = text.trim().toLowerCase();
  const numeric = /^(?:z|ut|utc|gmt)?\s*([-+])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes <= 15 * 60) return numeric[1] === "-" ? -minutes : minutes;
  }
  const name = /^[(\s]*([a-z]{1,5})\b/.exec(zone)?.[1] ?? "";
  if (name === "cst" && CHINA_ZONE.test(timezone)) return 480;
  const hours = ZONE_HOURS[name];
  return hours === undefined ? undefined : hours * 60;
}

function readMonth(text: string | undefined): number {
  if (text === undefined) return 1;
  return /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function readYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
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

function readMoment(text: string, timezone: string): Moment | undefined {
  for (const { pattern } of RULES) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const [hour, minute, second] = readTime(groups.time, groups.half);
    const ordinal = groups.ordinal;
    const moment = {
      year: readYear(groups.year ?? ""),
      month: readMonth(groups.month),
      day: Number(ordinal ?? groups.day ?? 1),
      hour,
      minute,
      second,
      offset: readZone(groups.zone ?? "", timezone),
    };
    if (isPossible(moment, ordinal === undefined)) return moment;
  }
  return undefined;
}

function isPossible({ year, month, day, hour, minute, second }: Moment, dayOfMonth: boolean): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  if (day > (dayOfMonth ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 366)) return false;
  return hour <= 24 && minute < 60 && second <= 60;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of Greenwich in a zone at an instant; an unknown zone is UTC. */
function offsetOf(timezone: string, instant: number): number {
  try {
    let format = formatters.get(timezone);
    if (format === undefined) {
      format = new Intl.DateTimeFormat("en-US", { timeZone: timezone, timeZoneName: "longOffset" });
      formatters.set(timezone, format);
    }
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
    const match = /([-+])(\d\d):(\d\d)/.exec(name);
    if (match === null) return 0;
    return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  } catch {
    return 0;
  }
}

function toInstant(moment: Moment, timezone: string): number {
  const local = Date.UTC(moment.year, moment.month - 1, moment.day, moment.hour, moment.minute, moment.second);
  if (moment.offset !== undefined) return local - moment.offset * 60_000;
  // The offset in force is that of the instant itself, which the first guess misses by less than a day.
  const guess = local - offsetOf(timezone, local) * 60_000;
  return local - offsetOf(timezone, guess) * 60_000;
}

/**
 * ISO 8601 in UTC, or undefined if there is no date to be read. `timezone` is an IANA zone; a date without a time is the
 * start of that day.
 */
export function parseDate(source: string, timezone: string): string | undefined {
  const text = source
    .slice(0, 4 * MAX_LENGTH)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_LENGTH);
  const stamp = /^\d{10}(?:\d{3})?$/.exec(text)?.[0];
  if (stamp !== undefined) return new Date(Number(stamp.padEnd(13, "0"))).toISOString();
  const moment = readMoment(text, timezone);
  return moment === undefined ? undefined : new Date(toInstant(moment, timezone)).toISOString();
}

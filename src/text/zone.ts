/** Time zones, as dates name them and as IANA does. */

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
/** No zone is further from Greenwich, in minutes. */
const MAX_OFFSET = 15 * 60;

/**
 * Minutes east of Greenwich of `+08:00`, `GMT+8`, `EST`, `(CST)`; undefined if the text names none. `timezone` is the
 * IANA zone of the source, which tells what its CST is.
 */
export function readZone(text: string, timezone: string): number | undefined {
  const zone = text.trim().toLowerCase();
  const numeric = /^(?:z|ut|utc|gmt)?\s*([-+])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes <= MAX_OFFSET) return numeric[1] === "-" ? -minutes : minutes;
  }
  const name = /^[(\s]*([a-z]{1,5})\b/.exec(zone)?.[1] ?? "";
  if (name === "cst" && CHINA_ZONE.test(timezone)) return 480;
  const hours = ZONE_HOURS[name];
  return hours === undefined ? undefined : hours * 60;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(timezone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timezone)) return formats.get(timezone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone: timezone, timeZoneName: "longOffset" });
  } catch {
    // A zone that nobody knows is UTC.
  }
  formats.set(timezone, format);
  return format;
}

/** Minutes east of Greenwich in an IANA zone at an instant; an unknown zone is UTC. */
function offsetAt(timezone: string, instant: number): number {
  const parts = formatOf(timezone)?.formatToParts(instant) ?? [];
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  const match = /([-+])(\d\d):(\d\d)/.exec(name);
  if (match === null) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** The instant at which clocks in an IANA zone show `local`, both in milliseconds. */
export function toInstant(local: number, timezone: string): number {
  // The offset in force is that of the instant itself, which the first guess misses by less than a day.
  const guess = local - offsetAt(timezone, local) * 60_000;
  return local - offsetAt(timezone, guess) * 60_000;
}

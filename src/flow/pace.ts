/** When a feed is looked at next: as often as its source publishes and allows, and patiently while it fails. */
import type { Entry } from "../model.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A source that has been quiet for so long is looked at in every second, third, fourth round. */
const QUIET: readonly { readonly forMs: number; readonly rounds: number }[] = [
  { forMs: 30 * DAY, rounds: 4 },
  { forMs: 7 * DAY, rounds: 3 },
  { forMs: 2 * DAY, rounds: 2 },
];
/** What a source asks for is honoured up to here; some feeds ask for a year. */
const LONGEST_WAIT = DAY;
const BACKOFF = { first: HOUR, most: DAY, jitter: 0.1 };

export interface PaceInput {
  readonly now: Date;
  /** Between two rounds of gathering. */
  readonly roundMs: number;
  readonly entries: readonly Entry[];
  /** Of the response, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly ttlMinutes?: number | undefined;
}

/** `max-age` of Cache-Control goes before Expires (RFC 9111); 0 where neither says anything. */
function freshFor(headers: PaceInput["headers"], now: Date): number {
  const control = headers["cache-control"]?.toLowerCase() ?? "";
  if (/\bno-(?:cache|store)\b/.test(control)) return 0;
  const age = /\bmax-age=(\d{1,9})/.exec(control)?.[1];
  if (age !== undefined) return Number(age) * 1000;
  const expires = Date.parse(headers.expires ?? "");
  return Number.isNaN(expires) ? 0 : Math.max(0, expires - now.getTime());
}

function roundsToWait({ entries, now }: PaceInput): number {
  const dates = entries.flatMap(({ publishedAt }) => (publishedAt ? [Date.parse(publishedAt)] : []));
  const newest = Math.max(...dates.filter((date) => date <= now.getTime()));
  if (!Number.isFinite(newest)) return 1;
  return QUIET.find(({ forMs }) => now.getTime() - newest >= forMs)?.rounds ?? 1;
}

/**
 * The earliest moment for the next look after a success. The round that comes then, or the first after it, looks; a
 * minute is taken off, since rounds are not punctual to the second.
 */
export function nextLook(input: PaceInput): Date {
  const { now, roundMs, headers, ttlMinutes = 0 } = input;
  const asked = Math.min(LONGEST_WAIT, Math.max(freshFor(headers, now), ttlMinutes * MINUTE));
  const paced = roundsToWait(input) * roundMs;
  return new Date(now.getTime() + Math.max(asked, paced - MINUTE, 0));
}

/**
 * After a failure: an hour, then two, four … a day at the most, or as long as the server asks for. `chance` (0 to 1)
 * spreads the feeds that failed together.
 */
export function nextTry(now: Date, failures: number, retryAfterMs: number | undefined, chance: number): Date {
  const wait = Math.min(BACKOFF.first * 2 ** Math.max(0, failures - 1), BACKOFF.most);
  const spread = wait * BACKOFF.jitter * chance;
  return new Date(now.getTime() + Math.max(wait - spread, retryAfterMs ?? 0));
}

/** No look is ever planned further ahead than a day; what says so was planned by a clock that ran ahead. */
export const isDue = (nextAt: string | undefined, now: Date): boolean =>
  nextAt === undefined ||
  Date.parse(nextAt) <= now.getTime() ||
  Date.parse(nextAt) > now.getTime() + LONGEST_WAIT + MINUTE;

/** Entries a day, over the dated entries of a feed; undefined where they tell too little. */
export function paceOf(entries: readonly Entry[]): number | undefined {
  const dates = entries
    .flatMap(({ publishedAt }) => (publishedAt ? [Date.parse(publishedAt)] : []))
    .sort((a, b) => a - b);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined || dates.length < 5) return undefined;
  return (dates.length - 1) / Math.max(1, (last - first) / DAY);
}

/** No new entry for this long, where this many a day are normal: the site was rebuilt, and nobody noticed. */
const SILENCE = { days: 5, perDay: 3 };

export const isSilent = (now: Date, freshAt: string | undefined, perDay: number | undefined): boolean =>
  freshAt !== undefined && (perDay ?? 0) >= SILENCE.perDay && now.getTime() - Date.parse(freshAt) >= SILENCE.days * DAY;

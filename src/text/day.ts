/** `2026-11-22`: the day of a moment in an IANA time zone. */
export const dayIn = (time: Date | string, timezone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: timezone }).format(new Date(time));

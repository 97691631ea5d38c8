const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-22`: the day of a moment in an IANA time zone. */
export function dayIn(time: Date | string, timezone: string): string {
  let format = formats.get(timezone);
  if (!format) {
    // The Swedish form of a date is the ISO form. Making a format takes longer than a thousand uses of it.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" });
    formats.set(timezone, format);
  }
  return format.format(new Date(time));
}

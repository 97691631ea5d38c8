import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, isDate, makeMonths, makeWeek, weekdayOf } from "../../src/period/calendar.ts";

const date = fc
  .date({ min: new Date("1600-01-01"), max: new Date("2400-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe("calendar", () => {
  it("agrees with the platform on every day", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const expected = new Date(Date.parse(start) + days * 86_400_000);
        expect(addDays(start, days)).toBe(expected.toISOString().slice(0, 10));
        expect(daysBetween(start, addDays(start, days))).toBe(days);
        expect(weekdayOf(addDays(start, days))).toBe(expected.getUTCDay() || 7);
      }),
    );
  });

  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-12-15", 1, "2025-01-15"],
    ["2024-01-15", -13, "2022-12-15"],
    ["2024-12-31", 2, "2025-02-28"],
  ])("%s and %i months is %s", (start, months, end) => {
    expect(addMonths(start, months)).toBe(end);
  });

  it.each(["2023-02-29", "1900-02-29", "2024-13-01", "2024-04-31", "2024-00-10", "24-01-01", ""])(
    "%s is no date",
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it("begins weeks on Monday", () => {
    expect(makeWeek("2026-07-26")).toEqual({ grain: "week", start: "2026-07-20", end: "2026-07-27" });
    expect(makeWeek("2026-01-01")).toEqual({ grain: "week", start: "2025-12-29", end: "2026-01-05" });
  });

  it("names months that make up a larger part of a year", () => {
    expect(makeMonths(2024, 4, 2024, 6)?.grain).toBe("quarter");
    expect(makeMonths(2024, 7, 2024, 12)?.grain).toBe("half");
    expect(makeMonths(2024, 1, 2024, 12)?.grain).toBe("year");
    expect(makeMonths(2024, 2, 2024, 4)?.grain).toBe("range");
    expect(makeMonths(2024, 4, 2024, 2)).toBeUndefined();
  });
});

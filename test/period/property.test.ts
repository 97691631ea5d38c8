import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  isDate,
  makeDay,
  makeDays,
  makeHalf,
  makeMonth,
  makeMonths,
  makeQuarter,
  makeWeek,
  makeYear,
  makeYears,
  type Stretch,
} from "../../src/period/calendar.ts";
import { formatPeriod, periodParts } from "../../src/period/format.ts";
import { findPeriods } from "../../src/period/parse.ts";
import { findQueryPeriod } from "../../src/period/query.ts";
import { cpuTimeOf } from "../cpu-time.ts";

const year = fc.integer({ min: 1950, max: 2080 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays("1950-01-01", days));
const stretch: fc.Arbitrary<Stretch> = fc
  .oneof(
    year.map(makeYear),
    fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([of, half]) => makeHalf(of, half)),
    fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([of, quarter]) => makeQuarter(of, quarter)),
    fc.tuple(year, month).map(([of, number]) => makeMonth(of, number)),
    day.map(makeDay),
    day.map(makeWeek),
    fc.tuple(day, fc.integer({ min: 1, max: 3000 })).map(([start, days]) => makeDays(start, addDays(start, days))),
    fc.tuple(year, month, month).map(([of, first, last]) => makeMonths(of, first, of + 1, last)),
    fc.tuple(year, fc.integer({ min: 0, max: 15 })).map(([first, count]) => makeYears(first, first + count)),
  )
  .filter((made) => made !== undefined);

const PHRASES = [
  "一季度",
  "上半年",
  "下半年",
  "3月",
  "12月",
  "前三季度",
  "1-4月",
  "3月5日",
  "Q4",
  "first half",
  "十月",
];

describe("periods", () => {
  it("are read back from their normalised form", () => {
    fc.assert(
      fc.property(stretch, (made) => {
        const text = formatPeriod(made);
        const found = findQueryPeriod(`储能 ${text}`, { today: "2026-07-22" });
        expect(found?.text).toBe(text);
        expect(found?.candidates.map(({ start, end }) => ({ start, end }))).toEqual([
          { start: made.start, end: made.end },
        ]);
        expect(formatPeriod(found?.candidates[0] ?? made)).toBe(text);
      }),
    );
  });

  it("are half open, of dates that exist, and never empty", () => {
    fc.assert(
      fc.property(stretch, ({ start, end }) => {
        expect(isDate(start) && isDate(end)).toBe(true);
        expect(start < end).toBe(true);
      }),
    );
  });

  it("tile the year", () => {
    fc.assert(
      fc.property(year, (of) => {
        const quarters = [1, 2, 3, 4].map((quarter) => makeQuarter(of, quarter));
        expect(quarters.map(({ start }) => start)).toEqual([
          makeYear(of).start,
          ...quarters.slice(0, 3).map(({ end }) => end),
        ]);
        expect(quarters.at(-1)?.end).toBe(makeYear(of).end);
        expect(quarters.map((quarter) => periodParts(quarter).ordinal)).toEqual([1, 2, 3, 4]);
      }),
    );
  });

  it("without a year are offered newest first, none of them ahead of today", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PHRASES), day, (phrase, today) => {
        const candidates = findQueryPeriod(phrase, { today })?.candidates ?? [];
        const starts = candidates.map(({ start }) => start);
        expect(starts.length).toBeGreaterThan(0);
        expect(starts.length).toBeLessThanOrEqual(11);
        expect(starts).toEqual([...starts].sort().reverse());
        expect(starts.every((start) => start <= today)).toBe(true);
        expect(candidates.every(({ assumed }) => assumed)).toBe(true);
      }),
    );
  });

  it("stand in the text that was given", () => {
    const piece = fc.constantFrom(
      "2022年",
      "一季度",
      "１—４月",
      "㈱",
      "𠮷",
      "今年",
      "對",
      "ﬁ",
      "。",
      "，",
      "3月",
      " ",
      "至",
      "Q1 2024",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        for (const { span, text: words } of findPeriods(text, { publishedAt: "2024-05-01" })) {
          expect(text.slice(span.start, span.end)).toBe(words);
        }
      }),
    );
  });
});

describe("hostile text", () => {
  // A quadratic pass over this much takes many seconds; a linear one some hundredths.
  const SIZE = 50_000;
  it.each([
    "年",
    "1",
    "季度",
    "2022年",
    "一",
    "前",
    "月",
    "-",
    " ",
    "1月",
    "20",
    "第一",
    "last ",
    "(",
    "2022-",
    "1-",
    "民国",
    "十五",
    "to ",
  ])("takes time in line with its length: %s", (piece) => {
    const text = piece.repeat(SIZE / piece.length);
    const cost = cpuTimeOf(() => {
      findPeriods(text, { publishedAt: "2024-05-01" });
      findQueryPeriod(text, { today: "2024-05-01" });
    });
    expect(cost).toBeLessThan(1500);
  });
});

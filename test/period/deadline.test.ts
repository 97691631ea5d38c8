import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDeadline, findEffective } from "../../src/period/deadline.ts";
import { cpuTimeOf } from "../cpu-time.ts";
import { DEADLINES, DUE_NEGATIVES, type DueCase, EFFECTIVES } from "./deadline-corpus.ts";

const read = { findDeadline, findEffective };

describe.each([
  ["findDeadline", DEADLINES],
  ["findEffective", EFFECTIVES],
] as const)("%s", (name, table) => {
  for (const [family, cases] of Object.entries<readonly DueCase[]>(table)) {
    it.each(cases)(`reads the ${family} form in $words`, ({ words, publishedAt, text, day }) => {
      const found = read[name](words, { publishedAt });
      expect(found && { text: found.text, day: found.day }).toEqual({ text, day });
      expect(words.slice(found?.span.start, found?.span.end)).toBe(text);
      const other = name === "findDeadline" ? findEffective : findDeadline;
      expect(other(words, { publishedAt })).toBeUndefined();
    });
  }

  it.each(DUE_NEGATIVES)("finds nothing in %j", (words) => {
    expect(read[name](words, { publishedAt: "2025-03-01" })).toBeUndefined();
  });
});

describe("a year from which something holds", () => {
  it("is taken for one only where publication shows that it lies ahead", () => {
    expect(findEffective("自2026年起全面推广", {})).toBeUndefined();
    expect(findEffective("自2026年起施行", {})?.day).toBe("2026-01-01");
  });
});

describe("any words", () => {
  const all = [...Object.values(DEADLINES), ...Object.values(EFFECTIVES)].flat().map(({ words }) => words);
  const piece = fc.oneof(
    fc.constantFrom(...all, ...DUE_NEGATIVES),
    fc.constantFrom("，", "。", "到", "前", "内", "起", "至", "自", "年", "𠮷", "ﬁ"),
    fc.string({ maxLength: 5, unit: "binary" }),
  );

  it("give a span of their own and a day that is one", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const words = pieces.join("");
        for (const due of [findDeadline(words, { publishedAt: "2025-03-01" }), findEffective(words, {})]) {
          if (due === undefined) continue;
          expect(words.slice(due.span.start, due.span.end)).toBe(due.text);
          expect(due.day ?? "2025-01-01").toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(["到", "2025年", "年内", "前", "自", "3个月", "6月", "内", "by ", "within ", "from ", "自a", "起"])(
    "take time in line with their length: %s",
    (each) => {
      const words = each.repeat(50_000 / each.length);
      const cost = cpuTimeOf(() => {
        findDeadline(words, { publishedAt: "2025-05-01" });
        findEffective(words, { publishedAt: "2025-05-01" });
      });
      expect(cost).toBeLessThan(2500);
    },
  );
});

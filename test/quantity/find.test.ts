import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuantities } from "../../src/quantity/find.ts";
import { cpuTimeOf } from "../cpu-time.ts";
import { QUANTITY_CASES, QUANTITY_NEGATIVES } from "./corpus.ts";

describe("findQuantities", () => {
  for (const [family, cases] of Object.entries(QUANTITY_CASES)) {
    it.each(cases)(`reads the ${family} in $words`, ({ words, quantities }) => {
      const found = findQuantities(words);
      expect(found.map(({ span, ...rest }) => rest)).toEqual(
        quantities.map(([text, value, unit, more]) => ({ text, value, unit, ...more })),
      );
      for (const { span, text } of found) expect(words.slice(span.start, span.end)).toBe(text);
    });
  }

  it.each(QUANTITY_NEGATIVES)("finds none in %j", (words) => {
    expect(findQuantities(words)).toEqual([]);
  });

  it("finds all of them in the order of the words", () => {
    const found = findQuantities("到2030年，建成200个园区，投资超过3000亿元，能耗下降15%左右，惠及1.2亿人。");
    expect(found.map(({ text }) => text)).toEqual(["200个", "超过3000亿元", "15%左右", "1.2亿人"]);
  });
});

describe("any words", () => {
  const phrases = [...Object.values(QUANTITY_CASES).flat(), ...QUANTITY_NEGATIVES.map((words) => ({ words }))];
  const piece = fc.oneof(
    fc.constantFrom(...phrases.map(({ words }) => words)),
    fc.constantFrom(
      "，",
      "。",
      "至",
      "—",
      " ",
      "万",
      "亿",
      "千",
      "瓦",
      "个",
      "%",
      "不",
      "超过",
      "㎡",
      "𠮷",
      "ﬁ",
      "対",
      "$",
    ),
    fc.string({ maxLength: 5, unit: "binary" }),
  );

  it("give quantities in order that stand in them, with values that are numbers", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const words = pieces.join("");
        let free = 0;
        for (const { span, text, value, to, unit } of findQuantities(words)) {
          expect(words.slice(span.start, span.end)).toBe(text);
          expect(span.start).toBeGreaterThanOrEqual(free);
          expect(Number.isFinite(value) && Number.isFinite(to ?? 0) && unit !== "").toBe(true);
          free = span.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  // A quadratic pass over this much takes many seconds; a linear one some hundredths.
  const SIZE = 50_000;
  it.each([
    ...[
      "1",
      "1,000,",
      "1,",
      "三",
      "十百千",
      "3万",
      "5%—",
      "5至",
      "不超过",
      "百分之",
      "$",
      "$1 ",
      "年",
      "-",
      " ",
      "0.1",
    ],
    ...["1.", "三点", "new ", "40,000 new ", "第1", "2025年", "(含)", "三分之", "5 to ", "at least "],
  ])("take time in line with their length: %s", (each) => {
    const words = each.repeat(SIZE / each.length);
    const cost = cpuTimeOf(() => {
      findQuantities(words);
    });
    expect(cost).toBeLessThan(1500);
  });
});

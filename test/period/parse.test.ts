import { describe, expect, it } from "vitest";
import { formatPeriod } from "../../src/period/format.ts";
import { findPeriods } from "../../src/period/parse.ts";
import { findQueryPeriod } from "../../src/period/query.ts";
import { ARTICLE_CASES, ARTICLE_NEGATIVES, QUERY_CASES, QUERY_NEGATIVES, TODAY } from "./corpus.ts";

describe("findPeriods", () => {
  for (const [family, cases] of Object.entries(ARTICLE_CASES)) {
    it.each(cases)(`reads the ${family} in $text`, ({ text, publishedAt, periods }) => {
      const found = findPeriods(text, { publishedAt });
      expect(found.map((mention) => [mention.text, mention.normalized])).toEqual(periods);
      for (const { span, text: words } of found) expect(text.slice(span.start, span.end)).toBe(words);
    });
  }

  for (const [family, texts] of Object.entries(ARTICLE_NEGATIVES)) {
    it.each(texts)(`finds no ${family} in %s`, (text) => {
      expect(findPeriods(text, { publishedAt: "2024-03-01" }).map((mention) => mention.text)).toEqual([]);
    });
  }

  it("has a negative for every family", () => {
    expect(Object.keys(ARTICLE_NEGATIVES)).toEqual(Object.keys(ARTICLE_CASES));
    expect(Object.keys(QUERY_NEGATIVES)).toEqual(Object.keys(QUERY_CASES));
  });

  it("gives one entry a mention string, at its first place", () => {
    const found = findPeriods("一季度增长。一季度回落。", { publishedAt: "2024-04-01" });
    expect(found.map(({ span }) => span)).toEqual([{ start: 0, end: 3 }]);
  });

  it("says where the year is inferred and which rule read it", () => {
    const found = findPeriods("2023年一季度与二季度，今年", { publishedAt: "2024-04-01" });
    expect(found.map(({ period }) => [period?.rule, period?.assumed])).toEqual([
      ["quarter", false],
      ["quarter", true],
      ["year", false],
    ]);
  });

  it("takes the year of the sentence before that of publication", () => {
    const found = findPeriods("2020年工业增长，其中四季度最快。一季度回落。", { publishedAt: "2022-02-01" });
    expect(found.map(({ normalized }) => normalized)).toEqual(["2020", "2020Q4", "2022Q1"]);
  });
});

describe("findQueryPeriod", () => {
  for (const [family, cases] of Object.entries(QUERY_CASES)) {
    it.each(cases)(`reads the ${family} in $line`, ({ line, text, candidates }) => {
      const found = findQueryPeriod(line, { today: TODAY });
      expect(found?.text).toBe(text);
      expect(line.slice(found?.span.start, found?.span.end)).toBe(text);
      const read = found?.candidates.map(formatPeriod) ?? [];
      const open = candidates.at(-1) === "…";
      expect(open ? read.slice(0, candidates.length - 1) : read).toEqual(open ? candidates.slice(0, -1) : candidates);
      expect(found?.candidates[0]?.assumed).toBe(open || text === "2月29日");
    });
  }

  for (const [family, lines] of Object.entries(QUERY_NEGATIVES)) {
    it.each(lines)(`finds no ${family} in %s`, (line) => {
      expect(findQueryPeriod(line, { today: TODAY })).toBeUndefined();
    });
  }

  it("counts 今年 from a year that is written, and not on from the last 去年, nor from since when something is so", () => {
    const normalized = (text: string) => findPeriods(text, {}).map((mention) => mention.normalized);
    expect(normalized("2019年产量增长。去年回落。今年持平。")).toEqual(["2019", "2018", "2019"]);
    expect(normalized("上限自2006年沿用至今。去年9月提出调整，今年3月通过。")).toEqual(["2006", null, null]);
  });

  it("goes ten years back and not ahead of today", () => {
    expect(findQueryPeriod("一季度", { today: TODAY })?.candidates).toHaveLength(11);
    expect(findQueryPeriod("四季度", { today: TODAY })?.candidates).toHaveLength(10);
  });

  it("prefers the longest phrase of a line", () => {
    expect(findQueryPeriod("今年 2024年一季度 芯片", { today: TODAY })?.text).toBe("2024年一季度");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractMeasures } from "../../src/measure/extract.ts";
import { cpuTimeOf } from "../cpu-time.ts";

const PIECES = [
  "一是",
  "二是",
  "三是",
  "一、",
  "二、",
  "（一）",
  "（二）",
  "1.",
  "2.",
  "①",
  "②",
  "(a)",
  "(b)",
  "• ",
  "- ",
  "——",
  "首先",
  "其次",
  "最后",
  "加快建设",
  "支持企業發展",
  "同比增长3.5%",
  "工信部表示",
  "将",
  "要",
  "，",
  "。",
  "；",
  "：",
  "、",
  "\n",
  "（",
  "）",
  "“",
  "”",
  " ",
  "　",
  "😀",
  "𠮷",
  "㍿",
  "The ministry will fund ten schools. ",
  "ﬁ",
  "\u0000",
  "?",
  "从",
  "等方面",
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

describe("any text", () => {
  it("gives spans in bounds, ordinals 1..n in the order of the text, no overlap on a level", () => {
    fc.assert(
      fc.property(text, (source) => {
        const measures = extractMeasures({ text: source, title: source.slice(0, 20) });
        const ends = { 1: 0, 2: 0 };
        measures.forEach((measure, i) => {
          const { headline, detail, level, ordinal, score } = measure;
          expect(ordinal).toBe(i + 1);
          expect(headline.start).toBeGreaterThanOrEqual(ends[level]);
          expect(headline.end).toBeGreaterThan(headline.start);
          expect(headline.end).toBeLessThanOrEqual(source.length);
          expect(headline.start).toBeGreaterThanOrEqual(measures[i - 1]?.headline.start ?? 0);
          if (detail !== undefined) {
            expect(detail.start).toBe(headline.start);
            expect(detail.end).toBeGreaterThanOrEqual(headline.end);
            expect(detail.end).toBeLessThanOrEqual(source.length);
          }
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          ends[level] = headline.end;
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe("hostile text costs no more than its length", () => {
  const SIZE = 60_000;
  it.each([
    "一是",
    "、",
    "一是。二是。",
    "一、甲\n二、乙\n",
    "（",
    "1.",
    "\n- a",
    "，",
    "要",
    "字",
    " ",
    "\n",
    "a. ",
    "(a)",
    "将加快，",
    "从加快、",
    "9月,",
    "will ",
    "加强管理。后面还有。\n",
    "如下:\n甲\n",
    "加强日常管理\n",
    "加强日常管理\n按月公布。\n",
    "【",
    "【公布结果】",
    "•",
    " ·字",
    "1 字\n",
    "第一条 ",
    "the first is ",
    "三个方面:、",
    "①",
    "一是①",
    "| 1 | 加强",
    "提出加快、",
    "包括加快、",
    "三个坚持:坚持，",
    "加强管理：甲。\n",
    "亮点一 甲乙\n",
    "甲：乙；",
    "必须加强。",
    "“一”指加强\n",
    "1\n加强\n",
    "△甲\n乙\n",
  ])("%j", (piece) => {
    const cost = cpuTimeOf(() => {
      const text = piece.repeat(SIZE / piece.length);
      extractMeasures({ text, title: text });
    });
    expect(cost).toBeLessThan(1000);
  });
});

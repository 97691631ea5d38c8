import { describe, expect, it } from "vitest";
import { splitClauses, splitLines, splitSentences } from "../../src/text/sentence.ts";

const all = (text: string) => ({ start: 0, end: text.length });
const sentences = (text: string): string[] => splitSentences(text, all(text)).map((s) => text.slice(s.start, s.end));
const clauses = (text: string): string[] => splitClauses(text, all(text)).map((s) => text.slice(s.start, s.end));

describe("splitLines", () => {
  it("trims lines and drops empty ones", () => {
    const text = "　甲\r\n\n  乙  \n";
    expect(splitLines(text).map((s) => text.slice(s.start, s.end))).toEqual(["甲", "乙"]);
  });
});

describe("splitSentences", () => {
  it.each([
    ["今天开会。明天放假！", ["今天开会。", "明天放假！"]],
    ["他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]],
    ["增长2.5%，达3.6万亿。", ["增长2.5%，达3.6万亿。"]],
    ["第一行\n第二行", ["第一行", "第二行"]],
    [
      "Prices rose 2.5 per cent. Mr. Lee of the U.S. office agreed.",
      ["Prices rose 2.5 per cent.", "Mr. Lee of the U.S. office agreed."],
    ],
    ["See www.example.org for more. Thanks.", ["See www.example.org for more.", "Thanks."]],
    ["半角句点也是句号.下一句", ["半角句点也是句号.", "下一句"]],
    ["Fees rose in all.However, boats pay less.", ["Fees rose in all.", "However, boats pay less."]],
    ["Orders at Northmere.in grew by half.", ["Orders at Northmere.in grew by half."]],
    ["The site ports.example.with more is open.", ["The site ports.example.with more is open."]],
  ])("%s", (text, expected) => expect(sentences(text)).toEqual(expected));
});

describe("splitClauses", () => {
  it.each([
    ["加快建设，推动改革；支持创新：三项。", ["加快建设", "推动改革", "支持创新", "三项"]],
    ["补贴1,300元，18:34发放", ["补贴1,300元", "18:34发放"]],
    ["放假四天（除夕，初一至初三），劳动节两天", ["放假四天（除夕，初一至初三）", "劳动节两天"]],
    ["（没有收口，仍然", ["（没有收口", "仍然"]],
  ])("%s", (text, expected) => expect(clauses(text)).toEqual(expected));

  it("names the delimiter of each clause", () => {
    const text = "甲，乙；丙";
    expect(splitClauses(text, all(text)).map((c) => c.delimiter)).toEqual(["，", "；", ""]);
  });

  it("does not believe a bracket to be open for ever", () => {
    expect(clauses(`（${"字".repeat(200)}，后面`)).toHaveLength(2);
  });
});

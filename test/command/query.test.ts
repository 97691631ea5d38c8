/** What people type after `/policy`, and what it is read as: a line each. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlace, writePlace } from "../../src/command/place.ts";
import { type Lookup, parseLookup } from "../../src/command/query.ts";
import { spellingsOf } from "../../src/command/spelling.ts";
import { formatPeriod } from "../../src/period/format.ts";

const TODAY = "2026-11-22";

/** 储能 | 氢能|绿氢 | =“原话” | -不要 | @来源 | #主题 | !类型 | -@ -# -! | ?没有的类型 | 时期 */
function describeLookup(lookup: Lookup): string {
  const { terms, without, from, topics, kinds, notFrom, notTopics, notKinds, unknownKinds, period } = lookup;
  return [
    ...(period?.candidates[0] ? [formatPeriod(period.candidates[0])] : []),
    ...terms.map(({ any, exact }) => (exact ? "=" : "") + any.join("|")),
    ...without.map((word) => `-${word}`),
    ...from.map((name) => `@${name}`),
    ...topics.map((name) => `#${name}`),
    ...kinds.map((kind) => `!${kind}`),
    ...notFrom.map((name) => `-@${name}`),
    ...notTopics.map((name) => `-#${name}`),
    ...notKinds.map((kind) => `-!${kind}`),
    ...unknownKinds.map((typed) => `?${typed}`),
  ].join(" ");
}

const CORPUS: readonly (readonly [typed: string, read: string])[] = [
  // Words.
  ["新能源汽车", "新能源汽车"],
  ["储能，安全", "储能 安全"],
  ["储能、氢能；光伏", "储能 氢能 光伏"],
  ["5G", "5G"],
  ["5G网络 建设", "5G网络 建设"],
  ["GB/T 7714", "GB/T 7714"],
  ["1.5℃", "1.5℃"],
  ["12,000家", "12,000家"],
  ["１２，０００家", "１２，０００家"],
  ["electric vehicles", "electric vehicles"],
  ["100%", "100%"],
  ["关于 新能源 的 政策", "新能源 政策"],
  ["measures on the grid", "measures grid"],
  ["的", "的"],
  ["储能。", "储能"],
  ["有哪些", "有哪些"],
  // Either.
  ["储能|氢能", "储能|氢能"],
  ["储能 | 氢能 | 光伏", "储能|氢能|光伏"],
  ["储能｜氢能", "储能|氢能"],
  ["储能 或 氢能", "储能|氢能"],
  ["储能 或者 氢能", "储能|氢能"],
  ["储能或氢能", "储能|氢能"],
  ["wind OR solar", "wind|solar"],
  ["储能|氢能 安全", "储能|氢能 安全"],
  ["| 储能 |", "储能"],
  ["或有负债", "或有负债"],
  ["间或停产", "间或停产"],
  ["order", "order"],
  // Without.
  ["新能源汽车 -补贴", "新能源汽车 -补贴"],
  ["新能源汽车 －补贴", "新能源汽车 -补贴"],
  ["-补贴", "-补贴"],
  ["储能 -“试点 示范”", "储能 -试点 示范"],
  ["A-B", "A-B"],
  ["中小企业-融资", "中小企业-融资"],
  ["储能 -", "储能"],
  // Exactly.
  ['"有序推进"', "=有序推进"],
  ["“有序推进” 储能", "=有序推进 储能"],
  ["「綠色金融」", "=綠色金融"],
  ["《关于促进储能发展的意见》", "=关于促进储能发展的意见"],
  ["“2024年政府工作报告”", "=2024年政府工作报告"],
  ['"有序推进', "有序推进"],
  ['""', ""],
  // Periods, anywhere.
  ["一季度", "2026Q1"],
  ["2022年一季度 新能源汽车", "2022Q1 新能源汽车"],
  ["2022年一季度新能源汽车", "2022Q1 新能源汽车"],
  ["新能源汽车 2022年一季度", "2022Q1 新能源汽车"],
  ["上半年", "2026H1"],
  ["“十四五”", "2021/2025"],
  ["“十五五” 储能", "2026/2030 储能"],
  ["十四五 储能", "2021/2025 储能"],
  ["昨天", "2026-11-21"],
  ["上周", "2026-11-09/2026-11-15"],
  ["近三个月", "2026-08-23/2026-11-22"],
  ["2024-03..2024-06", "2024-03/2024-06"],
  ["2024Q1..2024Q3 储能", "2024-01/2024-09 储能"],
  ["2023年..2024年上半年", "2023-01/2024-06"],
  ["2024年以来 储能", "2024-01-01/2026-11-22 储能"],
  ["四季如春", "四季如春"],
  ["第一季 综艺", "第一季 综艺"],
  ["2024..2020", "2024..2020"],
  // Sources, topics, kinds.
  ["from:工信部", "@工信部"],
  ["来自:工信部 储能", "储能 @工信部"],
  ["来源：财政部", "@财政部"],
  ["来自: 工信部", "@工信部"],
  ["from:工信部|财政部", "@工信部 @财政部"],
  ["来自:工信部 或 财政部 储能", "储能 @工信部 @财政部"],
  ['from:"国家发展改革委"', "@国家发展改革委"],
  ["topic:新能源汽车 上半年", "2026H1 #新能源汽车"],
  ["主题：能源", "#能源"],
  ["kind:measure 储能", "储能 !measure"],
  ["类型:举措", "!measure"],
  ["kind:finding|other", "!finding !other"],
  ["kind:nonsense 储能", "储能 ?nonsense"],
  ["类型:“情况”", "!finding"],
  ["主题:“新能源 汽车” 补贴", "补贴 #新能源 汽车"],
  ["来自:「国家 能源局」|财政部", "@国家 能源局 @财政部"],
  ["-from:财政部 储能", "储能 -@财政部"],
  ["储能 -来自：工信部|财政部", "储能 -@工信部 -@财政部"],
  ["-来自:“国家 能源局” 储能", "储能 -@国家 能源局"],
  ["储能 -topic:能源", "储能 -#能源"],
  ["储能 －主题：“新能源 汽车”", "储能 -#新能源 汽车"],
  ["-主题:能源", "-#能源"],
  ["储能 -kind:finding", "储能 -!finding"],
  ["储能 -类型:情况|其他", "储能 -!finding -!other"],
  ["储能 -kind:nonsense", "储能 ?nonsense"],
  ["主题:能源 -主题:储能", "#能源 -#储能"],
  ["foo:bar", "foo:bar"],
  ["https://a.example/x", "https://a.example/x"],
  // Document numbers in any brackets are no period.
  ["国发〔2024〕7号", "国发〔2024〕7号"],
  ["国发(2024)7号", "国发〔2024〕7号"],
  ["国发（2024）7 号", "国发〔2024〕7号"],
  ["国发[2024]第7号 储能", "国发〔2024〕7号 储能"],
  ["国发【2024】7號", "国发〔2024〕7号"],
  // Everything at once.
  ["来自:工信部 2024年 储能|氢能 -补贴 “示范项目” 主题:能源", "2024 储能|氢能 =示范项目 -补贴 @工信部 #能源"],
];

describe("parseLookup", () => {
  it.each(CORPUS)("%s", (typed, read) => {
    expect(describeLookup(parseLookup(typed, TODAY))).toBe(read);
  });

  it("takes a period without a year for that of this year or of one before", () => {
    const { period } = parseLookup("一季度", TODAY);
    expect(period?.candidates.slice(0, 2).map(formatPeriod)).toEqual(["2026Q1", "2025Q1"]);
  });

  it("keeps the page out of the question", () => {
    expect(parseLookup("储能 page:3", TODAY)).toMatchObject({ query: "储能", page: 3 });
    const place = { group: 1, tier: 2, number: 21_487_419_400, shown: 40, year: 2026 };
    expect(parseLookup(`一季度 储能 after:${writePlace(place)}`, TODAY)).toMatchObject({
      query: "一季度 储能",
      after: place,
    });
    expect(parseLookup("储能 after:nonsense", TODAY)).toMatchObject({ query: "储能", after: undefined });
    expect(readPlace("-1.0.0.0")).toBeUndefined();
  });

  it("reads whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'储能或|-:：“”"《》〔〕,，. 12年5Ga\ufdd0页') }), (line) => {
        const { terms, query } = parseLookup(line, TODAY);
        expect(terms.every(({ any }) => any.every((word) => word.trim() !== ""))).toBe(true);
        expect(query).toBe(query.trim());
      }),
      { numRuns: 500 },
    );
  });
});

describe("spellings", () => {
  it.each([
    ["工信部", "工业和信息化部"],
    ["工业和信息化部", "工信部"],
    ["5G网络", "5g 网络"],
    ["vehicle", "vehicles"],
    ["vehicles", "vehicle"],
    ["国发〔2024〕7号", "国发[2024]7号"],
  ])("%s is also %s", (word, other) => {
    expect(spellingsOf({ any: [word], exact: false })).toContain(other);
    expect(spellingsOf({ any: [word], exact: true })).toHaveLength(1);
  });

  it.each(["储能", "AI", "gas", "GB/T"])("%s is nothing else", (word) => {
    expect(spellingsOf({ any: [word], exact: false })).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { articleIdOf, fingerprintOf, readPage, readText, toArticle } from "../../src/flow/read.ts";

const normalized = (text: string, publishedAt?: string, timezone?: string) =>
  readText(text, { publishedAt, timezone }).periods.map((mention) => mention.normalized);

describe("reading", () => {
  it("takes the date from the line that says it, where nobody else does", () => {
    const text = "某厅部署一季度工作\n发布时间：2022-03-09 阅读量：\n一季度，一是扩大有效投资。二是稳定外贸订单。";
    const reading = readText(text, {});
    expect(reading.publishedAt).toBe("2022-03-08T16:00:00.000Z");
    expect(reading.periods.map((mention) => mention.normalized)).toEqual(["2022Q1"]);
    expect(reading.text).not.toContain("阅读量");
    expect(readText(text, { publishedAt: "2024-05-01" }).publishedAt).toBe("2024-05-01");
  });

  it("tells periods from the day where it was published: late in UTC may be next year in Beijing", () => {
    expect(normalized("今年一季度，投资增长。", "2025-12-31T17:00:00.000Z")).toEqual(["2026Q1"]);
    expect(normalized("今年一季度，投资增长。", "2025-12-31T17:00:00.000Z", "Europe/London")).toEqual(["2025Q1"]);
  });

  it("reads no more of a text than any article has, and says so", () => {
    const { text, removed } = readText("一是办好实事。\n".repeat(60_000), {});
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(removed.map(({ reason }) => reason)).toContain("too-long");
  });

  it("keeps the lines of plain text, and reads tags as a page", () => {
    expect(readPage("一是扩大有效投资。\n二是稳定外贸订单。", {}).measures).toHaveLength(2);
    expect(readPage("<p>一是扩大有效投资。</p><p>二是稳定外贸订单。</p>", {}).measures).toHaveLength(2);
  });
});

describe("an article", () => {
  const input = {
    url: "https://a.test/1.html",
    seenAt: "2026-11-20T00:00:00.000Z",
    topics: ["能源"],
    assign: () => ["工业", "消费"],
  };
  const periodsOf = (title: string, text: string) =>
    toArticle(readText(text, { title, publishedAt: "2026-05-06" }), input).measures.map(({ periods }) =>
      periods.map(({ start }) => start),
    );

  it("is about the periods a measure names, else those of the title, else those of the first paragraph", () => {
    const text = "上半年，各地抓好以下工作。\n一是扩大有效投资。\n二是到2028年建成十个平台。";
    expect(periodsOf("一季度工作部署", text)).toEqual([["2026-01-01"], ["2028-01-01"]]);
    expect(periodsOf("工作部署", text)).toEqual([["2026-01-01"], ["2028-01-01"]]);
    expect(
      toArticle(readText(text, { title: "工作部署", publishedAt: "2026-05-06" }), input).measures[0]?.periods[0]?.grain,
    ).toBe("half");
  });

  it("belongs to the topics of its feed and to the one its words speak of most", () => {
    const { measures } = toArticle(readText("一是扩大有效投资。\n二是稳定外贸订单。", {}), input);
    expect(measures[0]?.topics).toEqual(["能源", "工业"]);
  });

  it("has one id however its address is written", () => {
    expect(articleIdOf("https://A.test/1.html?utm_source=x#top")).toBe(articleIdOf("https://a.test/1.html"));
    expect(articleIdOf("https://a.test/2.html")).not.toBe(articleIdOf("https://a.test/1.html"));
    expect(fingerprintOf("a", undefined)).not.toBe(fingerprintOf("a", ""));
  });
});

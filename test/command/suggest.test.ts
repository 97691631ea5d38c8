import { describe, expect, it } from "vitest";
import { parseCommand } from "../../src/command/parse.ts";
import { createSuggest, type SuggestParts } from "../../src/command/suggest.ts";
import { createClock, SILENT } from "../flow/world.ts";

const store = {
  listIssuers: async () => ["工业和信息化部", "国家能源局", "某市工业局"],
  seenFeeds: async () => undefined,
  listFeeds: async () => [{ id: "nea", title: "国家能源局要闻" }],
} as unknown as SuggestParts["store"];

const clock = createClock();

describe("suggestions", () => {
  const suggest = createSuggest({ store, clock, log: SILENT, topics: () => ["能源与储能", "储能"] });
  const labels = async (...asked: Parameters<typeof suggest>): Promise<string[]> =>
    (await suggest(...asked)).map(({ label }) => label);

  it("put what begins with the typed words first, in either script", async () => {
    expect(await labels("topic", "儲", "zh-CN")).toEqual(["储能", "能源与储能"]);
    expect(await labels("issuer", "工业", "zh-CN")).toEqual(["工业和信息化部", "某市工业局"]);
    expect(await suggest("feed", "能源", "zh-CN")).toEqual([{ label: "国家能源局要闻", value: "nea" }]);
  });

  it("offer periods that the parser reads, of a year that was typed too", async () => {
    expect(await labels("period", "2025年一", "zh-CN")).toEqual(["2025年一季度"]);
    for (const [locale, typed] of [
      ["zh-CN", ""],
      ["en", ""],
      ["en", "2025"],
    ] as const) {
      const words = await labels("period", typed, locale);
      expect(words.length).toBeGreaterThan(3);
      for (const word of words)
        expect([word, parseCommand(`/policy ${word}`, { today: "2026-11-22" })]).toMatchObject([
          word,
          { terms: [], period: {} },
        ]);
    }
  });

  it("ask the store once a minute, however fast somebody types", async () => {
    let asked = 0;
    const counting = { ...store, listIssuers: async () => [`第${++asked}次`] };
    const hold = createSuggest({ store: counting, clock, log: SILENT, topics: () => [] });
    for (const typed of ["", "第", "第1"]) expect(await hold("issuer", typed, "zh-CN")).toHaveLength(1);
    clock.advance(61_000);
    expect(await hold("issuer", "", "zh-CN")).toMatchObject([{ label: "第2次" }]);
  });

  it("are none where the store fails", async () => {
    const broken = { ...store, listIssuers: () => Promise.reject(new Error("down")) };
    expect(await createSuggest({ store: broken, clock, log: SILENT, topics: () => [] })("issuer", "", "en")).toEqual(
      [],
    );
  });
});

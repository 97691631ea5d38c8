import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDigest } from "../../src/digest/compose.ts";
import { mergeReposts } from "../../src/digest/merge.ts";
import { renderDigest } from "../../src/digest/render.ts";
import { splitDocument } from "../../src/digest/split.ts";
import type { Block, Document } from "../../src/document.ts";
import { messagesFor } from "../../src/locale/locale.ts";
import type { ArchivedArticle } from "../../src/model.ts";
import { fillerOf } from "../filler.ts";
import { fitsWithin } from "../fits.ts";
import { archivedArticle } from "./sample.ts";

const OPTIONS = { channel: "terminal:x", slot: "s", limit: 40, minScore: 0.3, topics: ["能源", "消费"], told: [] };
const compose = (articles: readonly ArchivedArticle[], options = {}) =>
  composeDigest(articles, { ...OPTIONS, ...options });
const STORY =
  "省里近日出台十条办法，支持企业更新设备，对购置费用按比例给予补助，并把审批时限压到五个工作日以内，各市须在月底前公布细则，逾期将通报。";

describe("mergeReposts", () => {
  it("shows one story once, by the telling that says most, and names the others", () => {
    const original = archivedArticle({
      id: "a",
      source: "厅网站",
      measures: ["支持更新设备", "压缩审批时限"],
      text: STORY.repeat(3),
    });
    const repost = archivedArticle({
      id: "b",
      source: "协会",
      measures: ["支持更新设备"],
      text: `据悉，${STORY.repeat(3)}`,
    });
    const other = archivedArticle({ id: "c", measures: ["扩大开放"] });
    const merged = mergeReposts([repost, other, original]);
    expect(merged.map(({ article }) => article.id)).toEqual(["a", "c"]);
    expect(merged[0]?.alsoAt).toEqual([
      { articleId: "b", url: "https://site.example/b", title: "标题b", source: "协会" },
    ]);
  });

  const told = (id: string, title: string, text: string) => archivedArticle({ id, title, measures: [], text });
  const count = (...articles: ArchivedArticle[]) => mergeReposts(articles).length;

  it.each([
    ["titles that are equal but for script and punctuation", "關於推動設備更新的通知", "《关于推动设备更新的通知》"],
    ["one document number", "江工信〔2026〕87号印发", "某厅发布江工信〔2026〕87号文件"],
  ])("needs less of the text for %s", (_, one, other) => {
    const excerpt = STORY.repeat(2);
    expect(count(told("a", one, excerpt + fillerOf("a", 180)), told("b", other, excerpt + fillerOf("b", 190)))).toBe(1);
    expect(
      count(
        told("a", "甲市的消息", excerpt + fillerOf("a", 300)),
        told("b", "乙县的消息", excerpt + fillerOf("b", 330)),
      ),
    ).toBe(2);
  });

  it.each([
    ["of another month", "3月份工业运行情况", "4月份工业运行情况", "", ""],
    [
      "with other figures",
      "工业运行情况通报",
      "工业运行情况通报",
      "增长6.4%、5.8%、12.7%、33.1%，共计412亿元。",
      "增长7.9%、3.3%、10.2%、40.6%，共计526亿元。",
    ],
    ["of another document number", "江工信〔2026〕87号", "江工信〔2026〕88号", "", ""],
  ])("keeps editions apart: %s", (_, one, other, oneFigures, otherFigures) => {
    expect(count(told("a", one, STORY.repeat(3) + oneFigures), told("b", other, STORY.repeat(3) + otherFigures))).toBe(
      2,
    );
  });

  it("does not merge what only has a common title", () => {
    expect(count(told("a", "通知公告", fillerOf("a", 300)), told("b", "通知公告", fillerOf("b", 300)))).toBe(2);
  });
});

describe("composeDigest", () => {
  it("counts every measure: what is shown and what is omitted are all there are", () => {
    const sizes = fc.array(
      fc.record({ count: fc.integer({ min: 0, max: 30 }), source: fc.constantFrom("甲", "乙", "丙") }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 60 }), (articles, limit) => {
        const given = articles.map(({ count, source }, i) =>
          archivedArticle({
            id: `n${i}`,
            source,
            measures: Array.from({ length: count }, (_, k) => fillerOf(`${i}.${k}`, 9)),
          }),
        );
        const digest = compose(given, { limit });
        const shown = digest.sections.flatMap((section) => section.articles.flatMap(({ measures }) => measures));
        const all = articles.reduce((sum, { count }) => sum + count, 0);
        expect(shown.length + digest.omitted).toBe(all);
        expect(shown.length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it("lets no source flood: every source's best comes before any source's second", () => {
    const flood = Array.from({ length: 6 }, (_, i) =>
      archivedArticle({ id: `f${i}`, source: "洪水", measures: ["一", "二"], score: 0.9 }),
    );
    const single = archivedArticle({ id: "s", source: "小报", measures: ["独一条"], score: 0.5 });
    const digest = compose([...flood, single], { limit: 3 });
    const ids = digest.sections.flatMap(({ articles }) => articles.map(({ article }) => article.id));
    expect(ids).toContain("s");
  });

  it("keeps inner points only with their outer ones when it must choose", () => {
    const many = archivedArticle({ id: "m", measures: ["外一", ">内一", ">内二", "外二", ">内三"] });
    const [shown] = compose([many], { limit: 2 }).sections[0]?.articles ?? [];
    expect(shown?.measures.map(({ ordinal }) => ordinal)).toEqual([1, 4]);
    expect(shown?.hidden).toBe(3);
  });

  it("groups by topic in the configured order, the rest last, and leaves weak measures out", () => {
    const digest = compose([
      archivedArticle({ id: "a", measures: ["甲"], topics: ["消费"] }),
      archivedArticle({ id: "b", measures: ["乙"] }),
      archivedArticle({ id: "c", measures: ["丙"], topics: ["能源"] }),
      archivedArticle({ id: "d", measures: ["丁"], score: 0.1 }),
    ]);
    expect(digest.sections.map(({ topic }) => topic)).toEqual(["能源", "消费", ""]);
    expect(digest.omitted).toBe(0);
  });
});

const words = (block: Block): string =>
  "inlines" in block
    ? block.inlines.map(({ value }) => value).join("")
    : block.type === "list"
      ? JSON.stringify(block.items)
      : "";

describe("renderDigest", () => {
  const render = (articles: readonly ArchivedArticle[], locale = "zh-CN", options = {}): Document =>
    renderDigest(compose(articles, options), {
      messages: messagesFor(locale),
      timezone: "Asia/Shanghai",
      title: "举要 · 2026-11-23",
      demo: false,
      adjustable: false,
    });

  it("tells the day in the channel's zone, the article's facts, its measures, and what was left out", () => {
    const document = render([archivedArticle({ id: "a", issuer: "某厅", measures: ["外", ">内", "又一"] })], "zh-CN", {
      limit: 2,
    });
    const told = document.blocks.map(words).join("\n");
    expect(told).toContain("某厅 · 某报 · 2026-11-20");
    expect(told).toContain("余 1 条未列出");
    const list = document.blocks.find(({ type }) => type === "list");
    expect(list).toMatchObject({
      ordered: true,
      items: [{ inlines: [{ value: "外" }] }, { inlines: [{ value: "又一" }] }],
    });
  });

  it("speaks the language of the channel", () => {
    expect(render([archivedArticle({ id: "a", measures: ["甲"] })], "en").blocks.map(words)).toContain(
      "1 article, 1 measure",
    );
  });
});

describe("splitDocument", () => {
  const document: Document = {
    title: "题",
    blocks: Array.from({ length: 9 }, (_, i): Block[] => [
      { type: "heading", level: 3, inlines: [{ type: "text", value: `标题${i}` }] },
      {
        type: "list",
        ordered: true,
        items: Array.from({ length: 5 }, (_, k) => ({ inlines: [{ type: "text", value: `条目${i}${k}` }] })),
      },
    ]).flat(),
  };

  it("leaves a document that fits in one part", () => {
    expect(splitDocument(document, fitsWithin(100, 10_000))).toEqual([document]);
  });

  it("keeps every part within the limits and loses nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 10, max: 200 }), (blocks, characters) => {
        const fits = fitsWithin(blocks, characters);
        const parts = splitDocument(document, fits);
        expect(parts.filter((part) => !fits(part))).toEqual([]);
        const said = (all: readonly Block[]) =>
          all
            .map(words)
            .join("")
            .match(/(?:标题|条目)\d+/g);
        expect(said(parts.flatMap((part) => part.blocks))).toEqual(said(document.blocks));
      }),
    );
  });

  it("keeps an article together where it can, and numbers go on where a list is cut", () => {
    const [first] = splitDocument(document, fitsWithin(3, 1000));
    expect(first?.blocks.map(({ type }) => type)).toEqual(["heading", "list"]);
    const cut = splitDocument(document, fitsWithin(50, 12)).flatMap((part) => part.blocks);
    expect(cut.flatMap((block) => (block.type === "list" ? [block.start] : [])).slice(0, 3)).toEqual([1, 3, 4]);
  });
});

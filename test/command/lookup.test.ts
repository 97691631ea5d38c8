/** Look-ups over an archive: what a person asks, and what the answer says and offers. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerLookup } from "../../src/command/lookup-answer.ts";
import { parseCommand } from "../../src/command/parse.ts";
import { parseLookup } from "../../src/command/query.ts";
import { answerSeries } from "../../src/command/trend.ts";
import type { Action, Block, Document } from "../../src/document.ts";
import { messagesFor } from "../../src/locale/locale.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { createClock, makeFeed, makePeriod, makeRecord, type RecordSample } from "../store/sample.ts";
import { tell } from "./asking.ts";

const TODAY = "2026-11-22";
const ASKING = {
  messages: messagesFor("zh-CN"),
  now: new Date(`${TODAY}T02:00:00.000Z`),
  timezone: "Asia/Shanghai",
};

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ":memory:", clock: createClock() });
  await store.putFeed(makeFeed());
});
afterEach(() => store.close());

let written = 0;
const put = (
  day: string,
  measures: NonNullable<RecordSample["measures"]>,
  article: RecordSample["article"] = {},
): Promise<unknown> =>
  store.archive(
    makeRecord(`篇${++written}`, { measures, article: { publishedAt: `${day}T02:00:00.000Z`, ...article } }),
  );
/** Text that no other article has: otherwise short samples would be reposts of each other. */
const filler = (seed: number): string =>
  Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + ((seed * 977 + i * 131) % 6000))).join("");
const quarter = (year: number) => makePeriod(`${year}-01-01`, `${year}-04-01`);

const ask = (line: string): Promise<Document> => answerLookup(store, parseLookup(line, TODAY), ASKING);
const actionsOf = ({ blocks }: Document): readonly Action[] =>
  blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
const lineOf = (action: Action | undefined): string => (action?.command ?? "").replace("/policy ", "");
const headlinesOf = ({ blocks }: Document): string[] =>
  blocks
    .filter((block): block is Extract<Block, { type: "list" }> => block.type === "list")
    .flatMap(({ items }) => items.map(({ inlines }) => inlines.map(({ value }) => value).join("")));

/** All pages, by their buttons; `between` happens after each. */
async function readPages(line: string, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const headlines: string[] = [];
  for (let next: string | undefined = line; next !== undefined; ) {
    const page = await ask(next);
    headlines.push(...headlinesOf(page));
    await between();
    const more = actionsOf(page).find(({ label }) => label === "更多");
    next = more && lineOf(more);
  }
  return headlines;
}

describe("a look-up", () => {
  it("tells what has the words in the headline first, then in the detail, the title, elsewhere; each newest first", async () => {
    await put("2026-03-01", [{ headline: "完善规则", topics: ["储能"] }], { title: "通知" });
    await put("2026-02-01", [{ headline: "开展试点" }], { title: "储能工作" });
    await put("2026-01-01", [{ headline: "安排资金", detail: "用于储能项目" }], { title: "通知" });
    await put("2025-01-01", [{ headline: "建设储能电站" }], { title: "通知" });
    await put("2025-06-01", [{ headline: "规范储能并网" }], { title: "储能通知" });
    expect(headlinesOf(await ask("储能"))).toEqual([
      "规范储能并网",
      "建设储能电站",
      "安排资金",
      "开展试点",
      "完善规则",
    ]);
  });

  it("puts what only has a topic of that name last, says why, and how many the text itself names", async () => {
    await put("2026-03-03", [{ headline: "完善规则", topics: ["储能"] }], { title: "通知" });
    await put("2026-03-02", [{ headline: "开展检查" }], { title: "通知", issuer: "某市储能办公室" });
    await put("2026-03-01", [{ headline: "建设储能电站", topics: ["储能"] }], { title: "通知" });
    const answer = await ask("储能");
    expect(headlinesOf(answer)).toEqual(["建设储能电站", "开展检查", "完善规则"]);
    expect(tell(answer)).toContain("共 2 条举措 · 另有 1 条只是主题相符");
    const items = answer.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
    expect(items.map(({ children }) => children?.[0]?.inlines.map(({ value }) => value).join(""))).toEqual([
      undefined,
      undefined,
      "主题：储能",
    ]);
    expect(tell(await ask("检查"))).not.toContain("主题相符");
    expect(tell(await ask("储能 规则"))).toContain("有字词不在文中，只是主题相符");
  });

  it("marks the words, and shows why what has them elsewhere was found", async () => {
    await put("2026-03-01", [{ headline: "建設儲能電站" }]);
    await put("2026-01-01", [{ headline: "安排资金", detail: `${"甲".repeat(40)}用于储能项目${"乙".repeat(40)}` }]);
    const { blocks } = await ask("储能");
    const items = blocks.flatMap((block) => (block.type === "list" ? block.items : []));
    expect(items[0]?.inlines).toEqual([
      { type: "text", value: "建設" },
      { type: "strong", value: "儲能" },
      { type: "text", value: "電站" },
    ]);
    expect(items[1]?.children?.[0]?.inlines).toContainEqual({ type: "strong", value: "储能" });
    expect(items[1]?.children?.[0]?.inlines.map(({ value }) => value).join("")).toMatch(/^…甲+用于储能项目乙+…$/);
  });

  it("marks the words in the title and in the name of the issuer", async () => {
    const article = { title: "关于儲能的通知", issuer: "某市储能办公室", url: "https://a.test/1" };
    await put("2026-03-01", [{ headline: "扩大规模" }], article);
    const { blocks } = await ask("储能");
    expect(blocks.find(({ type }) => type === "heading")).toEqual({
      type: "heading",
      level: 3,
      inlines: [{ type: "link", value: article.title, url: article.url, marks: [{ start: 2, end: 4 }] }],
    });
    expect(blocks.filter(({ type }) => type === "note")[1]).toEqual({
      type: "note",
      inlines: [
        { type: "text", value: "某市" },
        { type: "strong", value: "储能" },
        { type: "text", value: "办公室 · 部委要闻 · 2026-03-01" },
      ],
    });
  });

  it("finds by everything at once", async () => {
    const issuer = { issuer: "工业和信息化部" };
    await put("2026-03-01", [{ headline: "建设储能电站" }, { headline: "给予储能补贴" }], issuer);
    await put("2026-03-02", [{ headline: "建设氢能项目", topics: ["能源"] }], issuer);
    await put("2026-03-03", [{ headline: "推广储能" }]);
    expect(headlinesOf(await ask("储能|氢能 -补贴 来自:工信部"))).toEqual(["建设氢能项目", "建设储能电站"]);
    expect(headlinesOf(await ask("工信部 储能"))).toEqual(["建设储能电站", "给予储能补贴"]);
    expect(headlinesOf(await ask("主题:能源"))).toEqual(["建设氢能项目"]);
    expect(headlinesOf(await ask("来自:部委要闻 推广"))).toEqual(["推广储能"]);
    expect(headlinesOf(await ask("类型:情况 储能"))).toEqual([]);
    expect(headlinesOf(await ask("“储能电站”"))).toEqual(["建设储能电站"]);
  });

  it("leaves out topics, sources and kinds", async () => {
    await put("2026-03-01", [{ headline: "建设储能电站", topics: ["能源"] }], { issuer: "工业和信息化部" });
    await put("2026-03-02", [{ headline: "推广储能", topics: ["消费"] }], { issuer: "商务部" });
    expect(headlinesOf(await ask("储能 -主题:能源"))).toEqual(["推广储能"]);
    expect(headlinesOf(await ask("储能 -来自:工信部"))).toEqual(["推广储能"]);
    expect(headlinesOf(await ask("储能 -来自:部委要闻"))).toEqual([]);
    expect(headlinesOf(await ask("-主题:“消费”"))).toEqual(["建设储能电站"]);
    expect(headlinesOf(await ask("储能 -类型:情况"))).toHaveLength(2);
    expect(headlinesOf(await ask("储能 -类型:举措"))).toEqual([]);
    expect(actionsOf(await ask("储能 -来自:部委要闻")).map(({ label }) => label)).toEqual(["储能（2）"]);
    expect(tell(await ask("储能 类型:数字"))).toContain("没有“数字”这一类型");
  });

  it("finds a character beside a word, and what lacks one", async () => {
    await put("2026-03-01", [{ headline: "汽车购置补贴" }, { headline: "农机购置补贴" }, { headline: "新车上市" }]);
    expect(headlinesOf(await ask("车 补贴"))).toEqual(["汽车购置补贴"]);
    expect(headlinesOf(await ask("补贴 -车"))).toEqual(["农机购置补贴"]);
    expect(headlinesOf(await ask("车|补贴"))).toHaveLength(3);
    expect(headlinesOf(await ask("车|船 新|旧"))).toEqual(["新车上市"]);
  });

  it("finds a document by its number in any brackets", async () => {
    await put("2026-03-01", [{ headline: "扩大开放" }], { title: "关于扩大开放的意见（国发[2024]7号）" });
    for (const typed of ["国发〔2024〕7号", "国发（2024）7号", "国发【2024】第7号"])
      expect(headlinesOf(await ask(typed)), typed).toEqual(["扩大开放"]);
    expect(headlinesOf(await ask("国发〔2024〕17号"))).toEqual([]);
    await put("2026-03-02", [{ headline: "国办发〔2025〕3号" }, { headline: "扩大消费" }], { title: "通知" });
    expect(tell(await ask("国办发（2025）3号"))).toContain("文号：");
  });

  it("takes a period without a year for the latest one of which there is something, and offers the one before", async () => {
    await put("2025-03-01", [{ headline: "去年一季度", periods: [quarter(2025)] }]);
    await put("2024-03-01", [{ headline: "前年一季度", periods: [quarter(2024)] }]);
    await put("2025-02-01", [{ headline: "当时发布" }]);
    const answer = await ask("一季度");
    expect(tell(answer)).toContain("按 2025 年一季度");
    expect(headlinesOf(answer)).toEqual(["去年一季度", "当时发布"]);
    const headings = answer.blocks.filter((block) => block.type === "heading" && block.level === 2);
    expect(headings.map((heading) => tell({ title: "", blocks: [heading] }))).toEqual([
      expect.stringContaining("关于 2025 年一季度"),
      expect.stringContaining("2025 年一季度 发布"),
    ]);
    const [before] = actionsOf(answer);
    expect(before?.label).toBe("2024 年一季度（1）");
    expect(headlinesOf(await ask(lineOf(before)))).toEqual(["前年一季度"]);
  });

  it("tells a five-year plan by its name", async () => {
    await put("2024-03-01", [{ headline: "规划", periods: [makePeriod("2021-01-01", "2026-01-01")] }]);
    for (const typed of ["“十四五”", "十四五", "第十四个五年规划"])
      expect(tell(await ask(typed)), typed).toContain("按 “十四五”时期（2021—2025 年）");
    const english = { ...ASKING, messages: messagesFor("en") };
    const answer = await answerLookup(store, parseLookup("十四五", TODAY), english);
    expect(tell(answer)).toContain("read as the 14th Five-Year Plan (2021–2025)");
  });

  it("turns pages without repeat or gap while new articles arrive", async () => {
    for (let i = 0; i < 15; i++)
      await put(`2026-01-${10 + i}`, [
        { headline: `储能甲${i}。`, periods: i % 2 ? [quarter(2026)] : [] },
        { headline: `乙${i}。`, detail: `储能${filler(i)}` },
        { headline: `丙${i}。`, topics: ["储能"] },
      ]);
    const before = await readPages("储能");
    expect(new Set(before).size).toBe(45);
    expect(before).toHaveLength(45);
    const arriving = await readPages("储能", () => put("2026-02-01", [{ headline: "储能新到" }]));
    expect(arriving).toEqual(before);
    const ofPeriod = await readPages("一季度", () => put("2026-12-31", [{ headline: "四季度的事" }]));
    expect(new Set(ofPeriod).size).toBe(46);
  });

  it("tells a repost once, on a later page too", async () => {
    const story =
      "关于开展储能电站安全检查的通知，要求各地在六月底前完成储能电站隐患排查，建立储能台账并逐站销号整改到位。";
    const text = `储能检查。${story.repeat(3)}`;
    const share = async (id: string, day: string) => {
      const record = makeRecord(id, {
        article: { id, url: `https://${id}.test/`, title: `${id}转发`, publishedAt: `${day}T00:00:00.000Z` },
      });
      const [measure] = record.measures;
      if (!measure) throw new Error("no measure");
      const headline = { start: 0, end: 4 };
      await store.archive({ ...record, article: { ...record.article, text }, measures: [{ ...measure, headline }] });
    };
    await share("a", "2026-03-20");
    for (let i = 0; i < 125; i++) await put("2026-02-10", [{ headline: `储能项目${i}${filler(i)}` }]);
    await share("b", "2026-01-01");
    expect((await readPages("储能")).filter((headline) => headline === "储能检查")).toHaveLength(1);
  });

  it("counts exactly to a thousand, and says when there are more", async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => ({ headline: `储能${i}号` }));
    await put("2026-01-01", many(1000));
    expect(tell(await ask("储能"))).toContain("共 1000 条举措");
    await put("2026-01-02", many(1));
    expect(tell(await ask("储能"))).toContain("共 1,000 条以上举措");
  });

  it("offers a topic or a year only where it narrows", async () => {
    for (let i = 0; i < 24; i++)
      await put(`${i % 2 ? 2025 : 2026}-01-01`, [{ headline: `储能${i}号`, topics: i < 8 ? ["电网"] : ["能源"] }]);
    const labels = actionsOf(await ask("储能")).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(["能源（16）", "电网（8）", "2025 年（12）", "2026 年（12）"]));
    for (const action of actionsOf(await ask("储能")).filter(({ label }) => label.includes("（")))
      expect(tell(await ask(lineOf(action)))).toContain(`共 ${/（(\d+)）/.exec(action.label)?.[1]} 条`);
    expect(actionsOf(await ask("储能 电网")).map(({ label }) => label)).toEqual(["分享到频道"]);
  });

  it("offers the nearest that finds something where nothing was found", async () => {
    await put("2026-05-01", [{ headline: "支持新能源汽车下乡" }, { headline: "扩大充电网络" }]);
    const offered = async (line: string) => actionsOf(await ask(line)).map(({ label }) => label);
    expect(await offered("新能源骑车")).toContain("新能源汽车（1）");
    expect(await offered("新能源汽车 火星")).toEqual(["新能源汽车（1）"]);
    expect(await offered("2026年6月 新能源汽车")).toEqual([
      "2026 年二季度（1）",
      "2026 年上半年（1）",
      "2026 年（1）",
      "新能源汽车（1）",
    ]);
    expect(await offered("来自:财政部 充电")).toEqual(["充电（1）"]);
    expect(await offered("火星移民")).toEqual([]);
  });
});

describe("trend and compare", () => {
  const series = async (line: string): Promise<Document> => {
    const command = parseCommand(`/policy ${line}`, { today: TODAY });
    if (command.name !== "trend" && command.name !== "compare") throw new Error(command.name);
    return answerSeries(store, command, ASKING);
  };

  it("tells how often, by quarter, with a gap where there was nothing", async () => {
    await put("2026-01-05", [
      { headline: "储能一" },
      { headline: "储能二" },
      { headline: "储能三" },
      { headline: "储能四" },
    ]);
    await put("2026-08-05", [{ headline: "储能五" }, { headline: "别的" }]);
    const told = tell(await series("trend 储能"));
    expect(told).toContain("█·▂·");
    expect(told).toContain("2026 年一季度（4）");
    expect(tell(await series("趋势 火星"))).toContain("没有找到");
  });

  it("sets two periods side by side", async () => {
    await put("2025-01-05", [{ headline: "储能去年" }]);
    await put("2026-01-05", [{ headline: "储能今年" }]);
    const answer = await series("compare 2025Q1 2026Q1 储能");
    expect(headlinesOf(answer)).toEqual(["储能去年", "储能今年"]);
    expect(tell(answer)).toContain("2025 年一季度（1）");
    expect(parseCommand("/policy compare 储能", { today: TODAY })).toMatchObject({ name: "lookup" });
  });
});

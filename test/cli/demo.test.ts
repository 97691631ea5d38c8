/** What a newcomer sees, with the samples that ship. */
import { beforeAll, describe, expect, it } from "vitest";
import { newDataDir, type Run, runCli } from "./runtime.ts";

const DATA = { DATA_DIR: newDataDir() };

interface Value {
  readonly total: number;
  readonly periods: readonly string[];
  readonly articles: readonly { title: string; measures: readonly { headline: string }[] }[];
}

async function policy(...words: string[]): Promise<Value> {
  return JSON.parse((await runCli(["policy", "--json", ...words], DATA)).out) as Value;
}
const headlines = (value: Value): string[] =>
  value.articles.flatMap(({ measures }) => measures.map(({ headline }) => headline));

describe("the demo", () => {
  let first: Run;
  beforeAll(async () => {
    first = await runCli(["policy", "2022年一季度"], DATA);
  });

  it("answers the first look-up on a new machine, also from the polluted article", () => {
    expect(first).toMatchObject({ exit: 0, err: expect.stringMatching(/^正在读取订阅源 0\/5\n$/) });
    for (const headline of [
      "全力保障重点企业连续生产",
      "加快推进重大项目开工建设",
      "切实减轻中小企业经营负担",
      "深入推进制造业技术改造",
    ]) {
      expect(first.out).toContain(headline);
    }
    expect(first.out).toContain("2022 年一季度");
    expect(first.out).not.toMatch(/[當發業]|\([a-zāáǎà]+\)/u);
  });

  it.each([
    ["新能源汽车", "扩大储能和新能源汽车出口"],
    ["新能源汽車", "扩大储能和新能源汽车出口"],
    ["一季度 减轻", "切实减轻中小企业经营负担"],
    ["二〇二二年一季度", "深入推进制造业技术改造"],
    ["GRID", "Release capacity held by stalled projects"],
  ])("policy %s", async (words, headline) => {
    expect(headlines(await policy(words))).toContain(headline);
  });

  it("writes all that it finds as a table, and as Markdown", async () => {
    const csv = (await runCli(["policy", "--csv", "储能", "-安全"], DATA)).out;
    expect(csv).toMatch(/^\ufeff举措,详情,文章,发文机关,来源,发布日期,类型,主题,网址,数量,期限,施行日\r\n/);
    expect(csv).toContain("扩大储能和新能源汽车出口,");
    expect(csv).not.toContain("严格储能电站安全准入");
    expect((await runCli(["policy", "--md", "储能"], DATA)).out).toMatch(
      /^# 查询：储能\n\n共 \d+ 条举措 · 另有 \d+ 条只是主题相符/,
    );
    expect((await runCli(["policy", "trend", "储能"], DATA)).out).toContain("按发布的季度计");
    expect(await runCli(["policy", "储能", "--jsn"], DATA)).toMatchObject({ exit: 2, out: "" });
  });

  it("tells clearly when there is nothing", async () => {
    const nothing = await runCli(["policy", "火星移民"], DATA);
    expect(nothing).toMatchObject({ exit: 0, err: "" });
    expect(nothing.out).toContain("没有找到与“火星移民”有关的举措");
  });

  it("reads all five sources, GBK and a site without a feed among them", async () => {
    const feeds = JSON.parse((await runCli(["feeds", "list", "--json"], DATA)).out) as {
      id: string;
      check: { failures: number };
    }[];
    expect(feeds.map(({ id, check }) => [id, check.failures])).toEqual(
      ["gongxin", "fagai", "maoyi", "xiehui", "northmere"].map((id) => [id, 0]),
    );
    expect(headlines(await policy("海外仓"))).toContain("新增八个公共海外仓");
  });

  it("prints a digest with topics, issuers, dates, numbered measures and 另见, and marks nothing", async () => {
    const { out } = await runCli(["digest"], DATA);
    expect(out).toMatch(/^举要 · 2026-11-22\n/);
    expect(out).toContain("■ 新能源汽车");
    expect(out).toMatch(/另见 1 处：/);
    expect(out).toMatch(/ {2}\d\. 加快车规级芯片上车应用\n {2}\d\. 支持固态电池中试验证/);
    expect(out).toMatch(/余 \d+ 条未列出/);
    expect((await runCli(["digest"], DATA)).out).toBe(out);
  });

  it("posts its digest at the first start and says 今日无新举措 at the second", async () => {
    const start = { DATA_DIR: newDataDir() };
    const once = await runCli(["start"], start);
    expect(once.exit).toBe(0);
    expect(once.out).toContain("加快车规级芯片上车应用");
    expect(once.err.match(/"msg":"ready"/g)).toHaveLength(1);
    const twice = await runCli(["start"], start);
    expect(twice.out).toContain("今日无新举措");
    expect(twice.out).toContain("/digest last");
    expect(twice.out).not.toContain("加快车规级芯片上车应用");
  });

  it("explains an article step by step", async () => {
    const { out } = await runCli(["why", "https://xiehui.example/news/202203/20220309-0412.html"], DATA);
    expect(out).toContain("江海储能与新能源产业协会");
    expect(out).toContain("pinyin");
    expect(out).toContain("list:一是");
  });
});

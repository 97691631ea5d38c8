import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newDataDir, runCli } from "./runtime.ts";

const DIR = newDataDir();
const file = (name: string, content: string): string => {
  const path = join(DIR, name);
  writeFileSync(path, content);
  return path;
};
const lines = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join("\n");
const parse = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("measures", () => {
  const TEXT = "当前，各地要抓好下一阶段工作。\n一是扩大有效投资。加快项目开工。\n二是稳定外贸订单。支持企业参展。";

  it("answers every line with every key, in order, and text.slice(span) is the headline", async () => {
    const input = lines([
      { id: 1, text: TEXT, title: "2026年一季度工作", unknown: true },
      { id: "b", html: `<p>${TEXT.replaceAll("\n", "</p><p>")}</p>` },
      { id: 3, text: "" },
    ]);
    const values = parse((await runCli(["measures", "--jsonl"], {}, input)).out);
    expect(values.map(({ id }) => id)).toEqual([1, "b", 3]);
    for (const value of values) {
      expect(Object.keys(value)).toEqual(["id", "language", "title", "text", "measures", "periods", "issuers"]);
      for (const measure of value.measures as { headline: string; span: { start: number; end: number } }[]) {
        expect(Object.keys(measure)).toEqual(["headline", "span", "kind", "level", "list", "ordinal", "score"]);
        expect((value.text as string).slice(measure.span.start, measure.span.end)).toBe(measure.headline);
      }
    }
    expect(values[0]).toMatchObject({ measures: [{ headline: "扩大有效投资" }, { headline: "稳定外贸订单" }] });
  });

  it("attaches quantities and days to their measure, and no keys where there are none", async () => {
    const text =
      "工作要点\n一是2026年底前新建充电站30座，投资不低于5亿元。\n二是自2026年7月1日起施行新费率。\n三是稳定外贸订单。";
    const [value] = parse((await runCli(["measures", "--jsonl"], {}, lines([{ id: 1, text }]))).out);
    const [built, priced, rest] = (value?.measures ?? []) as Record<string, { span: { start: number; end: number } }>[];
    expect(built).toMatchObject({
      quantities: [
        { text: "30座", value: 30, unit: "座" },
        { text: "不低于5亿元", value: 500_000_000, unit: "元", bound: "min" },
      ],
      deadline: { text: "2026年底前", day: "2026-12-31" },
    });
    const span = built?.deadline?.span;
    expect(String(value?.text).slice(span?.start, span?.end)).toBe("2026年底前");
    expect(priced).toMatchObject({ effective: { day: "2026-07-01" } });
    expect(priced).not.toHaveProperty("deadline");
    expect(Object.keys(rest ?? {})).not.toContain("quantities");
  });

  it("names a line that is no JSON, and goes on", async () => {
    const values = parse(
      (await runCli(["measures", "--jsonl"], {}, `nope\n${lines([{ id: 2, text: TEXT }, { text: TEXT }])}`)).out,
    );
    expect(values.map(({ id, error }) => [id, error])).toEqual([
      [null, "usage"],
      [2, undefined],
      [null, "usage"],
    ]);
  });

  it("tells periods in their normal form, null where no year can be known", async () => {
    const input = lines([
      { id: 1, text: "2022年一季度，投资增长。到2025年，产能翻番。" },
      { id: 2, text: "今年一季度，投资增长。" },
    ]);
    const [dated, undated] = parse((await runCli(["measures", "--jsonl"], {}, input)).out);
    expect(dated?.periods).toEqual([
      { mention: "2022年一季度", normalized: "2022Q1" },
      expect.objectContaining({ normalized: "2025" }),
    ]);
    expect(undated?.periods).toEqual([{ mention: expect.stringContaining("一季度"), normalized: null }]);
  });

  it("reads standard input where no file is named, and puts several files into one value with --json", async () => {
    const piped = await runCli(["measures", "--json"], {}, TEXT);
    expect(JSON.parse(piped.out)).toMatchObject({ id: "-", measures: [{}, {}] });
    const [one, two] = [file("b.txt", TEXT), file("c.txt", "")];
    const both = await runCli(["measures", "--json", one, two]);
    expect(JSON.parse(both.out)).toMatchObject([{ id: one }, { id: two, measures: [] }]);
  });

  it("tells with --explain what made each measure and what was left out, as JSON and for people", async () => {
    const source = `${TEXT}\n三是怎么办？`;
    const { measures: made, dropped } = JSON.parse((await runCli(["measures", "--explain", "--json"], {}, source)).out);
    expect(made[0].reasons).toContain("list:一是");
    expect(dropped).toContainEqual(expect.objectContaining({ text: "怎么办", why: "question" }));
    const { out } = await runCli(["measures", "--explain"], {}, source);
    expect(out).toMatch(/扩大有效投资\n.*list:一是/);
    expect(out).toMatch(/怎么办\n.*是提问/);
  });

  it("reads a file as well", async () => {
    const [value] = [JSON.parse((await runCli(["measures", file("a.txt", TEXT)])).out) as { measures: unknown[] }];
    expect(value.measures).toHaveLength(2);
  });
});

describe("article and feed", () => {
  const PAGE = `<html><head><title>关于设备更新的通知_某厅</title><meta charset="gbk"></head><body><h1>关于设备更新的通知</h1><div class="content">${"<p>支持企业更新设备，并按比例给予补助。</p>".repeat(6)}</div></body></html>`;

  it("reads pages by file, relative to --root, or as HTML", async () => {
    file("p.html", PAGE);
    const input = lines([
      { id: 1, file: "p.html" },
      { id: 2, html: PAGE },
      { id: 3, file: "missing.html" },
    ]);
    const values = parse((await runCli(["article", "--jsonl", "--root", DIR], {}, input)).out);
    expect(values[0]).toMatchObject({
      id: 1,
      title: "关于设备更新的通知",
      publishedAt: null,
      removed: expect.any(Array),
    });
    expect(values[1]?.text).toBe(values[0]?.text);
    expect(values[2]).toEqual({ id: 3, error: "file-unreadable" });
  });

  it("reads feeds, and a list page as a feed", async () => {
    const feed = file(
      "f.xml",
      "<rss version='2.0'><channel><title>题</title><item><title>甲</title><link>/1</link></item></channel></rss>",
    );
    const input = lines([
      { id: 1, file: feed, url: "https://a.test/feed" },
      { id: 2, file: file("x.bin", "not a feed") },
    ]);
    const values = parse((await runCli(["feed", "--jsonl"], {}, input)).out);
    expect(values[0]).toMatchObject({
      id: 1,
      kind: "rss",
      title: "题",
      entries: [{ title: "甲", url: "https://a.test/1", publishedAt: null }],
    });
    expect(values[1]).toEqual({ id: 2, error: "feed-not-a-feed" });
  });
});

describe("mistakes", () => {
  it.each([
    ["an unknown command", ["polciy", "x"], "不明白“polciy x”"],
    ["a missing argument", ["why"], "不明白“why”"],
    ["an unknown option", ["digest", "--yaml"], "不明白“digest --yaml”"],
  ])("%s is wrong usage: exit 2, one sentence on stderr", async (_, args, sentence) => {
    const run = await runCli(args, { DATA_DIR: DIR });
    expect(run).toMatchObject({ exit: 2, out: "" });
    expect(run.err).toContain(sentence);
  });

  it("no command at all shows the help", async () => {
    const run = await runCli([]);
    expect(run.exit).toBe(2);
    expect(run.out).toContain("启动机器人");
  });

  it("says what is missing where a platform cannot be connected to, or cannot call", async () => {
    const tokens = { SLACK_BOT_TOKEN: "xoxb-none", SLACK_SIGNING_SECRET: "none-at-all" };
    const start = (more: Record<string, string>) => runCli(["start"], { DATA_DIR: newDataDir(), ...tokens, ...more });
    expect(await start({ SLACK_MODE: "http" })).toMatchObject({ exit: 1, err: expect.stringContaining("PORT") });
    expect(await start({})).toMatchObject({ exit: 1, err: expect.stringContaining("SLACK_APP_TOKEN") });
  });

  it("a configuration with mistakes ends with 2 and names them all, before anything is opened", async () => {
    const config = file("bad.yaml", "feeds:\n  - id: a\n    url: ftp://x\n    title: A\nchanels: []\n");
    const dataDir = join(DIR, "never");
    const run = await runCli(["start"], { JUYAO_CONFIG: config, DATA_DIR: dataDir });
    expect(run.exit).toBe(2);
    expect(run.err).toMatch(/2 处错误[\s\S]*第 3 行 feeds\[0\]\.url[\s\S]*第 5 行 chanels/);
    const check = await runCli(["config", "check", "--json"], { JUYAO_CONFIG: config });
    expect(check.exit).toBe(2);
    expect(JSON.parse(check.out)).toMatchObject({ valid: false, problems: [{ line: 3 }, { line: 5 }] });
  });

  it("config check says that all is well", async () => {
    expect(await runCli(["config", "check"])).toMatchObject({
      exit: 0,
      err: "",
      out: expect.stringContaining("没有错误"),
    });
  });

  it.each([
    ["postgres://u:geheim@db/x", 1, "PostgreSQL"],
    [file("not-a-database.db", "this is no database, only text that goes on for a while".repeat(50)), 1, "数据库"],
  ])("a database that cannot be used is told in a sentence: %s", async (url, exit, sentence) => {
    const run = await runCli(["feeds", "list"], { DATABASE_URL: url });
    expect(run.exit).toBe(exit);
    expect(run.err).toContain(sentence);
    expect(run.err).not.toContain("geheim");
    expect(run.err.trim().split("\n")).toHaveLength(1);
  });

  it("a missing configuration says how to name another", async () => {
    const run = await runCli(["digest"], { JUYAO_CONFIG: join(DIR, "none.yaml") });
    expect(run).toMatchObject({ exit: 2, err: expect.stringContaining("JUYAO_CONFIG") });
  });

  it("speaks English to those who do", async () => {
    expect((await runCli(["nonsense"], { LANG: "en_US.UTF-8" })).err).toContain("is not understood");
  });
});

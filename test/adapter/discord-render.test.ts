/** How a Document looks in Discord. */
import { describe, expect, it } from "vitest";
import { renderForm } from "../../adapters/discord/form.ts";
import { escapeMarkdown } from "../../adapters/discord/markdown.ts";
import { describeCommands, isRegistered } from "../../adapters/discord/menu.ts";
import { fits, readTexts, renderMessage, renderMessages } from "../../adapters/discord/render.ts";
import { type Block, type Choice, type Document, link, strong, text } from "../../src/document.ts";

const ARTICLE: readonly Block[] = [
  { type: "heading", level: 3, inlines: [link("某厅印发方案", "https://a.example/(1)?a=1&b=2")] },
  { type: "note", inlines: [text("某厅 · 2026-11-20")] },
  {
    ...{ type: "list", ordered: true, start: 3 },
    items: [
      { inlines: [text("扩大供给")], children: [{ inlines: [text("建设平台")] }] },
      { inlines: [text("强化保障")] },
    ],
  },
  { type: "note", inlines: [text("另见 1 处："), link("某报", "https://b.example/")] },
];
const DIGEST: Document = {
  title: "举要 · 2026-11-22",
  blocks: [
    { type: "note", inlines: [text("2 篇文章")] },
    { type: "heading", level: 2, inlines: [strong("能源")] },
    ...ARTICLE,
    ...ARTICLE,
    { type: "divider" },
    { type: "actions", actions: [{ label: "更多", command: "/digest more" }] },
  ],
};

const paragraph = (value: string): Block => ({ type: "paragraph", inlines: [text(value)] });

describe("a message", () => {
  it("is good to read: a text for each article, buttons below", () => {
    const article = [
      "**[某厅印发方案](https://a.example/%281%29?a=1&b=2)**",
      "-# 某厅 · 2026-11-20",
      "3. 扩大供给",
      "  - 建设平台",
      "4. 强化保障",
      "-# 另见 1 处：[某报](https://b.example/)",
    ].join("\n");
    expect(renderMessage(DIGEST, 70_000)).toEqual({
      flags: 1 << 15,
      allowed_mentions: { parse: [] },
      components: [
        { type: 10, id: 70_000, content: "## 举要 · 2026-11-22\n-# 2 篇文章" },
        { type: 10, content: `### 能源\n${article}` },
        { type: 10, content: article },
        { type: 14 },
        { type: 1, components: [{ type: 2, style: 2, label: "更多", custom_id: "0:/digest more" }] },
      ],
    });
  });

  it("says that something is missing where it must not be split", () => {
    const long: Document = { title: "题", blocks: [paragraph("字".repeat(4_500)), paragraph("尾")] };
    expect(fits(long)).toBe(false);
    const content = readTexts(renderMessage(long).components).join("\n");
    expect(content.length).toBeLessThanOrEqual(4_000);
    expect(content).toContain("…");
    expect(readTexts(renderMessages(long).at(-1)?.components ?? []).at(-1)).toContain("尾");
  });

  it("never cuts a character in two", () => {
    for (const size of [3_997, 3_998, 3_999, 4_000]) {
      const [content = ""] = readTexts(renderMessage({ title: "", blocks: [paragraph("🚗".repeat(size))] }).components);
      expect(content.isWellFormed()).toBe(true);
    }
  });

  it("holds as many buttons as Discord takes, and tells the core when there are more", () => {
    const actions = Array.from({ length: 40 }, (_, i) => ({ label: `钮${i}`, command: `/policy ${i}` }));
    const many: Document = { title: "钮", blocks: [{ type: "actions", actions }] };
    expect(fits(many)).toBe(false);
    const rows = renderMessages(many).flatMap(({ components }) =>
      components.flatMap((row) => (row.type === 1 ? row : [])),
    );
    expect(rows.flatMap((row) => row.components)).toHaveLength(40);
    expect(rows.every((row) => row.components.length <= 5)).toBe(true);
  });

  it("keeps the space around what is bold", () => {
    const inlines = [strong("订阅源  "), text("工信观察")];
    const { components } = renderMessage({ title: "", blocks: [{ type: "paragraph", inlines }] });
    expect(components).toEqual([{ type: 10, content: "**订阅源** 工信观察" }]);
  });

  it("shows a title bold, or only what is marked in it", () => {
    const inlines = [link("某市储能*方案", "https://a.example/1", [{ start: 2, end: 4 }])];
    const { components } = renderMessage({ title: "", blocks: [{ type: "heading", level: 3, inlines }] });
    expect(components).toEqual([{ type: 10, content: "[某市**储能**\\*方案](https://a.example/1)" }]);
  });

  it("links only to the web, and shows an address that is too long as words", () => {
    const odd = [link("甲", "javascript:alert(1)"), text("，"), link("乙", `https://a.example/${"a".repeat(2_000)}`)];
    const { components } = renderMessage({ title: "", blocks: [{ type: "paragraph", inlines: odd }] });
    expect(components).toEqual([{ type: 10, content: "甲，乙" }]);
  });
});

describe("escapeMarkdown", () => {
  it.each([
    ["到2028年达到5.5%（含）", "到2028年达到5.5%（含）"],
    ["1. 项目", "1\\. 项目"],
    ["-# 小字", "\\-\\# 小字"],
    ["A-B 12:30", "A-B 12:30"],
    ["https://evil.example :smile: <@1>", "https\\://evil.example \\:smile: \\<@1\\>"],
    ["@everyone @here @某人", "@\u200beveryone @\u200bhere @某人"],
    ["[a](b) `c` ||d||", "\\[a\\](b) \\`c\\` \\|\\|d\\|\\|"],
    ["一\n二\u0000三\ud83d", "一 二 三"],
  ])("%j shows as it is", (said, escaped) => {
    expect(escapeMarkdown(said)).toBe(escaped);
  });
});

describe("a form", () => {
  it("keeps what is chosen where there are too many choices", () => {
    const choices: Choice[] = Array.from({ length: 40 }, (_, i) => ({ label: `${i}`, value: `${i}` }));
    const field = {
      kind: "choice",
      name: "zone",
      label: "时".repeat(60),
      choices,
      many: true,
      values: ["39"],
    } as const;
    const modal = renderForm({ title: "题".repeat(60), submit: "存", command: "/digest settings", fields: [field] });
    const [label] = modal.components;
    expect([modal.title.length, label?.label.length]).toEqual([45, 45]);
    if (label?.component.type !== 3) throw new Error("no choices");
    const { options, required } = label.component;
    expect([options.length, required]).toEqual([25, false]);
    expect(options.at(-1)).toEqual({ label: "39", value: "39", default: true });
  });
});

describe("the commands", () => {
  const registered = (): Record<string, unknown>[] =>
    describeCommands().map((command, i) => ({
      ...{ id: `${i}`, version: "1", nsfw: false, contexts: null, default_member_permissions: null },
      ...(command as Record<string, unknown>),
    }));

  it("have names and descriptions that Discord takes, in three languages", () => {
    const names = [...JSON.stringify(describeCommands()).matchAll(/"(?:name|zh-CN|zh-TW)":"([^"]*)"/g)];
    expect(names.every(([, name = ""]) => name.length > 0 && name.length <= 100)).toBe(true);
    for (const command of registered()) {
      expect(command).toMatchObject({
        name: expect.stringMatching(/^[a-z]{1,32}$/),
        description: expect.stringMatching(/^.{1,100}$/),
        name_localizations: {
          "zh-CN": expect.stringMatching(/^[\p{L}]{1,32}$/u),
          "zh-TW": expect.stringMatching(/^[\p{L}]{1,32}$/u),
        },
      });
    }
  });

  it("count as registered when Discord gives them back in its own order, and not when anything changed", () => {
    expect(isRegistered(registered().reverse())).toBe(true);
    const [first = {}, ...others] = registered();
    expect(isRegistered(others)).toBe(false);
    expect(isRegistered([{ ...first, description: "old" }, ...others])).toBe(false);
    expect(isRegistered([...registered(), { type: 1, name: "old", description: "old" }])).toBe(false);
    expect(isRegistered({})).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { fits, renderMessages } from "../../adapters/slack/render.ts";
import { renderDialog } from "../../adapters/slack/view.ts";
import { type Block, type Document, type Field, link, strong, text } from "../../src/document.ts";
import { judgeBlocks, type Payload, readBlocks } from "./slack-rules.ts";

const ARTICLE: readonly Block[] = [
  { type: "heading", level: 3, inlines: [link("某厅印发方案", "https://a.example/1?a=1&b=2")] },
  { type: "note", inlines: [text("某厅 · 2026-11-20")] },
  {
    type: "list",
    ordered: true,
    items: [
      { inlines: [text("扩大供给")], children: [{ inlines: [text("建设平台")] }] },
      { inlines: [text("强化保障")] },
    ],
  },
  { type: "note", inlines: [text("另见 1 处："), link("某*报", "https://b.example/2?c=3&d")] },
];

const DIGEST: Document = {
  title: "举要 · 2026-11-22",
  blocks: [
    { type: "note", inlines: [text("1 篇文章，3 条举措")] },
    { type: "heading", level: 2, inlines: [strong("能源")] },
    ...ARTICLE,
    { type: "actions", actions: [{ label: "删除", command: "/feeds remove x", danger: true }] },
  ],
};

const render = (document: Document) => renderMessages(document, 1)[0];

describe("a digest in Slack", () => {
  it("is a header, a small line, topics, and one block an article", () => {
    expect(render(DIGEST)?.blocks.map(({ type }) => type)).toEqual([
      "header",
      "context",
      "divider",
      "rich_text",
      "rich_text",
      "context",
      "actions",
    ]);
  });

  it("keeps numbers over second-level items", () => {
    const [article] = render({ title: "", blocks: ARTICLE })?.blocks ?? [];
    const title = { type: "link", text: "某厅印发方案", style: { bold: true } };
    expect(article).toMatchObject({
      elements: [
        { elements: [title, { text: "\n" }, { text: "某厅 · 2026-11-20" }] },
        {
          ...{ type: "rich_text_list", style: "ordered" },
          elements: [
            { elements: [{ text: "扩大供给" }, { text: "\n◦ " }, { text: "建设平台" }] },
            { elements: [{ text: "强化保障" }] },
          ],
        },
      ],
    });
  });

  it("shows a title bold, or only what is marked in it", () => {
    const url = "https://a.example/1";
    const inlines = [link("某市储能方案", url, [{ start: 2, end: 4 }])];
    const [title] = render({ title: "", blocks: [{ type: "heading", level: 3, inlines }] })?.blocks ?? [];
    const spans = [
      { type: "link", text: "某市", url },
      { type: "link", text: "储能", url, style: { bold: true } },
      { type: "link", text: "方案", url },
    ];
    expect(title).toEqual({ type: "rich_text", elements: [{ type: "rich_text_section", elements: spans }] });
  });

  it("goes on with the numbers where a list was cut", () => {
    const items = [{ inlines: [text("甲")] }, { inlines: [text("乙")] }];
    const [list] = render({ title: "", blocks: [{ type: "list", ordered: true, start: 7, items }] })?.blocks ?? [];
    expect(readBlocks([list as unknown as Payload]).trim()).toBe("7. 甲\n8. 乙");
  });

  it("shows small links whose names cannot format", () => {
    expect(JSON.stringify(render(DIGEST)?.blocks.at(-2))).toContain(
      "另见 1 处：<https://b.example/2?c=3&amp;d|某＊报>",
    );
  });

  it("paints what takes away red", () => {
    expect(render(DIGEST)?.blocks.at(-1)).toMatchObject({ elements: [{ style: "danger", value: "/feeds remove x" }] });
  });

  it("tells a phone the title, the numbers and the articles", () => {
    expect(render(DIGEST)?.text).toBe("举要 · 2026-11-22\n1 篇文章，3 条举措\n某厅印发方案");
  });
});

describe("the limits of Slack", () => {
  it("do not cut a long paragraph: it goes on in the next block", () => {
    const long = "扩大有效投资🚗".repeat(1_000);
    const { blocks } = render({ title: "长", blocks: [{ type: "paragraph", inlines: [text(long)] }] }) ?? {
      blocks: [],
    };
    expect(blocks.length).toBeGreaterThan(3);
    expect(readBlocks(blocks as unknown as Payload[]).replace(/\n/g, "")).toBe(`长${long}`);
  });

  it("make a document not fit that must be cut, which then says so", () => {
    const document = { title: "", blocks: Array.from({ length: 60 }, () => ARTICLE).flat() };
    expect(fits(document)).toBe(false);
    const message = render(document);
    expect(judgeBlocks((message?.blocks ?? []) as unknown as Payload[], 50)).toEqual([]);
    expect(message?.blocks.at(-1)).toMatchObject({ type: "context", elements: [{ text: "…" }] });
  });

  it("leave no button with half a command", () => {
    const actions = [{ label: "太长", command: `/policy ${"长".repeat(2_000)}` }];
    expect(JSON.stringify(render({ title: "题", blocks: [{ type: "actions", actions }] }))).not.toContain("太长");
  });

  it("hold for a form of many choices", () => {
    const choices = Array.from({ length: 120 }, (_, i) => ({
      label: "主题".repeat(60),
      value: i === 3 ? "长".repeat(200) : `v${i}`,
    }));
    const field: Field = { kind: "choice", name: "topics", label: "主题", many: true, values: ["v5"], choices };
    const form = { title: "题".repeat(40), submit: "保存".repeat(20), command: "/digest settings", fields: [field] };
    const view = renderDialog(form, "slack:C1");
    expect(view.title.text).toHaveLength(24);
    expect(view.submit?.text).toHaveLength(24);
    expect(view.blocks[0]).toMatchObject({
      element: { type: "multi_static_select", initial_options: [{ value: "v5" }] },
    });
    const { options } = (
      view.blocks[0] as unknown as { element: { options: { text: { text: string }; value: string }[] } }
    ).element;
    expect(options).toHaveLength(100);
    expect(options.filter(({ text: label, value }) => label.text.length > 75 || value.length > 150)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { writeCsv, writeMarkdown } from "../../src/cli/table.ts";
import { link, strong, text } from "../../src/document.ts";

describe("a table", () => {
  it("is CSV by RFC 4180 that Excel reads as UTF-8", () => {
    expect(
      writeCsv([
        ["举措", "网址"],
        ['加快“5G”, "算力"', "甲\n乙"],
      ]),
    ).toBe('\ufeff举措,网址\r\n"加快“5G”, ""算力""","甲\n乙"\r\n');
  });

  it.each(["=1+1", "+86", "-补贴", "@import", "＝HYPERLINK()", "\t=1", " =1", "\r=1"])(
    "makes no formula of %j",
    (cell) => {
      expect(writeCsv([[cell]]).replace(/^\ufeff"?/, "")).toMatch(/^'/);
    },
  );

  it.each(["储能", "5G", "100%", "a=b"])("leaves %s as it is", (cell) => {
    expect(writeCsv([[cell]])).toBe(`\ufeff${cell}\r\n`);
  });
});

describe("Markdown", () => {
  it("writes every block but buttons, and nothing of a text becomes markup", () => {
    const markdown = writeMarkdown({
      title: "查询：*储能*",
      blocks: [
        { type: "note", inlines: [text("共 2 条 [甲](乙)")] },
        { type: "heading", level: 3, inlines: [link("某文<b>", "https://a.example/x y")] },
        {
          type: "list",
          ordered: true,
          items: [{ inlines: [text("建设"), strong("储能")], children: [{ inlines: [text("细项")] }] }],
        },
        { type: "divider" },
        { type: "paragraph", inlines: [text("完")] },
        { type: "actions", actions: [{ label: "更多", command: "/policy" }] },
      ],
    });
    expect(markdown).toBe(
      "# 查询：\\*储能\\*\n\n共 2 条 \\[甲\\](乙)\n\n### [某文\\<b\\>](<https://a.example/x%20y>)\n\n" +
        "1. 建设**储能**\n   - 细项\n\n---\n\n完\n",
    );
  });
});

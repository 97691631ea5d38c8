import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { createTerminalAdapter } from "../../adapters/terminal/adapter.ts";
import { renderTerminal, wrapText } from "../../adapters/terminal/render.ts";
import { createScreen } from "../../adapters/terminal/screen.ts";
import { type Document, type Form, link, strong, text, toRuns } from "../../src/document.ts";
import { hostOf } from "./host.ts";

const DOCUMENT: Document = {
  title: "举要 · 2026-11-22",
  blocks: [
    { type: "heading", level: 2, inlines: [strong("能源")] },
    { type: "heading", level: 3, inlines: [link("某厅印发方案", "https://a.example/1")] },
    { type: "note", inlines: [text("某厅 · 2026-11-20")] },
    {
      type: "list",
      ordered: true,
      items: [
        { inlines: [text("扩大供给")], children: [{ inlines: [text("建设平台")] }] },
        { inlines: [text("强化保障")] },
      ],
    },
    { type: "actions", actions: [{ label: "更多", command: "/digest" }] },
  ],
};

describe("renderTerminal", () => {
  it("is good to read", () => {
    expect(renderTerminal(DOCUMENT, { columns: 80, color: false })).toBe(
      [
        "举要 · 2026-11-22",
        "────────────────────────",
        "",
        "■ 能源",
        "",
        "某厅印发方案",
        "https://a.example/1",
        "某厅 · 2026-11-20",
        "  1. 扩大供给",
        "     · 建设平台",
        "  2. 强化保障",
        "",
      ].join("\n"),
    );
  });

  it("shows at a prompt which commands go on, but nothing that is only for chats", () => {
    const actions = [
      { label: "更多", command: "/digest more" },
      { label: "分享", command: "/share /digest" },
    ];
    const document: Document = { title: "题", blocks: [{ type: "actions", actions }] };
    expect(renderTerminal(document, { columns: 80, color: false, prompt: true })).toMatch(/\n更多 › \/digest more\n$/);
    expect(renderTerminal(document, { columns: 80, color: false })).not.toContain("更多");
  });

  it("colours only where colours are wanted", () => {
    const colored = renderTerminal(DOCUMENT, { columns: 80, color: true });
    expect(colored).not.toBe(stripVTControlCharacters(colored));
    expect(stripVTControlCharacters(colored)).toBe(renderTerminal(DOCUMENT, { columns: 80, color: false }));
  });

  it("paints marked words after wrapping, where they stand", () => {
    const words = "扩大独立储能电站规模，完善储能电价";
    const marks = [
      { start: 4, end: 6 },
      { start: 13, end: 15 },
    ];
    const document: Document = {
      title: "",
      blocks: [
        { type: "heading", level: 3, inlines: [link(words, "https://a.example/1", marks)] },
        { type: "list", ordered: false, items: [{ inlines: toRuns(words, marks) }] },
        { type: "note", inlines: toRuns(words, marks) },
      ],
    };
    // Narrow enough that the first mark is at a break of the title.
    const colored = renderTerminal(document, { columns: 20, color: true });
    expect(stripVTControlCharacters(colored)).toBe(renderTerminal(document, { columns: 20, color: false }));
    const bold = colored
      .split("\u001b[1m")
      .slice(1)
      .map((after) => after.split("\u001b[22m")[0]);
    expect(bold.join("")).toBe("储能".repeat(6));
    expect(renderTerminal(document, { columns: 20, color: false })).not.toContain("\u001b");
  });

  it("lets no text from a feed control the terminal", () => {
    const hostile = {
      title: "\u001b[2J题\u0007",
      blocks: [{ type: "paragraph", inlines: [text("甲\u001b]0;x\u0007\r乙\u009b1m")] }],
    } as const;
    const printed = renderTerminal(hostile, { columns: 80, color: false });
    expect(printed.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(printed).toContain("甲");
  });
});

describe("wrapText", () => {
  it("breaks Chinese anywhere but before a closing mark, and never inside a word or number", () => {
    expect(wrapText("支持企业，扩大投资。", 8)).toEqual(["支持企", "业，扩大", "投资。"]);
    expect(wrapText("到2028年达到180万千瓦", 8)).toEqual(["到2028年", "达到180", "万千瓦"]);
    expect(wrapText("expand grid capacity", 12)).toEqual(["expand grid", "capacity"]);
  });

  it("keeps all the words, on lines that fit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("扩大", "，", "（", "）", "grid", " ", "2028", "。", "🚗")),
        fc.integer({ min: 12, max: 40 }),
        (parts, width) => {
          const value = parts.join("");
          const lines = wrapText(value, width);
          expect(lines.join("").replace(/\s/g, "")).toBe(value.replace(/\s/g, ""));
          const isOneUnit = (line: string) => !/\s/.test(line) && /^[（\p{P}\w]*\p{L}?[\p{P}\w🚗]*$/u.test(line);
          expect(lines.filter((line) => stringWidth(line) > width && !isOneUnit(line))).toEqual([]);
        },
      ),
    );
  });
});

describe("the terminal adapter", () => {
  function open(interactive: boolean) {
    const input = new PassThrough();
    const output = new PassThrough();
    let printed = "";
    output.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    const screen = createScreen(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream);
    let interrupted = 0;
    const adapter = createTerminalAdapter({
      screen,
      interactive,
      style: () => ({ columns: 80, color: false }),
      locale: "zh-CN",
      hint: "输入 /help",
      interrupt: () => {
        interrupted++;
      },
    });
    return { adapter, input, printed: () => printed, interrupted: () => interrupted };
  }
  const part = { key: "k", ordinal: 1, total: 1, document: DOCUMENT, since: "2026-11-22T00:00:00.000Z", again: false };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

  it("shows the same part once", async () => {
    const { adapter, printed } = open(false);
    await adapter.post("terminal:console", part);
    await adapter.post("terminal:console", part);
    await settle();
    expect(printed().match(/扩大供给/g)).toHaveLength(1);
  });

  it("answers what is typed at the prompt", async () => {
    const { adapter, input, printed } = open(true);
    const lines: string[] = [];
    await adapter.start(
      hostOf(async ({ line, channel }) => {
        lines.push(`${channel} ${line}`);
        return { title: "答复", blocks: [] };
      }),
    );
    input.write("/policy 一季度\n\n");
    await settle();
    expect(lines).toEqual(["terminal:console /policy 一季度"]);
    expect(printed()).toContain("答复");
    await adapter.stop();
    await adapter.stop();
  });

  it("answers what was typed ahead in its order, and to the end where the input ends", async () => {
    const { adapter, input, printed } = open(true);
    await adapter.start(
      hostOf(async ({ line }) => {
        await new Promise((resolve) => setTimeout(resolve, line === "/slow" ? 10 : 0));
        return { title: `答复${line}`, blocks: [] };
      }),
    );
    input.end("/slow\n/quick\n");
    await new Promise((resolve) => input.once("end", resolve));
    await adapter.stop();
    expect(printed().match(/答复\/\w+/g)).toEqual(["答复/slow", "答复/quick"]);
  });

  it("asks the questions of a form one by one, and runs its command with the answers", async () => {
    const { adapter, input, printed } = open(true);
    const asked: unknown[] = [];
    const days = [
      { label: "每天", value: "every" },
      { label: "工作日", value: "work" },
    ];
    const form: Form = {
      title: "设置",
      submit: "保存",
      command: "/digest settings",
      fields: [
        { kind: "text", name: "cron", label: "时间", value: "0 9 * * *", required: true },
        { kind: "choice", name: "days", label: "哪些天", choices: days, many: false, values: ["every"] },
      ],
    };
    await adapter.start(
      hostOf(async ({ line, answers }) => {
        asked.push([line, answers]);
        return answers ? { title: "已保存", blocks: [] } : form;
      }),
    );
    for (const line of ["/digest settings", "", "7", "2"]) {
      input.write(`${line}\n`);
      await settle();
    }
    expect(asked[1]).toEqual(["/digest settings", { cron: ["0 9 * * *"], days: ["work"] }]);
    expect(printed()).toContain("时间 (0 9 * * *):");
    expect(printed().match(/\*1\. 每天/g)).toHaveLength(2);
    expect(printed()).toContain("已保存");
  });

  it("ends when the input ends, but not because it was stopped", async () => {
    const ended = open(true);
    await ended.adapter.start(hostOf(async () => DOCUMENT));
    ended.input.end();
    await settle();
    expect(ended.interrupted()).toBe(1);
    const stopped = open(true);
    await stopped.adapter.start(hostOf(async () => DOCUMENT));
    await stopped.adapter.stop();
    await settle();
    expect(stopped.interrupted()).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { parseCommand } from "../../src/command/parse.ts";

const parse = (line: string) => parseCommand(line, { today: "2026-11-22" });

describe("parseCommand", () => {
  it.each([
    ["／policy 储能", { name: "lookup", query: "储能", page: 1 }],
    ["/查询 储能 2025年", { name: "lookup", query: "储能 2025年" }],
    ["/digest", { name: "digest", which: "preview" }],
    ["/digest last", { name: "digest", which: "last" }],
    ["/摘要 上一份", { name: "digest", which: "last" }],
    ["/digest now", { name: "digest", which: "now" }],
    ["/digest 暂停", { name: "digest", which: "pause" }],
    [
      '/digest schedule "0 9 * * 1-5" Asia/Shanghai',
      { which: "schedule", cron: "0 9 * * 1-5", timezone: "Asia/Shanghai" },
    ],
    ["/digest schedule 30 8 * * 1-5", { which: "schedule", cron: "30 8 * * 1-5", timezone: undefined }],
    ["/digest schedule soon", { name: "unknown" }],
    ["/digest nonsense", { name: "unknown", nearest: "/digest" }],
    ["/subscribe", { name: "subscribe" }],
    ["/退订", { name: "unsubscribe" }],
    ["/feeds", { name: "feeds", action: "list" }],
    ["/feeds add https://a.example/x?y=1", { name: "feeds", action: "add", target: "https://a.example/x?y=1" }],
    ["/feeds 暂停 某某局 要闻", { name: "feeds", action: "pause", target: "某某局 要闻" }],
    ["/feeds add", { name: "feeds", action: "add", target: "" }],
    ["/feeds remove", { name: "unknown", nearest: "/feeds" }],
    ["/feeds page:2", { name: "feeds", action: "list", page: 2 }],
    ["/digest hide", { name: "unknown", nearest: "/digest adjust" }],
    ["/digest hide ab12.3", { name: "digest", which: "hide", target: "ab12.3" }],
    ["/digest show ab12 扩大 有效投资", { name: "digest", which: "show", target: "ab12 扩大 有效投资" }],
    ["/digest 只看 能源", { name: "digest", which: "only", target: "能源" }],
    ["/digest adjust page:2", { name: "digest", which: "adjust", page: 2 }],
    ["/watch", { name: "watch", action: "list" }],
    ["/关注 新能源汽车 充电", { name: "watch", action: "add", words: ["新能源汽车", "充电"], alone: false }],
    ["/watch me 储能", { name: "watch", action: "add", words: ["储能"], alone: true }],
    ["/watch me", { name: "watch", action: "add", words: ["me"], alone: false }],
    ["/watch remove 3", { name: "watch", action: "remove", target: "3" }],
    ["/unwatch 储能", { name: "watch", action: "remove", target: "储能" }],
    ["/share /policy 一季度 page:2", { name: "share", line: "/policy 一季度 page:2" }],
    ["/why https://a.example/1", { name: "why", url: "https://a.example/1" }],
    ["/help", { name: "help" }],
    ["", { name: "help" }],
    ["/polcy 一季度", { name: "unknown", typed: "/polcy", nearest: "/policy" }],
    ["/digset", { name: "unknown", nearest: "/digest" }],
    ["/天气", { name: "unknown", nearest: undefined }],
  ])("%s", (line, command) => {
    expect(parse(line)).toMatchObject(command);
  });
});

import { describe, expect, it } from "vitest";
import { describeHealth, renderHealth } from "../../src/command/health.ts";
import type { Document } from "../../src/document.ts";
import type { Health } from "../../src/flow/health.ts";
import { messagesFor } from "../../src/locale/locale.ts";
import { channelNamed, feedNamed } from "../flow/world.ts";

const NOW = new Date("2026-11-22T02:30:00.000Z");
const MOMENT = { now: NOW, timezone: "Asia/Shanghai" };
const SECRET = "https://me:geheim@feeds.test/private?key=geheim";

const HEALTH: Health = {
  version: "1.2.3",
  runningSince: "2026-11-20T00:10:00.000Z",
  feeds: {
    total: 3,
    paused: 1,
    failing: [
      {
        feed: feedNamed("a", { title: "某厅公告", url: SECRET }),
        check: {
          ...{ feedId: "a", checkedAt: "2026-11-22T02:00:00.000Z", nextAt: "2026-11-22T03:00:00.000Z" },
          ...{ failures: 4, cause: "http-timeout" },
        },
        since: "2026-11-21T23:00:00.000Z",
      },
    ],
  },
  channels: [
    {
      channel: channelNamed("slack:C1", { paused: true }),
      last: {
        id: "d",
        channel: "slack:C1",
        kind: "digest",
        slot: "s",
        state: "sent",
        createdAt: "2026-11-22T01:00:00.000Z",
      },
      unfinished: 2,
    },
    { channel: channelNamed("slack:C2"), last: undefined, unfinished: 0 },
  ],
  lost: [
    { kind: "adapter", name: "slack", cause: "adapter-token-refused" },
    { kind: "channel", name: "slack:C2", cause: "post-not-member" },
    { kind: "channel", name: "slack:C3", cause: "from-a-newer-version" },
  ],
  archive: { articles: 19, measures: 110 },
  disk: { free: 12_340_000_000, total: 1e11, nearlyFull: false },
};

const told = (document: Document): string => JSON.stringify(document);
const inChinese = (more: Partial<Health> = {}) =>
  told(renderHealth({ ...HEALTH, ...more }, messagesFor("zh-CN"), MOMENT));

describe("/health", () => {
  it("tells version, uptime, feeds in trouble, channels, archive and disk in words", () => {
    const words = inChinese();
    for (const expected of [
      ...["举要 1.2.3，已运行 2 天 2 小时", "订阅源 3 个，1 个有问题，1 个暂停", "某厅公告"],
      ...["11月22日", "feeds.test 太久没有响应", "slack:C1", "2 份还没有送完", "已暂停"],
      ...[
        "与 slack 的连接断了：详情见日志",
        "机器人不在频道 slack:C2 中",
        'slack:C3"},{"type":"text","value":" · 详情见日志',
      ],
      ...["还没有送出过摘要", "19 篇文章，110 条举措", "12.3 GB"],
    ]) {
      expect(words).toContain(expected);
    }
    const english = told(renderHealth(HEALTH, messagesFor("en"), MOMENT));
    for (const expected of ["running for 2 days 2 hours", "1 in trouble", "took too long", "110 measures"]) {
      expect(english).toContain(expected);
    }
  });

  it("shows no private part of an address, to people or to scripts", () => {
    const value = describeHealth(HEALTH, messagesFor("zh-CN"), NOW);
    expect(inChinese() + JSON.stringify(value)).not.toMatch(/geheim|me:/);
    expect(value.feeds.failing).toMatchObject([
      { id: "a", url: "https://feeds.test/private", cause: "http-timeout", since: "2026-11-21T23:00:00.000Z" },
    ]);
    expect(value).toMatchObject({ running: true, uptimeSeconds: 181_200, disk: { nearlyFull: false } });
  });

  it("says that the bot is not running, that the disk is nearly full, and bears with what it does not know", () => {
    expect(inChinese({ runningSince: undefined })).toContain("机器人没有在运行");
    expect(inChinese({ disk: { free: 3e6, total: 1e8, nearlyFull: true } })).toContain("磁盘快满了，只剩 3 MB");
    expect(inChinese({ disk: undefined })).not.toContain("磁盘");
    const [failing] = HEALTH.feeds.failing;
    if (!failing) throw new Error("no feed");
    const odd = { ...failing, check: { ...failing.check, cause: "of-another-version" }, since: undefined };
    expect(inChinese({ feeds: { ...HEALTH.feeds, failing: [odd] } })).toContain("详情见日志");
  });
});

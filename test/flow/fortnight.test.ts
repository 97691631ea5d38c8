/**
 * The whole bot over the week of the National Day and Sydney's change of clocks, with node-cron itself on a simulated
 * clock. What every channel saw is `fortnight.txt`; after a change that is meant, run this with `-u` and read the difference.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { Config } from "../../src/config.ts";
import { type Document, type Inline, isForm } from "../../src/document.ts";
import { judgeWorkday } from "../../src/flow/workday.ts";
import type { Adapter } from "../../src/platform.ts";
import { openStore } from "../../src/store/open.ts";
import { createSources, FEEDS, momentOf, NEWS } from "./fortnight-feeds.ts";
import { INSTALLATION, SILENT } from "./world.ts";

const START = "09-28 00:00";
/** The Monday after the fortnight brings what came on its last Saturday. */
const END = "10-12 10:00";
const CARS = "新能源汽车";

const CHANNELS = [
  {
    ...{ id: "test:上海", cron: ["0 9 * * *", "30 22 * * *"], weekly: "0 17 * * 5" },
    ...{ workdays: true, quiet: "22:00-07:00" },
  },
  { id: "test:纽约", cron: "30 8 * * 1-5", timezone: "America/New_York", topics: [CARS], locale: "en" },
  { id: "test:悉尼", cron: "15 2 * * *", timezone: "Australia/Sydney", sayNothing: true },
] as const;

const CONFIG = Config.parse({
  feeds: FEEDS,
  channels: CHANNELS,
  adminChannel: "test:运维",
  topics: [{ name: CARS, words: [CARS] }],
});

/** What people do: a line that is typed in a channel, or the bot's being stopped and started. */
const ORDERS: readonly (readonly [at: string, channel: string, line: string])[] = [
  ["09-28 10:00", "成都", "/订阅"],
  ["10-03 10:00", "成都", "/摘要 暂停"],
  ["10-05 12:00", "香港", "/subscribe"],
  ["10-05 12:05", "香港", '/digest schedule "0 18 * * *" Asia/Hong_Kong'],
  ["10-06 10:00", "成都", "/digest resume"],
  ["10-08 12:00", "", "stop"],
  ["10-09 12:00", "", "start"],
];

/** Shanghai's, where nothing stands here. */
const ZONES: Readonly<Record<string, string>> = {
  纽约: "America/New_York",
  悉尼: "Australia/Sydney",
  香港: "Asia/Hong_Kong",
};
/** When the channels came that are not in the file. */
const CAME: Readonly<Record<string, string>> = { 成都: "09-28 10:00", 香港: "10-05 12:00" };

interface Post {
  readonly at: Date;
  readonly channel: string;
  readonly key: string;
  readonly document: Document;
}

const MEMORY = "/dev/shm";
const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "juyao-fortnight-"));
const clock = { now: () => new Date() };
const errors: object[] = [];
const log = { ...SILENT, error: (fields: object) => void errors.push(fields) };
const posts: Post[] = [];
const lines: string[] = [];

const adapter: Adapter = {
  name: "test",
  chat: true,
  fits: () => true,
  start: async () => {},
  stop: async () => {},
  post: async (id, { key, document }) => {
    const post = { at: clock.now(), channel: id.replace("test:", ""), key, document };
    posts.push(post);
    lines.push(...describePost(post));
    return { channel: id, messageId: `m${posts.length}` };
  },
};

async function startApp(): Promise<App> {
  const app = createApp({
    ...{ config: CONFIG, configFile: "juyao.yaml", samples: [], installation: INSTALLATION, adapters: [adapter] },
    ...{ clock, log, fetch: createSources(clock), chance: () => 0, onDeserted: () => {} },
    store: await openStore({ url: join(folder, "juyao.db"), clock }),
  });
  await app.start();
  return app;
}

/** `10-04 周日 03:15 +11:00` */
function timeIn(time: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat("zh-CN", {
    ...{ timeZone: timezone, month: "2-digit", day: "2-digit", weekday: "short" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "longOffset" },
  }).formatToParts(time);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("month")}-${part("day")} ${part("weekday")} ${part("hour")}:${part("minute")} ${part("timeZoneName").slice(3)}`;
}

const zoneOf = (channel: string): string => ZONES[channel] ?? "Asia/Shanghai";
const plain = (inlines: readonly Inline[]): string => inlines.map(({ value }) => value).join("");

/** The headlines that a document lists. */
const headlinesOf = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.type === "list" ? block.items.map(({ inlines }) => plain(inlines)) : []));

function describePost({ at, channel, document }: Post): string[] {
  const text = document.blocks.flatMap((block): string[] => {
    if (block.type === "heading")
      return [block.level === 2 ? `  【${plain(block.inlines)}】` : `  《${plain(block.inlines)}》`];
    if (block.type === "list") return [`     ${block.items.map(({ inlines }) => plain(inlines)).join("；")}`];
    return "inlines" in block ? [`     ${plain(block.inlines)}`] : [];
  });
  return ["", `${timeIn(at, zoneOf(channel))}  ${channel}  ${document.title}`, ...text];
}

async function obey(app: App, at: string, channel: string, line: string): Promise<App> {
  const moment = timeIn(momentOf(at), zoneOf(channel));
  if (line === "stop") {
    await app.stop();
    lines.push("", `${moment}  —— 停机`);
    return app;
  }
  if (line === "start") {
    lines.push("", `${moment}  —— 开机`);
    return startApp();
  }
  const request = { channel: `test:${channel}`, user: "test:u", admin: true, locale: "zh-CN", line };
  const reply = await app.answer(request);
  const said = isForm(reply) ? [] : reply.blocks.flatMap((block) => ("inlines" in block ? [plain(block.inlines)] : []));
  lines.push("", `${moment}  ${channel}  ${line} → ${said.join(" ")}`);
  return app;
}

beforeAll(async () => {
  vi.useFakeTimers({ now: momentOf(START) });
  let app = await startApp();
  for (const [at, channel, line] of ORDERS) {
    await vi.advanceTimersByTimeAsync(momentOf(at).getTime() - Date.now());
    app = await obey(app, at, channel, line);
  }
  await vi.advanceTimersByTimeAsync(momentOf(END).getTime() - Date.now());
  await app.stop();
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

describe("a fortnight in Shanghai, New York and Sydney", () => {
  const isWeekly = ({ document }: Post): boolean => document.title.includes("周报");
  const toldTo = (channel: string): string[] =>
    posts
      .filter((post) => post.channel === channel && !isWeekly(post))
      .flatMap(({ document }) => headlinesOf(document));

  it("reads like this", async () => {
    await expect(`${lines.join("\n").trim()}\n`).toMatchFileSnapshot("fortnight.txt");
  });

  it.each(["上海", "纽约", "悉尼", "成都", "香港"])("tells %s every measure that it wants, once", (channel) => {
    const came = momentOf(CAME[channel] ?? START);
    const wanted = NEWS.filter(({ at }) => momentOf(at) >= came)
      .filter(({ feed }) => channel !== "纽约" || feed === "cars")
      .flatMap(({ measures }) => measures);
    expect(toldTo(channel).sort()).toEqual([...new Set(wanted)].sort());
  });

  it("looks back once a week on what was told, and on nothing else", () => {
    const [weekly, ...others] = posts.filter(isWeekly).map(({ document }) => headlinesOf(document));
    expect(others).toEqual([]);
    expect(new Set(weekly).size).toBe(weekly?.length);
    expect(toldTo("上海")).toEqual(expect.arrayContaining(weekly ?? []));
  });

  it("posts nothing twice, and nothing fails", () => {
    expect(errors).toEqual([]);
    expect(new Set(posts.map(({ channel, key }) => `${channel} ${key}`)).size).toBe(posts.length);
  });

  it("leaves Shanghai alone on days off and in its quiet hours", () => {
    const moments = posts
      .filter(({ channel }) => channel === "上海")
      .map(({ at }) => new Date(at.getTime() + 8 * 3_600_000).toISOString());
    expect(moments.filter((moment) => !judgeWorkday(moment.slice(0, 10)).workday)).toEqual([]);
    expect(moments.filter((moment) => moment.slice(11, 16) < "07:00" || moment.slice(11, 16) >= "22:00")).toEqual([]);
  });
});

/** The whole bot between two workspaces: installed from a browser, told of their own feeds, lost and found again. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { createRoutes } from "../../src/cli/monitor.ts";
import { Config } from "../../src/config.ts";
import { createMetrics } from "../../src/io/metrics.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { createClock, createWorld, INSTALLATION, rss, SILENT } from "../flow/world.ts";
import { command, event, INSTALLABLE, install, serveAdapter, tokenOf } from "./slack-installing.ts";
import { readMessage } from "./slack-server.ts";
import { openSlackStage, type SlackStage } from "./slack-stage.ts";

let folder = "";
let open: { app: App; stage: SlackStage; close(): Promise<void> } | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "juyao-workspaces-"));
});

afterEach(async () => {
  await open?.app.stop();
  await open?.stage.close();
  await open?.close();
  expect(open?.stage.slack.complaints).toEqual([]);
  open = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const OWN = "https://own.test/rss.xml";

async function openBot(sealKeys: readonly Uint8Array[]) {
  const clock = createClock(new Date().toISOString());
  const store: Store = await openStore({ url: join(folder, "juyao.db"), clock, sealKeys });
  const stage = await openSlackStage({ credentials: INSTALLABLE, clock });
  const world = createWorld();
  world.serve("https://a.test/rss.xml", rss([{ id: "1", measures: ["扩大有效投资", "稳定外贸订单"] }]));
  world.serve(OWN, rss([{ id: "2", measures: ["新设海外仓", "简化通关手续"] }]));
  const app = createApp({
    config: Config.parse({
      feeds: [{ id: "a", url: "https://a.test/rss.xml", title: "公用源" }],
      adminChannel: "slack:T2/C9",
    }),
    ...{ store, clock, adapters: [stage.adapter], log: SILENT, fetch: world.fetch, chance: () => 0 },
    ...{ configFile: "juyao.yaml", samples: [], installation: INSTALLATION, onDeserted: () => {} },
  });
  const { base, close } = await serveAdapter(stage.adapter);
  open = { app, stage, close };
  const { slack } = stage;
  for (const team of ["T1", "T2"]) slack.users.set(`${team} U1`, { is_admin: true, team_id: team });
  const bot = { slack, base, clock, app, store, world };
  const ask = async (team: string, line: string): Promise<string> => {
    const before = slack.messages.length;
    await command(bot, team, line);
    await expect
      .poll(() => slack.messages.slice(before).find(({ ephemeral }) => ephemeral), { interval: 2 })
      .toBeTruthy();
    const answer = slack.messages.slice(before).find(({ ephemeral }) => ephemeral);
    return answer ? `${answer.text}\n${readMessage(answer)}` : "";
  };
  const bring = async (url: string, id: string, measures: readonly string[]): Promise<void> => {
    world.serve(url, rss([{ id, measures }]));
    clock.advance(1_000);
    await app.gather({ eager: true });
  };
  /** Digests and notices, with the token that each was sent with. */
  const posts = () =>
    slack.calls
      .filter(({ method }) => method === "chat.postMessage")
      .map(({ token, args }) => ({ token, channel: args.channel, said: JSON.stringify(args.blocks) }));
  return { ...bot, ask, bring, posts };
}

it("serves two workspaces, each with its token and its feeds", async () => {
  const key = randomBytes(32);
  const bot = await openBot([key]);
  await bot.app.start();
  for (const team of ["T1", "T2"]) expect((await install(bot, team)).status).toBe(200);
  for (const team of ["T1", "T2"]) expect(await bot.ask(team, "/subscribe")).toContain("已订阅");
  await command(bot, "T1", `/feeds add ${OWN}`);
  await expect.poll(() => JSON.stringify([...bot.slack.views.values()]), { interval: 2 }).toContain("收录 1 篇");
  expect(await bot.ask("T1", "/policy 海外仓")).toContain("新设海外仓");
  expect(await bot.ask("T2", "/policy 海外仓")).toContain("没有找到");
  expect(await bot.ask("T2", "/feeds")).not.toContain("own.test");
  await bot.bring("https://a.test/rss.xml", "3", ["完善分时电价", "扩大直供范围"]);
  await bot.bring(OWN, "4", ["压缩通关时间", "减免查验费用"]);
  for (const team of ["T1", "T2"]) expect(await bot.ask(team, "/digest now")).toContain("摘要已送出");
  const [first, second, ...more] = bot.posts();
  expect(more).toEqual([]);
  expect([first?.token, second?.token]).toEqual([tokenOf("T1"), tokenOf("T2")]);
  expect([first?.said.includes("压缩通关时间"), second?.said.includes("压缩通关时间")]).toEqual([true, false]);
  expect([first?.said.includes("完善分时电价"), second?.said.includes("完善分时电价")]).toEqual([true, true]);
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(bytes.length).toBeGreaterThan(1);
  expect(bytes.some((each) => each.includes("geheim"))).toBe(false);
});

it("pauses a workspace that removed the app, tells of it once, and goes on when it is back", async () => {
  const bot = await openBot([randomBytes(32)]);
  await bot.app.start();
  for (const team of ["T1", "T2"]) await install(bot, team);
  for (const team of ["T1", "T2"]) await bot.ask(team, "/subscribe");
  bot.slack.refused.set(tokenOf("T1"), "account_inactive");
  await event(bot, "T1", { type: "app_uninstalled" });
  await event(bot, "T1", { type: "tokens_revoked", tokens: { bot: ["UBOTT1"] } });
  const notices = () => bot.posts().filter(({ channel }) => channel === "C9");
  await expect.poll(() => notices().length, { interval: 2 }).toBe(1);
  expect(notices()[0]?.said).toContain("slack:T1");
  expect(await bot.store.listGrants()).toMatchObject([{ workspace: "slack:T2" }]);
  const routes = createRoutes(() => ({ app: bot.app, store: bot.store }), createMetrics());
  const ready = routes.find(({ path }) => path === "/readyz");
  expect(await ready?.answer(undefined as never)).toMatchObject({ status: 200 });
  await bot.bring("https://a.test/rss.xml", "3", ["完善分时电价", "扩大直供范围"]);
  expect(await bot.ask("T2", "/digest now")).toContain("摘要已送出");
  expect(await bot.ask("T2", "/health")).not.toContain("T1");
  expect(await bot.ask("T1", "/digest now")).toContain("没有安装举要");
  bot.slack.refused.clear();
  await install(bot, "T1", { n: 2 });
  await expect.poll(() => notices().length, { interval: 2 }).toBe(2);
  expect(notices()[1]?.said).toContain("又可以送摘要了");
  expect(await bot.ask("T1", "/digest now")).toContain("摘要已送出");
  expect(bot.posts().at(-1)).toMatchObject({ token: tokenOf("T1", 2), channel: "C1" });
});

it("leaves a workspace alone that removed the app before a restart, until it is back", async () => {
  const key = randomBytes(32);
  const first = await openBot([key]);
  await first.app.start();
  for (const team of ["T1", "T2"]) await install(first, team);
  for (const team of ["T1", "T2"]) await first.ask(team, "/subscribe");
  await event(first, "T1", { type: "app_uninstalled" });
  await expect.poll(() => first.posts().length, { interval: 2 }).toBe(1);
  await first.app.stop();
  await open?.stage.close();
  const bot = await openBot([key]);
  for (const [token, known] of first.slack.bots) bot.slack.bots.set(token, known);
  await bot.app.start();
  expect(await bot.store.listNotices()).toMatchObject([{ key: "workspace slack:T1", cause: "post-not-installed" }]);
  expect(bot.posts()).toEqual([]);
  await install(bot, "T1", { n: 2 });
  await expect.poll(() => bot.posts().map(({ channel }) => channel), { interval: 2 }).toEqual(["C9"]);
  expect(await bot.store.listNotices()).toEqual([]);
  expect(await bot.ask("T1", "/digest now")).toContain("今日无新举措");
});

it("finds out by itself that a token was revoked, and posts what was left over once it is back", async () => {
  const bot = await openBot([randomBytes(32)]);
  await bot.app.start();
  for (const team of ["T1", "T2"]) await install(bot, team);
  await bot.ask("T1", "/subscribe");
  await bot.bring("https://a.test/rss.xml", "3", ["完善分时电价", "扩大直供范围"]);
  bot.slack.refused.set(tokenOf("T1"), "token_revoked");
  const [channel] = await bot.app.answerParts.channels();
  if (!channel) throw new Error("no channel");
  expect(await bot.app.answerParts.publishNow(channel)).toBe("failed");
  await expect.poll(() => bot.posts().some(({ channel: id }) => id === "C9"), { interval: 2 }).toBe(true);
  expect(bot.app.status()).toEqual({ phase: "ready", lost: [] });
  await install(bot, "T1", { n: 2 });
  expect(await bot.store.unfinished("slack:T1/C1")).toHaveLength(1);
  const { resume } = await import("../../src/flow/publish.ts");
  const { store, clock } = bot;
  await resume(
    {
      ...{ store, clock, log: SILENT, topics: () => [], sleep: async () => {}, onReach: async () => {} },
      adapters: new Map([["slack", open?.stage.adapter as never]]),
    },
    channel,
  );
  const digests = bot.posts().filter(({ channel: id, token }) => id === "C1" && token === tokenOf("T1", 2));
  expect(digests).toHaveLength(1);
  expect(digests[0]?.said).toContain("完善分时电价");
});

it("does not begin without a key, nor with another one than before", async () => {
  const key = randomBytes(32);
  const first = await openBot([key]);
  await first.app.start();
  await install(first, "T1");
  await first.app.stop();
  await open?.stage.close();
  for (const [keys, code] of [
    [[], "secret-key-missing"],
    [[randomBytes(32)], "grants-unreadable"],
  ] as const) {
    const bot = await openBot(keys);
    await expect(bot.app.start()).rejects.toMatchObject({ code });
    await bot.app.stop();
    await open?.stage.close();
  }
  const rotated = await openBot([randomBytes(32), key]);
  await rotated.app.start();
  expect(await rotated.store.listGrants()).toMatchObject([{ workspace: "slack:T1", secret: expect.any(String) }]);
});

/** The operator sees who installed the app, and can let go of a token. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { createClock } from "../flow/world.ts";
import { newDataDir, runCli } from "./runtime.ts";

const KEY = Buffer.alloc(32, 7);
const OTHER = Buffer.alloc(32, 8).toString("hex");

it("lists the workspaces with what they have, never their tokens, and forgets one", async () => {
  const DATA_DIR = newDataDir();
  const store = await openStore({ url: join(DATA_DIR, "juyao.db"), clock: createClock(), sealKeys: [KEY] });
  for (const team of ["T1", "T2"]) await store.putGrant(`slack:${team}`, JSON.stringify({ token: "xoxb-geheim" }));
  await store.close();
  const variables = { DATA_DIR, JUYAO_SECRET_KEY: KEY.toString("base64") };
  const { out } = await runCli(["workspaces", "show"], variables);
  expect(out).toContain("slack:T1 · 2026-11-20 安装 · 0 个频道 · 0 个自己的订阅源");
  expect(out).not.toContain("geheim");
  expect((await runCli(["workspaces", "show"], { DATA_DIR, JUYAO_SECRET_KEY: OTHER })).out).toContain("令牌打不开");
  expect((await runCli(["workspaces", "show"], { DATA_DIR })).err).toContain("JUYAO_SECRET_KEY");
  expect((await runCli(["workspaces", "show"], { DATA_DIR, JUYAO_SECRET_KEY: "kurz" })).err).toContain("32 字节");
  expect((await runCli(["workspaces", "forget", "slack:T1"], variables)).exit).toBe(0);
  expect((await runCli(["workspaces", "forget", "slack:T1"], variables)).err).toContain("没有工作区 slack:T1");
  const left = JSON.parse((await runCli(["workspaces", "show", "--json"], variables)).out) as object[];
  expect(left).toMatchObject([{ workspace: "slack:T2", readable: true }]);
});

it("says in one sentence what does not go together", async () => {
  const app = { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "c", SLACK_STATE_SECRET: "s", SLACK_SIGNING_SECRET: "x" };
  const begin = (more: Record<string, string>) => runCli(["start"], { DATA_DIR: newDataDir(), ...app, ...more });
  const http = { SLACK_MODE: "http", PORT: "0" };
  expect((await begin({})).err).toContain("这需要 HTTP 模式");
  expect((await begin({ SLACK_MODE: "http" })).err).toContain("没有设置 PORT");
  expect((await begin(http)).err).toContain("openssl rand -base64 32");
  expect((await begin({ ...http, SLACK_BOT_TOKEN: "xoxb-1" })).err).toContain("请去掉 SLACK_BOT_TOKEN");
  expect((await begin({ ...http, SLACK_CLIENT_SECRET: "" })).err).toContain("SLACK_CLIENT_SECRET");
  expect((await begin({ ...http, LANG: "en_US.UTF-8" })).err).toContain("JUYAO_SECRET_KEY is needed");
  const ready = await begin({ ...http, JUYAO_SECRET_KEY: KEY.toString("hex") });
  expect([ready.exit, ready.err.includes('"msg":"ready"')]).toEqual([0, true]);
});

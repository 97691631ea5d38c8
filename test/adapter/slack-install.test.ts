/** Several workspaces install the app by themselves: the dance of OAuth, and life with one token for each. */
import { afterEach, describe, expect, it } from "vitest";
import { INSTALL_SCOPES } from "../../adapters/slack/install.ts";
import type { JuyaoError } from "../../src/errors.ts";
import type { Host, Part, Request } from "../../src/platform.ts";
import { createClock, SILENT, type TestClock } from "../flow/world.ts";
import { hostOf, memoryGrants } from "./host.ts";
import {
  agree,
  begin,
  comeBack,
  command,
  event,
  INSTALLABLE,
  type Installing,
  install,
  send,
  serveAdapter,
  tokenOf,
} from "./slack-installing.ts";
import { APP } from "./slack-server.ts";
import { openSlackStage, type SlackStage, type StageOptions } from "./slack-stage.ts";

const open: { stage: SlackStage; close(): Promise<void> }[] = [];

interface World extends SlackStage, Installing {
  readonly clock: TestClock;
  readonly asked: Request[];
  readonly told: (readonly [workspace: string, code: string | undefined])[];
  readonly removed: string[];
  readonly lost: JuyaoError[];
  readonly grants: ReturnType<typeof memoryGrants>;
  readonly logged: string[];
}

async function openWorld(options: StageOptions = {}, grants = memoryGrants()): Promise<World> {
  const clock = createClock(new Date().toISOString());
  const logged: string[] = [];
  const note = (fields: object, message: string): void => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log = { ...SILENT, debug: note, info: note, warn: note, error: note };
  const stage = await openSlackStage({ credentials: INSTALLABLE, log, clock, ...options });
  const { base, close } = await serveAdapter(stage.adapter);
  open.push({ stage, close });
  const world: World = {
    ...stage,
    ...{ base, clock, grants, logged, asked: [], told: [], removed: [], lost: [] },
  };
  const host: Host = hostOf(
    async (request) => {
      world.asked.push(request);
      return { title: request.line, blocks: [] };
    },
    {
      grants,
      onWorkspace: (workspace, failure) => void world.told.push([workspace, failure?.code]),
      onRemoved: (channel) => void world.removed.push(channel),
      onLost: (failure) => void world.lost.push(failure),
    },
  );
  await stage.adapter.start(host);
  return world;
}

afterEach(async () => {
  for (const { stage, close } of open.splice(0)) {
    await stage.adapter.stop();
    await stage.close();
    await close();
    expect(stage.slack.complaints).toEqual([]);
  }
});

const until = (isSo: () => boolean) => expect.poll(isSo, { interval: 2 }).toBe(true);

let keys = 0;
const partOf = (title: string): Part => ({
  ...{ key: `k${keys++}`, ordinal: 1, total: 1, again: false, since: new Date().toISOString() },
  document: { title, blocks: [{ type: "divider" }] },
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: JuyaoError) => error.code,
  );

describe("installing the app", () => {
  it("asks Slack for the scopes of the manifest, keeps the token, and says what is next", async () => {
    const world = await openWorld();
    const { url, page, state, cookie } = await begin(world);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.headers.get("set-cookie")).toMatch(/Secure; HttpOnly/);
    expect(url.pathname).toBe("/oauth/v2/authorize");
    expect(url.searchParams.get("client_id")).toBe(APP.SLACK_CLIENT_ID);
    expect(url.searchParams.get("scope")?.split(",")).toEqual(INSTALL_SCOPES);
    const done = await comeBack(world, { code: agree(world, "T1"), state }, cookie);
    expect(done.status).toBe(200);
    const said = await done.text();
    expect(said).toContain("举要已装进“团队 T1 &lt;b&gt;”");
    expect(said).toContain("/subscribe");
    expect(said).toContain("Juyao is installed in");
    expect([...world.grants.kept.keys()]).toEqual(["slack:T1"]);
    expect(world.told).toEqual([["slack:T1", undefined]]);
    await world.adapter.post("slack:T1/C1", partOf("摘要"));
    expect(world.slack.calls.at(-1)).toMatchObject({
      method: "chat.postMessage",
      token: tokenOf("T1"),
      args: { channel: "C1" },
    });
  });

  it("takes the new token in place of the old one where it is installed again", async () => {
    const world = await openWorld();
    for (const n of [1, 2]) expect((await install(world, "T1", { n })).status).toBe(200);
    await world.adapter.post("slack:T1/C1", partOf("摘要"));
    expect(world.slack.calls.at(-1)?.token).toBe(tokenOf("T1", 2));
    expect(world.grants.kept.size).toBe(1);
  });

  const late = "不是从这个浏览器开始的";
  it("refuses politely what was not begun here, in both languages", async () => {
    const world = await openWorld();
    const { state, cookie } = await begin(world);
    const [nonce, until = ""] = state.split(".");
    const later = (Number.parseInt(until, 36) + 60_000).toString(36);
    const forged = [`${nonce}.${later}.${state.split(".")[2]}`, "forged", `${state}x`, ""];
    const tries = [
      comeBack(world, { code: agree(world, "T1"), state }),
      comeBack(world, { code: agree(world, "T1"), state }, cookie.replace(/=.*/, "=other")),
      comeBack(world, { code: agree(world, "T1") }, cookie),
      comeBack(world, { state }, cookie),
      ...forged.map((each) =>
        comeBack(world, { code: agree(world, "T1"), state: each }, cookie.replace(/=.*/, `=${each}`)),
      ),
    ];
    for (const answer of await Promise.all(tries)) {
      const said = await answer.text();
      expect(answer.status).toBe(400);
      expect(said).toContain(late);
      expect(said).toContain("was not begun in this browser");
    }
    expect(world.grants.kept.size).toBe(0);
    expect(world.slack.calls.filter(({ method }) => method === "oauth.v2.access")).toEqual([]);
  });

  it("takes a state once, and not after ten minutes", async () => {
    const world = await openWorld();
    const first = await begin(world);
    expect((await comeBack(world, { code: agree(world, "T1"), state: first.state }, first.cookie)).status).toBe(200);
    expect((await comeBack(world, { code: agree(world, "T1"), state: first.state }, first.cookie)).status).toBe(400);
    const second = await begin(world);
    world.clock.advance(601_000);
    const answer = await comeBack(world, { code: agree(world, "T1"), state: second.state }, second.cookie);
    expect([answer.status, (await answer.text()).includes(late)]).toEqual([400, true]);
  });

  it("says what went wrong where Slack or the person says no", async () => {
    const world = await openWorld();
    const { state, cookie } = await begin(world);
    const cancelled = await comeBack(world, { error: "access_denied", state }, cookie);
    expect(await cancelled.text()).toContain("你在 Slack 里取消了安装");
    const again = await begin(world);
    const failed = await comeBack(world, { code: "spent", state: again.state }, again.cookie);
    expect([failed.status, (await failed.text()).includes("Slack 没有完成这次安装")]).toEqual([502, true]);
  });

  it.each([
    [{ is_enterprise_install: true, team: null, enterprise: { id: "E1" } }, 400, "Enterprise Grid"],
    [{ refresh_token: "xoxe-1", expires_in: 43_200 }, 500, "token rotation"],
  ])("refuses what it cannot serve, and gives the token back: %o", async (more, status, sentence) => {
    const world = await openWorld();
    const answer = await install(world, "T1", { more });
    expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([status, true]);
    expect(world.slack.calls.at(-1)).toMatchObject({ method: "auth.revoke", token: tokenOf("T1") });
    expect(world.grants.kept.size).toBe(0);
  });

  it("names no token in the log", async () => {
    const world = await openWorld();
    await install(world, "T1");
    world.slack.refused.set(tokenOf("T1"), "token_revoked");
    await codeOf(world.adapter.post("slack:T1/C1", partOf("摘要")));
    expect(world.logged.join("\n")).not.toMatch(/geheim|client-secret|state-secret/);
  });
});

describe("several workspaces", () => {
  async function openTwo(options: StageOptions = {}): Promise<World> {
    const world = await openWorld(options);
    for (const team of ["T1", "T2"]) await install(world, team);
    world.told.length = 0;
    return world;
  }

  it("are posted to with their own tokens", async () => {
    const world = await openTwo();
    for (const team of ["T1", "T2"]) await world.adapter.post(`slack:${team}/C1`, partOf(team));
    const posts = world.slack.calls.filter(({ method }) => method === "chat.postMessage");
    expect(posts.map(({ token }) => token)).toEqual([tokenOf("T1"), tokenOf("T2")]);
  });

  it("ask as themselves; who is an admin in one is none in the other", async () => {
    const world = await openTwo();
    world.slack.users.set("T1 U1", { is_admin: true, team_id: "T1" });
    world.slack.users.set("T2 U1", { is_admin: false, team_id: "T2", locale: "en-US" });
    // Seen in a channel that both share.
    world.slack.users.set("T2 U7", { is_owner: true, team_id: "T1" });
    world.slack.users.set("T2 U8", { is_owner: true, is_stranger: true });
    await command(world, "T1", "/feeds");
    await command(world, "T2", "/feeds");
    await command(world, "T2", "/feeds", "U7");
    await command(world, "T2", "/feeds", "U8");
    await until(() => world.slack.messages.length === 4);
    const asked = world.asked.map(({ channel, user, direct, admin, locale }) => [channel, user, direct, admin, locale]);
    expect(asked.sort()).toEqual([
      ["slack:T1/C1", "slack:T1/U1", "slack:T1/U1", true, "zh-CN"],
      ["slack:T2/C1", "slack:T2/U1", "slack:T2/U1", false, "en-US"],
      ["slack:T2/C1", "slack:T2/U7", "slack:T2/U7", false, "zh-CN"],
      ["slack:T2/C1", "slack:T2/U8", "slack:T2/U8", false, "zh-CN"],
    ]);
  });

  it("lose one without the other; installed again, it goes on", async () => {
    const world = await openTwo();
    await event(world, "T1", { type: "app_uninstalled" });
    await until(() => world.told.length === 1);
    expect(world.told).toEqual([["slack:T1", "post-not-installed"]]);
    expect([...world.grants.kept.keys()]).toEqual(["slack:T2"]);
    expect(await codeOf(world.adapter.post("slack:T1/C1", partOf("一")))).toBe("post-not-installed");
    expect(await codeOf(world.adapter.post("slack:T2/C1", partOf("二")))).toBe("none");
    await command(world, "T1", "/policy 储能");
    await until(() => world.slack.messages.some(({ text }) => text.includes("没有安装举要")));
    expect(world.asked).toEqual([]);
    await install(world, "T1", { n: 2 });
    expect(world.told.at(-1)).toEqual(["slack:T1", undefined]);
    expect(await codeOf(world.adapter.post("slack:T1/C1", partOf("三")))).toBe("none");
    expect(world.lost).toEqual([]);
  });

  it("are not lost by what Slack tells late, nor by the token of a person", async () => {
    const world = await openTwo();
    const before = Math.floor(world.clock.now().getTime() / 1_000) - 60;
    await event(world, "T1", { type: "app_uninstalled" }, before);
    await event(world, "T1", { type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
    expect(await codeOf(world.adapter.post("slack:T1/C1", partOf("一")))).toBe("none");
    await event(world, "T1", { type: "tokens_revoked", tokens: { bot: ["UBOTT1"] } });
    await until(() => world.told.length === 1);
  });

  it.each([
    ["token_revoked", 1],
    ["account_inactive", 1],
    ["invalid_auth", 2],
  ])("go on where the token of one ends in %s", async (error, kept) => {
    const world = await openTwo();
    world.slack.refused.set(tokenOf("T1"), error);
    expect(await codeOf(world.adapter.post("slack:T1/C1", partOf("一")))).toBe("post-not-installed");
    expect(await codeOf(world.adapter.post("slack:T2/C1", partOf("二")))).toBe("none");
    await until(() => world.grants.kept.size === kept);
    expect(world.lost).toEqual([]);
  });

  it("are told of the channels that their own bot left", async () => {
    const world = await openTwo();
    await event(world, "T1", { type: "member_left_channel", user: "UBOTT1", channel: "C1" });
    // Slack tells of a shared channel once, by one of the workspaces that see it.
    await event(world, "T1", { type: "member_left_channel", user: "UBOTT2", channel: "C2" });
    await event(world, "T2", { type: "channel_archive", channel: "C3" });
    await until(() => world.removed.length === 3);
    expect(world.removed).toEqual(["slack:T1/C1", "slack:T2/C2", "slack:T2/C3"]);
  });

  it("keep what was pressed in one view to the workspace that it was opened in", async () => {
    const world = await openTwo();
    const press = (team: string, channel: string) => {
      const view = { id: "V1", type: "modal", private_metadata: JSON.stringify({ channel }), blocks: [] };
      const actions = [{ type: "button", action_id: "run:0", block_id: "b", value: "/feeds" }];
      const who = { user: { id: "U1", team_id: team }, team: { id: team }, trigger_id: "t" };
      const payload = { type: "block_actions", ...who, actions, container: { type: "view" }, view };
      const body = new URLSearchParams({ payload: JSON.stringify(payload) });
      return send(world, "application/x-www-form-urlencoded", body.toString());
    };
    await press("T1", "slack:T1/C5");
    await press("T2", "slack:T1/C5");
    await until(() => world.asked.length === 2);
    expect(world.asked.map(({ channel }) => channel).sort()).toEqual(["slack:T1/C5", "slack:T2/U1"]);
  });

  it("are there again after a restart, the operator's own under its short names", async () => {
    const before = await openTwo();
    const world = await openWorld({ workspace: "slack:T2" }, before.grants);
    world.told.length = 0;
    for (const [token, bot] of before.slack.bots) world.slack.bots.set(token, bot);
    await world.adapter.post("slack:T1/C1", partOf("一"));
    await world.adapter.post("slack:C1", partOf("二"));
    const posts = world.slack.calls.filter(({ method }) => method === "chat.postMessage");
    expect(posts.map(({ token }) => token)).toEqual([tokenOf("T1"), tokenOf("T2")]);
    await command(world, "T2", "/feeds");
    await until(() => world.asked.length === 1);
    expect(world.asked[0]).toMatchObject({ channel: "slack:C1", user: "slack:U1" });
    await event(world, "T2", { type: "app_uninstalled" });
    await until(() => world.told.length === 1);
    expect(world.told.at(-1)).toEqual(["slack", "post-not-installed"]);
  });

  it("go on where the token of one cannot be read, and begin not at all where none can", async () => {
    const { grants } = await openTwo();
    grants.kept.set("slack:T1", undefined);
    const world = await openWorld({}, grants);
    expect(world.told).toEqual([
      ["slack:T2", undefined],
      ["slack:T1", "grant-unreadable"],
    ]);
    expect(await codeOf(world.adapter.post("slack:T2/C1", partOf("二")))).toBe("none");
    grants.kept.set("slack:T2", undefined);
    expect(await codeOf(openWorld({}, grants))).toBe("grants-unreadable");
  });
});

describe("what does not go together", () => {
  it.each([
    ["a bot token as well", { SLACK_BOT_TOKEN: "xoxb-test" }, "adapter-two-ways", "SLACK_CLIENT_ID"],
    ["Socket Mode", { SLACK_MODE: undefined }, "adapter-needs-http", "SLACK_CLIENT_ID"],
    ["no client id", { SLACK_CLIENT_ID: undefined }, "adapter-no-token", "SLACK_CLIENT_ID"],
    ["no client secret", { SLACK_CLIENT_SECRET: undefined }, "adapter-no-token", "SLACK_CLIENT_SECRET"],
    ["no state secret", { SLACK_STATE_SECRET: undefined }, "adapter-no-token", "SLACK_STATE_SECRET"],
    ["no signing secret", { SLACK_SIGNING_SECRET: undefined }, "adapter-no-token", "SLACK_SIGNING_SECRET"],
  ])("%s is refused by name", async (_, credentials, code, variable) => {
    const error = await openWorld({ credentials: { ...INSTALLABLE, ...credentials } }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code, detail: { adapter: "slack", variable } });
  });
});

/** Discord, with the real SDK against a server of our own: the contract, posting, and the life of the connection. */
import { afterEach, describe, expect, it } from "vitest";
import type { Document } from "../../src/document.ts";
import { describeAdapter } from "./contract.ts";
import { CHANNEL, FORUM, GUILD, TOKEN } from "./discord-gateway.ts";
import { type DiscordStage, openStage, partOf, say, until } from "./discord-stage.ts";

const channel = `discord:${CHANNEL}`;
const forum = `discord:${FORUM}`;
const LATER_MS = 3_600_000;

describeAdapter("Discord", async () => {
  const { adapter, server, close } = await openStage();
  return {
    ...{ adapter, channel, close },
    shown: () => server.shown(),
    complaints: () => server.complaints,
    meet: (trouble) => void server.troubles.push(trouble),
  };
});

let stage: DiscordStage;
const open = async (...options: Parameters<typeof openStage>): Promise<DiscordStage> => {
  stage = await openStage(...options);
  await stage.start();
  return stage;
};
afterEach(() => stage?.close());

const callsOf = (method: string, path: RegExp) =>
  stage.server.calls.filter((call) => call.method === method && path.test(call.path));

describe("a post to Discord", () => {
  it("carries a nonce that a repetition has too", async () => {
    const { adapter, server } = await open();
    await adapter.post(channel, partOf(say("一")));
    const [{ body } = { body: {} }] = callsOf("POST", /messages$/);
    expect(body).toMatchObject({ nonce: expect.stringMatching(/^[\w-]{25}$/), enforce_nonce: true });
    await adapter.post(channel, partOf(say("一")));
    expect(server.messages).toHaveLength(1);
  });

  it("is looked for in the history once its nonce is forgotten, over all pages", async () => {
    const { adapter, server, clock } = await open();
    for (let other = 0; other < 150; other++) server.messages.push(server.foreign());
    const first = await adapter.post(channel, partOf(say("一")));
    server.nonces.clear();
    const since = new Date(Date.now() - 1_000).toISOString();
    clock.now = () => new Date(Date.now() + LATER_MS);
    expect(await adapter.post(channel, partOf(say("一"), { again: true, since }))).toEqual(first);
    expect(callsOf("GET", /messages$/).length).toBeGreaterThan(1);
    await adapter.post(channel, partOf(say("二"), { again: true, since, key: "other" }));
    expect(server.messages.filter(({ nonce }) => nonce)).toHaveLength(2);
  });

  it("is not repeated where the history is hidden, unless there is none", async () => {
    const { adapter, server, clock } = await open();
    const since = new Date(Date.now() - 1_000).toISOString();
    clock.now = () => new Date(Date.now() + LATER_MS);
    server.historyHidden = true;
    await adapter.post(channel, partOf(say("一"), { again: true, since }));
    expect(server.messages).toHaveLength(1);
    server.nonces.clear();
    const again = adapter.post(channel, partOf(say("一"), { again: true, since }));
    await expect(again).rejects.toMatchObject({ code: "post-history-hidden" });
    expect(server.messages).toHaveLength(1);
  });

  it("waits when the history is rate limited, and sends nothing", async () => {
    const { adapter, server, clock } = await open();
    clock.now = () => new Date(Date.now() + LATER_MS);
    server.slowHistory = 30;
    const again = adapter.post(channel, partOf(say("一"), { again: true }));
    await expect(again).rejects.toMatchObject({ code: "post-rate-limited", retryAfterMs: 30_050 });
    expect(server.messages).toHaveLength(0);
  });

  it("puts further parts into one thread, made once", async () => {
    const { adapter, server } = await open();
    const { messageId: parent } = await adapter.post(channel, partOf(say("一"), { total: 3 }));
    for (const ordinal of [2, 3]) {
      await adapter.post(channel, partOf(say("二"), { key: `${ordinal}`, ordinal, total: 3, parent }));
    }
    expect(server.messages.map(({ channel_id }) => channel_id)).toEqual([CHANNEL, parent, parent]);
    expect(callsOf("POST", /threads$/)).toHaveLength(1);
  });

  it("puts them below each other where no thread may be made", async () => {
    const { adapter, server } = await open();
    server.threadsForbidden = true;
    const { messageId: parent } = await adapter.post(channel, partOf(say("一"), { total: 2 }));
    const second = partOf(say("二"), { key: "2", ordinal: 2, total: 2, parent });
    const ref = await adapter.post(channel, second);
    expect(server.messages.map(({ channel_id }) => channel_id)).toEqual([CHANNEL, CHANNEL]);
    await adapter.edit?.(ref, { ...second, document: say("改") });
    expect(server.shown()[1]).toContain("改");
  });

  it.each([
    { kind: "reset", when: "after" },
    { kind: "garbage", when: "after" },
    { kind: "server-error", when: "before" },
  ] as const)("is one post of a forum with its parts below, whatever happens ($kind)", async (trouble) => {
    const { adapter, server } = await open();
    server.troubles.push(trouble);
    const { messageId: parent } = await adapter.post(forum, partOf(say("举要 · 今天"), { total: 2 }));
    await adapter.post(forum, partOf(say("二"), { key: "2", ordinal: 2, total: 2, parent }));
    expect(server.messages.map(({ channel_id }) => channel_id)).toEqual([parent, parent]);
    expect(callsOf("POST", /threads$/)[0]?.body).toMatchObject({ name: "举要 · 今天" });
    expect(server.complaints).toEqual([]);
  });

  it("reaches a person directly", async () => {
    const { adapter, server } = await open();
    await adapter.post("discord:@300000000000000001", partOf(say("只给你")));
    expect(server.messages[0]?.channel_id).toBe("700000000000000001");
  });

  it("survives a token that is refused once, and is lost when it is refused again", async () => {
    const { adapter, server, lost } = await open();
    server.unauthorized = 1;
    await adapter.post(channel, partOf(say("一")));
    expect([server.messages.length, lost]).toEqual([1, []]);
    server.unauthorized = Number.POSITIVE_INFINITY;
    const refused = adapter.post(channel, partOf(say("二"), { key: "2" }));
    await expect(refused).rejects.toMatchObject({ code: "post-token-refused" });
    expect(lost).toMatchObject([{ code: "adapter-token-refused" }]);
  });
});

describe("the connection to Discord", () => {
  it("asks for the fewest intents, invites, and registers the commands only when they changed", async () => {
    const { server, logged, adapter } = await open();
    await until(() => server.commands.length > 0);
    expect(server.gateway.identified).toEqual([1]);
    expect(logged.join("\n")).toMatch(/oauth2\/authorize\?client_id=\d+&permissions=309237713920&/);
    await adapter.stop();
    const registered = JSON.stringify(server.commands);
    await stage.start();
    await until(() => callsOf("GET", /commands$/).length === 2);
    expect([callsOf("PUT", /commands$/).length, JSON.stringify(server.commands)]).toEqual([1, registered]);
  });

  it("registers in one guild where one is named", async () => {
    await open({}, { DISCORD_GUILD_ID: GUILD });
    await until(() => callsOf("PUT", new RegExp(`/guilds/${GUILD}/commands$`)).length === 1);
  });

  it("says what is wrong with a token, and writes it nowhere", async () => {
    stage = await openStage({}, { DISCORD_TOKEN: "wrong-secret" });
    await expect(stage.start()).rejects.toMatchObject({ code: "adapter-token-refused" });
    expect(stage.logged.join()).not.toContain("wrong-secret");
    await stage.close();
    stage = await openStage({}, { DISCORD_TOKEN: "" });
    await expect(stage.start()).rejects.toMatchObject({ code: "adapter-no-token" });
  });

  it.each([
    [4004, "adapter-token-refused"],
    [4014, "adapter-intents-refused"],
    [4012, "adapter-refused"],
  ])("is lost when it is closed with %i, at the start or later", async (code, lostWith) => {
    const { server, lost } = await open();
    server.gateway.drop(code);
    await until(() => lost.length > 0);
    expect(lost).toMatchObject([{ code: lostWith }]);
    await stage.close();
    stage = await openStage();
    stage.server.gateway.refuseWith = code;
    await expect(stage.start()).rejects.toMatchObject({ code: lostWith });
    expect(stage.lost).toEqual([]);
  });

  it("starts without Discord and answers as soon as it is there", async () => {
    stage = await openStage({}, {}, { startMs: 30 });
    const { server, asked, start } = stage;
    server.gateway.refuse = true;
    await start();
    await until(() => server.gateway.attempts > 1);
    expect(server.gateway.identified).toEqual([]);
    server.gateway.refuse = false;
    await until(() => server.gateway.identified.length > 0);
    server.interact(2, { name: "health" });
    await until(() => asked.length === 1);
    // The attempts that failed would be back by now.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(server.gateway.identified).toHaveLength(1);
  });

  it("resumes after a reset and hears what was typed in between", async () => {
    const { server, asked } = await open();
    server.gateway.drop();
    server.interact(2, { name: "health" });
    await until(() => asked.length === 1);
    expect(server.gateway.identified).toHaveLength(1);
  });

  it("tries no more once it is stopped, even where the gateway is gone", async () => {
    const { server, adapter } = await open();
    server.gateway.refuse = true;
    server.gateway.drop();
    await until(() => server.gateway.attempts > 1);
    await adapter.stop();
    const { attempts } = server.gateway;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(server.gateway.attempts).toBe(attempts);
  });

  it("hears out a socket that fails only after the stop: an error that nobody hears would end the process", async () => {
    const { server, adapter } = await open();
    server.gateway.hold = true;
    server.gateway.drop();
    await until(() => server.gateway.attempts > 1);
    await adapter.stop();
    // Whatever escapes here fails the whole run.
    server.gateway.release();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it("goes on after an event that the SDK cannot read", async () => {
    const { server, asked, logged } = await open();
    server.gateway.dispatch("THREAD_CREATE", null);
    server.interact(2, { name: "health" });
    await until(() => asked.length === 1);
    expect(logged.join()).toContain("could not be read");
  });

  it("tells which channels it was removed from, but not of an outage", async () => {
    const { server, removed } = await open();
    await until(() => server.commands.length > 0);
    const { gateway } = server;
    gateway.dispatch("CHANNEL_DELETE", { id: FORUM, type: 15, guild_id: GUILD });
    gateway.dispatch("GUILD_DELETE", { id: GUILD, unavailable: true });
    gateway.dispatch("GUILD_DELETE", { id: GUILD });
    await until(() => removed.length > 1);
    expect(removed).toEqual([`${forum} post-channel-gone`, `${channel} post-not-member`]);
  });
});

describe("the log", () => {
  it("holds neither the bot's token nor that of an interaction", async () => {
    const answer = async (): Promise<Document> => say("迟");
    const { server, logged } = await open({ answer });
    server.interact(2, { name: "health" }, { token: "unknown-secret-token" });
    await until(() => logged.some((line) => line.includes("too late")));
    server.troubles.push({ kind: "not-member" });
    server.interact(2, { name: "health" }, { token: "secret-token-two" });
    await until(() => logged.some((line) => line.includes("could not be given")));
    for (const secret of ["secret-token", TOKEN]) expect(logged.join("\n")).not.toContain(secret);
  });
});

/** Slack over HTTP: signed requests to the server of the bot. */
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { hostOf } from "./host.ts";
import { TOKENS } from "./slack-server.ts";
import { openSlackStage, type SlackStage } from "./slack-stage.ts";

const open: { stage: SlackStage; server: Server }[] = [];

afterEach(async () => {
  for (const { stage, server } of open.splice(0)) {
    await stage.adapter.stop();
    await stage.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function openHttp(start = true) {
  const stage = await openSlackStage({ credentials: { SLACK_MODE: "http" } });
  const [endpoint] = stage.adapter.endpoints ?? [];
  const server = createServer((request, response) => endpoint?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({ stage, server });
  if (start) await stage.adapter.start(hostOf(async ({ line }) => ({ title: line, blocks: [] })));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${endpoint?.path}`;
  const send = (type: string, body: string, { secret = TOKENS.SLACK_SIGNING_SECRET, age = 0 } = {}) => {
    const time = String(Math.floor(Date.now() / 1_000) - age);
    const signature = `v0=${createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex")}`;
    const headers = { "content-type": type, "x-slack-request-timestamp": time, "x-slack-signature": signature };
    return fetch(url, { method: "POST", headers, body });
  };
  return { ...stage, url, send };
}

const FORM = "application/x-www-form-urlencoded";

const commandBody = (slack: SlackStage["slack"]): string =>
  new URLSearchParams({
    ...{ command: "/policy", text: "储能", user_id: "U1", channel_id: "C1", team_id: "T1", trigger_id: "t" },
    response_url: slack.createResponseUrl("C1"),
  }).toString();

it("answers a signed command, without any socket", async () => {
  const { slack, send } = await openHttp();
  expect((await send(FORM, commandBody(slack))).status).toBe(200);
  await expect.poll(() => slack.messages.length, { interval: 2 }).toBe(1);
  expect(slack.messages[0]).toMatchObject({ text: "/policy 储能", ephemeral: true });
  expect(slack.sockets.size).toBe(0);
});

it("refuses what Slack has not signed, or signed long ago", async () => {
  const { slack, send } = await openHttp();
  expect((await send(FORM, commandBody(slack), { secret: "another" })).status).toBe(401);
  expect((await send(FORM, commandBody(slack), { age: 600 })).status).toBe(401);
  expect(slack.messages).toEqual([]);
});

it("answers the question whether the address is its own, and no other request", async () => {
  const { url, send } = await openHttp();
  const asked = await send("application/json", JSON.stringify({ type: "url_verification", challenge: "abc" }));
  expect(await asked.text()).toContain("abc");
  expect((await fetch(url)).status).toBe(404);
});

it("asks to come again while the bot starts", async () => {
  const { slack, send } = await openHttp(false);
  expect((await send(FORM, commandBody(slack))).status).toBe(503);
});

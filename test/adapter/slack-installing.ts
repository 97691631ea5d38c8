/** A browser that installs the app, and Slack over HTTP for several workspaces. */
import { createHmac, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { INSTALL_SCOPES } from "../../adapters/slack/install.ts";
import type { Adapter } from "../../src/platform.ts";
import type { Clock } from "../../src/ports.ts";
import { APP, type FakeSlack, TOKENS } from "./slack-server.ts";

export const INSTALLABLE = { ...APP, SLACK_BOT_TOKEN: undefined, SLACK_APP_TOKEN: undefined, SLACK_MODE: "http" };

export interface Installing {
  readonly slack: FakeSlack;
  /** Where the bot is called. */
  readonly base: string;
  readonly clock: Clock;
}

/** The server of the bot, as far as an adapter needs it. */
export async function serveAdapter({ endpoints = [] }: Adapter): Promise<{ base: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://x").pathname;
    endpoints.find((endpoint) => endpoint.path === path)?.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

export const tokenOf = (team: string, n = 1) => `xoxb-${team}-${n}-geheim`;

/** Slack agrees: a code that is exchanged for a token of this team. */
export function agree(
  { slack }: Installing,
  team: string,
  { n = 1, more = {} }: { n?: number; more?: object } = {},
): string {
  const code = randomBytes(4).toString("hex");
  const token = tokenOf(team, n);
  slack.bots.set(token, { team, user: `UBOT${team}` });
  slack.installations.set(code, {
    ...{ ok: true, access_token: token, token_type: "bot", scope: INSTALL_SCOPES.join(","), app_id: "A1" },
    ...{ bot_user_id: `UBOT${team}`, team: { id: team, name: `团队 ${team} <b>` }, enterprise: null },
    ...{ authed_user: { id: "U1" }, is_enterprise_install: false, ...more },
  });
  return code;
}

/** Begins like a browser: the state and its cookie. */
export async function begin({
  base,
}: Installing): Promise<{ state: string; cookie: string; page: Response; url: URL }> {
  const page = await fetch(`${base}/slack/install`);
  const [cookie = ""] = (page.headers.get("set-cookie") ?? "").split(";");
  const [, href = ""] = /href="([^"]+authorize[^"]+)"/.exec(await page.text()) ?? [];
  const url = new URL(href.replaceAll("&amp;", "&"));
  return { state: url.searchParams.get("state") ?? "", cookie, page, url };
}

export const comeBack = ({ base }: Installing, query: Record<string, string>, cookie = ""): Promise<Response> =>
  fetch(`${base}/slack/oauth_redirect?${new URLSearchParams(query)}`, { headers: cookie ? { cookie } : {} });

export async function install(
  world: Installing,
  team: string,
  how: { n?: number; more?: object } = {},
): Promise<Response> {
  const { state, cookie } = await begin(world);
  return comeBack(world, { code: agree(world, team, how), state }, cookie);
}

export function send(world: Installing, type: string, body: string): Promise<Response> {
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = `v0=${createHmac("sha256", TOKENS.SLACK_SIGNING_SECRET).update(`v0:${time}:${body}`).digest("hex")}`;
  const headers = { "content-type": type, "x-slack-request-timestamp": time, "x-slack-signature": signature };
  return fetch(`${world.base}/slack/events`, { method: "POST", headers, body });
}

export const command = (world: Installing, team: string, line: string, user = "U1"): Promise<Response> => {
  const [name = "", ...said] = line.split(" ");
  const url = world.slack.createResponseUrl("C1");
  const who = { user_id: user, channel_id: "C1", team_id: team, trigger_id: "t", response_url: url };
  const body = new URLSearchParams({ command: name, text: said.join(" "), ...who });
  return send(world, "application/x-www-form-urlencoded", body.toString());
};

export const event = (
  world: Installing,
  team: string,
  said: object,
  at = Math.floor(world.clock.now().getTime() / 1_000),
) => {
  const authorizations = [{ team_id: team, enterprise_id: null, user_id: `UBOT${team}`, is_bot: true }];
  const body = { type: "event_callback", team_id: team, authorizations, event_time: at, event: said };
  return send(world, "application/json", JSON.stringify(body));
};

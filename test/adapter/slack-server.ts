/** Slack, as far as Juyao uses it: the Web API, Socket Mode and `response_url`, on loopback. */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { judgeBlocks, judgeMarkup, type Payload, readBlocks } from "./slack-rules.ts";

export const TOKENS = {
  SLACK_BOT_TOKEN: "xoxb-test",
  SLACK_APP_TOKEN: "xapp-test",
  SLACK_SIGNING_SECRET: "secret-test",
};
export const BOT_USER = "U0BOT";
/** Of an app that workspaces install by themselves. */
export const APP = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client-secret-test",
  SLACK_STATE_SECRET: "state-secret-test",
};

type Args = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly thread_ts?: string;
  /** Who alone sees it. */
  readonly ephemeral?: boolean;
  text: string;
  blocks: readonly Payload[];
  readonly metadata?: unknown;
}

/** What a call meets with; `act` does what the call is for. Undefined: the connection ends without an answer. */
export type Meeting = (act: () => Answer, response: ServerResponse) => Answer | undefined | "silence";

export interface Reaction {
  /** Milliseconds from the envelope to its acknowledgement. */
  readonly ms: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface SlackServer {
  readonly apiUrl: string;
  readonly messages: Message[];
  /** Every call, in order. */
  readonly calls: { readonly method: string; readonly args: Args; readonly token: string }[];
  readonly views: Map<string, Payload & { blocks: Payload[]; private_metadata: string; title?: { text: string } }>;
  readonly users: Map<string, object>;
  readonly complaints: string[];
  readonly sockets: Set<WebSocket>;
  /** Takes effect once, for the next call of the method; `""` for a `response_url`. */
  meet(method: string, meeting: Meeting): void;
  /** From now on every call is answered with this error; undefined: no more. */
  refuse(error: string | undefined): void;
  /** Delivers by Socket Mode and waits for the acknowledgement. */
  deliver(type: string, payload: object): Promise<Reaction>;
  createResponseUrl(channel: string, original?: Message): string;
  close(): Promise<void>;
}

const JSON_ARGS = ["blocks", "metadata", "view"];

async function readArgs(request: IncomingMessage): Promise<Args> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  if (request.headers["content-type"]?.includes("json")) return JSON.parse(body) as Args;
  const pairs = [...new URLSearchParams(body)].map(([name, value]) => [
    name,
    JSON_ARGS.includes(name) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(pairs) as Args;
}

export class FakeSlack implements SlackServer {
  apiUrl = "";
  readonly messages: Message[] = [];
  readonly calls: SlackServer["calls"] = [];
  /** What a code of an installation is exchanged for. */
  readonly installations = new Map<string, Answer>();
  /** Tokens that are refused from now on, and with which error. */
  readonly refused = new Map<string, string>();
  /** By the tokens of workspaces that installed the app. */
  readonly bots = new Map<string, { readonly team: string; readonly user: string }>();
  readonly views: SlackServer["views"] = new Map();
  readonly users: SlackServer["users"] = new Map();
  readonly complaints: string[] = [];
  readonly sockets = new Set<WebSocket>();
  readonly #meetings = new Map<string, Meeting[]>();
  readonly #acknowledged = new Map<string, (payload: Reaction["payload"]) => void>();
  readonly #responses = new Map<string, { channel: string; original: Message | undefined; uses: number }>();
  #refusal: string | undefined;
  #seconds = Math.floor(Date.now() / 1_000);
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #wss = new WebSocketServer({ noServer: true });

  async open(): Promise<this> {
    this.#server.on("upgrade", (request, socket, head) => {
      this.#wss.handleUpgrade(request, socket, head, (ws) => this.#greet(ws));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.apiUrl = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/`;
    return this;
  }

  async close(): Promise<void> {
    for (const socket of this.#wss.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  meet(method: string, meeting: Meeting): void {
    this.#meetings.set(method, [...(this.#meetings.get(method) ?? []), meeting]);
  }

  refuse(error: string | undefined): void {
    this.#refusal = error;
  }

  async deliver(type: string, payload: object): Promise<Reaction> {
    const socket = [...this.sockets].at(-1);
    if (!socket) throw new Error("nobody is connected");
    const id = randomUUID();
    const began = performance.now();
    const acknowledged = new Promise<Reaction["payload"]>((resolve) => this.#acknowledged.set(id, resolve));
    socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true }));
    return { payload: await acknowledged, ms: performance.now() - began };
  }

  createResponseUrl(channel: string, original?: Message): string {
    const id = randomUUID();
    this.#responses.set(id, { channel, original, uses: 0 });
    return this.apiUrl.replace("/api/", `/response/${id}`);
  }

  #greet(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    socket.on("error", () => {});
    socket.on("message", (said) => {
      const { envelope_id: id, payload } = JSON.parse(String(said)) as {
        envelope_id: string;
        payload: Reaction["payload"];
      };
      this.#acknowledged.get(id)?.(payload);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: this.sockets.size }));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = await readArgs(request);
    const [, kind, name = ""] = (request.url ?? "").split("/");
    const method = kind === "api" ? name : "";
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    this.calls.push({ method, args, token });
    const act = (): Answer => (kind === "api" ? this.#act(method, args, token) : this.#respond(name, args));
    const meeting = this.#meetings.get(method)?.shift();
    const refusal = this.#refusal ?? this.refused.get(token);
    const answer = refusal ? { ok: false, error: refusal } : meeting ? meeting(act, response) : act();
    if (response.headersSent || answer === "silence") return;
    if (answer === undefined) return void request.socket.resetAndDestroy();
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }

  #act(method: string, args: Args, token: string): Answer {
    const view = args.view as never;
    const bot = this.bots.get(token);
    switch (method) {
      case "auth.test":
        return { ok: true, user_id: bot?.user ?? BOT_USER, bot_id: "B1", team_id: bot?.team };
      case "auth.revoke":
        this.refused.set(token, "token_revoked");
        return { ok: true, revoked: true };
      case "oauth.v2.access":
        return this.#exchange(args);
      case "apps.connections.open":
        return { ok: true, url: this.apiUrl.replace("http", "ws").replace("/api/", "/link") };
      case "users.info":
        return {
          ok: true,
          user: {
            locale: "zh-CN",
            ...this.users.get(String(args.user)),
            ...this.users.get(`${bot?.team} ${args.user}`),
          },
        };
      case "chat.postMessage":
        return this.#store(String(args.channel).replace(/^U/, "D"), args);
      case "conversations.open":
        return { ok: true, channel: { id: String(args.users).replace(/^U/, "D") } };
      case "chat.update":
        return this.#update(this.messages.find(({ ts }) => ts === args.ts) as Message, args);
      case "conversations.history":
        return this.#history(args, (message) => message.thread_ts === undefined);
      case "conversations.replies":
        return this.#history(args, ({ ts, thread_ts: parent }) => ts === args.ts || parent === args.ts);
      case "views.open":
        return this.#show(randomUUID(), view);
      case "views.update":
        return this.#show(String(args.view_id), view);
      case "views.publish":
        return this.#show(String(args.user_id), view);
      default:
        return { ok: false, error: "unknown_method" };
    }
  }

  #exchange({ code, client_id: id, client_secret: secret }: Args): Answer {
    const installation = this.installations.get(String(code));
    this.installations.delete(String(code));
    if (id !== APP.SLACK_CLIENT_ID || secret !== APP.SLACK_CLIENT_SECRET)
      return { ok: false, error: "bad_client_secret" };
    return installation ?? { ok: false, error: "invalid_code" };
  }

  #judge({ text, blocks = [] }: Args): { text: string; blocks: Payload[] } {
    this.complaints.push(...judgeMarkup(String(text), "text"), ...judgeBlocks(blocks as Payload[], 50));
    return { text: String(text), blocks: blocks as Payload[] };
  }

  #store(channel: string, args: Args, more: Partial<Message> = {}): Answer {
    this.#seconds += 1;
    const ts = `${this.#seconds}.000001`;
    const { thread_ts: parent, metadata } = args;
    const thread = typeof parent === "string" ? { thread_ts: parent } : {};
    if (args.unfurl_links === true || args.unfurl_links === "true") this.complaints.push("links unfurl");
    this.messages.push({ ts, channel, ...thread, metadata, ...this.#judge(args), ...more });
    return { ok: true, channel, ts };
  }

  #update(message: Message, args: Args): Answer {
    Object.assign(message, this.#judge(args));
    if (Buffer.byteLength(message.text) > 4_000) this.complaints.push("an edit of more than 4,000 bytes");
    return { ok: true, ts: message.ts };
  }

  #history({ channel, oldest }: Args, isAsked: (message: Message) => boolean): Answer {
    const messages = this.messages.filter(
      (message) => message.channel === channel && !message.ephemeral && isAsked(message),
    );
    return { ok: true, messages: messages.filter(({ ts }) => Number(ts) > Number(oldest)), has_more: false };
  }

  #show(id: string, view: never): Answer {
    const { blocks } = view as { blocks: Payload[] };
    this.complaints.push(...judgeBlocks(blocks, 100));
    this.views.set(id, view);
    return { ok: true, view: { id } };
  }

  #respond(id: string, args: Args): Answer {
    const known = this.#responses.get(id);
    if (!known || known.uses >= 5) throw new Error("no such response_url");
    known.uses += 1;
    if (args.replace_original === true && known.original) return this.#update(known.original, args);
    return this.#store(known.channel, args, { ephemeral: args.response_type !== "in_channel" });
  }
}

export const openSlack = (): Promise<FakeSlack> => new FakeSlack().open();
export const readMessage = ({ blocks }: Message): string => readBlocks(blocks);

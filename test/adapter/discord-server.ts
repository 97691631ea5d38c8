/** Discord on loopback: the part of its REST API that the adapter uses, and its gateway. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Trouble } from "./contract.ts";
import { APPLICATION, CHANNEL, FORUM, type Gateway, GUILD, openGateway, TOKEN } from "./discord-gateway.ts";
import { type Body, complainOf, readBody } from "./discord-rules.ts";

export interface Message extends Body {
  readonly id: string;
  readonly channel_id: string;
}

interface Place {
  readonly id: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly parent_id?: string;
  last_message_id?: string;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly authorized: boolean;
}

/** What an interaction was answered with so far. */
export interface Answered {
  readonly callbacks: { readonly type: number; readonly data?: Record<string, unknown> }[];
  readonly edits: Body[];
  readonly followed: Body[];
}

type Reply = { readonly status: number; readonly body?: unknown };

const refuse = (status: number, code: number): Reply => ({ status, body: { code, message: `refused ${code}` } });
const REFUSED = { "channel-gone": refuse(404, 10_003), "not-member": refuse(403, 50_001) };
const EPOCH = 1_420_070_400_000n;

export class DiscordServer {
  readonly messages: Message[] = [];
  readonly calls: Call[] = [];
  readonly complaints: string[] = [];
  readonly nonces = new Map<string, string>();
  readonly interactions = new Map<string, Answered>();
  readonly places = new Map<string, Place>([
    [CHANNEL, { id: CHANNEL, type: 0, guild_id: GUILD }],
    [FORUM, { id: FORUM, type: 15, guild_id: GUILD }],
  ]);
  /** What the next posts, or answers to interactions, meet with. */
  readonly troubles: Trouble[] = [];
  commands: unknown[] = [];
  historyHidden = false;
  /** Seconds that whoever reads a history is told to wait. */
  slowHistory = 0;
  threadsForbidden = false;
  unauthorized = 0;
  gateway!: Gateway;
  url = "";
  #ids = 0n;
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  async start(): Promise<this> {
    this.gateway = openGateway(this.#server, () => this.url.replace("http", "ws"));
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.gateway.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get credentials(): Record<string, string> {
    return { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: `${this.url}/api` };
  }

  /** Somebody else's message. */
  foreign(): Message {
    return { id: this.snowflake(), channel_id: CHANNEL, content: "别人的话" };
  }

  shown(): string[] {
    return this.messages.map(readBody);
  }

  snowflake(): string {
    return String(((BigInt(Date.now()) - EPOCH) << 22n) + this.#ids++);
  }

  /** Somebody types, presses or fills in. */
  interact(type: number, data: object, more: object = {}): Answered {
    const id = this.snowflake();
    const answered: Answered = { callbacks: [], edits: [], followed: [] };
    this.interactions.set(`token${id}`, answered);
    const member = {
      user: { id: "300000000000000001", username: "a", discriminator: "0" },
      permissions: "32",
      roles: [],
    };
    const common = { id, application_id: APPLICATION, type, token: `token${id}`, version: 1, locale: "zh-CN", data };
    const where = { channel_id: CHANNEL, channel: { id: CHANNEL, type: 0 }, guild_id: GUILD, member };
    this.gateway.dispatch("INTERACTION_CREATE", {
      ...common,
      ...where,
      entitlements: [],
      authorizing_integration_owners: {},
      ...more,
    });
    return answered;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", headers } = request;
    const { pathname, searchParams: query } = new URL(request.url ?? "", this.url);
    const body = method === "GET" ? {} : ((await json(request)) as Record<string, unknown>);
    const authorized = headers.authorization === `Bot ${TOKEN}`;
    const call = { method, path: pathname.replace("/api/v10", ""), query, body, authorized };
    this.calls.push(call);
    const trouble = method === "POST" ? this.troubles.shift() : undefined;
    const slow = method === "GET" && pathname.endsWith("/messages") && this.slowHistory;
    if (trouble?.kind === "rate-limit" || slow) {
      const seconds = slow || (trouble?.kind === "rate-limit" ? trouble.seconds : undefined);
      const told = seconds === undefined ? {} : { "retry-after": String(seconds) };
      response.writeHead(429, { "content-type": "application/json", ...told });
      return void response.end('{"message":"slow down"}');
    }
    if (trouble?.kind === "token-refused") this.unauthorized = Number.POSITIVE_INFINITY;
    const early = trouble && "when" in trouble && trouble.when === "before";
    const refused = trouble && trouble.kind in REFUSED ? REFUSED[trouble.kind as keyof typeof REFUSED] : undefined;
    const reply = refused ?? (early ? { status: 200 } : this.#answer(call));
    if (trouble?.kind === "reset") return void request.socket.resetAndDestroy();
    if (trouble?.kind === "garbage") return void response.writeHead(200).end("<html>proxy</html>");
    const status = trouble?.kind === "server-error" ? 500 : reply.status;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(status === 204 ? undefined : JSON.stringify(reply.body ?? {}));
  }

  #answer(call: Call): Reply {
    const { method, path } = call;
    const [, room, id = "", what, which, then] = path.split("/");
    if (room === "interactions") return this.#call(what ?? "", call);
    if (room === "webhooks") return this.#follow(what ?? "", call);
    if (!call.authorized || this.unauthorized-- > 0) return { status: 401, body: { code: 0, message: "401" } };
    this.unauthorized = Math.max(0, this.unauthorized);
    if (path === "/gateway/bot") {
      const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: this.url.replace("http", "ws"), shards: 1, session_start_limit } };
    }
    if (room === "applications") {
      if (method === "PUT") this.commands = call.body as unknown as unknown[];
      return { status: 200, body: this.commands };
    }
    if (path === "/users/@me/channels") return { status: 200, body: this.#openDm(String(call.body.recipient_id)) };
    if (room === "guilds") {
      return { status: 200, body: { threads: [...this.places.values()].filter(({ parent_id }) => parent_id) } };
    }
    const place = this.places.get(id);
    if (!place) return refuse(404, 10_003);
    if (what === undefined) return { status: 200, body: place };
    if (what === "threads") return this.#postInForum(place, call.body);
    if (then === "threads") return this.#openThread(place, which ?? "");
    return which === undefined ? this.#messagesOf(place, call) : this.#message(which, call);
  }

  #openDm(user: string): Place {
    const dm = { id: `7${user.slice(1)}`, type: 1 };
    this.places.set(dm.id, dm);
    return dm;
  }

  #openThread(place: Place, parent: string): Reply {
    if (this.threadsForbidden) return refuse(403, 50_013);
    if (this.places.has(parent)) return refuse(400, 160_004);
    this.places.set(parent, { id: parent, type: 11, parent_id: place.id, guild_id: GUILD });
    return { status: 201, body: this.places.get(parent) };
  }

  #postInForum(forum: Place, { message }: Record<string, unknown>): Reply {
    const thread = { id: this.snowflake(), type: 11, parent_id: forum.id, guild_id: GUILD };
    this.places.set(thread.id, thread);
    this.#show(thread, message as Body, thread.id);
    return { status: 201, body: thread };
  }

  #show(place: Place, body: Body, id = this.snowflake()): Message {
    this.complaints.push(...complainOf(body));
    const message = { ...body, id, channel_id: place.id };
    this.messages.push(message);
    place.last_message_id = id;
    return message;
  }

  #messagesOf(place: Place, { method, body, query }: Call): Reply {
    if (method === "GET") {
      const after = BigInt(query.get("after") ?? 0);
      const own = this.messages.filter(({ id, channel_id }) => channel_id === place.id && BigInt(id) > after);
      const page = this.historyHidden ? [] : own.slice(0, Number(query.get("limit") ?? 50)).reverse();
      // A nonce is not given back.
      return { status: 200, body: page.map(({ nonce: _, ...message }) => message) };
    }
    const { nonce = "", enforce_nonce } = body as Body;
    const same = enforce_nonce ? this.messages.find(({ id }) => id === this.nonces.get(nonce)) : undefined;
    const message = same ?? this.#show(place, body as Body);
    this.nonces.set(nonce, message.id);
    return { status: 200, body: message };
  }

  #message(id: string, { method, body }: Call): Reply {
    const at = this.messages.findIndex((message) => message.id === id);
    const message = this.messages[at];
    if (!message) return refuse(404, 10_008);
    if (method === "PATCH") {
      this.complaints.push(...complainOf(body as Body));
      this.messages[at] = { ...message, ...(body as Body) };
    }
    return { status: 200, body: this.messages[at] };
  }

  #call(token: string, { body }: Call): Reply {
    const interaction = this.interactions.get(token);
    if (!interaction) return refuse(404, 10_062);
    if (interaction.callbacks.length > 0) return refuse(400, 40_060);
    interaction.callbacks.push(body as unknown as Answered["callbacks"][number]);
    const { type, data } = body as { type: number; data?: Body };
    if (data && (type === 4 || type === 7)) this.complaints.push(...complainOf(data));
    return { status: 204 };
  }

  #follow(token: string, { method, body }: Call): Reply {
    const interaction = this.interactions.get(token);
    if (!interaction) return refuse(401, 50_027);
    this.complaints.push(...complainOf(body as Body));
    if (method === "PATCH") interaction.edits.push(body as Body);
    else interaction.followed.push(body as Body);
    return { status: 200, body: { id: this.snowflake() } };
  }
}

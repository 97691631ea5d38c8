/** The network, on loopback: the sources and the platform behind one server, and what goes wrong on the way. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Part } from "../../src/platform.ts";
import type { Chance } from "./chance.ts";
import type { Platform } from "./platform.ts";
import type { Sources } from "./sources.ts";

const POST_FAULTS = ["refused", "cut off before", "unanswered", "rate limited", "answered late"] as const;
const FEED_FAULTS = ["refused", "cut off within", "answered late"] as const;
/** Milliseconds: short, but long enough to be killed in. */
const LATE = 60;
export const RETRY_AFTER = 20;

interface Post {
  readonly channel: string;
  readonly part: Part;
  readonly at: string;
}

export class Network {
  readonly origin: string;
  /** Faults so far, by kind. */
  readonly faults = new Map<string, number>();
  readonly #chance: Chance;
  readonly #platform: Platform;
  readonly #sources: Sources;
  readonly #server: Server;
  /** Part of all requests that go wrong. */
  #trouble = 0;

  private constructor(server: Server, chance: Chance, platform: Platform, sources: Sources) {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.origin = `http://127.0.0.1:${address.port}`;
    this.#server = server;
    this.#chance = chance;
    this.#platform = platform;
    this.#sources = sources;
  }

  static async start(chance: Chance, platform: Platform, sources: Sources): Promise<Network> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const network = new Network(server, chance, platform, sources);
    server.on("request", (request, response) => {
      const answered =
        request.method === "POST" ? network.#answerPost(request, response) : network.#answerGet(request, response);
      // Whoever asked may have been killed in the middle of it.
      answered.catch(() => response.destroy());
    });
    return network;
  }

  setTrouble(share: number): void {
    this.#trouble = share;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #fail<Kind extends string>(what: string, kinds: readonly Kind[]): Kind | undefined {
    if (!this.#chance.happens(this.#trouble)) return undefined;
    const kind = this.#chance.pick(kinds);
    const name = `${what} ${kind}`;
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1);
    return kind;
  }

  async #answerPost(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { channel, part, at } = JSON.parse(await text(request)) as Post;
    const fault = this.#fail("post", POST_FAULTS);
    if (fault === "refused") return void response.writeHead(503).end();
    if (fault === "rate limited") return void response.writeHead(429).end();
    if (fault === "cut off before") return void response.destroy();
    const id = this.#platform.show(channel, part, at);
    if (fault === "unanswered") return void response.destroy();
    if (fault === "answered late") await sleep(LATE);
    response.end(JSON.stringify({ id }));
  }

  async #answerGet({ url = "", headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = this.#sources.respond(url, this.origin);
    if (!found) return void response.writeHead(404).end();
    const { body, etag, type } = found;
    const fault = this.#fail("feed", FEED_FAULTS);
    if (fault === "refused") return void response.writeHead(503).end();
    if (fault === "answered late") await sleep(LATE);
    if (headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { etag, "content-type": type, "content-length": Buffer.byteLength(body) });
    if (fault !== "cut off within") return void response.end(body);
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  }
}

/** The network, on loopback: the sources and the platform behind one server, and what goes wrong on the way. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Part } from "../../src/ports.ts";
import type { Chance } from "./chance.ts";
import type { Platform } from "./platform.ts";
import type { Sources } from "./sources.ts";

const POST_FAULTS = ["refused", "cut off before", "unanswered", "rate limited", "answered late"] as const;
const FEED_FAULTS = ["refused", "cut off within", "answered late"] as const;
/** Milliseconds: short, but long enough to be killed in. */
const LATE = 60;
export const RETRY_AFTER = 20;

export interface Network {
  readonly origin: string;
  /** Faults so far, by kind. */
  readonly faults: ReadonlyMap<string, number>;
  /** Part of all requests that go wrong from now on. */
  setTrouble(share: number): void;
  close(): Promise<void>;
}

interface Post {
  readonly channel: string;
  readonly part: Part;
  readonly at: string;
}

export async function startNetwork(chance: Chance, platform: Platform, sources: Sources): Promise<Network> {
  const faults = new Map<string, number>();
  let trouble = 0;
  const fail = <Kind extends string>(what: string, kinds: readonly Kind[]): Kind | undefined => {
    const kind = chance.happens(trouble) ? chance.pick(kinds) : undefined;
    if (kind) faults.set(`${what} ${kind}`, (faults.get(`${what} ${kind}`) ?? 0) + 1);
    return kind;
  };

  async function answerPost(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { channel, part, at } = JSON.parse(await text(request)) as Post;
    const fault = fail("post", POST_FAULTS);
    if (fault === "refused") return void response.writeHead(503).end();
    if (fault === "rate limited") return void response.writeHead(429).end();
    if (fault === "cut off before") return void response.destroy();
    const id = platform.show(channel, part, at);
    if (fault === "unanswered") return void response.destroy();
    if (fault === "answered late") await sleep(LATE);
    response.end(JSON.stringify({ id }));
  }

  async function answerGet({ url = "", headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = sources.respond(url, origin);
    if (!found) return void response.writeHead(404).end();
    const { body, etag, type } = found;
    const fault = fail("feed", FEED_FAULTS);
    if (fault === "refused") return void response.writeHead(503).end();
    if (fault === "answered late") await sleep(LATE);
    if (headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { etag, "content-type": type, "content-length": Buffer.byteLength(body) });
    if (fault !== "cut off within") return void response.end(body);
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  }

  const server = createServer((request, response) => {
    const answered = request.method === "POST" ? answerPost(request, response) : answerGet(request, response);
    // Whoever asked may have been killed in the middle of it.
    answered.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    faults,
    setTrouble: (share) => {
      trouble = share;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

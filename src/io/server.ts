/** The one HTTP server: whatever answers over HTTP is a route of it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { JuyaoError } from "../errors.ts";
import type { Endpoint } from "../platform.ts";
import type { Log } from "../ports.ts";

export interface Address {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** `answer` may throw: the cause goes to the log, the reader gets a bare 500. */
export interface Route {
  readonly method: "GET" | "POST";
  /** Without a query, such as `/healthz`. */
  readonly path: string;
  readonly answer: (request: IncomingMessage) => Promise<Reply> | Reply;
}

export interface HttpServer {
  /** The one that was found, if any was free enough. */
  readonly port: number;
  /** Ends every connection; may be called twice. */
  stop(): Promise<void>;
}

/** What asks here is near and brief; a slow one holds nothing up for long. */
const LIMITS = { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 };
const MAX_CONNECTIONS = 100;

export const replyJson = (status: number, value: unknown): Reply => ({
  status,
  contentType: "application/json; charset=utf-8",
  body: `${JSON.stringify(value)}\n`,
});

const plain = (status: number, body: string): Reply => ({ status, contentType: "text/plain; charset=utf-8", body });

const pathOf = (request: IncomingMessage): string => (request.url ?? "").split("?", 1)[0] ?? "";

async function answerRequest(routes: readonly Route[], request: IncomingMessage, log: Log): Promise<Reply> {
  const path = pathOf(request);
  const found = routes.filter((route) => route.path === path);
  if (found.length === 0) return plain(404, "not found\n");
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = found.find((one) => one.method === method);
  if (!route) return plain(405, "method not allowed\n");
  try {
    return await route.answer(request);
  } catch (cause) {
    log.error({ path, cause }, "http request failed");
    return plain(500, "internal error\n");
  }
}

function send(response: ServerResponse, { status, contentType, body }: Reply): void {
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  // Node leaves the body of an answer to HEAD out by itself.
  response.end(body);
}

function listen(server: Server, { host, port }: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const code = cause.code === "EADDRINUSE" ? "port-in-use" : "port-unavailable";
      reject(new JuyaoError(code, { cause, detail: { host, port } }));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

export interface Served {
  readonly routes: readonly Route[];
  /** What answers by itself, whatever the method. */
  readonly endpoints?: readonly Endpoint[];
  readonly log: Log;
}

/** Throws `port-in-use`, and `port-unavailable` where the host is not of this machine or the port needs more rights. */
export async function startServer(address: Address, { routes, endpoints = [], log }: Served): Promise<HttpServer> {
  const server = createServer(LIMITS, (request, response) => {
    const endpoint = endpoints.find(({ path }) => path === pathOf(request));
    if (endpoint) endpoint.handle(request, response);
    else void answerRequest(routes, request, log).then((reply) => send(response, reply));
  });
  server.maxConnections = MAX_CONNECTIONS;
  const port = await listen(server, address);
  server.on("error", (cause) => log.error({ cause }, "http server failed"));
  log.info({ host: address.host, port }, "http server listening");
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

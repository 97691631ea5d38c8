/** One GET request, no redirects followed. */
import { lookup } from "node:dns/promises";
import { Agent, type Dispatcher, ProxyAgent, request } from "undici";
import type { FetchOptions } from "../ports.ts";
import { ACCEPT_ENCODING, readBody } from "./body.ts";
import { checkLiteralHost, createGuardedConnector, type Resolve } from "./guard.ts";
import { chooseProxy, type ProxyOptions } from "./proxy.ts";

/** All in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** From the request to the end of the response's headers. */
  readonly headers: number;
  /** Between two pieces of the body. */
  readonly body: number;
  /** All the time on the network, over all redirects; waiting for one's turn does not count. */
  readonly whole: number;
}

export interface RequestOptions {
  readonly userAgent: string;
  readonly allowPrivateHosts: readonly string[];
  readonly timeouts: Timeouts;
  readonly maxBytes: number;
  readonly proxy: ProxyOptions;
  readonly resolve?: Resolve | undefined;
}

/** The body is empty unless the status is 200–299. Header names are lower case. */
export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Requester {
  /** Fails with a JuyaoError or with whatever undici, Node or the signal say. */
  get(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Response>;
  destroy(): Promise<void>;
}

/** Real pages and feeds stay far below; bombs reach a thousand. */
const MAX_RATIO = 100;
const MAX_HEADER_BYTES = 64 * 1024;

const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.9, */*;q=0.8";

function joinHeaders(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return joined;
}

interface Dispatchers {
  /** Throws `url-private` for an address that a proxy must not be asked for. */
  choose(url: URL): Dispatcher;
  destroy(): Promise<void>;
}

function createDispatchers(options: RequestOptions): Dispatchers {
  const common = {
    connections: 1,
    pipelining: 1,
    headersTimeout: options.timeouts.headers,
    bodyTimeout: options.timeouts.body,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  const connect = createGuardedConnector({
    allowPrivateHosts: options.allowPrivateHosts,
    resolve: options.resolve ?? ((hostname) => lookup(hostname, { all: true })),
    connectTimeoutMs: options.timeouts.connect,
  });
  const direct = new Agent({ ...common, connect });
  const proxies = new Map<string, ProxyAgent>();
  return {
    choose: (url) => {
      const uri = chooseProxy(url, options.proxy);
      if (uri === undefined) return direct;
      checkLiteralHost(url, options.allowPrivateHosts);
      const agent = proxies.get(uri) ?? new ProxyAgent({ ...common, uri, proxyTunnel: false });
      proxies.set(uri, agent);
      return agent;
    },
    destroy: async () => {
      await Promise.all([direct, ...proxies.values()].map((agent) => agent.destroy()));
    },
  };
}

export function createRequester(options: RequestOptions): Requester {
  const dispatchers = createDispatchers(options);
  const limits = { maxBytes: options.maxBytes, maxRatio: MAX_RATIO };

  const headersFor = ({ etag, lastModified }: FetchOptions): Record<string, string> => ({
    "user-agent": options.userAgent,
    accept: ACCEPT,
    "accept-language": "zh-CN,zh;q=0.9,en;q=0.8",
    "accept-encoding": ACCEPT_ENCODING,
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(lastModified === undefined ? {} : { "if-modified-since": lastModified }),
  });

  const get = async (url: URL, fetchOptions: FetchOptions, signal: AbortSignal): Promise<Response> => {
    const dispatcher = dispatchers.choose(url);
    const response = await request(url, { dispatcher, method: "GET", headers: headersFor(fetchOptions), signal });
    const status = response.statusCode;
    const headers = joinHeaders(response.headers);
    try {
      if (status < 200 || status > 299) return { status, headers, body: new Uint8Array() };
      const encoding = headers["content-encoding"] ?? "";
      return { status, headers, body: await readBody(response.body, encoding, limits, url.host) };
    } finally {
      // What was not read to its end is not worth reading: the connection is given up instead.
      response.body.on("error", () => {}).destroy();
    }
  };

  return { get, destroy: dispatchers.destroy };
}

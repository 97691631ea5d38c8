/** The only way out to the web: guarded at dial time, capped in size and time, polite to each host. */
import { JuyaoError } from "../errors.ts";
import type { Fetch, FetchOptions, FetchResult } from "../ports.ts";
import { isChallenge } from "./challenge.ts";
import type { Resolve } from "./guard.ts";
import { networkError, statusError } from "./http-error.ts";
import { createPoliteness, type Politeness } from "./politeness.ts";
import type { ProxyOptions } from "./proxy.ts";
import { createRequester, type Requester, type Response, type Timeouts } from "./request.ts";

export interface HttpOptions {
  readonly userAgent: string;
  /** Exact `host:port` exceptions from the guard. */
  readonly allowPrivateHosts: readonly string[];
  /** Requests at once, over all hosts; to one host it is always one. */
  readonly concurrency: number;
  /** Between the end of a request to a host and the next one. */
  readonly hostPauseMs?: number | undefined;
  readonly timeouts?: Partial<Timeouts> | undefined;
  readonly proxy?: ProxyOptions | undefined;
  /** Bytes, before and after decompression. */
  readonly maxBytes?: number | undefined;
  readonly resolve?: Resolve | undefined;
  /** Epoch milliseconds, for a Retry-After that is a date. */
  readonly now?: (() => number) | undefined;
}

export interface HttpFetch {
  /**
   * Gets a URL with GET. Throws JuyaoError with a code `http-…` or `url-…`; a caller's abort is thrown as the signal's
   * own reason.
   */
  readonly fetch: Fetch;
  /** Ends what is under way and frees all sockets. May be called twice. */
  close(): Promise<void>;
}

const DEFAULT_TIMEOUTS: Timeouts = { connect: 10_000, headers: 20_000, body: 20_000, whole: 60_000 };
const DEFAULT_HOST_PAUSE_MS = 500;
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT_STATUSES: ReadonlySet<number> = new Set([301, 308]);

/** Throws `url-invalid` for what is no URL, not of the web, or carries credentials. */
function parseTarget(source: string, base?: URL): URL {
  const url = URL.parse(source, base?.href);
  const host = url?.host || base?.host;
  const web = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === null || !web || url.username !== "" || url.password !== "") {
    throw new JuyaoError("url-invalid", host === undefined ? {} : { detail: { host } });
  }
  url.hash = "";
  return url;
}

/** Servers write addresses in UTF-8 without escapes, which arrive as if each byte were a character. */
const readLocation = (value: string): string => {
  const text = Buffer.from(value, "latin1").toString("utf8");
  return text.includes("\ufffd") ? value : text;
};

interface Way {
  readonly requester: Requester;
  readonly politeness: Politeness;
  readonly wholeMs: number;
  readonly now: () => number;
}

/** Where a response sends the client; undefined for one that is a result. Throws the error of any other. */
function readRedirect(
  { status, headers, body }: Response,
  url: URL,
  asked: FetchOptions,
  now: number,
): URL | undefined {
  if (isChallenge(status, headers, body)) {
    throw new JuyaoError("http-forbidden", { detail: { host: url.host, status } });
  }
  // "Not modified" to one who did not say what he has leaves him with nothing.
  const conditional = asked.etag !== undefined || asked.lastModified !== undefined;
  if (status >= 200 && status <= 299) return undefined;
  if (status === 304 && conditional) return undefined;
  const location = headers.location;
  if (REDIRECT_STATUSES.has(status) && location !== undefined) return parseTarget(readLocation(location), url);
  throw statusError(status, headers, url.host, now);
}

async function follow(way: Way, source: string, options: FetchOptions, signal: AbortSignal): Promise<FetchResult> {
  let url = parseTarget(source);
  let leftMs = way.wholeMs;
  let permanent = true;
  const getInTime = async () => {
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(leftMs)));
    try {
      const response = await way.requester.get(url, options, AbortSignal.any([signal, deadline]));
      return { ...response, redirect: readRedirect(response, url, options, way.now()) };
    } catch (error) {
      throw signal.aborted ? signal.reason : networkError(error, url.host);
    } finally {
      leftMs -= performance.now() - startedAt;
    }
  };
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    // A turn for each hop: who kept the turn at one host while waiting for another could wait forever.
    const { status, headers, body, redirect } = await way.politeness.run(url.host, signal, getInTime);
    if (redirect === undefined) {
      const movedTo = permanent && redirects > 0 ? url.href : undefined;
      return { url: url.href, movedTo, status, headers, body };
    }
    permanent &&= PERMANENT_STATUSES.has(status);
    url = redirect;
  }
  throw new JuyaoError("http-redirects", { detail: { host: url.host } });
}

/** Opens the way out. `close` it, or its sockets keep the process for some seconds. */
export function createHttpFetch(options: HttpOptions): HttpFetch {
  const closing = new AbortController();
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const way: Way = {
    requester: createRequester({
      userAgent: options.userAgent,
      allowPrivateHosts: options.allowPrivateHosts,
      timeouts,
      maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
      proxy: options.proxy ?? {},
      resolve: options.resolve,
    }),
    politeness: createPoliteness({
      concurrency: options.concurrency,
      hostPauseMs: options.hostPauseMs ?? DEFAULT_HOST_PAUSE_MS,
    }),
    wholeMs: timeouts.whole,
    now: options.now ?? Date.now,
  };
  return {
    fetch: (url, fetchOptions = {}) => {
      const outer = fetchOptions.signal;
      const signal = outer === undefined ? closing.signal : AbortSignal.any([outer, closing.signal]);
      return follow(way, url, fetchOptions, signal);
    },
    close: async () => {
      closing.abort(new JuyaoError("http-unreachable"));
      await way.requester.destroy();
    },
  };
}

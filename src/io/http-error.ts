/** Turns what goes wrong on the network into JuyaoErrors. */
import { type ErrorCode, JuyaoError } from "../errors.ts";

/** No server is believed that asks for more. */
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  304: "http-server",
  401: "http-forbidden",
  403: "http-forbidden",
  404: "http-not-found",
  410: "http-gone",
  // Two firewalls that are common in China answer robots with a status that means something else.
  412: "http-forbidden",
  429: "http-rate-limited",
  451: "http-forbidden",
  503: "http-rate-limited",
  521: "http-forbidden",
};

/** Milliseconds for a Retry-After of seconds or of a date; undefined if there is none that can be read. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? "";
  const wait = /^\d{1,12}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS);
}

/** The error for a status that is neither a result nor a redirect. */
export function statusError(
  status: number,
  headers: Readonly<Record<string, string>>,
  host: string,
  now: number,
): JuyaoError {
  const detail = { host, status };
  const code = STATUS_CODES[status] ?? (status >= 500 ? "http-server" : "http-refused");
  const retryAfterMs = code === "http-rate-limited" ? parseRetryAfter(headers["retry-after"], now) : undefined;
  return new JuyaoError(code, retryAfterMs === undefined ? { detail } : { detail, retryAfterMs });
}

/** Patterns over the codes of Node and undici, first match wins. */
const NETWORK_CODES: readonly { readonly pattern: RegExp; readonly code: ErrorCode }[] = [
  { pattern: /TIMEOUT|ETIMEDOUT|TIMEDOUT/, code: "http-timeout" },
  { pattern: /^(?:ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|EBADNAME|EAI_\w+)$/, code: "http-dns" },
  { pattern: /CERT|SELF_SIGNED|UNABLE_TO_|CRL_/, code: "http-certificate" },
  // A body that is not what its Content-Encoding says.
  { pattern: /^(?:Z_|ZSTD_|ERR__)/, code: "http-server" },
  { pattern: /HEADERS_OVERFLOW|EXCEEDED_SIZE|EXCEEDS/, code: "http-too-large" },
];

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** The error for a request that brought no answer, or broke off. A JuyaoError stays what it is. */
export function networkError(cause: unknown, host: string): JuyaoError {
  for (let error = cause, depth = 0; error instanceof Error && depth < 4; error = error.cause, depth++) {
    if (error instanceof JuyaoError) return error;
    if (error.name === "TimeoutError") return new JuyaoError("http-timeout", { cause, detail: { host } });
    const found = NETWORK_CODES.find(({ pattern }) => pattern.test(codeOf(error)));
    if (found !== undefined) return new JuyaoError(found.code, { cause, detail: { host } });
  }
  return new JuyaoError("http-unreachable", { cause, detail: { host } });
}

/** Every way Juyao can fail that a person must hear of. `locale/` holds one sentence a code, in Chinese and in English. */
export const ERROR_CODES = [
  "adapter-intents-refused",
  "adapter-needs-http",
  "adapter-no-token",
  "adapter-refused",
  "adapter-scope-missing",
  "adapter-token-refused",
  "adapter-two-ways",
  "channel-from-config",
  "channel-not-found",
  "channel-not-subscribed",
  "config-invalid",
  "config-not-found",
  "config-port",
  "config-secret-key",
  "database-unsupported",
  "feed-common",
  "feed-duplicate",
  "feed-empty",
  "feed-from-config",
  "feed-garbled",
  "feed-not-a-feed",
  "feed-not-found",
  "feed-silent",
  "file-unreadable",
  "grant-unreadable",
  "grants-unreadable",
  "http-certificate",
  "http-dns",
  "http-forbidden",
  "http-gone",
  "http-not-found",
  "http-rate-limited",
  "http-redirects",
  "http-refused",
  "http-robots",
  "http-server",
  "http-timeout",
  "http-too-large",
  "http-unreachable",
  "internal",
  "limit-invalid",
  "measure-not-found",
  "not-permitted",
  "post-channel-gone",
  "port-in-use",
  "port-missing",
  "port-unavailable",
  "post-dm-closed",
  "post-failed",
  "post-history-hidden",
  "post-not-installed",
  "post-not-member",
  "post-rate-limited",
  "post-token-refused",
  "schedule-invalid",
  "secret-key-missing",
  "store-full",
  "store-in-use",
  "store-locked",
  "store-newer",
  "store-unreadable",
  "url-invalid",
  "url-private",
  "usage",
  "watch-not-found",
  "watch-too-long",
  "watches-too-many",
  "workspace-not-found",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values that a sentence may name. Never a secret, never a URL with credentials or a query. */
export type ErrorDetail = Readonly<Record<string, string | number>>;

/**
 * The one error class. Foreign faults become one at the edge where they occur (`io`, `store`, `adapters`); only `flow`,
 * `command` and the command line decide what follows. `cause` goes to the log, the sentence of `code` to the reader.
 */
export class JuyaoError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;
  /** How long the other side asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, options: { cause?: unknown; detail?: ErrorDetail; retryAfterMs?: number } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "JuyaoError";
    this.code = code;
    this.detail = options.detail ?? {};
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The same error, saying more where it said nothing: rooms that see only text do not know the host it came from. */
  with(detail: ErrorDetail): JuyaoError {
    const { code, cause, retryAfterMs } = this;
    const waiting = retryAfterMs === undefined ? {} : { retryAfterMs };
    return new JuyaoError(code, { cause, detail: { ...detail, ...this.detail }, ...waiting });
  }
}

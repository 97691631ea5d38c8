/** What Slack's SDK rejects with → what it means to us. */
import { type ErrorCode, JuyaoError } from "../../src/errors.ts";

/** `outcome-unknown`: what was asked for may have been done. `refused`: it was not. */
export type Fault =
  | { readonly kind: "outcome-unknown"; readonly timedOut: boolean }
  | { readonly kind: "rate-limited"; readonly waitMs: number }
  /** `code` is Slack's; `scope` the one that was missing. */
  | { readonly kind: "refused"; readonly code: string; readonly scope?: string };

/** Where Slack does not say how long. */
const WAIT_MS = 10_000;

/** Slack says of these itself that part of the work may be done. */
const UNCERTAIN = new Set(["internal_error", "fatal_error", "request_timeout", "service_unavailable"]);

interface SdkError {
  readonly code?: string;
  readonly message?: string;
  readonly statusCode?: number;
  readonly retryAfter?: number;
  readonly data?: { readonly error?: string; readonly needed?: string };
  readonly original?: { readonly name?: string };
}

export function readFault(cause: unknown): Fault {
  const { code, message, statusCode, retryAfter, data, original } = (cause ?? {}) as SdkError;
  if (code === "slack_webapi_rate_limited_error")
    return { kind: "rate-limited", waitMs: (retryAfter ?? 0) * 1_000 || WAIT_MS };
  // A 429 that does not say how long has no code.
  if (code === undefined && message?.startsWith("Retry header")) return { kind: "rate-limited", waitMs: WAIT_MS };
  if (code === "slack_bolt_respond_error" && statusCode !== undefined && statusCode < 500) {
    return statusCode === 429
      ? { kind: "rate-limited", waitMs: WAIT_MS }
      : { kind: "refused", code: `http_${statusCode}` };
  }
  const refusal = code === "slack_webapi_platform_error" ? (data?.error ?? "") : "";
  if (/^(ratelimited|rate_limited)$/.test(refusal)) return { kind: "rate-limited", waitMs: WAIT_MS };
  // Where something on the way answers with a page of its own, the SDK calls the page a refusal.
  if (/^[a-z0-9_]+$/.test(refusal) && !UNCERTAIN.has(refusal)) {
    return { kind: "refused", code: refusal, ...(data?.needed ? { scope: data.needed } : {}) };
  }
  return { kind: "outcome-unknown", timedOut: original?.name === "TimeoutError" };
}

/** Nobody but a person with another token helps. */
const TOKEN_REFUSALS = new Set([
  ...["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "user_removed_from_team"],
  ...["team_disabled", "not_allowed_token_type", "org_login_required", "team_access_not_granted"],
]);

export const isTokenRefused = (fault: Fault): boolean => fault.kind === "refused" && TOKEN_REFUSALS.has(fault.code);

/** What of these a post ends with; anything else is tried again later. */
const POST_REFUSALS: Readonly<Record<string, ErrorCode>> = {
  channel_not_found: "post-channel-gone",
  is_archived: "post-channel-gone",
  not_in_channel: "post-not-member",
};

const ADAPTER = "slack";

/** `variable`: which of the tokens it was. */
export function toScopeOrTokenError(fault: Fault, variable: string, cause: unknown): JuyaoError | undefined {
  if (fault.kind !== "refused") return undefined;
  if (isTokenRefused(fault)) {
    return new JuyaoError("adapter-token-refused", { cause, detail: { adapter: ADAPTER, variable } });
  }
  if (fault.code !== "missing_scope") return undefined;
  return new JuyaoError("adapter-scope-missing", { cause, detail: { adapter: ADAPTER, scope: fault.scope ?? "?" } });
}

/** `channel` is `slack:C1`. */
export function toPostError(fault: Fault, channel: string, cause: unknown): JuyaoError {
  const detail = { channel };
  if (fault.kind === "rate-limited") {
    return new JuyaoError("post-rate-limited", { cause, detail, retryAfterMs: fault.waitMs });
  }
  if (isTokenRefused(fault)) return new JuyaoError("post-token-refused", { cause, detail });
  const scope = toScopeOrTokenError(fault, "SLACK_BOT_TOKEN", cause);
  if (scope) return scope.with(detail);
  return new JuyaoError((fault.kind === "refused" && POST_REFUSALS[fault.code]) || "post-failed", { cause, detail });
}

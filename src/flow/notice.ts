/** What needs attention is told to the admin channel: once per cause, and again when it is healed. */
import { text } from "../document.ts";
import type { ErrorCode, JuyaoError } from "../errors.ts";
import type { Disk } from "../io/disk.ts";
import { messagesFor } from "../locale/locale.ts";
import type { Messages } from "../locale/messages.ts";
import type { Adapter } from "../platform.ts";
import type { Clock, Log, Store } from "../ports.ts";
import { explainCause, isNearlyFull } from "./health.ts";
import { findAdapter, singlePart } from "./publish.ts";

export interface NoticeParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** `slack:C1`; without one the log alone is told. */
  readonly adminChannel: string | undefined;
  readonly locale: string;
}

export interface Trouble {
  /** What it is about: `feed nea`, `channel slack:C1`, `workspace slack:T1`, `adapter slack`, `disk`. */
  readonly key: string;
  /** Undefined once it has healed. */
  readonly cause: ErrorCode | "disk-nearly-full" | undefined;
  readonly sentence: (messages: Messages) => string;
}

/** Failures in a row from which a feed is not just having a bad hour: with the back-off between them, most of a day. */
const FAILURES_TOLD = 5;
/** Of these nothing but a person helps, so they are told at once. */
const TOLD_AT_ONCE: readonly string[] = ["feed-garbled", "feed-silent", "http-gone"];

export async function tell(
  { store, clock, log, adapters, adminChannel, locale }: NoticeParts,
  trouble: Trouble,
): Promise<void> {
  const { key, cause, sentence } = trouble;
  if (!(await store.changeNotice(key, cause))) return;
  const messages = messagesFor(locale);
  log.warn({ about: key, code: cause ?? "healed" }, "told the admins");
  if (adminChannel === undefined) return;
  const title = cause ? messages.noticeTitle : messages.healedTitle;
  const document = { title, blocks: [{ type: "paragraph", inlines: [text(sentence(messages))] }] } as const;
  const now = clock.now();
  const part = singlePart(`notice ${key} ${cause ?? "healed"} ${now.toISOString()}`, document, now);
  try {
    await findAdapter(adapters, adminChannel)?.post(adminChannel, part);
  } catch (error) {
    log.error({ channel: adminChannel, cause: error }, "the admin channel could not be told");
    // Nobody has heard of it: what is still wrong in the next round is told then.
    if (cause) await store.changeNotice(key, undefined);
  }
}

/** `failure` is undefined once the adapter has started. */
export const tellOfAdapter = (parts: NoticeParts, adapter: string, failure: JuyaoError | undefined): Promise<void> =>
  tell(parts, {
    key: `adapter ${adapter}`,
    cause: failure?.code,
    sentence: (messages) =>
      failure
        ? messages.adapterLost(adapter, messages.errors[failure.code]({ adapter, ...failure.detail }))
        : messages.adapterHealed(adapter),
  });

/** `disk` is undefined where the system does not say. */
export async function tellOfDisk(parts: NoticeParts, disk: Disk | undefined): Promise<void> {
  if (!disk) return;
  const { free } = disk;
  await tell(parts, {
    key: "disk",
    cause: isNearlyFull(disk) ? "disk-nearly-full" : undefined,
    sentence: (messages) => (isNearlyFull(disk) ? messages.healthDiskNearlyFull(free) : messages.healthDisk(free)),
  });
}

/** Goes over all feeds after a round. */
export async function tellOfFeeds(parts: NoticeParts): Promise<void> {
  const checks = new Map((await parts.store.listChecks()).map((check) => [check.feedId, check]));
  for (const feed of await parts.store.listFeeds()) {
    const check = checks.get(feed.id);
    const cause = check?.cause as ErrorCode | undefined;
    const lasting = cause && (TOLD_AT_ONCE.includes(cause) || (check?.failures ?? 0) >= FAILURES_TOLD);
    // In between, a feed that fails has neither fallen ill for good nor healed.
    if (cause && !lasting) continue;
    await tell(parts, {
      key: `feed ${feed.id}`,
      cause,
      sentence: (messages) =>
        cause ? messages.feedFailed(feed.title, explainCause(feed, cause, messages)) : messages.feedHealed(feed.title),
    });
  }
}

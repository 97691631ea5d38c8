/** A channel's slot → claim → digest → parts → post each → delivered. Whatever crashes, each digest arrives once. */
import { composeDigest } from "../digest/compose.ts";
import { renderDigest } from "../digest/render.ts";
import { splitDocument } from "../digest/split.ts";
import type { Document } from "../document.ts";
import { type ErrorCode, JuyaoError } from "../errors.ts";
import { messagesFor } from "../locale/locale.ts";
import type { ArchivedArticle, Channel, Delivery, Digest } from "../model.ts";
import type { Adapter, Part } from "../platform.ts";
import type { Clock, Log, Store } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { isDemo } from "./sync.ts";

export interface DigestParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Names in the order in which sections appear. */
  readonly topics: () => readonly string[];
}

export interface PublishParts extends DigestParts {
  readonly log: Log;
  /** By name: `slack`, `discord`, `terminal`. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Called when a channel cannot be posted to for good, and when a post to it came through. */
  readonly onReach: (channel: Channel, failure: JuyaoError | undefined) => Promise<void>;
}

/** `posted`: sent to its end; `nothing`: there was nothing new; `taken`: the slot has its digest; `failed`: to be resumed. */
export type Publication = "posted" | "nothing" | "taken" | "failed";

/** A repost that comes later than this is told as news: few remember, and comparing goes on for ever otherwise. */
const TOLD_FOR_MS = 14 * 86_400_000;

/** What a digest of now would hold; empty sections if there is nothing new. Marks nothing. */
export async function prepareDigest(
  { store, clock, topics }: DigestParts,
  channel: Channel,
  slot: string,
): Promise<{ digest: Digest; pending: readonly ArchivedArticle[] }> {
  const pending = await store.pending(channel);
  const since = new Date(clock.now().getTime() - TOLD_FOR_MS).toISOString();
  const delivered = pending.length > 0 ? await store.deliveredSince(channel.id, since) : [];
  const told = delivered.map(({ article }) => article);
  const { id, limit, minScore } = channel;
  return { digest: composeDigest(pending, { channel: id, slot, limit, minScore, topics: topics(), told }), pending };
}

export async function renderFor(
  { store, clock }: DigestParts,
  channel: Channel,
  digest: Digest,
  sinceDay?: string,
): Promise<Document> {
  const { locale, timezone } = channel;
  const demo = await isDemo(store);
  return renderDigest(digest, { messages: messagesFor(locale), timezone, now: clock.now(), demo, sinceDay });
}

/** Everything, without a limit: of what is still to be posted, else of the last digest; empty sections if neither is. */
export async function prepareFull({ store, topics }: DigestParts, channel: Channel): Promise<Digest> {
  const pending = await store.pending(channel);
  const last = pending.length > 0 ? undefined : await store.lastDelivery(channel.id);
  const articles = last ? await store.deliveredSince(channel.id, beginningOf(last)) : pending;
  const everything = { limit: Number.POSITIVE_INFINITY, articleLimit: Number.POSITIVE_INFINITY };
  const options = {
    channel: channel.id,
    slot: last?.slot ?? "",
    minScore: channel.minScore,
    topics: topics(),
    told: [],
  };
  return composeDigest(articles, { ...options, ...everything });
}

/** Begins the slots of weekly digests, so that one that was cut off is known for what it is. */
const WEEKLY = "weekly ";
const WEEK_MS = 7 * 86_400_000;

/** From when on a delivery holds what was told: a weekly one looks back. */
const beginningOf = ({ slot, createdAt }: Delivery): string =>
  slot.startsWith(WEEKLY) ? new Date(Date.parse(createdAt) - WEEK_MS).toISOString() : createdAt;

/** 周报: the weightiest of what the channel was told in a week. It marks nothing, and a quiet week has none. */
export const publishWeekly = (parts: PublishParts, channel: Channel, slot: string): Promise<Publication> =>
  publish(parts, channel, WEEKLY + slot);

async function composeWeekly(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<boolean> {
  const since = beginningOf(delivery);
  const delivered = await parts.store.deliveredSince(channel.id, since);
  const { id, limit, minScore, timezone } = channel;
  const options = { channel: id, slot: delivery.slot, limit, minScore, topics: parts.topics(), told: [] };
  const digest = composeDigest(delivered, options);
  if (digest.sections.length === 0) return false;
  await storeParts(parts, delivery, await renderFor(parts, channel, digest, dayIn(since, timezone)), []);
  return true;
}

/** What waiting does not mend: somebody must invite, renew or unsubscribe. */
const PERMANENT: readonly ErrorCode[] = ["post-channel-gone", "post-not-member", "post-token-refused"];
/** A platform that asks to wait is waited for, so often and so long; what is left goes on in a later round. */
const PATIENCE = { times: 5, ms: 60_000 };

/** The adapter whose name the id of a channel begins with. */
export const findAdapter = (adapters: PublishParts["adapters"], channel: string): Adapter | undefined =>
  adapters.get(channel.split(":")[0] ?? "");

const adapterOf = (parts: PublishParts, channel: string): Adapter => {
  const adapter = findAdapter(parts.adapters, channel);
  if (!adapter) throw new JuyaoError("channel-not-found", { detail: { channel } });
  return adapter;
};

/** A message by itself. */
export const singlePart = (key: string, document: Document, now: Date): Part => {
  return { key, ordinal: 1, total: 1, document, since: now.toISOString(), again: false };
};

/** Composes what a claimed delivery will hold and stores it. `reposts`: all that is new was told before. */
async function composeDelivery(
  parts: PublishParts,
  channel: Channel,
  delivery: Delivery,
): Promise<"composed" | "reposts" | "nothing"> {
  if (delivery.slot.startsWith(WEEKLY)) {
    return (await composeWeekly(parts, channel, delivery)) ? "composed" : "nothing";
  }
  const { digest, pending } = await prepareDigest(parts, channel, delivery.slot);
  if (pending.length === 0) return "nothing";
  const empty = digest.sections.length === 0;
  const document = empty ? undefined : await renderFor(parts, channel, digest);
  const articleIds = pending.map(({ article }) => article.id);
  await storeParts(parts, delivery, document, articleIds);
  return empty ? "reposts" : "composed";
}

async function storeParts(
  parts: PublishParts,
  delivery: Delivery,
  document: Document | undefined,
  articleIds: readonly string[],
): Promise<void> {
  const documents = document ? splitDocument(document, adapterOf(parts, delivery.channel).fits) : [];
  const stored = documents.map((part, i) => ({ key: `${delivery.id}.${i + 1}`, ordinal: i + 1, document: part }));
  await parts.store.compose(delivery.id, stored, articleIds);
}

async function postPatiently<T>(parts: PublishParts, post: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await post();
    } catch (error) {
      const wait = error instanceof JuyaoError && error.code === "post-rate-limited" ? error.retryAfterMs : undefined;
      if (wait === undefined || wait > PATIENCE.ms || attempt >= PATIENCE.times) throw error;
      await parts.sleep(wait);
    }
  }
}

/** Posts what is not sent yet, part by part. Safe to call again after any interruption. */
async function postParts(parts: PublishParts, delivery: Delivery): Promise<void> {
  const adapter = adapterOf(parts, delivery.channel);
  const stored = await parts.store.parts(delivery.id);
  let parent: string | undefined;
  for (const { key, ordinal, document, state, messageId } of stored) {
    if (state === "sent") parent ??= messageId;
    if (state === "sent") continue;
    await parts.store.setPart(delivery.id, key, "sending");
    const again = state === "sending";
    const part = { key, ordinal, total: stored.length, document, since: delivery.createdAt, again, parent };
    const ref = await postPatiently(parts, () => adapter.post(delivery.channel, part));
    // Marked only now: a crash before this line posts the part again under the same key, which the adapter shows once.
    await parts.store.setPart(delivery.id, key, "sent", ref.messageId);
    parent ??= ref.messageId;
  }
  await parts.store.setDelivery(delivery.id, "sent");
}

/** What this process is posting right now: a round that ends in the middle of a slot must not post it a second time. */
const inHand = new WeakMap<Store, Set<string>>();

async function finish(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<Publication> {
  const busy = inHand.get(parts.store) ?? new Set();
  inHand.set(parts.store, busy);
  if (busy.has(delivery.id)) return "taken";
  busy.add(delivery.id);
  try {
    return await composeAndPost(parts, channel, delivery);
  } finally {
    busy.delete(delivery.id);
  }
}

async function composeAndPost(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<Publication> {
  try {
    const composed = (await parts.store.parts(delivery.id)).length > 0;
    const found = composed ? "composed" : await composeDelivery(parts, channel, delivery);
    if (found === "nothing") {
      // The slot stays claimed: what comes later belongs to the next one, also for another replica or after a restart.
      await parts.store.setDelivery(delivery.id, "sent");
      return "nothing";
    }
    await postParts(parts, delivery);
    if (found === "reposts") return "nothing";
    await parts.onReach(channel, undefined);
    return "posted";
  } catch (error) {
    const failure = error instanceof JuyaoError ? error : new JuyaoError("internal", { cause: error });
    const fields = { channel: channel.id, slot: delivery.slot, code: failure.code, cause: error };
    parts.log.error(fields, "digest not posted; it goes on later");
    if (PERMANENT.includes(failure.code)) await parts.onReach(channel, failure);
    return "failed";
  }
}

/** Publishes one slot of one channel, unless somebody else has. */
export async function publish(parts: PublishParts, channel: Channel, slot: string): Promise<Publication> {
  const at = parts.clock.now().toISOString();
  const delivery = await parts.store.claim({ channel: channel.id, slot, at });
  return delivery ? finish(parts, channel, delivery) : "taken";
}

/** Goes on with what was claimed and not sent to its end. */
export async function resume(parts: PublishParts, channel: Channel): Promise<void> {
  for (const delivery of await parts.store.unfinished(channel.id)) await finish(parts, channel, delivery);
}

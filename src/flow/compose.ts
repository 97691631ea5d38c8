/** What a delivery holds: a digest, a look back on the week, what somebody watches for, or a correction. */
import { composeDigest } from "../digest/compose.ts";
import { renderDigest, renderNothingNew } from "../digest/render.ts";
import type { Document } from "../document.ts";
import { messagesFor } from "../locale/locale.ts";
import type { ArchivedArticle, Channel, Delivery, Digest } from "../model.ts";
import type { Clock, Store } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { type Composition, composeCorrection } from "./correction.ts";
import { isDemo } from "./sync.ts";

export interface DigestParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Names in the order in which sections appear. */
  readonly topics: () => readonly string[];
}

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

/** `sinceDay`: of a weekly digest its first day. */
export async function renderFor(
  { store, clock }: DigestParts,
  channel: Channel,
  digest: Digest,
  sinceDay?: string,
): Promise<Document> {
  const { locale, timezone, words } = channel;
  const messages = messagesFor(locale);
  const day = dayIn(clock.now(), timezone);
  const dated = sinceDay ? messages.weeklyTitle(sinceDay, day) : messages.digestTitle(day);
  const title = words ? messages.watchTitle(words.join(" ")) : dated;
  return renderDigest(digest, { title, messages, timezone, demo: await isDemo(store), adjustable: !words });
}

/** Everything, without a limit: of what is still to be posted, else of the last digest; empty sections if neither is. */
export async function prepareFull({ store, topics }: DigestParts, channel: Channel): Promise<Digest> {
  const pending = await store.pending(channel);
  const last = pending.length > 0 ? undefined : await store.lastDelivery(channel.id);
  const articles = last ? await store.deliveredSince(channel.id, await beginningOf(store, last)) : pending;
  const everything = { limit: Number.POSITIVE_INFINITY, articleLimit: Number.POSITIVE_INFINITY };
  const options = { channel: channel.id, slot: last?.slot ?? "", minScore: channel.minScore, told: [] };
  return composeDigest(articles, { ...options, ...everything, topics: topics() });
}

const WEEK_MS = 7 * 86_400_000;
/** Weekly digests are left out over holidays, and the next one looks back on more than a week; but not for ever. */
const LONGEST_LOOK_BACK_MS = 5 * WEEK_MS;

/** From when on a delivery holds what was told: a weekly one looks back to the one before it. */
export async function beginningOf(store: Store, delivery: Delivery): Promise<string> {
  const { kind, createdAt } = delivery;
  if (kind !== "weekly") return createdAt;
  const before = (ms: number): string => new Date(Date.parse(createdAt) - ms).toISOString();
  const previous = await store.previousDelivery(delivery);
  if (!previous) return before(WEEK_MS);
  const earliest = before(LONGEST_LOOK_BACK_MS);
  return previous.createdAt > earliest ? previous.createdAt : earliest;
}

/** 周报: the weightiest of what the channel was told in a week. It marks nothing, and a quiet week has none. */
async function composeWeekly(parts: DigestParts, channel: Channel, delivery: Delivery): Promise<Composition> {
  const since = await beginningOf(parts.store, delivery);
  const delivered = await parts.store.deliveredSince(channel.id, since);
  const { id, limit, minScore, timezone } = channel;
  const options = { channel: id, slot: delivery.slot, limit, minScore, topics: parts.topics(), told: [] };
  const digest = composeDigest(delivered, options);
  const empty = digest.sections.length === 0;
  const document = empty ? undefined : await renderFor(parts, channel, digest, dayIn(since, timezone));
  return { document, articleIds: [] };
}

async function composeDaily(parts: DigestParts, channel: Channel, delivery: Delivery): Promise<Composition> {
  const { digest, pending } = await prepareDigest(parts, channel, delivery.slot);
  const document = digest.sections.length === 0 ? undefined : await renderFor(parts, channel, digest);
  return { document, articleIds: pending.map(({ article }) => article.id) };
}

/** What a claimed delivery holds. */
export async function composeDelivery(parts: DigestParts, channel: Channel, delivery: Delivery): Promise<Composition> {
  switch (delivery.kind) {
    case "digest":
      return composeDaily(parts, channel, delivery);
    case "weekly":
      return composeWeekly(parts, channel, delivery);
    case "correction":
      return composeCorrection(parts, channel, delivery);
    case "nothing":
      return { document: renderNothingNew(messagesFor(channel.locale)), articleIds: [] };
    default:
      return delivery.kind satisfies never;
  }
}

/** A channel's slot → claim → digest → parts → post each → delivered. Whatever crashes, each digest arrives once. */
import { composeDigest } from "../digest/compose.ts";
import { renderDigest } from "../digest/render.ts";
import { splitDocument } from "../digest/split.ts";
import type { Document } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import { messagesFor } from "../locale/locale.ts";
import type { ArchivedArticle, Channel, Delivery } from "../model.ts";
import type { Adapter, Clock, Log, Store } from "../ports.ts";

export interface PublishParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** By name: `slack`, `discord`, `terminal`. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** Names in the order in which sections appear. */
  readonly topics: readonly string[];
}

/** `posted`: sent to its end; `nothing`: there was nothing new; `taken`: the slot has its digest; `failed`: to be resumed. */
export type Publication = "posted" | "nothing" | "taken" | "failed";

/** What a digest of now would be. Marks nothing. */
export function previewDigest(
  parts: Pick<PublishParts, "clock" | "topics">,
  channel: Channel,
  slot: string,
  articles: readonly ArchivedArticle[],
  demo: boolean,
): Document {
  const { limit, minScore, timezone } = channel;
  const digest = composeDigest(articles, { channel: channel.id, slot, limit, minScore, topics: parts.topics });
  return renderDigest(digest, { messages: messagesFor(channel.locale), timezone, now: parts.clock.now(), demo });
}

/** True while nothing but the demo is configured. */
export const isDemo = async (store: Store): Promise<boolean> =>
  (await store.listFeeds()).every((feed) => feed.addedBy === "sample");

const adapterOf = (parts: PublishParts, channel: string): Adapter => {
  const adapter = parts.adapters.get(channel.split(":")[0] ?? "");
  if (!adapter) throw new JuyaoError("channel-not-found", { detail: { channel } });
  return adapter;
};

/** Composes what a claimed delivery will hold and stores it. False if there is nothing to tell. */
async function composeDelivery(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<boolean> {
  const articles = await parts.store.pending(channel);
  if (articles.length === 0) return false;
  const document = previewDigest(parts, channel, delivery.slot, articles, await isDemo(parts.store));
  const documents = splitDocument(document, adapterOf(parts, channel.id).limits);
  const stored = documents.map((part, i) => ({ key: `${delivery.id}.${i + 1}`, ordinal: i + 1, document: part }));
  await parts.store.compose(
    delivery.id,
    stored,
    articles.map(({ article }) => article.id),
  );
  return true;
}

/** Posts what is not sent yet, part by part. Safe to call again after any interruption. */
async function postParts(parts: PublishParts, delivery: Delivery): Promise<void> {
  const adapter = adapterOf(parts, delivery.channel);
  const stored = await parts.store.parts(delivery.id);
  for (const { key, ordinal, document, state } of stored) {
    if (state === "sent") continue;
    await parts.store.setPart(delivery.id, key, "sending");
    const ref = await adapter.post(delivery.channel, { key, ordinal, total: stored.length, document });
    // Marked only now: a crash before this line posts the part again under the same key, which the adapter shows once.
    await parts.store.setPart(delivery.id, key, "sent", ref.messageId);
  }
  await parts.store.setDelivery(delivery.id, "sent");
}

async function finish(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<Publication> {
  try {
    const composed = (await parts.store.parts(delivery.id)).length > 0;
    if (!composed && !(await composeDelivery(parts, channel, delivery))) {
      await parts.store.release(delivery.id);
      return "nothing";
    }
    await postParts(parts, delivery);
    return "posted";
  } catch (error) {
    const code = error instanceof JuyaoError ? error.code : "internal";
    parts.log.error(
      { channel: channel.id, slot: delivery.slot, code, cause: error },
      "digest not posted; it goes on later",
    );
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

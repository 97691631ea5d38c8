/** What a channel was told, as it stands now: hidden measures left out, corrected articles corrected. */
import { type Revision, reviseDocuments } from "../digest/revise.ts";
import type { Document } from "../document.ts";
import { messagesFor } from "../locale/locale.ts";
import type { Channel, Delivery } from "../model.ts";
import type { Store } from "../ports.ts";
import { beginningOf } from "./compose.ts";
import { findOutdated, headlinesNow } from "./correction.ts";
import { findAdapter, type PublishParts, targetOf } from "./publish.ts";

async function listRevisions(
  store: Store,
  channel: Channel,
  delivery: Delivery,
  documents: readonly Document[],
): Promise<Map<string, Revision>> {
  const revisions = new Map<string, Revision>();
  const hidden = await store.listHidden(channel.id);
  for (const { article } of await store.deliveredSince(channel.id, await beginningOf(store, delivery))) {
    const headlines = hidden.filter(({ articleId }) => articleId === article.id).map(({ headline }) => headline);
    if (headlines.length > 0) revisions.set(article.url, { hidden: new Set(headlines) });
  }
  if (channel.corrections === undefined) return revisions;
  for (const revised of await store.listRevised(channel.id, delivery.createdAt)) {
    const { url } = revised.archived.article;
    if (revised.delivery.id !== delivery.id || findOutdated(revised, documents).length === 0) continue;
    const now = headlinesNow(revised, channel);
    revisions.set(url, { hidden: revisions.get(url)?.hidden ?? new Set(), now });
  }
  return revisions;
}

/** The documents of a delivery as they stand now. */
export async function presentDelivery(store: Store, channel: Channel, delivery: Delivery): Promise<Document[]> {
  const documents = (await store.parts(delivery.id)).map(({ document }) => document);
  const revisions = await listRevisions(store, channel, delivery, documents);
  return revisions.size === 0 ? documents : reviseDocuments(documents, revisions, messagesFor(channel.locale));
}

/** Brings posted messages up to date. False where the platform cannot, or they would not fit any more. */
export async function editPosted(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<boolean> {
  const adapter = findAdapter(parts.adapters, targetOf(channel));
  const stored = await parts.store.parts(delivery.id);
  const documents = await presentDelivery(parts.store, channel, delivery);
  if (!adapter?.edit || stored.length === 0 || !documents.every(adapter.fits)) return false;
  for (const [i, { key, ordinal, messageId }] of stored.entries()) {
    const document = documents[i];
    if (messageId === undefined || !document) return false;
    const part = { key, ordinal, total: stored.length, document, since: delivery.createdAt, again: false };
    await adapter.edit({ channel: targetOf(channel), messageId }, part);
  }
  return true;
}

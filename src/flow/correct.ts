/** After a round: what was told and has changed is corrected, where the channel wants that. */
import { JuyaoError } from "../errors.ts";
import type { Channel } from "../model.ts";
import type { Fetch } from "../ports.ts";
import { findOutdated, slotOf } from "./correction.ts";
import { finish, type PublishParts } from "./publish.ts";
import { editPosted } from "./revise.ts";

const HOUR = 3_600_000;
/** What is older is history. */
const CORRECTED_FOR_MS = 14 * 24 * HOUR;
/** How long, and how often, the page of a told article is looked for. */
const LOOKED_FOR_MS = 7 * 24 * HOUR;
const LOOK_EVERY_MS = 12 * HOUR;

/** One slot a change: claimed before anything is sent, so that it is told once. */
export async function correctChannel(parts: PublishParts, channel: Channel): Promise<void> {
  if (channel.corrections === undefined) return;
  const { store, clock, log } = parts;
  const now = clock.now();
  const since = new Date(now.getTime() - CORRECTED_FOR_MS).toISOString();
  for (const revised of await store.listRevised(channel.id, since)) {
    const documents = (await store.parts(revised.delivery.id)).map(({ document }) => document);
    if (findOutdated(revised, documents).length === 0) continue;
    const claim = { channel: channel.id, slot: slotOf(revised), kind: "correction", at: now.toISOString() } as const;
    const delivery = await store.claim(claim);
    if (!delivery) continue;
    const edited =
      channel.corrections === "edit" &&
      (await editPosted(parts, channel, revised.delivery).catch((cause: unknown) => {
        log.warn({ channel: channel.id, cause }, "a digest could not be edited; a correction is posted instead");
        return false;
      }));
    if (edited) await store.setDelivery(delivery.id, "sent");
    else await finish(parts, channel, delivery);
  }
}

/** Looks whether the pages of told articles are still there: a feed does not say what was taken down. */
export async function lookForWithdrawn(
  { store, clock }: PublishParts,
  fetch: Fetch,
  channels: readonly Channel[],
): Promise<void> {
  const corrected = channels.filter(({ corrections }) => corrections !== undefined).map(({ id }) => id);
  const now = clock.now();
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  for (const { articleId, url } of await store.listUnlooked(corrected, before(LOOKED_FOR_MS), before(LOOK_EVERY_MS))) {
    try {
      await fetch(url, { purpose: "page" });
      await store.noteLook(articleId, now.toISOString(), true);
    } catch (error) {
      const code = error instanceof JuyaoError ? error.code : "internal";
      // A site that is down has withdrawn nothing.
      if (code.startsWith("store-")) throw error;
      await store.noteLook(articleId, now.toISOString(), code !== "http-not-found" && code !== "http-gone");
    }
  }
}

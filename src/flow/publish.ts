/** A channel's slot → claim → digest → parts → post each → delivered. Whatever crashes, each digest arrives once. */
import { splitDocument } from "../digest/split.ts";
import type { Document } from "../document.ts";
import { type ErrorCode, JuyaoError } from "../errors.ts";
import type { Channel, Delivery, DeliveryKind } from "../model.ts";
import type { Adapter, MessageRef, Part } from "../platform.ts";
import type { Log, Store } from "../ports.ts";
import { composeDelivery, type DigestParts } from "./compose.ts";
import type { Composition } from "./correction.ts";

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

/** What waiting does not mend: somebody must invite, renew or unsubscribe. */
const PERMANENT: readonly ErrorCode[] = [
  "adapter-scope-missing",
  "post-channel-gone",
  "post-dm-closed",
  "post-history-hidden",
  "post-not-installed",
  "post-not-member",
  "post-token-refused",
];

const isPermanent = (error: unknown): boolean => error instanceof JuyaoError && PERMANENT.includes(error.code);

/** The adapter whose name the id of a channel begins with. */
export const findAdapter = (adapters: PublishParts["adapters"], channel: string): Adapter | undefined =>
  adapters.get(channel.split(":")[0] ?? "");

/** Where it is posted: the id of a watch is no address. */
export const targetOf = ({ id, postTo }: Channel): string => postTo ?? id;

function adapterOf(parts: PublishParts, channel: Channel): Adapter {
  const target = targetOf(channel);
  const adapter = findAdapter(parts.adapters, target);
  if (!adapter) throw new JuyaoError("channel-not-found", { detail: { channel: target } });
  return adapter;
}

/** A message by itself. */
export const singlePart = (key: string, document: Document, now: Date): Part => {
  return { key, ordinal: 1, total: 1, document, since: now.toISOString(), again: false };
};

/** Stores what a claimed delivery will hold. False if there is nothing to post. */
async function storeDocument(
  parts: PublishParts,
  channel: Channel,
  delivery: Delivery,
  { document, articleIds }: Composition,
): Promise<boolean> {
  const documents = document ? splitDocument(document, adapterOf(parts, channel).fits) : [];
  const stored = documents.map((part, i) => ({ key: `${delivery.id}.${i + 1}`, ordinal: i + 1, document: part }));
  await parts.store.compose(delivery.id, stored, articleIds);
  return (await parts.store.parts(delivery.id)).length > 0;
}

/** A platform that asks to wait is waited for, so long; what is left goes on in a later round. */
const LONGEST_WAIT_MS = 60_000;
/** After a post of which nobody knows how it ended, the next try looks first whether it is there. */
const WAIT_AFTER_FAULT_MS = 3_000;
const TRIES = 5;

/** `onRefused` is called where the part is refused for good and surely not shown: whoever mends it need not look for it. */
async function postPatiently(
  parts: PublishParts,
  channel: Channel,
  part: Part,
  onRefused: () => Promise<void>,
): Promise<MessageRef> {
  const adapter = adapterOf(parts, channel);
  let { again } = part;
  for (let attempt = 1; ; attempt++) {
    try {
      return await adapter.post(targetOf(channel), { ...part, again });
    } catch (error) {
      if (isPermanent(error) && !again) await onRefused();
      if (!(error instanceof JuyaoError) || attempt >= TRIES) throw error;
      const isUnknown = error.code === "post-failed";
      const wait = isUnknown ? WAIT_AFTER_FAULT_MS * attempt : error.retryAfterMs;
      if (wait === undefined || wait > LONGEST_WAIT_MS) throw error;
      again ||= isUnknown;
      await parts.sleep(wait);
    }
  }
}

/** Posts what is not sent yet, part by part. Safe to call again after any interruption. */
async function postParts(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<void> {
  const stored = await parts.store.parts(delivery.id);
  const common = { total: stored.length, since: delivery.createdAt };
  let parent: string | undefined;
  for (const { key, ordinal, document, state, messageId } of stored) {
    if (state !== "sent") {
      await parts.store.setPart(delivery.id, key, "sending");
      const part = { ...common, key, ordinal, document, again: state === "sending", parent };
      const onRefused = () => parts.store.setPart(delivery.id, key, "failed");
      const ref = await postPatiently(parts, channel, part, onRefused);
      // Marked only now: a crash before this line posts the part again under the same key, which the adapter shows once.
      await parts.store.setPart(delivery.id, key, "sent", ref.messageId);
      parent ??= ref.messageId;
    }
    parent ??= messageId;
  }
  await parts.store.setDelivery(delivery.id, "sent");
}

/** What this process is posting right now: a round that ends in the middle of a slot must not post it a second time. */
const inHand = new WeakMap<Store, Set<string>>();

/** Composes and posts what is claimed, unless this process is at it already. */
export async function finish(parts: PublishParts, channel: Channel, delivery: Delivery): Promise<Publication> {
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
    const compose = () => composeDelivery(parts, channel, delivery);
    if (!composed && !(await storeDocument(parts, channel, delivery, await compose()))) {
      // The slot stays claimed: what comes later belongs to the next one, also for another replica or after a restart.
      await parts.store.setDelivery(delivery.id, "sent");
      return "nothing";
    }
    await postParts(parts, channel, delivery);
    await parts.onReach(channel, undefined);
    return "posted";
  } catch (error) {
    const failure = error instanceof JuyaoError ? error : new JuyaoError("internal", { cause: error });
    const fields = { channel: channel.id, slot: delivery.slot, code: failure.code, cause: error };
    parts.log.error(fields, "digest not posted; it goes on later");
    if (isPermanent(failure)) {
      await parts.store.setDelivery(delivery.id, "failed").catch(() => {});
      await parts.onReach(channel, failure);
    }
    return "failed";
  }
}

/** Publishes one slot of one channel, unless somebody else has. `document` goes before what would be composed. */
export async function publish(
  parts: PublishParts,
  channel: Channel,
  slot: string,
  { kind = "digest", document }: { readonly kind?: DeliveryKind; readonly document?: Document } = {},
): Promise<Publication> {
  const at = parts.clock.now().toISOString();
  // Several kinds may be due at one moment.
  const claim = { channel: channel.id, slot: kind === "digest" ? slot : `${kind} ${slot}`, kind, at };
  const delivery = await parts.store.claim(claim);
  if (!delivery) return "taken";
  if (document) await storeDocument(parts, channel, delivery, { document, articleIds: [] });
  return finish(parts, channel, delivery);
}

/** Goes on with what was claimed and not sent to its end. */
export async function resume(parts: PublishParts, channel: Channel): Promise<void> {
  for (const delivery of await parts.store.unfinished(channel.id)) await finish(parts, channel, delivery);
}

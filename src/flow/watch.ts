/** Watches: told as soon as a new measure has all their words. Each is a channel of its own in the outbox. */
import type { Channel, Watch } from "../model.ts";
import { type PublishParts, publish } from "./publish.ts";

const HOUR_MS = 3_600_000;

/** The channel in the outbox behind a watch. `like` gives what a watch does not say itself. */
export const toChannel = ({ id, channel, words, locale }: Watch, like: Channel): Channel => ({
  ...like,
  ...{ id: `watch ${id}`, postTo: channel, words, locale },
  ...{ topics: [], notTopics: [], sources: [], notSources: [], corrections: undefined, from: "now" },
});

/** What is new for a watch is posted, at most so often an hour; the rest waits and comes bundled. */
export async function publishWatch(parts: PublishParts, channel: Channel, perHour: number): Promise<void> {
  const { store, clock } = parts;
  const now = clock.now();
  const hourAgo = new Date(now.getTime() - HOUR_MS).toISOString();
  if ((await store.countDelivered(channel.id, hourAgo)) >= perHour) return;
  // A look costs less than a claim, and most rounds bring nothing.
  if ((await store.pending(channel)).length > 0) await publish(parts, channel, now.toISOString());
}

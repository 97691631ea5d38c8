/** What the configuration says and what was added by hand, brought together; the demo in or out. */
import type { Channel, Feed } from "../model.ts";
import type { Store } from "../ports.ts";

/** True while nothing but the demo is there. */
export const isDemo = async (store: Store): Promise<boolean> =>
  (await store.listFeeds()).every((feed) => feed.addedBy === "sample");

/** The demo is there only while nothing else is. */
export async function dropDemo(store: Store): Promise<void> {
  if (await isDemo(store)) return;
  for (const feed of await store.listFeeds()) if (feed.addedBy === "sample") await store.removeFeed(feed.id);
}

/** What stands in the file is as the file says; what was added by hand stays as it is. */
export async function syncFeeds(store: Store, configured: readonly Feed[], samples: readonly Feed[]): Promise<void> {
  const ids = new Set(configured.map((feed) => feed.id));
  for (const feed of await store.listFeeds()) {
    if (feed.addedBy === "config" && !ids.has(feed.id)) await store.removeFeed(feed.id);
  }
  for (const feed of configured) await store.putFeed(feed);
  if (await isDemo(store)) {
    for (const feed of samples) await store.putFeed(feed);
  }
  await dropDemo(store);
}

/** All channels: what the file says goes before what was subscribed from a chat. */
export async function listChannels(store: Store, configured: readonly Channel[]): Promise<Channel[]> {
  const ids = new Set(configured.map(({ id }) => id));
  return [...configured, ...(await store.listChannels()).filter(({ id }) => !ids.has(id))];
}

/** `/watch`: who wants to hear of what as soon as it comes. */
import { type Block, type Document, strong, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import type { Messages } from "../locale/messages.ts";
import type { Watch } from "../model.ts";
import type { Request } from "../platform.ts";
import type { Clock, Store } from "../ports.ts";

export interface WatchParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Messages of one watch in an hour at the most. */
  readonly watchesPerHour: number;
}

/** Watches of one channel: more than anybody reads. */
const MOST = 30;
/** Characters of one watch: a subject, not a text. */
const LONGEST = 60;

const sentence = (messages: Messages, words: string): Document => ({
  title: messages.watchesTitle,
  blocks: [{ type: "paragraph", inlines: [text(words)] }],
});

const placesOf = ({ channel, direct }: Request): string[] => [channel, ...(direct ? [direct] : [])];

const listOwn = async ({ store }: WatchParts, request: Request): Promise<Watch[]> =>
  (await store.listWatches()).filter(({ channel }) => placesOf(request).includes(channel));

export async function renderWatches(parts: WatchParts, request: Request, messages: Messages): Promise<Document> {
  const watches = await listOwn(parts, request);
  if (watches.length === 0) return sentence(messages, messages.noWatches);
  const blocks = watches.flatMap(({ id, words }): Block[] => [
    { type: "paragraph", inlines: [strong(words.join(" "))] },
    { type: "actions", actions: [{ label: messages.button.remove, command: `/unwatch ${id}`, danger: true }] },
  ]);
  return { title: messages.watchesTitle, blocks };
}

/** `alone`: the asker is told, not the channel. */
export async function addWatch(
  parts: WatchParts,
  request: Request,
  words: readonly string[],
  alone: boolean,
  messages: Messages,
): Promise<Document> {
  if (words.join(" ").length > LONGEST) throw new JuyaoError("watch-too-long", { detail: { most: LONGEST } });
  const channel = alone ? (request.direct ?? request.channel) : request.channel;
  const known = (await parts.store.listWatches()).filter((watch) => watch.channel === channel);
  if (known.length >= MOST) throw new JuyaoError("watches-too-many", { detail: { most: MOST } });
  const { user, locale } = request;
  const createdAt = parts.clock.now().toISOString();
  const { id } = await parts.store.addWatch({ channel, user, words, locale, createdAt });
  // What is there already is no news: a watch begins now.
  await parts.store.seeChannel(`watch ${id}`);
  return sentence(messages, messages.watchAdded(words.join(" "), parts.watchesPerHour));
}

/** By its number or its words. Whoever made it may end it, and admins. */
export async function removeWatch(
  parts: WatchParts,
  request: Request,
  target: string,
  messages: Messages,
): Promise<Document> {
  const found = (await listOwn(parts, request)).find(({ id, words }) => id === target || words.join(" ") === target);
  if (!found) throw new JuyaoError("watch-not-found", { detail: { words: target } });
  if (!request.admin && found.user !== request.user) throw new JuyaoError("not-permitted");
  await parts.store.removeWatch(found.id);
  return sentence(messages, messages.watchRemoved(found.words.join(" ")));
}

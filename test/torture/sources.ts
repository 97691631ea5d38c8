/** The sources: feeds that grow, change what they said, come late, tell wrong dates, and repeat one another. */
import { createHash } from "node:crypto";
import type { Feed } from "../../src/model.ts";
import { feedNamed } from "../flow/world.ts";
import type { Chance } from "./chance.ts";
import { LIMITED_TOPIC, TOPICS } from "./channels.ts";
import { entryOf, feedOf, type Item, nameOf, pageOf, TEASER } from "./item.ts";

const CONFIG_FEEDS = ["ministry", "province", "agency", TEASER];
/** Feeds that only people at the command line add. */
export const HAND_FEEDS = ["hand-1", "hand-2"];
/** Old items that a feed still lists, beside all that were not told yet. */
const OLD_ITEMS = 8;
const HOUR = 3_600_000;

export const feedUrl = (origin: string, feed: string): string => `${origin}/feed/${feed}.xml`;

/** The feeds that stand in the configuration. */
export const feedsAt = (origin: string): Feed[] =>
  CONFIG_FEEDS.map((id) => feedNamed(id, { url: feedUrl(origin, id) }));

/** As sources date: rightly, by the day, long ago, in the future, in words, or not at all. */
function dateOf(chance: Chance, now: Date): string {
  const past = new Date(now.getTime() - chance.between(1, 90 * 24) * HOUR);
  const future = new Date(now.getTime() + chance.between(1, 900) * HOUR);
  const dates = [now.toUTCString(), now.toISOString().slice(0, 10), past.toUTCString(), future.toUTCString()];
  const written = chance.pick([...dates, "Thu, 01 Jan 1970 00:00:00 GMT", "上周某日", ""]);
  return written && `<pubDate>${written}</pubDate>`;
}

const isTold = (item: Item, told: ReadonlySet<string>): boolean => item.names.every((name) => told.has(name));

export class Sources {
  readonly #chance: Chance;
  readonly #items: Item[] = [];
  /** No longer listed by their feeds. */
  readonly #forgotten = new Set<Item>();
  readonly #demands = new Map<string, Item["demand"]>();
  #names = 0;
  #days = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** A day's new items, some of them reposts, and changes of old ones. */
  grow(now: Date): void {
    const chance = this.#chance;
    this.#days++;
    for (let i = chance.between(2, 5); i > 0; i--) this.#publish(chance.pick(CONFIG_FEEDS), now);
    const latest = this.#items.at(-1);
    if (latest && this.#days > 1 && latest.topic !== LIMITED_TOPIC && chance.happens(0.3)) {
      this.#publish(chance.pick(CONFIG_FEEDS.filter((feed) => feed !== latest.feed)), now, latest);
    }
    for (const feed of HAND_FEEDS) if (chance.happens(0.2)) this.#publish(feed, now);
    const listed = this.#items.filter((item) => !this.#forgotten.has(item));
    for (let i = chance.between(0, 3); i > 0; i--) this.#change(chance.pick(listed), now);
  }

  /** What is published in a hand-added feed from now on; what it has that was not told yet, too, if it is `may`. */
  setDemand(feed: string, demand: Item["demand"], told: ReadonlySet<string>): void {
    this.#demands.set(feed, demand);
    if (demand === "must") return;
    for (const item of this.#items) if (item.feed === feed && !isTold(item, told)) item.demand = demand;
  }

  /** Feeds forget old items, but none that was not told everywhere. */
  forget(told: ReadonlySet<string>): void {
    for (const feed of [...CONFIG_FEEDS, ...HAND_FEEDS]) {
      const done = this.#items.filter((item) => item.feed === feed && isTold(item, told));
      for (const item of done.slice(0, -OLD_ITEMS)) this.#forgotten.add(item);
    }
  }

  /** What the web has under this path: a feed, a page, or nothing. */
  respond(path: string, origin: string): { body: string; etag: string; type: string } | undefined {
    const feed = /^\/feed\/([\w-]+)\.xml$/.exec(path)?.[1];
    const page = this.#items.find((item) => item.path === path);
    if (feed === undefined && !page) return undefined;
    const listed = this.#items.filter((item) => item.feed === feed && !this.#forgotten.has(item)).reverse();
    const body = page
      ? pageOf(page)
      : feedOf(
          `源${feed}`,
          listed.map((item) => entryOf(item, origin)),
        );
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    return { body, etag, type: page ? "text/html" : "application/rss+xml" };
  }

  #publish(feed: string, now: Date, of?: Item): void {
    const chance = this.#chance;
    const hand = HAND_FEEDS.includes(feed);
    // Reposts and hand-added feeds stay away from the channel whose sum must be exact.
    const topics = TOPICS.map(({ name }) => name).filter((name) => !hand || name !== LIMITED_TOPIC);
    const number = this.#items.length + 1;
    const id = `${feed}-${number}`;
    this.#items.push({
      feed,
      topic: of?.topic ?? chance.pick(topics),
      names: of?.names ?? Array.from({ length: chance.between(2, 3) }, () => nameOf(++this.#names)),
      words: of?.words ?? id,
      first: this.#days === 1,
      demand: this.#demands.get(feed) ?? (hand ? "may" : "must"),
      guid: id,
      path: `/article/${id}.html`,
      title: `${of ? "转载：" : ""}关于做好第${number}项工作的安排`,
      date: dateOf(chance, now),
      note: "",
      renamed: false,
    });
  }

  #change(item: Item, now: Date): void {
    const kind = this.#chance.pick(["title", "date", "note", "name"] as const);
    if (kind === "title") item.title = `（更新）${item.title}`.slice(0, 60);
    if (kind === "date") item.date = dateOf(this.#chance, now);
    if (kind === "note") item.note = `${item.note}另有说明。`.slice(0, 40);
    if (kind !== "name" || item.renamed) return;
    item.renamed = true;
    // A page that only its guid or only its address names anew is still that page.
    if (this.#chance.happens(0.5)) item.guid = `${item.guid}-again`;
    else item.path = item.path.replace(".html", "-again.html");
  }
}

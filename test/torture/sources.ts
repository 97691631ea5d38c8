/** The sources: feeds that grow, change what they said, come late, tell wrong dates, and repeat one another. */
import { createHash } from "node:crypto";
import type { Feed } from "../../src/model.ts";
import { fillerOf } from "../filler.ts";
import { feedNamed } from "../flow/world.ts";
import type { Chance } from "./chance.ts";
import { LIMITED_TOPIC, TOPICS, type TopicName } from "./channels.ts";

/** One publication in one feed. Its measures carry names that no other story has, by which they are counted. */
export interface Item {
  readonly feed: string;
  readonly topic: TopicName;
  readonly names: readonly string[];
  /** Seed of the words around the measures. */
  readonly words: string;
  /** There on the first day, when everything is past for a channel that starts from now. */
  readonly first: boolean;
  /** `may` where nobody can say whether it is past: a hand-added feed is being added or removed at the time. */
  demand: "must" | "may";
  guid: string;
  path: string;
  title: string;
  date: string;
  note: string;
  /** A guid or an address changes once: both at once make another article of the same story. */
  renamed: boolean;
}

export interface Sources {
  readonly items: readonly Item[];
  /** New items, some of them reposts, and changes of old ones. */
  grow(now: Date): void;
  /** What is published in a hand-added feed from now on; what it has that was not told yet, too, if it is `may`. */
  setDemand(feed: string, demand: Item["demand"], told: ReadonlySet<string>): void;
  /** Feeds forget old items, but none that was not told everywhere. */
  forget(told: ReadonlySet<string>): void;
  /** What the web has under this path: a feed or a page, or undefined. */
  respond(path: string, origin: string): { body: string; etag: string; type: string } | undefined;
}

const CONFIG_FEEDS = ["ministry", "province", "agency", "teaser"];
/** Feeds that only people at the command line add. */
export const HAND_FEEDS = ["hand-1", "hand-2"];
/** Its items are teasers: what they are about stands on their pages. */
const TEASER = "teaser";
/** Old items that a feed still lists, beside all that were not told yet. */
const OLD_ITEMS = 8;
const DIGITS = "甲乙丙丁戊己庚辛壬癸";
export const NAME = new RegExp(`[${DIGITS}]{5}(?=号工程)`, "g");

const SENTENCES: Readonly<Record<TopicName, (name: string) => string>> = {
  能源: (name) => `加快${name}号工程能源设施建设`,
  外贸: (name) => `推动${name}号工程稳定外贸订单`,
  投资: (name) => `支持${name}号工程扩大有效投资`,
};
/** One point alone is no list. */
const ORDINALS = ["一", "二", "三"];
const HOUR = 3_600_000;

const nameOf = (number: number): string =>
  String(number)
    .padStart(5, "0")
    .replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? "");

const textOf = (item: Item): string =>
  [
    `${fillerOf(item.words, 220)}。${item.note}`,
    ...item.names.map((name, i) => `${ORDINALS[i]}是${SENTENCES[item.topic](name)}。`),
  ]
    .map((line) => `<p>${line}</p>`)
    .join("");

const pageOf = (item: Item): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${item.title}</title></head><body><h1>${item.title}</h1><article>${textOf(item)}</article></body></html>`;

function entryOf(item: Item, origin: string): string {
  const body =
    item.feed === TEASER
      ? `<description>全文见本站</description>`
      : `<content:encoded><![CDATA[${textOf(item)}]]></content:encoded>`;
  return `<item><title>${item.title}</title><link>${origin}${item.path}</link><guid isPermaLink="false">${item.guid}</guid>${item.date}${body}</item>`;
}

/** As sources date: rightly, by the day, long ago, in the future, in words, or not at all. */
function dateOf(chance: Chance, now: Date): string {
  const past = new Date(now.getTime() - chance.between(1, 90 * 24) * HOUR);
  const future = new Date(now.getTime() + chance.between(1, 900) * HOUR);
  const dates = [now.toUTCString(), now.toISOString().slice(0, 10), past.toUTCString(), future.toUTCString()];
  const written = chance.pick([...dates, "Thu, 01 Jan 1970 00:00:00 GMT", "上周某日", ""]);
  return written && `<pubDate>${written}</pubDate>`;
}

export const feedUrl = (origin: string, feed: string): string => `${origin}/feed/${feed}.xml`;

/** The feeds that stand in the configuration. */
export const feedsAt = (origin: string): Feed[] =>
  CONFIG_FEEDS.map((id) => feedNamed(id, { url: feedUrl(origin, id) }));

export function createSources(chance: Chance): Sources {
  const items: Item[] = [];
  const retired = new Set<Item>();
  const demands = new Map<string, Item["demand"]>();
  let stories = 0;
  let published = 0;
  let days = 0;

  function publish(feed: string, now: Date, of?: Item): void {
    const hand = HAND_FEEDS.includes(feed);
    // Reposts and hand-added feeds stay away from the channel whose sum must be exact.
    const topics = TOPICS.map(({ name }) => name).filter((name) => !hand || name !== LIMITED_TOPIC);
    const id = `${feed}-${++published}`;
    items.push({
      feed,
      topic: of?.topic ?? chance.pick(topics),
      names: of?.names ?? Array.from({ length: chance.between(2, 3) }, () => nameOf(++stories)),
      words: of?.words ?? id,
      first: days === 1,
      demand: demands.get(feed) ?? (hand ? "may" : "must"),
      guid: id,
      path: `/article/${id}.html`,
      title: `${of ? "转载：" : ""}关于做好第${published}项工作的安排`,
      date: dateOf(chance, now),
      note: "",
      renamed: false,
    });
  }

  function change(item: Item, now: Date): void {
    const kind = chance.pick(["title", "date", "note", "name"] as const);
    if (kind === "title") item.title = `（更新）${item.title}`.slice(0, 60);
    if (kind === "date") item.date = dateOf(chance, now);
    if (kind === "note") item.note = `${item.note}另有说明。`.slice(0, 40);
    if (kind !== "name" || item.renamed) return;
    item.renamed = true;
    // A page that only its guid or only its address names anew is still that page.
    if (chance.happens(0.5)) item.guid = `${item.guid}-again`;
    else item.path = item.path.replace(".html", "-again.html");
  }

  return {
    items,
    grow: (now) => {
      days++;
      for (let i = chance.between(2, 5); i > 0; i--) publish(chance.pick(CONFIG_FEEDS), now);
      for (const feed of HAND_FEEDS) if (chance.happens(0.2)) publish(feed, now);
      const latest = items.at(-1);
      if (
        latest &&
        CONFIG_FEEDS.includes(latest.feed) &&
        latest.topic !== LIMITED_TOPIC &&
        days > 1 &&
        chance.happens(0.3)
      )
        publish(chance.pick(CONFIG_FEEDS.filter((feed) => feed !== latest.feed)), now, latest);
      const listed = items.filter((item) => !retired.has(item));
      for (let i = chance.between(0, 3); i > 0; i--) change(chance.pick(listed), now);
    },
    setDemand: (feed, demand, told) => {
      demands.set(feed, demand);
      const untold = items.filter((item) => item.feed === feed && !item.names.every((name) => told.has(name)));
      if (demand === "may") for (const item of untold) item.demand = "may";
    },
    forget: (told) => {
      for (const feed of [...CONFIG_FEEDS, ...HAND_FEEDS]) {
        const done = items.filter((item) => item.feed === feed && item.names.every((name) => told.has(name)));
        for (const item of done.slice(0, -OLD_ITEMS)) retired.add(item);
      }
    },
    respond: (path, from) => {
      const feed = /^\/feed\/([\w-]+)\.xml$/.exec(path)?.[1];
      const page = items.find((item) => item.path === path);
      if (feed === undefined && !page) return undefined;
      const listed = items
        .filter((item) => item.feed === feed && !retired.has(item))
        .map((item) => entryOf(item, from));
      const body = page
        ? pageOf(page)
        : `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>源${feed}</title>${listed.reverse().join("")}</channel></rss>`;
      const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
      return { body, etag, type: page ? "text/html" : "application/rss+xml" };
    },
  };
}

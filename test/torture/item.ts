/** One publication as a feed or a page shows it. */
import { fillerOf } from "../filler.ts";
import type { TopicName } from "./channels.ts";

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

/** Its items are teasers: what they are about stands on their pages. */
export const TEASER = "teaser";
const DIGITS = "甲乙丙丁戊己庚辛壬癸";
export const NAME = new RegExp(`[${DIGITS}]{5}(?=号工程)`, "g");

const SENTENCES: Readonly<Record<TopicName, (name: string) => string>> = {
  能源: (name) => `加快${name}号工程能源设施建设`,
  外贸: (name) => `推动${name}号工程稳定外贸订单`,
  投资: (name) => `支持${name}号工程扩大有效投资`,
};
/** One point alone is no list. */
const ORDINALS = ["一", "二", "三"];

export const nameOf = (number: number): string =>
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

export const pageOf = (item: Item): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${item.title}</title></head><body><h1>${item.title}</h1><article>${textOf(item)}</article></body></html>`;

export function entryOf(item: Item, origin: string): string {
  const body =
    item.feed === TEASER
      ? `<description>全文见本站</description>`
      : `<content:encoded><![CDATA[${textOf(item)}]]></content:encoded>`;
  return `<item><title>${item.title}</title><link>${origin}${item.path}</link><guid isPermaLink="false">${item.guid}</guid>${item.date}${body}</item>`;
}

export const feedOf = (title: string, entries: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${entries.join("")}</channel></rss>`;

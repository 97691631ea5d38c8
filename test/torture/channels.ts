/** Who gets the digests: every way in which a channel may want something else. */
import type { Channel } from "../../src/model.ts";
import { channelNamed } from "../flow/world.ts";
import type { Item } from "./item.ts";

export const TOPICS = [
  { name: "能源", words: ["能源"] },
  { name: "外贸", words: ["外贸"] },
  { name: "投资", words: ["投资"] },
] as const;
export type TopicName = (typeof TOPICS)[number]["name"];

/** The one whose limit is small: what it is not shown is counted as omitted, so its sum must be exact. */
const LIMITED = "test:limited";
export const LIMITED_TOPIC: TopicName = "投资";

const channel = (id: string, more: Partial<Channel> = {}): Channel =>
  channelNamed(id, { minScore: 0.3, limit: 100_000, ...more });

/** `late` is not there from the beginning and then starts with everything. */
export const CHANNELS: readonly Channel[] = [
  channel("test:everything"),
  channel("test:energy", { topics: ["能源"] }),
  channel("test:from-now", { from: "now" }),
  channel(LIMITED, { topics: [LIMITED_TOPIC], limit: 2 }),
  channel("test:late"),
];
const LATE = "test:late";

export const channelsAt = (withLate: boolean): Channel[] => CHANNELS.filter(({ id }) => withLate || id !== LATE);

/** Whether a channel must be told of an item once, may be told of it once, or must never be told. */
export function demandOf({ topics, from }: Channel, item: Item): Item["demand"] | "never" {
  if (topics.length > 0 && !topics.includes(item.topic)) return "never";
  // What was there on the first day is past for a channel that starts from now.
  return item.demand === "must" && item.first && from === "now" ? "never" : item.demand;
}

/** The promise, checked: every measure that a channel wanted was told in it exactly once. */
import type { Channel } from "../../src/model.ts";
import { demandOf } from "./channels.ts";
import type { Item } from "./item.ts";
import type { Shown } from "./platform.ts";

export interface Verdict {
  /** Measures that a channel had to be told of, over all channels. */
  readonly wanted: number;
  readonly told: number;
  readonly omitted: number;
  /** A repost that comes after a fortnight is told as news; that is no repeat. */
  readonly toldAnew: number;
  /** Each with its channel, for whoever looks for the cause. */
  readonly lost: readonly string[];
  readonly repeated: readonly string[];
  /** Told, though it was not for this channel. */
  readonly unasked: readonly string[];
}

/** Less than the fortnight after which reposts are news again: the clock of a post runs ahead of that of its slot. */
const LONG_AGO_MS = 13 * 86_400_000;

interface Wish {
  readonly must: boolean;
  readonly reposted: boolean;
}

/** What a channel wants, by the name of the measure. */
function wishesOf(channel: Channel, items: readonly Item[]): Map<string, Wish> {
  const wishes = new Map<string, Wish>();
  for (const item of items) {
    const demand = demandOf(channel, item);
    if (demand === "never") continue;
    for (const name of item.names) {
      const known = wishes.get(name);
      wishes.set(name, { must: demand === "must" || known?.must === true, reposted: known !== undefined });
    }
  }
  return wishes;
}

function judgeChannel(channel: Channel, items: readonly Item[], shown: readonly Shown[]): Verdict {
  const wishes = wishesOf(channel, items);
  const times = new Map<string, number[]>();
  for (const { names, at } of shown) {
    for (const name of names) times.set(name, [...(times.get(name) ?? []), Date.parse(at)]);
  }
  const named = (name: string): string => `${channel.id} ${name}`;
  const untold = [...wishes].filter(([name, { must }]) => must && !times.has(name)).map(([name]) => named(name));
  // Which measures were omitted is told by their number only: so many of those that were not told are accounted for.
  const omitted = shown.reduce((sum, part) => sum + part.omitted, 0);
  const repeated: string[] = [];
  let toldAnew = 0;
  for (const [name, told] of times) {
    for (const [i, time] of told.slice(1).entries()) {
      const before = told[i] ?? time;
      if (wishes.get(name)?.reposted && Math.abs(time - before) >= LONG_AGO_MS) toldAnew++;
      else repeated.push(named(name));
    }
  }
  const surplus = Math.max(0, omitted - untold.length);
  return {
    wanted: [...wishes.values()].filter(({ must }) => must).length,
    told: times.size,
    omitted,
    toldAnew,
    lost: untold.slice(omitted),
    repeated: [...repeated, ...Array.from({ length: surplus }, () => named("omitted though told"))],
    unasked: [...times.keys()].filter((name) => !wishes.has(name)).map(named),
  };
}

export function judge(channels: readonly Channel[], items: readonly Item[], shown: readonly Shown[]): Verdict {
  const verdicts = channels.map((channel) =>
    judgeChannel(
      channel,
      items,
      shown.filter((part) => part.channel === channel.id),
    ),
  );
  const sum = (count: (verdict: Verdict) => number): number => verdicts.reduce((total, one) => total + count(one), 0);
  return {
    wanted: sum(({ wanted }) => wanted),
    told: sum(({ told }) => told),
    omitted: sum(({ omitted }) => omitted),
    toldAnew: sum(({ toldAnew }) => toldAnew),
    lost: verdicts.flatMap(({ lost }) => lost),
    repeated: verdicts.flatMap(({ repeated }) => repeated),
    unasked: verdicts.flatMap(({ unasked }) => unasked),
  };
}

/** Measures that were told, or left out aloud, in every channel that must have them: their sources may forget them. */
export function toldEverywhere(
  channels: readonly Channel[],
  items: readonly Item[],
  shown: readonly Shown[],
): Set<string> {
  const settled = new Set(items.flatMap(({ names }) => names));
  for (const channel of channels.filter(({ limit }) => limit > 100)) {
    const told = new Set(shown.filter((part) => part.channel === channel.id).flatMap(({ names }) => names));
    for (const [name, { must }] of wishesOf(channel, items)) if (must && !told.has(name)) settled.delete(name);
  }
  return settled;
}

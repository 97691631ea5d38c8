/** The rounds: what happens to the bot, when, and by whose hand. */
import type { Chance } from "./chance.ts";
import { CHANNELS, channelsAt } from "./channels.ts";
import { CRASH_PLACES } from "./crash.ts";
import { isRead } from "./database.ts";
import type { Disk } from "./disk.ts";
import { type Death, type Life, live, prepareLife } from "./life.ts";
import type { News, Orders } from "./orders.ts";
import type { Platform } from "./platform.ts";
import type { Network } from "./server.ts";
import { feedUrl, HAND_FEEDS, type Sources } from "./sources.ts";
import { Tally } from "./table.ts";
import { toldEverywhere } from "./verdict.ts";
import { createWriters } from "./writers.ts";

export interface World {
  readonly root: string;
  readonly database: string;
  readonly disk: Disk;
  readonly platform: Platform;
  readonly sources: Sources;
  readonly network: Network;
}

export interface Tallies {
  readonly kills: Tally;
  readonly faults: Tally;
  readonly writers: ReadonlyMap<string, number>;
  /** Codes that the bot logged. */
  readonly troubles: Tally;
  /** What it should never have met. */
  readonly surprises: Tally;
}

export interface Torture {
  readonly tally: Tallies;
  /** Killed while the database is made, then a calm day: channels that start from now know what was before them. */
  firstDay(): Promise<void>;
  round(number: number, withLate: boolean): Promise<void>;
  /** Nothing goes wrong any more, and the bot makes up for what it missed. */
  calmDays(): Promise<void>;
  stop(): void;
}

/** Slots in one life: more than it lives to see, unless the day is calm. */
const SLOTS = 1000;
const CALM_SLOTS = 6;
/** Lives that end while the tables are made, or the feeds read for the first time. */
const BIRTHS = 6;
const MINUTE = 60_000;
/** Starts, which take longer as the database grows: most lives end within so many, or soon after one. */
const KILLED_WITHIN = 1.8;
/** So long has a life that was to crash, and does not reach the place. */
const PLACE_MISSED_AFTER = 4;

export function createTorture(world: World, chance: Chance): Torture {
  const { sources, platform, network, disk, database } = world;
  const [kills, faults, troubles, surprises] = [new Tally(), new Tally(), new Tally(), new Tally()];
  let now = new Date();
  let late = false;
  let next: Life = prepareLife();
  /** What a start took of late, in milliseconds. */
  let startMs = 500;

  const told = (): Set<string> => toldEverywhere(channelsAt(late), sources.items, platform.shown);
  const writers = createWriters(chance, { ...world, origin: network.origin }, (feed) =>
    sources.setDemand(feed, "may", told()),
  );

  function hear(news: News): void {
    if (news.type === "clock") {
      now = new Date(news.now);
      if (news.jumped) faults.add(`clock jumps ${news.jumped}`);
    }
    if (news.type === "started") startMs += (news.ms - startMs) / 5;
    if (news.type !== "trouble") return;
    troubles.add(news.code);
    if (news.code === "internal" || news.code === "store-unreadable") surprises.add(news.cause);
  }

  async function liveOnce(orders: Partial<Orders>, killAfter?: number): Promise<Death> {
    const life = next;
    next = prepareLife();
    now = new Date(now.getTime() + chance.between(5, 90) * MINUTE);
    const { origin } = network;
    const usual = { database, origin, startAt: now.toISOString(), seed: chance.between(0, 1e9), slots: SLOTS };
    return live(life, { ...usual, withLate: late, jumps: false, ...orders }, { killAfter, onNews: hear });
  }

  function grow(): void {
    const settled = told();
    for (const feed of HAND_FEEDS) {
      const read = writers.removing() !== feed && isRead(database, feedUrl(network.origin, feed));
      sources.setDemand(feed, read ? "must" : "may", settled);
    }
    sources.forget(settled);
    sources.grow(now);
  }

  async function round(number: number, withLate: boolean): Promise<void> {
    late = withLate;
    grow();
    if (number % 2 === 0) writers.next();
    network.setTrouble(chance.happens(0.5) ? 0.3 : 0);
    const full = number % 12 === 0 ? disk.fill(chance.between(0, 200_000)) : undefined;
    if (full) faults.add("disk full");
    const jumps = number % 4 === 0;
    const place = chance.happens(0.5) ? chance.pick(CRASH_PLACES) : undefined;
    const crash = place ? { crash: { place, nth: chance.between(1, 3) } } : {};
    const killAfter = startMs * (place ? PLACE_MISSED_AFTER : chance.next() * KILLED_WITHIN);
    const death = await liveOnce({ ...crash, ...full, jumps }, killAfter);
    if (full) disk.clear();
    const end = { killed: "at any moment", crashed: place ?? "by itself", ended: "", failed: "" }[death];
    if (end) kills.add(end);
    else faults.add(death === "ended" ? "lived to its end" : "could not start");
  }

  return {
    tally: { kills, faults, troubles, surprises, writers: writers.counts },
    firstDay: async () => {
      sources.grow(now);
      for (let birth = 1; birth <= BIRTHS; birth++) {
        if ((await liveOnce({}, chance.next() * startMs)) === "killed") kills.add("on the first day");
      }
      if ((await liveOnce({ slots: CALM_SLOTS })) !== "ended")
        throw new Error("the bot does not even live through a good day");
    },
    round,
    calmDays: async () => {
      network.setTrouble(0);
      await writers.end();
      late = CHANNELS.length > 0;
      for (let day = 1; day <= 3; day++) {
        // Feeds that failed are left alone for up to a day.
        now = new Date(now.getTime() + 25 * 60 * MINUTE);
        if ((await liveOnce({ slots: CALM_SLOTS })) !== "ended") surprises.add("a calm day was not lived to its end");
      }
      next.child.kill("SIGKILL");
    },
    stop: () => void next.child.kill("SIGKILL"),
  };
}

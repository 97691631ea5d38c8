/** The rounds: what happens to the bot, when, and by whose hand. */
import type { Chance } from "./chance.ts";
import { channelsAt } from "./channels.ts";
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
import { createWriters, type Writers } from "./writers.ts";

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

/** What one round has in store. */
interface Fate {
  readonly orders: Partial<Orders>;
  readonly killAfter: number;
}

export class Torture {
  readonly tally: Tallies;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #writers: Writers;
  /** The bot's clock, as it was last heard of. */
  #now = new Date();
  #withLate = false;
  #next: Life = prepareLife();
  /** What a start took of late, in milliseconds. */
  #startMs = 500;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
    const { root, database, network, sources } = world;
    this.#writers = createWriters(chance, { root, database, origin: network.origin }, (feed) =>
      sources.setDemand(feed, "may", this.#told()),
    );
    const tallies = { kills: new Tally(), faults: new Tally(), troubles: new Tally(), surprises: new Tally() };
    this.tally = { ...tallies, writers: this.#writers.counts };
  }

  /** Killed while the database is made, then a calm day: channels that start from now know what was before them. */
  async firstDay(): Promise<void> {
    this.#world.sources.grow(this.#now);
    for (let birth = 1; birth <= BIRTHS; birth++) {
      const death = await this.#live({}, this.#chance.next() * this.#startMs);
      if (death === "killed") this.tally.kills.add("on the first day");
    }
    const death = await this.#live({ slots: CALM_SLOTS });
    if (death !== "ended") throw new Error("the bot does not even live through a good day");
  }

  /** `withLate`: the channel that is not there from the beginning is there now. */
  async round(number: number, withLate: boolean): Promise<void> {
    const { disk } = this.#world;
    this.#withLate = withLate;
    this.#grow();
    if (number % 2 === 0) this.#writers.next();
    const { orders, killAfter } = this.#chooseFate(number);
    const death = await this.#live(orders, killAfter);
    disk.clear();
    const { kills, faults } = this.tally;
    if (death === "killed") kills.add("at any moment");
    else if (death === "crashed") kills.add(orders.crash?.place ?? "by itself");
    else faults.add(death === "ended" ? "lived to its end" : "could not start");
  }

  /** Nothing goes wrong any more, and the bot makes up for what it missed. */
  async calmDays(): Promise<void> {
    this.#world.network.setTrouble(0);
    await this.#writers.end();
    this.#withLate = true;
    for (let day = 1; day <= 3; day++) {
      // Feeds that failed are left alone for up to a day.
      this.#pass(25 * 60);
      const death = await this.#live({ slots: CALM_SLOTS });
      if (death !== "ended") this.tally.surprises.add("a calm day was not lived to its end");
    }
    this.stop();
  }

  stop(): void {
    this.#next.child.kill("SIGKILL");
  }

  #chooseFate(number: number): Fate {
    const { disk, network } = this.#world;
    const chance = this.#chance;
    network.setTrouble(chance.happens(0.5) ? 0.3 : 0);
    const full = number % 12 === 0 ? disk.fill(chance.between(0, 200_000)) : undefined;
    if (full) this.tally.faults.add("disk full");
    const place = chance.happens(0.5) ? chance.pick(CRASH_PLACES) : undefined;
    const crash = place ? { crash: { place, nth: chance.between(1, 3) } } : {};
    const starts = place ? PLACE_MISSED_AFTER : chance.next() * KILLED_WITHIN;
    return { orders: { ...full, ...crash, jumps: number % 4 === 0 }, killAfter: starts * this.#startMs };
  }

  async #live(orders: Partial<Orders>, killAfter?: number): Promise<Death> {
    const { database, network } = this.#world;
    const life = this.#next;
    this.#next = prepareLife();
    this.#pass(this.#chance.between(5, 90));
    const usual = { database, origin: network.origin, slots: SLOTS, withLate: this.#withLate, jumps: false };
    const own = { startAt: this.#now.toISOString(), seed: this.#chance.between(0, 1e9) };
    return live(life, { ...usual, ...own, ...orders }, { killAfter, onNews: (news) => this.#hear(news) });
  }

  #hear(news: News): void {
    const { faults, troubles, surprises } = this.tally;
    if (news.type === "started") this.#startMs += (news.ms - this.#startMs) / 5;
    if (news.type === "clock") {
      this.#now = new Date(news.now);
      if (news.jumped) faults.add(`clock jumps ${news.jumped}`);
    }
    if (news.type !== "trouble") return;
    troubles.add(news.code);
    if (news.code === "internal" || news.code === "store-unreadable") surprises.add(news.cause);
  }

  #pass(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * MINUTE);
  }

  #told(): Set<string> {
    const { sources, platform } = this.#world;
    return toldEverywhere(channelsAt(this.#withLate), sources.items, platform.shown);
  }

  #grow(): void {
    const { sources, network, database } = this.#world;
    const told = this.#told();
    for (const feed of HAND_FEEDS) {
      const read = this.#writers.removing() !== feed && isRead(database, feedUrl(network.origin, feed));
      sources.setDemand(feed, read ? "must" : "may", told);
    }
    sources.forget(told);
    sources.grow(this.#now);
  }
}

/**
 * The short version of `npm run torture`: one process, crashes are thrown instead of killed, and the store is opened
 * again after each. What a kill does to a transaction only the long version shows.
 */

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { JuyaoError } from "../../src/errors.ts";
import { gather } from "../../src/flow/gather.ts";
import { publish, resume } from "../../src/flow/publish.ts";
import type { Adapter } from "../../src/platform.ts";
import type { Fetch, Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { fitsWithin } from "../fits.ts";
import { createBot } from "../torture/bot.ts";
import { type Chance, createChance } from "../torture/chance.ts";
import { CHANNELS, channelsAt } from "../torture/channels.ts";
import { adapterWithCrashes, CRASH_PLACES, crashAt, storeWithCrashes } from "../torture/crash.ts";
import { inspect } from "../torture/database.ts";
import { createPlatform, type Platform } from "../torture/platform.ts";
import { feedsAt, Sources } from "../torture/sources.ts";
import { judge, toldEverywhere } from "../torture/verdict.ts";
import {
  channelNamed,
  createClock,
  createWorld,
  feedNamed,
  flowParts,
  fullText,
  recordingAdapter,
  rss,
  SILENT,
  type TestClock,
} from "./world.ts";

const ORIGIN = "https://torture.test";
const HOUR = 3_600_000;
/** Memory where there is such a folder: the machine does not crash here, and waiting for its disk takes longest. */
const MEMORY = "/dev/shm";
const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "juyao-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Trouble {
  readonly chance: Chance;
  /** Part of all requests that fail. */
  share: number;
}

function createFetch(sources: Sources, trouble: Trouble): Fetch {
  return async (url, options) => {
    // Pages that fail have tests of their own below.
    if (url.includes("/feed/") && trouble.chance.happens(trouble.share)) throw new JuyaoError("http-server");
    const found = sources.respond(new URL(url).pathname, ORIGIN);
    if (!found) throw new JuyaoError("http-not-found");
    const headers = { etag: found.etag, "content-type": found.type };
    if (found.etag === options?.etag) return { url, status: 304, headers, body: new Uint8Array() };
    return { url, status: 200, headers, body: new TextEncoder().encode(found.body) };
  };
}

function createAdapter(platform: Platform, clock: TestClock, trouble: Trouble): Adapter {
  const fail = (): void => {
    if (trouble.chance.happens(trouble.share)) throw new JuyaoError("post-failed");
  };
  return {
    name: "test",
    chat: true,
    fits: fitsWithin(9, 700),
    start: async () => {},
    stop: async () => {},
    post: async (channel, part) => {
      fail();
      const messageId = platform.show(channel, part, clock.now().toISOString());
      // Shown, and nobody hears of it.
      fail();
      return { channel, messageId };
    },
  };
}

/** Once dead, it reaches neither the database nor the platform again. */
function mortal(place: string, nth: number): (reached: string) => void {
  let dead = false;
  const atPlace = crashAt(place, nth, () => {
    dead = true;
  });
  return (reached) => {
    if (!dead) atPlace(reached);
    if (dead) throw new Error("dead");
  };
}

it.each([1, 2])("tells every measure once, wherever it dies (seed %i)", async (seed) => {
  const url = join(folder, `${seed}.db`);
  const chance = createChance(seed);
  const trouble: Trouble = { chance: createChance(seed + 100), share: 0 };
  const clock = createClock();
  const platform = createPlatform();
  const sources = new Sources(chance);
  const fetch = createFetch(sources, trouble);
  const adapter = createAdapter(platform, clock, trouble);

  async function live(place: string, nth: number, slots: number, withLate: boolean): Promise<void> {
    const store = await openStore({ url, clock });
    const atPlace = mortal(place, nth);
    const bot = createBot({
      store: storeWithCrashes(store, atPlace),
      fetch,
      clock,
      log: SILENT,
      adapter: adapterWithCrashes(adapter, atPlace),
      feeds: feedsAt(ORIGIN),
      channels: channelsAt(withLate),
    });
    await bot.start().catch(() => {});
    for (let slot = 1; slot < slots; slot++) {
      clock.advance(HOUR);
      await bot.tick().catch(() => {});
    }
    await store.close();
    clock.advance(HOUR);
  }

  sources.grow(clock.now());
  await live("nowhere", 1, 2, false);
  // Each place has its turn with one of the seeds.
  const places = CRASH_PLACES.filter((_, i) => i % 2 === seed % 2);
  for (const [i, place] of places.entries()) {
    sources.forget(toldEverywhere(CHANNELS, sources.items, platform.shown));
    sources.grow(clock.now());
    trouble.share = i % 2 === 0 ? 0.3 : 0;
    // The clock is set back and forth, too.
    if (i % 3 === 2) clock.advance((i % 2 === 0 ? -2 : 2) * 24 * HOUR);
    await live(place, chance.between(1, 3), 2, i >= places.length / 2);
  }
  trouble.share = 0;
  clock.advance(25 * HOUR);
  await live("nowhere", 1, 2, true);

  const { lost, repeated, unasked, wanted } = judge(CHANNELS, sources.items, platform.shown);
  expect({ lost, repeated, unasked }).toEqual({ lost: [], repeated: [], unasked: [] });
  expect(wanted).toBeGreaterThan(100);
  expect(inspect(url)).toMatchObject({ integrity: "ok", danglingKeys: 0, unsentParts: 0, unsentDeliveries: 0 });
});

/** The clock of a machine is set right: what was noted before it lies in the future. */
async function startAndGoBack(days: number) {
  const world = createWorld();
  const parts = await flowParts(world);
  const channel = channelNamed("test:c", { from: "now" });
  const feed = feedNamed("a");
  const item = (id: string) => ({ id, measures: [`扩大有效投资${id}`, `稳定外贸订单${id}`] });
  await parts.store.putFeed(feed);
  await parts.store.pending(channel);
  world.serve(feed.url, rss([item("1")]));
  await gather(parts);
  parts.clock.advance(-days * 24 * HOUR);
  world.serve(feed.url, rss([item("2"), item("1")]));
  return { ...parts, channel };
}

// Found by the torture: news was what was seen after the channel by the clock, not by the order of arrival.
it("tells what comes while the clock stands before the moment at which the channel was first seen", async () => {
  const parts = await startAndGoBack(1);
  await gather(parts, { eager: true });
  expect(await parts.store.pending(parts.channel)).toHaveLength(1);
});

// Found by the torture: `nextAt` of a clock that ran ahead was waited for, though no look is more than a day ahead.
it("looks at feeds again within a day, after the clock ran days ahead and was set right", async () => {
  const parts = await startAndGoBack(5);
  parts.clock.advance(25 * HOUR);
  expect(await gather(parts)).toHaveLength(1);
});

/**
 * A round of gathering ends with `resume` while a slot is being published. Found by reading: the one that composes last
 * adds nothing to the parts that are stored, but marks what they do not hold as delivered.
 */
it("tells what is archived while one delivery is composed twice at once", async () => {
  const world = createWorld();
  const gathering = await flowParts(world);
  const { store, clock } = gathering;
  const feed = feedNamed("a");
  const item = (id: string) => ({ id, measures: [`扩大有效投资${id}`, `稳定外贸订单${id}`] });
  const bring = async (...ids: string[]): Promise<void> => {
    world.serve(feed.url, rss(ids.map(item)));
    await gather(gathering, { eager: true });
  };
  await store.putFeed(feed);
  await bring("1");
  const adapter = recordingAdapter();
  const channel = channelNamed("test:c");
  const composing = Promise.withResolvers<void>();
  const archived = Promise.withResolvers<void>();
  const slow: Store = {
    ...store,
    pending: async (asked) => {
      const found = await store.pending(asked);
      composing.resolve();
      await archived.promise;
      return found;
    },
  };
  const publishing = { clock, log: SILENT, topics: () => [], sleep: async () => {}, onReach: async () => {} };
  const parts = { ...publishing, adapters: new Map([["test", adapter]]) };
  const published = publish({ ...parts, store: slow }, channel, "s1");
  await composing.promise;
  await bring("1", "2");
  const composed = Promise.withResolvers<void>();
  const late: Store = {
    ...store,
    compose: async (...given) => {
      composed.resolve();
      await published;
      await store.compose(...given);
    },
  };
  const resumed = resume({ ...parts, store: late }, channel);
  // It may as well wait until the other has done.
  await Promise.race([composed.promise, sleep(50)]);
  archived.resolve();
  await Promise.all([published, resumed]);
  await publish({ ...parts, store }, channel, "s2");
  const told = JSON.stringify(adapter.posted);
  expect(["扩大有效投资1", "扩大有效投资2"].map((headline) => told.split(headline).length - 1)).toEqual([1, 1]);
});

/**
 * Found by the torture: an article whose page fails when it is read again becomes its teaser until the page is back. A
 * channel that starts with everything in between, or a look-up, misses it.
 */
it("keeps what was read of a page that fails when it is read again", async () => {
  const world = createWorld();
  const parts = await flowParts(world);
  const feed = feedNamed("a");
  const item = { id: "1", measures: ["扩大有效投资", "稳定外贸订单"], summary: "全文见本站" };
  const page = "https://site.test/1.html";
  await parts.store.putFeed(feed);
  world.serve(feed.url, rss([item], { full: false }));
  world.serve(page, `<html><body><article>${fullText(item)}</article></body></html>`);
  await gather(parts);
  expect((await parts.store.countArchive()).measures).toBe(2);
  world.serve(feed.url, rss([{ ...item, title: "改了的标题" }], { full: false }));
  world.serve(page, new JuyaoError("http-server"));
  await gather(parts, { eager: true });
  expect((await parts.store.countArchive()).measures).toBe(2);
});

/**
 * Found by the torture: an article that was a teaser without measures when a channel started with everything, since its
 * page failed, lies before that channel's time when its page is read at last.
 */
it("tells a channel that started with everything what could only be read after it did", async () => {
  const world = createWorld();
  const parts = await flowParts(world);
  const feed = feedNamed("a");
  const item = (id: string) => ({ id, measures: [`扩大有效投资${id}`, `稳定外贸订单${id}`], summary: "全文见本站" });
  const page = (id: string): string => `https://site.test/${id}.html`;
  const pageOf = (id: string): string => `<html><body><article>${fullText(item(id))}</article></body></html>`;
  await parts.store.putFeed(feed);
  world.serve(feed.url, rss([item("1")], { full: false }));
  world.serve(page("1"), pageOf("1"));
  await gather(parts);
  world.serve(feed.url, rss([item("2"), item("1")], { full: false }));
  world.serve(page("2"), new JuyaoError("http-server"));
  await gather(parts, { eager: true });
  const channel = channelNamed("test:c");
  const delivery = await parts.store.claim({ channel: channel.id, slot: "s", at: "2026-11-20T02:00:00.000Z" });
  const ids = (await parts.store.pending(channel)).map(({ article }) => article.id);
  await parts.store.compose(delivery?.id ?? "", [], ids);
  world.serve(page("2"), pageOf("2"));
  await gather(parts, { eager: true });
  expect(await parts.store.pending(channel)).toHaveLength(1);
});

// Found by the torture: the feed's validators are kept although a page failed, and 304 hides its entry from then on.
it("tries a page that failed again, though the feed that names it has not changed", async () => {
  const world = createWorld();
  const parts = await flowParts(world);
  const feed = feedNamed("a");
  const item = { id: "1", measures: ["扩大有效投资", "稳定外贸订单"], summary: "全文见本站" };
  const page = "https://site.test/1.html";
  await parts.store.putFeed(feed);
  world.serve(feed.url, rss([item], { full: false }), { etag: '"1"' });
  world.serve(page, new JuyaoError("http-server"));
  await gather(parts);
  world.serve(page, `<html><body><article>${fullText(item)}</article></body></html>`);
  await gather(parts, { eager: true });
  expect((await parts.store.countArchive()).measures).toBe(2);
});

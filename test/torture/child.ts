/** One life of the bot, as a process of its own: its orders come from the parent, and mostly it is killed. */

import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import { JuyaoError } from "../../src/errors.ts";
import { createHttpFetch } from "../../src/io/http.ts";
import type { Adapter } from "../../src/platform.ts";
import type { Clock, Log, Store } from "../../src/ports.ts";
import { createStore, openStore } from "../../src/store/open.ts";
import { createSqliteDialect, openDatabase } from "../../src/store/sqlite.ts";
import { fitsWithin } from "../fits.ts";
import { feedNamed } from "../flow/world.ts";
import { createBot } from "./bot.ts";
import { createChance } from "./chance.ts";
import { channelsAt } from "./channels.ts";
import { adapterWithCrashes, crashAt, storeWithCrashes } from "./crash.ts";
import type { News, Orders } from "./orders.ts";
import { RETRY_AFTER } from "./server.ts";
import { feedsAt } from "./sources.ts";

const PATIENCE_MS = 2000;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const tell = (news: News): void => void process.send?.(news);

function report(fields: object): void {
  const { code = "internal", cause } = fields as { code?: string; cause?: unknown };
  // Why the platform or a source failed is known: the parent did it.
  const ours = code === "internal" || code.startsWith("store-");
  tell({ type: "trouble", code, cause: ours ? describe(cause) : "" });
}

function describe(error: unknown): string {
  if (error instanceof JuyaoError && error.cause) return `${error.code}: ${describe(error.cause)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const log: Log = { debug: () => {}, info: () => {}, warn: report, error: report };

/** Posts to the platform of the parent: it outlives this process, and shows a key once. */
function createPlatformAdapter(origin: string, clock: Clock): Adapter {
  return {
    name: "test",
    chat: true,
    fits: fitsWithin(9, 700),
    start: async () => {},
    stop: async () => {},
    post: async (channel, part) => {
      const body = JSON.stringify({ channel, part, at: clock.now().toISOString() });
      const response = await fetch(`${origin}/post`, { method: "POST", body }).catch((cause: unknown) => {
        throw new JuyaoError("post-failed", { cause });
      });
      if (response.status === 429) throw new JuyaoError("post-rate-limited", { retryAfterMs: RETRY_AFTER });
      if (!response.ok) throw new JuyaoError("post-failed", { cause: response.status });
      const { id } = (await response.json()) as { id: string };
      return { channel, messageId: id };
    },
  };
}

async function openLimited(path: string, clock: Clock, mostPages: number): Promise<Store> {
  const database = await openDatabase(path, PATIENCE_MS);
  database.exec(`pragma max_page_count = ${mostPages}`);
  return createStore(new Kysely({ dialect: createSqliteDialect(database, PATIENCE_MS) }), clock);
}

/** The store fails now and then, as ordered; the bot lives on and tries again. Anything else is a fault of ours. */
async function endure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report({ code: error instanceof JuyaoError ? error.code : "internal", cause: error });
  }
}

/** Of another workspace: nobody here is told of it. */
const FOREIGN = feedNamed("foreign", { addedBy: "test:T9/U1", workspace: "test:T9", paused: true });

async function live(orders: Orders): Promise<void> {
  const chance = createChance(orders.seed);
  let offset = Date.parse(orders.startAt) - performance.now();
  const clock: Clock = { now: () => new Date(offset + performance.now()) };
  const { place = "", nth = 1 } = orders.crash ?? {};
  const atPlace = crashAt(place, nth, () => process.kill(process.pid, "SIGKILL"));
  const { database, mostPages, origin } = orders;
  tell({ type: "began" });
  const store =
    mostPages === undefined
      ? await openStore({ url: database, clock, patienceMs: PATIENCE_MS })
      : await openLimited(database, clock, mostPages);
  const http = createHttpFetch({
    userAgent: "juyao-torture",
    allowPrivateHosts: [new URL(origin).host],
    concurrency: 4,
    hostPauseMs: 0,
  });
  const bot = createBot({
    store: storeWithCrashes(store, atPlace),
    fetch: http.fetch,
    clock,
    log,
    adapter: adapterWithCrashes(createPlatformAdapter(origin, clock), atPlace),
    feeds: feedsAt(origin),
    // In any order: the last ones are reached by fewer lives.
    channels: chance.shuffle(channelsAt(orders.withLate)),
  });
  const began = performance.now();
  // From then on what is new goes by what this workspace's feeds brought, and must come to the same.
  if (chance.happens(0.3)) await endure(() => store.putFeed(FOREIGN));
  await endure(() => bot.start());
  tell({ type: "started", ms: performance.now() - began });
  for (let slot = 1; slot < orders.slots; slot++) {
    const jump = orders.jumps && chance.happens(0.2) ? chance.between(-8, 8) * DAY : 0;
    offset += jump + chance.between(10, 150) * MINUTE;
    const jumped = jump === 0 ? undefined : jump > 0 ? "forwards" : "backwards";
    tell({ type: "clock", now: clock.now().toISOString(), jumped });
    await endure(() => bot.tick());
    await sleep(1);
  }
  await store.close();
  await http.close();
}

process.once("message", (orders) => {
  live(orders as Orders).then(
    () => process.exit(0),
    (error: unknown) => {
      report({ code: error instanceof JuyaoError ? error.code : "internal", cause: error });
      process.exit(1);
    },
  );
});
tell({ type: "loaded" });

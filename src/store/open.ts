/** The store's door. */
import { Kysely } from "kysely";
import { JuyaoError } from "../errors.ts";
import type { Clock, Store } from "../ports.ts";
import { archive, passOver, seenEntries } from "./archive.ts";
import { changeNotice, firstSeen, listChannels, listNotices, putChannel, removeChannel } from "./channels.ts";
import {
  claim,
  compose,
  countDelivered,
  countDeliveries,
  deliveredSince,
  lastDelivery,
  listParts,
  previousDelivery,
  setDelivery,
  setPart,
  unfinished,
} from "./delivery.ts";
import { toJuyaoError } from "./fault.ts";
import { changeFeed, listChecks, listFeeds, putCheck, putFeed, removeFeed, shareFeed } from "./feeds.ts";
import { listGrants, putGrant, removeGrant, type SealKeys } from "./grants.ts";
import { seenFeeds } from "./holding.ts";
import { countArchive, findArticle, listIssuers } from "./look.ts";
import { migrate } from "./migrations.ts";
import { pending } from "./pending.ts";
import { addWatch, listHidden, listWatches, removeWatch, setHidden } from "./reader.ts";
import { editions, listRevised, listUnlooked, noteLook } from "./revision.ts";
import { winRun } from "./runs.ts";
import type { Database, Tables } from "./schema.ts";
import { breakDown, count, search } from "./search.ts";
import { createSqliteDialect, openDatabase } from "./sqlite.ts";

export interface OpenStoreOptions {
  /** A file path, or `:memory:`. */
  readonly url: string;
  readonly clock: Clock;
  /** That grants are sealed with, of 32 bytes each: the one in use, then former ones. */
  readonly sealKeys?: SealKeys | undefined;
  /** How long to wait while another process writes, in milliseconds; then `store-locked`. */
  readonly patienceMs?: number | undefined;
}

const PATIENCE_MS = 5000;

/** The store over a database that is open and has its tables. */
export function createStore(db: Database, clock: Clock, sealKeys: SealKeys = []): Store {
  return {
    listGrants: () => listGrants(db, sealKeys),
    putGrant: (workspace, secret) => putGrant(db, clock, sealKeys, { workspace, secret }),
    removeGrant: (workspace) => removeGrant(db, workspace),
    listFeeds: (workspace) => listFeeds(db, workspace),
    putFeed: (feed) => putFeed(db, feed),
    shareFeed: (feed) => shareFeed(db, feed),
    changeFeed: (id, change, workspace) => changeFeed(db, id, change, workspace),
    removeFeed: (id, workspace) => removeFeed(db, id, workspace),
    seenFeeds: (workspace) => seenFeeds(db, workspace),
    listChecks: () => listChecks(db),
    putCheck: (check) => putCheck(db, check),
    seenEntries: (feedId, entryIds) => seenEntries(db, feedId, entryIds),
    archive: (record) => archive(db, clock, record),
    passOver: (feedId, entryIds, at) => passOver(db, feedId, entryIds, at),
    findArticle: (url, carriedBy) => findArticle(db, url, carriedBy),
    search: (query) => search(db, query),
    count: (query) => count(db, query),
    breakDown: (query) => breakDown(db, query),
    listIssuers: (carriedBy) => listIssuers(db, carriedBy),
    countArchive: (carriedBy) => countArchive(db, carriedBy),
    changeNotice: (key, cause) => changeNotice(db, key, cause),
    listNotices: () => listNotices(db),
    winRun: (key) => winRun(db, clock, key),
    seeChannel: (id) => firstSeen(db, clock, id),
    listChannels: () => listChannels(db),
    putChannel: (channel) => putChannel(db, clock, channel),
    removeChannel: (id) => removeChannel(db, id),
    pending: (channel) => pending(db, clock, channel),
    claim: (given) => claim(db, given),
    compose: (deliveryId, parts, articleIds) => compose(db, deliveryId, parts, articleIds),
    setPart: (deliveryId, key, state, messageId) => setPart(db, deliveryId, key, state, messageId),
    unfinished: (channel) => unfinished(db, channel),
    parts: (deliveryId) => listParts(db, deliveryId),
    setDelivery: (deliveryId, state) => setDelivery(db, deliveryId, state),
    countDeliveries: () => countDeliveries(db),
    lastDelivery: (channel) => lastDelivery(db, channel),
    previousDelivery: (delivery) => previousDelivery(db, delivery),
    deliveredSince: (channel, since) => deliveredSince(db, channel, since),
    countDelivered: (channel, since) => countDelivered(db, channel, since),
    setHidden: (channel, measure, hidden) => setHidden(db, channel, measure, hidden),
    listHidden: (channel) => listHidden(db, channel),
    listRevised: (channel, since) => listRevised(db, channel, since),
    editions: (articleId) => editions(db, articleId),
    listUnlooked: (channels, since, lookedBefore) => listUnlooked(db, channels, since, lookedBefore),
    noteLook: (articleId, at, there) => noteLook(db, articleId, at, there),
    addWatch: (watch) => addWatch(db, watch),
    listWatches: () => listWatches(db),
    removeWatch: (id) => removeWatch(db, id),
    close: () => db.destroy(),
  };
}

/**
 * Opens the store and brings its schema up to date. Throws `store-unreadable`, `store-locked`, `store-full`,
 * `store-newer`, and `database-unsupported` for an address of another kind of database.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { url, clock, sealKeys, patienceMs = PATIENCE_MS } = options;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(url)) throw new JuyaoError("database-unsupported");
  const database = await openDatabase(url, patienceMs);
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, patienceMs) });
  try {
    await migrate(db);
  } catch (fault) {
    await db.destroy();
    throw toJuyaoError(fault);
  }
  return createStore(db, clock, sealKeys);
}

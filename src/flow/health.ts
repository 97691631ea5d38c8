/** How the bot is: for people who ask, for whoever restarts it, and for what watches it. */
import type { ErrorCode, ErrorDetail } from "../errors.ts";
import type { Disk } from "../io/disk.ts";
import type { Facts } from "../io/metrics.ts";
import type { Messages } from "../locale/messages.ts";
import type { Channel, Check, Delivery, Feed } from "../model.ts";
import type { Store } from "../ports.ts";
import { hostOf } from "../text/url.ts";

/** What only the process around the bot knows. */
export interface Installation {
  readonly version: string;
  /** Since when a bot runs on this store; undefined if none does. */
  readonly runningSince: () => Promise<string | undefined>;
  /** Where the data lie; undefined where the system does not say. */
  readonly disk: () => Promise<Disk | undefined>;
}

export interface FailingFeed {
  readonly feed: Feed;
  readonly check: Check;
  /** When it began; undefined where nobody noted it. */
  readonly since: string | undefined;
}

export interface ChannelHealth {
  readonly channel: Channel;
  /** The latest one that had something to post. */
  readonly last: Delivery | undefined;
  /** Digests that are claimed and not posted to their end. */
  readonly unfinished: number;
}

/** By the name of an adapter, or the id of a channel or of a workspace. */
export interface Lost {
  readonly kind: "adapter" | "channel" | "workspace";
  readonly name: string;
  readonly cause: string;
}

export interface Health {
  readonly version: string;
  readonly runningSince: string | undefined;
  readonly feeds: { readonly total: number; readonly paused: number; readonly failing: readonly FailingFeed[] };
  readonly channels: readonly ChannelHealth[];
  /** Adapters that are lost, channels and workspaces that cannot be posted to. */
  readonly lost: readonly Lost[];
  readonly archive: { readonly articles: number; readonly measures: number };
  readonly disk: (Disk & { readonly nearlyFull: boolean }) | undefined;
}

/** The sentence of a cause that was noted, maybe by a newer version, which knows more of them. */
export function explainNoted(cause: string, detail: ErrorDetail, messages: Messages): string {
  const explain = (messages.errors as Readonly<Record<string, Messages["errors"][ErrorCode] | undefined>>)[cause];
  return explain?.(detail) ?? messages.seeLog;
}

/** What is wrong with a feed, in words. */
export const explainCause = (feed: Feed, cause: string, messages: Messages): string =>
  explainNoted(cause, { host: hostOf(feed.url) || feed.id }, messages);

/** Full enough to act: a gigabyte is left, or on a small disk a twentieth. */
const LITTLE = { bytes: 1e9, share: 0.05 };

export const isNearlyFull = ({ free, total }: Disk): boolean => free < Math.min(LITTLE.bytes, total * LITTLE.share);

/** Feeds that are not paused and that cannot be read, or have been silent for too long. */
function findFailing(feeds: readonly Feed[], checks: readonly Check[]): FailingFeed[] {
  const byFeed = new Map(checks.map((check) => [check.feedId, check]));
  return feeds.flatMap((feed) => {
    const check = byFeed.get(feed.id);
    if (feed.paused || check?.cause === undefined) return [];
    return [{ feed, check, since: check.failures > 0 ? check.failingSince : check.freshAt }];
  });
}

async function readChannel(store: Store, channel: Channel): Promise<ChannelHealth> {
  const [last, unfinished] = [await store.lastDelivery(channel.id), await store.unfinished(channel.id)];
  return { channel, last, unfinished: unfinished.length };
}

const LOST = /^(adapter|channel|workspace) (.+)$/;

/** From what the admins were told: that is known to the command line as well. */
async function listLost(store: Store): Promise<Lost[]> {
  return (await store.listNotices()).flatMap(({ key, cause }) => {
    const [, kind, name] = LOST.exec(key) ?? [];
    return kind && name ? [{ kind: kind as Lost["kind"], name, cause }] : [];
  });
}

export interface HealthParts {
  readonly store: Store;
  readonly channels: () => Promise<readonly Channel[]>;
  readonly installation: Installation;
}

export async function readHealth({ store, channels, installation }: HealthParts): Promise<Health> {
  const feeds = await store.listFeeds();
  const room = await installation.disk();
  const known = await channels();
  return {
    version: installation.version,
    runningSince: await installation.runningSince(),
    feeds: {
      total: feeds.length,
      paused: feeds.filter(({ paused }) => paused).length,
      failing: findFailing(feeds, await store.listChecks()),
    },
    channels: await Promise.all(known.map((channel) => readChannel(store, channel))),
    lost: await listLost(store),
    archive: await store.countArchive(),
    disk: room && { ...room, nearlyFull: isNearlyFull(room) },
  };
}

/** Numbers to watch. */
export async function countAll(store: Store): Promise<Facts> {
  const feeds = await store.listFeeds();
  return {
    feeds: feeds.length,
    failingFeeds: findFailing(feeds, await store.listChecks()).length,
    ...(await store.countArchive()),
    deliveries: await store.countDeliveries(),
  };
}

/** What the running bot says of itself. */
export interface AppStatus {
  readonly phase: "starting" | "ready" | "stopping";
  /** Names of adapters that are lost for good. */
  readonly lost: readonly string[];
}

/**
 * Names what is not ready: `starting`, `stopping`, `adapter slack`, `store`; empty when everything is. The store has
 * `patienceMs` to answer.
 */
export async function findUnready(status: AppStatus, store: Store | undefined, patienceMs: number): Promise<string[]> {
  const unready = status.phase === "ready" ? [] : [status.phase as string];
  unready.push(...status.lost.map((name) => `adapter ${name}`));
  // A store that is being closed is no news.
  if (store && status.phase !== "stopping" && !(await answersWithin(store, patienceMs))) unready.push("store");
  return unready;
}

async function answersWithin(store: Store, patienceMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, patienceMs, false);
  const asked = store.listFeeds().then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answered;
}

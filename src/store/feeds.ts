/** Feeds and their checks. */
import type { Check, Feed } from "../model.ts";
import type { FeedChange } from "../ports.ts";
import { canonicalUrl } from "../text/url.ts";
import { COMMON, lastArrival } from "./holding.ts";
import { joinLines, toCheck, toFeed, toFlag } from "./rows.ts";
import type { Database } from "./schema.ts";

const isCommon = ({ addedBy }: Feed): boolean => COMMON.includes(addedBy);

/** Of a feed that was added by hand each workspace has a view of its own; to all together it is paused if it is to each. */
export async function listFeeds(db: Database, workspace?: string): Promise<Feed[]> {
  const rows = await db.selectFrom("feed").selectAll().where("removed", "=", 0).orderBy("seq").execute();
  const holdings = await db
    .selectFrom("holding")
    .selectAll()
    .where("removed", "=", 0)
    .$if(workspace !== undefined, (query) => query.where("workspace", "=", workspace ?? ""))
    .execute();
  const byFeed = Map.groupBy(holdings, ({ feed_id }) => feed_id);
  return rows.map(toFeed).flatMap((feed) => {
    if (isCommon(feed)) return feed;
    const holders = byFeed.get(feed.id) ?? [];
    const [only] = holders;
    if (!only) return [];
    const own = workspace === undefined ? {} : { addedBy: only.added_by, workspace };
    return { ...feed, paused: holders.every(({ paused }) => paused === 1), ...own };
  });
}

async function hold(trx: Database, { id, workspace, addedBy, paused }: Feed): Promise<void> {
  const known = await trx
    .selectFrom("holding")
    .select(["removed", "arrival_seq"])
    .where("workspace", "=", workspace)
    .where("feed_id", "=", id)
    .executeTakeFirst();
  const row = {
    added_by: addedBy,
    paused: toFlag(paused),
    removed: toFlag(false),
    // Others may have had it read meanwhile.
    arrival_seq: known?.removed === 0 ? known.arrival_seq : await lastArrival(trx),
  };
  await trx
    .insertInto("holding")
    .values({ workspace, feed_id: id, ...row })
    .onConflict((conflict) => conflict.columns(["workspace", "feed_id"]).doUpdateSet(row))
    .execute();
}

async function put(trx: Database, feed: Feed): Promise<void> {
  const row = {
    kind: feed.kind,
    url: feed.url,
    title: feed.title,
    topics: joinLines(feed.topics),
    timezone: feed.timezone,
    paused: toFlag(feed.paused),
    added_by: feed.addedBy,
    workspace: feed.workspace,
    removed: toFlag(false),
  };
  await trx
    .insertInto("feed")
    .values({ id: feed.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  if (!isCommon(feed)) await hold(trx, feed);
}

export const putFeed = (db: Database, feed: Feed): Promise<void> => db.transaction().execute((trx) => put(trx, feed));

export async function shareFeed(db: Database, given: Feed): Promise<Feed> {
  return db.transaction().execute(async (trx) => {
    const feeds = await listFeeds(trx);
    const twin = feeds.find((feed) => !isCommon(feed) && canonicalUrl(feed.url) === canonicalUrl(given.url));
    const { addedBy, workspace, paused } = given;
    const free = (id: string, next: number): string =>
      feeds.some((feed) => feed.id === id) ? free(`${given.id}-${next}`, next + 1) : id;
    const feed = twin ? { ...twin, addedBy, workspace, paused } : { ...given, id: free(given.id, 2) };
    await put(trx, feed);
    return feed;
  });
}

export async function changeFeed(db: Database, id: string, { url, paused }: FeedChange, workspace?: string) {
  await db.transaction().execute(async (trx) => {
    if (url !== undefined) await trx.updateTable("feed").set({ url }).where("id", "=", id).execute();
    if (paused === undefined) return;
    const flag = { paused: toFlag(paused) };
    await trx.updateTable("feed").set(flag).where("id", "=", id).where("added_by", "in", COMMON).execute();
    const holding = trx.updateTable("holding").set(flag).where("feed_id", "=", id);
    await (workspace === undefined ? holding : holding.where("workspace", "=", workspace)).execute();
  });
}

/** A workspace gives up what it has; nobody has what is common, or what nobody else has any more. */
async function giveUp(trx: Database, id: string, workspace: string): Promise<{ readonly isLast: boolean }> {
  const holding = trx.updateTable("holding").set({ removed: 1 }).where("feed_id", "=", id);
  await holding.where("workspace", "=", workspace).execute();
  const other = trx.selectFrom("holding").select("workspace").where("feed_id", "=", id).where("removed", "=", 0);
  return { isLast: (await other.executeTakeFirst()) === undefined };
}

export async function removeFeed(db: Database, id: string, workspace?: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (workspace !== undefined && !(await giveUp(trx, id, workspace)).isLast) return true;
    await trx.updateTable("holding").set({ removed: 1 }).where("feed_id", "=", id).execute();
    await trx.deleteFrom("feed_check").where("feed_id", "=", id).execute();
    const removed = await trx
      .updateTable("feed")
      // The address may carry a key of the one who added it.
      .set({ removed: 1, url: "" })
      .where("id", "=", id)
      .where("removed", "=", 0)
      .executeTakeFirst();
    return removed.numUpdatedRows > 0n;
  });
}

export async function listChecks(db: Database): Promise<Check[]> {
  const rows = await db.selectFrom("feed_check").selectAll().orderBy("feed_id").execute();
  return rows.map(toCheck);
}

/** The check of a feed that was removed while it was being gathered is dropped: added again, it must start afresh. */
export async function putCheck(db: Database, check: Check): Promise<void> {
  const row = {
    checked_at: check.checkedAt,
    gathered_at: check.gatheredAt ?? null,
    fresh_at: check.freshAt ?? null,
    per_day: check.perDay ?? null,
    etag: check.etag ?? null,
    last_modified: check.lastModified ?? null,
    next_at: check.nextAt,
    failures: check.failures,
    failing_since: check.failingSince ?? null,
    cause: check.cause ?? null,
  };
  await db.transaction().execute(async (trx) => {
    const feed = await trx.selectFrom("feed").select("removed").where("id", "=", check.feedId).executeTakeFirst();
    if (feed?.removed === 1) return;
    await trx
      .insertInto("feed_check")
      .values({ feed_id: check.feedId, ...row })
      .onConflict((conflict) => conflict.column("feed_id").doUpdateSet(row))
      .execute();
  });
}

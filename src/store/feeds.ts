/** Feeds and their checks. */
import type { Check, Feed } from "../model.ts";
import { joinLines, toCheck, toFeed, toFlag } from "./rows.ts";
import type { Database } from "./schema.ts";

export async function listFeeds(db: Database): Promise<Feed[]> {
  const rows = await db.selectFrom("feed").selectAll().where("removed", "=", 0).orderBy("seq").execute();
  return rows.map(toFeed);
}

export async function putFeed(db: Database, feed: Feed): Promise<void> {
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
  await db
    .insertInto("feed")
    .values({ id: feed.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

export async function removeFeed(db: Database, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
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

/** Channels that were subscribed from a chat (those of the file stand in the file), and what admins were told. */
import type { Channel } from "../model.ts";
import type { Clock, Notice } from "../ports.ts";
import { seeChannel } from "./pending.ts";
import type { Database } from "./schema.ts";

export async function firstSeen(db: Database, clock: Clock, id: string): Promise<string> {
  const { seen_ms } = await db.transaction().execute((trx) => seeChannel(trx, id, clock));
  return new Date(seen_ms).toISOString();
}

export async function listChannels(db: Database): Promise<Channel[]> {
  const rows = await db
    .selectFrom("channel")
    .select("settings")
    .where("settings", "is not", null)
    .orderBy("id")
    .execute();
  return rows.map(({ settings }) => JSON.parse(settings ?? "") as Channel);
}

export async function putChannel(db: Database, clock: Clock, channel: Channel): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Somebody may have looked at a preview before anybody subscribed; it starts from now all the same.
    await trx.deleteFrom("channel").where("id", "=", channel.id).where("settings", "is", null).execute();
    await seeChannel(trx, channel.id, clock);
    const settings = JSON.stringify(channel);
    await trx.updateTable("channel").set({ settings }).where("id", "=", channel.id).execute();
  });
}

/** Also forgets when the channel was first seen: who subscribes again starts anew. False if there was none. */
export async function removeChannel(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("channel")
    .where("id", "=", id)
    .where("settings", "is not", null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export const listNotices = (db: Database): Promise<Notice[]> =>
  db.selectFrom("notice").select(["key", "cause"]).orderBy("key").execute();

/** Notes the cause of a trouble, or that it has healed. True if that is news. */
export async function changeNotice(db: Database, key: string, cause: string | undefined): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom("notice").select("cause").where("key", "=", key).executeTakeFirst();
    if (known?.cause === cause) return false;
    await trx.deleteFrom("notice").where("key", "=", key).execute();
    if (cause !== undefined) await trx.insertInto("notice").values({ key, cause }).execute();
    return true;
  });
}

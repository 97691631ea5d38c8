/** The outbox: claims, parts, and which channel has had which article. */
import { createHash } from "node:crypto";
import { type SqlBool, sql } from "kysely";
import { JuyaoError } from "../errors.ts";
import { type ArchivedArticle, type Delivery, type PartState, workspaceOf } from "../model.ts";
import type { Claim, StoredPart } from "../ports.ts";
import { feedsEverSeen, underOwnNames } from "./holding.ts";
import { loadHits, withoutHidden } from "./load.ts";
import { pieces, toDelivery, toPart } from "./rows.ts";
import type { Database } from "./schema.ts";

/** The same slot of the same channel has the same id on any machine, so what was posted under it can be recognised. */
const deliveryIdOf = (channel: string, slot: string): string =>
  createHash("sha256")
    .update(JSON.stringify([channel, slot]))
    .digest("hex")
    .slice(0, 32);

export async function claim(
  db: Database,
  { channel, slot, kind = "digest", at }: Claim,
): Promise<Delivery | undefined> {
  const row = await db
    .insertInto("delivery")
    .values({
      id: deliveryIdOf(channel, slot),
      channel,
      slot,
      kind,
      state: "pending",
      created_at: at,
      created_ms: new Date(at).getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toDelivery(row);
}

/** Refuses an article that another delivery of the channel holds: it was composed in the meantime, by another process. */
async function markDelivered(
  trx: Database,
  channel: string,
  deliveryId: string,
  articleIds: readonly string[],
): Promise<void> {
  const articles = await trx
    .selectFrom("article")
    .leftJoin("delivered", (join) =>
      join.onRef("delivered.article_seq", "=", "article.seq").on("delivered.channel", "=", channel),
    )
    .select(["article.seq", "article.id", "delivered.delivery_id"])
    .where("article.id", "in", articleIds)
    .execute();
  const held = articles.find((article) => article.delivery_id !== null && article.delivery_id !== deliveryId);
  if (held) throw new JuyaoError("internal", { cause: `article ${held.id} is in delivery ${held.delivery_id}` });
  const rows = articles
    .filter((article) => article.delivery_id === null)
    .map(({ seq }) => ({ channel, article_seq: seq, delivery_id: deliveryId }));
  if (rows.length > 0) await trx.insertInto("delivered").values(rows).execute();
}

/** Composing again changes nothing of what was stored before: a part may be on its way already. */
export async function compose(
  db: Database,
  deliveryId: string,
  parts: readonly Omit<StoredPart, "state">[],
  articleIds: readonly string[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const delivery = await trx.selectFrom("delivery").select("channel").where("id", "=", deliveryId).executeTakeFirst();
    if (!delivery) throw unknownDelivery(deliveryId);
    // Whoever composed first has decided what it holds: what another found since would be marked and never posted.
    if (await isComposed(trx, deliveryId)) return;
    for (const part of parts) {
      await trx
        .insertInto("part")
        .values({
          delivery_id: deliveryId,
          key: part.key,
          ordinal: part.ordinal,
          document: JSON.stringify(part.document),
          state: "pending",
          message_id: part.messageId ?? null,
        })
        .execute();
    }
    for (const piece of pieces(articleIds)) await markDelivered(trx, delivery.channel, deliveryId, piece);
  });
}

async function isComposed(trx: Database, deliveryId: string): Promise<boolean> {
  const part = await trx.selectFrom("part").select("key").where("delivery_id", "=", deliveryId).executeTakeFirst();
  if (part) return true;
  const held = await trx
    .selectFrom("delivered")
    .select("article_seq")
    .where("delivery_id", "=", deliveryId)
    .executeTakeFirst();
  return held !== undefined;
}

const unknownDelivery = (id: string): JuyaoError => new JuyaoError("internal", { cause: `no such delivery: ${id}` });

export async function setPart(
  db: Database,
  deliveryId: string,
  key: string,
  state: PartState,
  messageId?: string,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("part")
    .set(messageId === undefined ? { state } : { state, message_id: messageId })
    .where("delivery_id", "=", deliveryId)
    .where("key", "=", key)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw unknownDelivery(`${deliveryId}/${key}`);
}

/** What has parts that are not sent is not sent, whoever found nothing to do: another process may have composed it. */
export async function setDelivery(db: Database, deliveryId: string, state: PartState): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom("delivery").select("id").where("id", "=", deliveryId).executeTakeFirst();
    if (!known) throw unknownDelivery(deliveryId);
    const unsent = trx
      .selectFrom("part")
      .select("key")
      .where("delivery_id", "=", deliveryId)
      .where("state", "!=", "sent");
    if (state === "sent" && (await unsent.executeTakeFirst())) return;
    await trx.updateTable("delivery").set({ state }).where("id", "=", deliveryId).execute();
  });
}

export async function unfinished(db: Database, channel: string): Promise<Delivery[]> {
  const rows = await db
    .selectFrom("delivery")
    .selectAll()
    .where("channel", "=", channel)
    // Written as in the partial index, or it would not be used.
    .where(sql<SqlBool>`state != 'sent'`)
    .orderBy("created_ms")
    .orderBy("slot")
    .execute();
  return rows.map(toDelivery);
}

export async function listParts(db: Database, deliveryId: string): Promise<StoredPart[]> {
  const rows = await db
    .selectFrom("part")
    .selectAll()
    .where("delivery_id", "=", deliveryId)
    .orderBy("ordinal")
    .orderBy("key")
    .execute();
  return rows.map(toPart);
}

export async function countDeliveries(db: Database): Promise<Partial<Record<PartState, number>>> {
  const rows = await db
    .selectFrom("delivery")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export async function lastDelivery(db: Database, channel: string): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom("delivery")
    .selectAll()
    .where("channel", "=", channel)
    .where("kind", "in", ["digest", "weekly"])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("part").select("part.key").whereRef("part.delivery_id", "=", "delivery.id")),
    )
    .orderBy("created_ms", "desc")
    .orderBy("slot", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toDelivery(row);
}

export async function previousDelivery(
  db: Database,
  { channel, kind, createdAt }: Delivery,
): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom("delivery")
    .selectAll()
    .where("channel", "=", channel)
    .where("kind", "=", kind)
    .where("created_ms", "<", Date.parse(createdAt))
    .orderBy("created_ms", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toDelivery(row);
}

export async function countDelivered(db: Database, channel: string, since: string): Promise<number> {
  const { count } = await db
    .selectFrom("delivery")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("channel", "=", channel)
    .where("created_ms", ">=", Date.parse(since))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("part").select("part.key").whereRef("part.delivery_id", "=", "delivery.id")),
    )
    .executeTakeFirstOrThrow();
  return count;
}

export async function deliveredSince(db: Database, channel: string, since: string): Promise<ArchivedArticle[]> {
  const hits = await db
    .selectFrom("delivery")
    .innerJoin("delivered", "delivered.delivery_id", "delivery.id")
    .innerJoin("measure", "measure.article_seq", "delivered.article_seq")
    .select(["measure.seq", "measure.article_seq"])
    .where("delivery.channel", "=", channel)
    .where("delivery.created_ms", ">=", new Date(since).getTime())
    .orderBy("measure.article_seq")
    .orderBy("measure.ordinal")
    .execute();
  const articles = await underOwnNames(db, await loadHits(db, hits), await feedsEverSeen(db, workspaceOf(channel)));
  return withoutHidden(db, channel, articles);
}

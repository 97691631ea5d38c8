/** What readers asked for themselves: measures they do not want to see, words they want to hear of. */
import type { Watch } from "../model.ts";
import type { HiddenMeasure } from "../ports.ts";
import { joinLines, toWatch } from "./rows.ts";
import type { Database } from "./schema.ts";

export async function setHidden(
  db: Database,
  channel: string,
  { articleId, headline }: HiddenMeasure,
  hidden: boolean,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const article = await trx.selectFrom("article").select("seq").where("id", "=", articleId).executeTakeFirst();
    if (!article) return false;
    const row = { channel, article_seq: article.seq, headline };
    if (hidden) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto("hidden")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    }
    const { numDeletedRows } = await trx
      .deleteFrom("hidden")
      .where("channel", "=", channel)
      .where("article_seq", "=", article.seq)
      .where("headline", "=", headline)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

export async function listHidden(db: Database, channel: string): Promise<HiddenMeasure[]> {
  const rows = await db
    .selectFrom("hidden")
    .innerJoin("article", "article.seq", "hidden.article_seq")
    .select(["article.id", "hidden.headline"])
    .where("hidden.channel", "=", channel)
    .orderBy("hidden.article_seq")
    .orderBy("hidden.headline")
    .execute();
  return rows.map(({ id, headline }) => ({ articleId: id, headline }));
}

export async function addWatch(db: Database, watch: Omit<Watch, "id">): Promise<Watch> {
  const words = joinLines(watch.words);
  await db
    .insertInto("watch")
    .values({
      channel: watch.channel,
      user: watch.user,
      words,
      locale: watch.locale,
      created_at: watch.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom("watch")
    .selectAll()
    .where("channel", "=", watch.channel)
    .where("words", "=", words)
    .executeTakeFirstOrThrow();
  return toWatch(row);
}

export const listWatches = async (db: Database): Promise<Watch[]> =>
  (await db.selectFrom("watch").selectAll().orderBy("seq").execute()).map(toWatch);

export async function removeWatch(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("watch").where("seq", "=", Number(id)).executeTakeFirst();
  return numDeletedRows > 0n;
}

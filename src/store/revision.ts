/** Articles that were changed or withdrawn after a channel was told of them. */
import { JuyaoError } from "../errors.ts";
import { workspaceOf } from "../model.ts";
import type { ArticleAddress, Edition, RevisedArticle } from "../ports.ts";
import { feedsEverSeen, underOwnNames } from "./holding.ts";
import { loadArticle } from "./load.ts";
import { pieces, toDelivery } from "./rows.ts";
import type { Database } from "./schema.ts";

export async function listRevised(db: Database, channel: string, since: string): Promise<RevisedArticle[]> {
  const rows = await db
    .selectFrom("delivered")
    .innerJoin("delivery", "delivery.id", "delivered.delivery_id")
    .innerJoin("article", "article.seq", "delivered.article_seq")
    .selectAll("delivery")
    .select(["article.seq", "article.revised_at", "article.withdrawn"])
    .where("delivered.channel", "=", channel)
    .where("article.revised_at", ">=", since)
    .whereRef("article.revised_at", ">", "delivery.created_at")
    .orderBy("article.revised_at")
    .orderBy("article.seq")
    .execute();
  const revised: RevisedArticle[] = [];
  const feeds = rows.length > 0 ? await feedsEverSeen(db, workspaceOf(channel)) : [];
  for (const row of rows) {
    const loaded = await loadArticle(db, row.seq);
    const [archived] = loaded ? await underOwnNames(db, [loaded], feeds) : [];
    if (!archived) throw new JuyaoError("internal", { cause: `no such article: ${row.seq}` });
    const { revised_at: revisedAt, withdrawn } = row;
    revised.push({ archived, revisedAt: revisedAt ?? "", withdrawn: withdrawn === 1, delivery: toDelivery(row) });
  }
  return revised;
}

export async function editions(db: Database, articleId: string): Promise<Edition[]> {
  const rows = await db
    .selectFrom("edition")
    .innerJoin("article", "article.seq", "edition.article_seq")
    .select(["edition.title", "edition.text", "edition.replaced_at"])
    .where("article.id", "=", articleId)
    .orderBy("edition.seq")
    .execute();
  return rows.map(({ title, text, replaced_at: replacedAt }) => ({ title, text, replacedAt }));
}

export async function listUnlooked(
  db: Database,
  channels: readonly string[],
  since: string,
  lookedBefore: string,
): Promise<ArticleAddress[]> {
  const found: ArticleAddress[] = [];
  for (const piece of pieces(channels)) {
    const rows = await db
      .selectFrom("delivery")
      .innerJoin("delivered", "delivered.delivery_id", "delivery.id")
      .innerJoin("article", "article.seq", "delivered.article_seq")
      .select(["article.id", "article.url"])
      .distinct()
      .where("delivery.channel", "in", piece)
      .where("delivery.created_ms", ">=", Date.parse(since))
      .where("article.withdrawn", "=", 0)
      .where((eb) => eb(eb.fn.coalesce("article.looked_at", "article.read_at"), "<", lookedBefore))
      .orderBy("article.id")
      .execute();
    found.push(...rows.map(({ id, url }) => ({ articleId: id, url })));
  }
  return found;
}

export async function noteLook(db: Database, articleId: string, at: string, there: boolean): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const article = trx.updateTable("article").where("id", "=", articleId);
    if (there) {
      await article.set({ looked_at: at, gone_at: null }).execute();
      return;
    }
    const known = await trx.selectFrom("article").select("gone_at").where("id", "=", articleId).executeTakeFirst();
    const again = known !== undefined && known.gone_at !== null;
    await article
      .set({ looked_at: at, gone_at: known?.gone_at ?? at, ...(again ? { withdrawn: 1, revised_at: at } : {}) })
      .execute();
  });
}

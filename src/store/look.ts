/** Reading single things of the archive, and counting all of it. */
import type { ArchivedArticle } from "../model.ts";
import { loadArticle } from "./load.ts";
import type { Database } from "./schema.ts";
import { isVisible, listHiddenFeeds } from "./visible.ts";

/** Several statements that must agree with each other see the archive as it is at the first of them. */
export const readWhole = <Result>(db: Database, work: (trx: Database) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode("read only").execute(work);

export async function findArticle(db: Database, url: string): Promise<ArchivedArticle | undefined> {
  return readWhole(db, async (trx) => {
    const article = await trx.selectFrom("article").select("seq").where("url", "=", url).executeTakeFirst();
    return article && loadArticle(trx, article.seq);
  });
}

export async function countArchive(db: Database): Promise<{ articles: number; measures: number }> {
  const hiddenFeeds = await listHiddenFeeds(db);
  const counts = await db
    .selectFrom("article")
    .innerJoin("measure", "measure.article_seq", "article.seq")
    .where((eb) => isVisible(eb, hiddenFeeds))
    .select((eb) => [
      eb.fn.count<number>("article.seq").distinct().as("articles"),
      eb.fn.countAll<number>().as("measures"),
    ])
    .executeTakeFirstOrThrow();
  return { articles: counts.articles, measures: counts.measures };
}

export async function listIssuers(db: Database): Promise<string[]> {
  const hiddenFeeds = await listHiddenFeeds(db);
  const rows = await db
    .selectFrom("article")
    .select("issuer")
    .where("issuer", "is not", null)
    .where((eb) => isVisible(eb, hiddenFeeds))
    .groupBy("issuer")
    .orderBy((eb) => eb.fn.countAll(), "desc")
    .orderBy("issuer")
    .execute();
  return rows.map(({ issuer }) => issuer ?? "");
}

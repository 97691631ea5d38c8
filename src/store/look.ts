/** Reading single things of the archive, and counting all of it. */
import type { ExpressionBuilder } from "kysely";
import type { ArchivedArticle } from "../model.ts";
import { isCarried, underOwnNames } from "./holding.ts";
import { loadArticle } from "./load.ts";
import type { Database, Tables } from "./schema.ts";
import { isVisible, listHiddenFeeds } from "./visible.ts";

/** Several statements that must agree with each other see the archive as it is at the first of them. */
export const readWhole = <Result>(db: Database, work: (trx: Database) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode("read only").execute(work);

/** True without a list of feeds. */
const isCarriedByAny = (eb: ExpressionBuilder<Tables, "article">, feeds: readonly string[] | undefined) =>
  feeds ? isCarried(eb, feeds) : eb.and([]);

export async function findArticle(
  db: Database,
  url: string,
  carriedBy?: readonly string[],
): Promise<ArchivedArticle | undefined> {
  return readWhole(db, async (trx) => {
    const article = await trx
      .selectFrom("article")
      .select("seq")
      .where("url", "=", url)
      .where((eb) => isCarriedByAny(eb, carriedBy))
      .executeTakeFirst();
    const found = article && (await loadArticle(trx, article.seq));
    return found && (await underOwnNames(trx, [found], carriedBy))[0];
  });
}

export async function countArchive(
  db: Database,
  carriedBy?: readonly string[],
): Promise<{ articles: number; measures: number }> {
  const hiddenFeeds = await listHiddenFeeds(db);
  const counts = await db
    .selectFrom("article")
    .innerJoin("measure", "measure.article_seq", "article.seq")
    .where((eb) => isVisible(eb, hiddenFeeds))
    .where((eb) => isCarriedByAny(eb, carriedBy))
    .select((eb) => [
      eb.fn.count<number>("article.seq").distinct().as("articles"),
      eb.fn.countAll<number>().as("measures"),
    ])
    .executeTakeFirstOrThrow();
  return { articles: counts.articles, measures: counts.measures };
}

export async function listIssuers(db: Database, carriedBy?: readonly string[]): Promise<string[]> {
  const hiddenFeeds = await listHiddenFeeds(db);
  const rows = await db
    .selectFrom("article")
    .select("issuer")
    .where("issuer", "is not", null)
    .where((eb) => isVisible(eb, hiddenFeeds))
    .where((eb) => isCarriedByAny(eb, carriedBy))
    .groupBy("issuer")
    .orderBy((eb) => eb.fn.countAll(), "desc")
    .orderBy("issuer")
    .execute();
  return rows.map(({ issuer }) => issuer ?? "");
}

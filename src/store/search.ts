/** Reading the archive. */
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { ArchivedArticle } from "../model.ts";
import type { ArchiveAnswer, ArchiveQuery, DateRange } from "../ports.ts";
import { foldLine } from "./archive.ts";
import { loadArticle, loadHits } from "./load.ts";
import { contains } from "./rows.ts";
import type { Database, Tables } from "./schema.ts";
import { isVisible, listHiddenFeeds } from "./visible.ts";

/** Several statements that must agree with each other see the archive as it is at the first of them. */
const readWhole = <Result>(db: Database, work: (trx: Database) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode("read only").execute(work);

type Matching = ExpressionBuilder<Tables, "article" | "measure">;

/** The measure speaks of a period within this range. */
const isAbout = (eb: Matching, range: DateRange): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom("measure_period")
      .select("measure_period.ordinal")
      .whereRef("measure_period.measure_seq", "=", "measure.seq")
      .where("measure_period.start_on", ">=", range.start)
      .where("measure_period.end_on", "<=", range.end),
  );

const isPublishedIn = (eb: Matching, range: DateRange): Expression<SqlBool> =>
  eb.and([eb("article.published_on", ">=", range.start), eb("article.published_on", "<", range.end)]);

/**
 * More or longer words than a person types, and than the database takes in one statement. Every one must occur, so
 * nothing is found.
 */
const MOST_WORDS = 100;
const LONGEST_WORD = 10_000;

export async function search(db: Database, query: ArchiveQuery): Promise<ArchiveAnswer> {
  const words = new Set(query.words.map(foldLine).filter((word) => word !== ""));
  if (words.size > MOST_WORDS || [...words].some((word) => word.length > LONGEST_WORD)) {
    return { articles: [], total: 0 };
  }
  return readWhole(db, (trx) => readPage(trx, query, [...words]));
}

async function readPage(db: Database, query: ArchiveQuery, words: readonly string[]): Promise<ArchiveAnswer> {
  const hiddenFeeds = await listHiddenFeeds(db);
  let matching = db
    .selectFrom("article")
    .innerJoin("measure", "measure.article_seq", "article.seq")
    .where((eb) => isVisible(eb, hiddenFeeds));
  for (const word of words) {
    matching = matching.where(contains("measure.shadow", word));
  }
  if (query.about.length + query.publishedIn.length > 0) {
    matching = matching.where((eb) =>
      eb.or([
        ...query.publishedIn.map((range) => isPublishedIn(eb, range)),
        ...query.about.map((range) => isAbout(eb, range)),
      ]),
    );
  }
  const hits = await matching
    .select(["measure.seq", "measure.article_seq"])
    .orderBy("article.shown_ms", "desc")
    .orderBy("article.seq", "desc")
    .orderBy("measure.ordinal")
    .limit(query.limit)
    .offset(query.offset ?? 0)
    .execute();
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  return { articles: await loadHits(db, hits), total };
}

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

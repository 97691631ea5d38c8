/** What the index is made of, read from the archive: no more than that, since opening an old database reads all of it. */
import { pieces } from "./rows.ts";
import type { ArticleRow, Database, MeasurePeriodRow, MeasureRow } from "./schema.ts";

type Periods = Pick<MeasurePeriodRow, "measure_seq" | "start_on" | "end_on">;

export interface IndexedMeasure
  extends Pick<
    MeasureRow,
    "seq" | "article_seq" | "kind" | "headline_start" | "headline_end" | "detail_start" | "detail_end" | "topics"
  > {
  readonly periods: readonly Periods[];
}

export interface IndexedArticle extends Pick<ArticleRow, "seq" | "title" | "issuer" | "published_on" | "text"> {
  /** Those that carry it; one may be named twice. */
  readonly feedIds: readonly string[];
  readonly measures: readonly IndexedMeasure[];
}

const listPeriods = (db: Database, articleSeqs: readonly number[]): Promise<Periods[]> =>
  db
    .selectFrom("measure_period")
    .innerJoin("measure", "measure.seq", "measure_period.measure_seq")
    .select(["measure_seq", "start_on", "end_on"])
    .where("article_seq", "in", articleSeqs)
    .execute();

async function listMeasures(db: Database, articleSeqs: readonly number[]): Promise<IndexedMeasure[]> {
  const periods = Map.groupBy(await listPeriods(db, articleSeqs), ({ measure_seq }) => measure_seq);
  const rows = await db
    .selectFrom("measure")
    .select(["seq", "article_seq", "kind", "headline_start", "headline_end", "detail_start", "detail_end", "topics"])
    .where("article_seq", "in", articleSeqs)
    .execute();
  return rows.map((row) => ({ ...row, periods: periods.get(row.seq) ?? [] }));
}

/** Where it stands which feeds carry an article: an archive that was opened from before has no arrivals yet. */
export type Carriers = "arrival" | "entry";

async function listPiece(db: Database, articleSeqs: readonly number[], carriers: Carriers): Promise<IndexedArticle[]> {
  const articles = await db
    .selectFrom("article")
    .select(["seq", "feed_id", "title", "issuer", "published_on", "text"])
    .where("seq", "in", articleSeqs)
    .execute();
  const carried = await db
    .selectFrom(carriers)
    .select(["article_seq", "feed_id"])
    .where("article_seq", "in", articleSeqs)
    .execute();
  const feeds = Map.groupBy(carried, ({ article_seq }) => article_seq);
  const measures = Map.groupBy(await listMeasures(db, articleSeqs), ({ article_seq }) => article_seq);
  return articles.map(({ feed_id, ...article }) => ({
    ...article,
    feedIds: [feed_id, ...(feeds.get(article.seq) ?? []).map((each) => each.feed_id)],
    measures: measures.get(article.seq) ?? [],
  }));
}

export async function readIndexed(
  db: Database,
  articleSeqs: readonly number[],
  carriers: Carriers,
): Promise<IndexedArticle[]> {
  const found: IndexedArticle[] = [];
  for (const piece of pieces(articleSeqs)) found.push(...(await listPiece(db, piece, carriers)));
  return found;
}

/** Loading archived articles and measures by number. */
import type { ArchivedArticle, Measure, Period } from "../model.ts";
import { listHidden } from "./reader.ts";
import { pieces, toArticle, toMeasure, toPeriod } from "./rows.ts";
import type { Database, MeasureRow } from "./schema.ts";

async function loadPeriods(db: Database, measureSeqs: readonly number[]): Promise<Map<number, Period[]>> {
  const periods = new Map<number, Period[]>();
  for (const piece of pieces(measureSeqs)) {
    const rows = await db
      .selectFrom("measure_period")
      .selectAll()
      .where("measure_seq", "in", piece)
      .orderBy("measure_seq")
      .orderBy("ordinal")
      .execute();
    for (const row of rows) {
      const known = periods.get(row.measure_seq);
      if (known) known.push(toPeriod(row));
      else periods.set(row.measure_seq, [toPeriod(row)]);
    }
  }
  return periods;
}

async function loadMeasureRows(db: Database, seqs: readonly number[]): Promise<Map<number, MeasureRow>> {
  const found = new Map<number, MeasureRow>();
  for (const piece of pieces(seqs)) {
    const rows = await db.selectFrom("measure").selectAll().where("seq", "in", piece).execute();
    for (const row of rows) found.set(row.seq, row);
  }
  return found;
}

type Loaded = ArchivedArticle & { readonly measures: Measure[] };

/** Articles without their measures, in the order asked for. */
async function loadArticles(db: Database, seqs: readonly number[]): Promise<Map<number, Loaded>> {
  const loaded = new Map<number, Loaded>();
  for (const piece of pieces(seqs)) {
    const rows = await db
      .selectFrom("article")
      .leftJoin("feed", "feed.id", "article.feed_id")
      .selectAll("article")
      .select("feed.title as source")
      .where("article.seq", "in", piece)
      .execute();
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    for (const seq of piece) {
      const row = bySeq.get(seq);
      if (row)
        loaded.set(seq, { article: toArticle(row), measures: [], source: row.source ?? "", feedId: row.feed_id });
    }
  }
  return loaded;
}

/** A measure and its article, by their numbers. */
export interface Hit {
  readonly seq: number;
  readonly article_seq: number;
}

/** Loads these measures under their articles, in the order in which the hits first name each article. */
export async function loadHits(db: Database, hits: readonly Hit[]): Promise<ArchivedArticle[]> {
  const seqs = hits.map((hit) => hit.seq);
  const periods = await loadPeriods(db, seqs);
  const rows = await loadMeasureRows(db, seqs);
  const loaded = await loadArticles(db, [...new Set(hits.map((hit) => hit.article_seq))]);
  for (const hit of hits) {
    const owner = loaded.get(hit.article_seq);
    const row = rows.get(hit.seq);
    if (owner && row) owner.measures.push(toMeasure(row, owner.article.id, periods.get(hit.seq) ?? []));
  }
  return [...loaded.values()];
}

/** Without the measures that a channel does not want to see; an article may be left with none. */
export async function withoutHidden(
  db: Database,
  channel: string,
  loaded: readonly ArchivedArticle[],
): Promise<ArchivedArticle[]> {
  const hidden = await listHidden(db, channel);
  if (hidden.length === 0) return [...loaded];
  const keys = new Set(hidden.map(({ articleId, headline }) => `${articleId} ${headline}`));
  return loaded.map((archived) => {
    const { id, text } = archived.article;
    const isShown = ({ headline: { start, end } }: Measure): boolean => !keys.has(`${id} ${text.slice(start, end)}`);
    return { ...archived, measures: archived.measures.filter(isShown) };
  });
}

/** One article with all its measures, which may be none. */
export async function loadArticle(db: Database, seq: number): Promise<ArchivedArticle | undefined> {
  const hits = await db
    .selectFrom("measure")
    .select(["seq", "article_seq"])
    .where("article_seq", "=", seq)
    .orderBy("ordinal")
    .execute();
  if (hits.length === 0) return (await loadArticles(db, [seq])).get(seq);
  return (await loadHits(db, hits))[0];
}

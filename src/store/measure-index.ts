/**
 * The index of look-ups: one row a measure, under its number. Contentless: it holds which tokens stand where, not the
 * text. Rows go with their measures, by a trigger.
 */
import { sql } from "kysely";
import type { Measure, Span } from "../model.ts";
import { findDocumentNumber } from "../text/document-number.ts";
import { fold } from "../text/shadow.ts";
import { BREAK, charactersOf, tokensOf } from "../text/token.ts";
import { aboutTokens, feedToken, isIrregular, kindToken, publishedTokens } from "./facet.ts";
import { loadMeasured, type Measured } from "./load.ts";
import { pieces } from "./rows.ts";
import type { Database } from "./schema.ts";

/** What a look-up matches is one line of folded text; a phrase never reaches from one field into the next. */
export const foldLine = (text: string): string => fold(text.toWellFormed()).replace(/\p{Cc}/gu, " ");

/** Fields of the index that hold words, in the order in which a hit in one counts more than in the next. */
export type IndexField = "headline" | "detail" | "title" | "issuer" | "number" | "topics";

/** Offices name their document at the beginning, or in the title. */
const HEAD_LENGTH = 500;

const sliceOf = (text: string, span: Span | undefined): string => (span ? text.slice(span.start, span.end) : "");

function facetCell(measure: Measure, publishedOn: string | undefined, feedIds: readonly string[]): string {
  const tokens = [
    kindToken(measure.kind),
    ...feedIds.map(feedToken),
    ...(publishedOn === undefined ? [] : publishedTokens(publishedOn)),
    ...aboutTokens(measure.periods),
  ];
  return [...new Set(tokens)].join(" ");
}

interface Row {
  readonly seq: number;
  /** In the order of the columns of `measure_index`. */
  readonly cells: readonly string[];
  readonly characters: string;
}

function toRows({ archived, measureSeqs }: Measured, feedIds: readonly string[]): Row[] {
  const { title, issuer = "", text, publishedOn } = archived.article;
  const number = findDocumentNumber(fold(`${title}\n${text.slice(0, HEAD_LENGTH)}`)) ?? "";
  const shared = [title, issuer, number].map((line) => tokensOf(foldLine(line)));
  return archived.measures.map((measure, i) => {
    const spans = [measure.headline, measure.detail].map((span) => tokensOf(foldLine(sliceOf(text, span))));
    const topics = measure.topics.flatMap((topic) => [BREAK, ...tokensOf(foldLine(topic)), BREAK]);
    const words = [...spans, ...shared, topics];
    return {
      seq: measureSeqs[i] ?? 0,
      cells: [...words.map((tokens) => tokens.join(" ")), facetCell(measure, publishedOn, feedIds)],
      characters: charactersOf(words.flat()).join(" "),
    };
  });
}

async function feedsOf(db: Database, articleSeqs: readonly number[]): Promise<Map<number, string[]>> {
  const feeds = new Map<number, string[]>(articleSeqs.map((seq) => [seq, []]));
  for (const piece of pieces(articleSeqs)) {
    const entries = await db
      .selectFrom("entry")
      .select(["article_seq", "feed_id"])
      .where("article_seq", "in", piece)
      .execute();
    for (const { article_seq, feed_id } of entries) feeds.get(article_seq ?? 0)?.push(feed_id);
  }
  return feeds;
}

const COLUMNS = sql.raw("rowid, headline, detail, title, issuer, number, topics, facets");
/** Rows of one statement, which takes a limited number of values. */
const ROWS = 100;

/** By their numbers: each step backwards makes SQLite write to the disk what it has gathered. */
async function putRows(db: Database, rows: readonly Row[]): Promise<void> {
  const ascending = rows.toSorted((a, b) => a.seq - b.seq);
  for (const piece of pieces(ascending, ROWS)) {
    const words = sql.join(piece.map(({ seq, cells }) => sql`(${seq}, ${sql.join(cells)})`));
    await sql`insert into measure_index (${COLUMNS}) values ${words}`.execute(db);
    const characters = sql.join(piece.map((row) => sql`(${row.seq}, ${row.characters})`));
    await sql`insert into character_index (rowid, characters) values ${characters}`.execute(db);
  }
}

/** Takes the measures of an article out of the index, which `indexArticles` then puts in again. */
export async function forgetArticle(db: Database, articleSeq: number): Promise<void> {
  const seqs = sql`select seq from measure where article_seq = ${articleSeq}`;
  await sql`delete from measure_index where rowid in (${seqs})`.execute(db);
  await sql`delete from character_index where rowid in (${seqs})`.execute(db);
}

/** Puts these articles into the index, which holds nothing of them yet, as they stand in the archive. */
export async function indexArticles(db: Database, articleSeqs: readonly number[]): Promise<void> {
  const feeds = await feedsOf(db, articleSeqs);
  const measured = await loadMeasured(db, articleSeqs);
  await putRows(
    db,
    measured.flatMap((each) => toRows(each, [each.archived.feedId, ...(feeds.get(each.articleSeq) ?? [])])),
  );
  const periods = measured.flatMap(({ archived }) => archived.measures).flatMap((measure) => measure.periods);
  for (const { start, end } of periods.filter(isIrregular)) {
    await db
      .insertInto("irregular_period")
      .values({ start_on: start, end_on: end })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * The index of look-ups: one row a measure, under its number. Contentless: it holds which tokens stand where, not the
 * text. Rows go with their measures, by a trigger.
 */
import { sql } from "kysely";
import type { Span } from "../model.ts";
import { findDocumentNumber } from "../text/document-number.ts";
import { fold } from "../text/shadow.ts";
import { BREAK, charactersOf, tokensOf } from "../text/token.ts";
import { aboutTokens, feedToken, isIrregular, kindToken, publishedTokens, topicToken } from "./facet.ts";
import { loadMeasured, type Measured } from "./load.ts";
import { pieces } from "./rows.ts";
import type { Database } from "./schema.ts";

/** What a look-up matches is one line of folded text; a phrase never reaches from one field into the next. */
export const foldLine = (text: string): string => fold(text.toWellFormed()).replace(/\p{Cc}/gu, " ");

/** Fields of the index. The first column takes the least room: it is that of most tokens, and holds the facets too. */
export type IndexField = "title" | "headline" | "detail" | "issuer" | "number" | "topics";

/** Offices name their document at the beginning, or in the title. */
const HEAD_LENGTH = 500;

const sliceOf = (text: string, span: Span | undefined): string => (span ? text.slice(span.start, span.end) : "");

/** What all measures of one article are filtered by. */
const sharedFacets = (publishedOn: string | undefined, feedIds: readonly string[]): string[] => [
  ...new Set(feedIds.map(feedToken)),
  ...(publishedOn === undefined ? [] : publishedTokens(publishedOn)),
];

interface Row {
  readonly seq: number;
  /** In the order of the columns of `measure_index`. */
  readonly cells: readonly string[];
  readonly characters: string;
}

function toRows({ archived, measureSeqs }: Measured, feedIds: readonly string[]): Row[] {
  const { text, publishedOn } = archived.article;
  const cut = (line: string): string[] => tokensOf(foldLine(line));
  const title = cut(archived.article.title);
  const issuer = cut(archived.article.issuer ?? "");
  const number = cut(findDocumentNumber(`${archived.article.title}\n${text.slice(0, HEAD_LENGTH)}`) ?? "");
  const sharedCharacters = charactersOf([...title, ...issuer, ...number]);
  // Put together once, since most of what is written is the same for all measures.
  const titleCell = [...title, ...sharedFacets(publishedOn, feedIds)].join(" ");
  const sharedCells = [issuer.join(" "), number.join(" ")];
  return archived.measures.map((measure, i) => {
    const headline = cut(sliceOf(text, measure.headline));
    const detail = cut(sliceOf(text, measure.detail));
    const topics = measure.topics.flatMap((topic) => [...cut(topic), BREAK]);
    const topicTokens = measure.topics.map((topic) => topicToken(foldLine(topic)));
    const facets = [kindToken(measure.kind), ...new Set([...topicTokens, ...aboutTokens(measure.periods)])];
    const own = charactersOf([...headline, ...detail, ...topics]);
    return {
      seq: measureSeqs[i] ?? 0,
      cells: [
        `${titleCell} ${facets.join(" ")}`,
        headline.join(" "),
        detail.join(" "),
        ...sharedCells,
        topics.join(" "),
      ],
      characters: [...new Set([...sharedCharacters, ...own])].join(" "),
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

const WORDS = sql.raw(`insert into measure_index (rowid, title, headline, detail, issuer, number, topics)
  select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 from`);
const CHARACTERS = sql.raw("insert into character_index (rowid, characters) select value ->> 0, value ->> 1 from");

/**
 * In two statements, by their numbers: before each statement that writes many rows, and at each step backwards, SQLite
 * writes to the disk what it has gathered.
 */
async function putRows(db: Database, rows: readonly Row[]): Promise<void> {
  const ascending = rows.toSorted((a, b) => a.seq - b.seq);
  const words = JSON.stringify(ascending.map(({ seq, cells }) => [seq, ...cells]));
  await sql`${WORDS} json_each(${words})`.execute(db);
  const characters = JSON.stringify(ascending.map((row) => [row.seq, row.characters]));
  await sql`${CHARACTERS} json_each(${characters})`.execute(db);
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

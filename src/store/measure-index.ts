/**
 * The index of look-ups: one row a measure, under its number. Contentless: it holds which tokens stand where, not the
 * text. Rows go with their measures, by a trigger.
 */
import { type RawBuilder, sql } from "kysely";
import type { ArchivedArticle, Measure, Span } from "../model.ts";
import { findDocumentNumber } from "../text/document-number.ts";
import { fold } from "../text/shadow.ts";
import { BREAK, tokensOf } from "../text/token.ts";
import { aboutTokens, feedToken, isIrregular, kindToken, publishedTokens } from "./facet.ts";
import { loadMeasured } from "./load.ts";
import { pieces } from "./rows.ts";
import type { Database } from "./schema.ts";

/** What a look-up matches is one line of folded text; a phrase never reaches from one field into the next. */
export const foldLine = (text: string): string => fold(text.toWellFormed()).replace(/\p{Cc}/gu, " ");

/** Fields of the index that hold words, in the order in which a hit in one counts more than in the next. */
export type IndexField = "headline" | "detail" | "title" | "issuer" | "number" | "topics";

/** Offices name their document at the beginning, or in the title. */
const HEAD_LENGTH = 500;

const sliceOf = (text: string, span: Span | undefined): string => (span ? text.slice(span.start, span.end) : "");
const toCell = (text: string): string => tokensOf(foldLine(text)).join(" ");

/** What all measures of one article share. */
function articleCells({ article }: ArchivedArticle) {
  const { title, issuer = "", text } = article;
  const number = findDocumentNumber(fold(`${title}\n${text.slice(0, HEAD_LENGTH)}`)) ?? "";
  return { title: toCell(title), issuer: toCell(issuer), number: toCell(number) };
}

const topicCell = (topics: readonly string[]): string =>
  topics.length === 0 ? "" : `${BREAK} ${topics.map(toCell).join(` ${BREAK} `)} ${BREAK}`;

function facetCell(measure: Measure, publishedOn: string | undefined, feedIds: readonly string[]): string {
  const tokens = [
    kindToken(measure.kind),
    ...feedIds.map(feedToken),
    ...publishedTokens(publishedOn ?? ""),
    ...aboutTokens(measure.periods),
  ];
  return [...new Set(tokens)].join(" ");
}

type Row = RawBuilder<unknown>;

function toRows(archived: ArchivedArticle, seqs: readonly number[], feedIds: readonly string[]): Row[] {
  const { text, publishedOn } = archived.article;
  const { title, issuer, number } = articleCells(archived);
  return archived.measures.map((measure, i) => {
    const headline = toCell(sliceOf(text, measure.headline));
    const detail = toCell(sliceOf(text, measure.detail));
    const facets = facetCell(measure, publishedOn, feedIds);
    const cells = [headline, detail, title, issuer, number, topicCell(measure.topics), facets];
    return sql`(${seqs[i]}, ${sql.join(cells)})`;
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

/** Puts these articles into the index as they stand in the archive, in place of what it held of them. */
export async function indexArticles(db: Database, articleSeqs: readonly number[]): Promise<void> {
  const feeds = await feedsOf(db, articleSeqs);
  for (const { articleSeq, measureSeqs, archived } of await loadMeasured(db, articleSeqs)) {
    await sql`delete from measure_index where rowid in (${sql.join(measureSeqs)})`.execute(db);
    const columns = sql.raw("rowid, headline, detail, title, issuer, number, topics, facets");
    const feedIds = [archived.feedId, ...(feeds.get(articleSeq) ?? [])];
    for (const rows of pieces(toRows(archived, measureSeqs, feedIds), 100)) {
      await sql`insert into measure_index (${columns}) values ${sql.join(rows)}`.execute(db);
    }
    const irregular = archived.measures.flatMap(({ periods }) => periods).filter(isIrregular);
    for (const { start, end } of irregular) {
      await db
        .insertInto("irregular_period")
        .values({ start_on: start, end_on: end })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
}

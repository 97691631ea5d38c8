/**
 * The index of look-ups: one row a measure, under its number. Contentless: it holds which tokens stand where, not the
 * text. Rows go with their measures, by a trigger.
 */
import { sql } from "kysely";
import { numberOf } from "../text/document-number.ts";
import { fold } from "../text/shadow.ts";
import { BREAK, charactersOf, tokensOf } from "../text/token.ts";
import { aboutTokens, feedToken, isIrregular, kindToken, publishedTokens, topicToken } from "./facet.ts";
import { type Carriers, type IndexedArticle, type IndexedMeasure, readIndexed } from "./index-source.ts";
import { splitLines } from "./rows.ts";
import type { Database } from "./schema.ts";
import { runEach } from "./sqlite.ts";

/** What a look-up matches is one line of folded text; a phrase never reaches from one field into the next. */
export const foldLine = (text: string): string => fold(text.toWellFormed()).replace(/\p{Cc}/gu, " ");

/** Fields of the index. The first column takes the least room: it is that of most tokens, and holds the facets too. */
export type IndexField = "title" | "headline" | "detail" | "issuer" | "number" | "topics";

/** Tokens of days and of periods, each made once while many articles are indexed that share them. */
class CalendarTokens {
  readonly #known = new Map<string, string>();
  readonly published = (date: string): string => this.#keep(date, () => publishedTokens(date));
  readonly about = (start: string, end: string): string =>
    this.#keep(`${start}/${end}`, () => aboutTokens({ start, end }));

  #keep(key: string, make: () => readonly string[]): string {
    const known = this.#known.get(key) ?? make().join(" ");
    this.#known.set(key, known);
    return known;
  }
}

interface Row {
  readonly seq: number;
  /** In the order of the columns of `measure_index`. */
  readonly cells: readonly string[];
  readonly characters: string;
}

const writeCharacters = (codes: Iterable<number>): string =>
  Array.from(codes, (code) => String.fromCodePoint(code)).join(" ");

const cut = (line: string): string[] => tokensOf(foldLine(line));

function facetsOf({ kind, periods }: IndexedMeasure, topics: readonly string[], calendar: CalendarTokens): string[] {
  const named = topics.map((topic) => topicToken(foldLine(topic)));
  const about = periods.map(({ start_on, end_on }) => calendar.about(start_on, end_on));
  return [kindToken(kind), ...new Set([...named, ...about])];
}

function toRows(
  { title, issuer, text, published_on, feedIds, measures }: IndexedArticle,
  calendar: CalendarTokens,
): Row[] {
  const slice = (start: number | null, end: number | null): string => text.slice(start ?? 0, end ?? 0);
  const titleTokens = cut(title);
  const issuerTokens = cut(issuer ?? "");
  const numberTokens = cut(numberOf({ title, text }) ?? "");
  // Put together once, since most of what is written is the same for all measures.
  const shared = charactersOf([...titleTokens, ...issuerTokens, ...numberTokens]);
  const facets = [...new Set(feedIds.map(feedToken)), published_on === null ? "" : calendar.published(published_on)];
  const titleCell = [...titleTokens, ...facets].join(" ");
  const sharedCells = [issuerTokens.join(" "), numberTokens.join(" ")];
  return measures.map((measure) => {
    const names = splitLines(measure.topics);
    const headline = cut(slice(measure.headline_start, measure.headline_end));
    const detail = cut(slice(measure.detail_start, measure.detail_end));
    const topics = names.flatMap((name) => [...cut(name), BREAK]);
    const first = `${titleCell} ${facetsOf(measure, names, calendar).join(" ")}`;
    return {
      seq: measure.seq,
      cells: [first, headline.join(" "), detail.join(" "), ...sharedCells, topics.join(" ")],
      characters: writeCharacters(new Set([...shared, ...charactersOf([...headline, ...detail, ...topics])])),
    };
  });
}

const WORDS = `insert into measure_index (rowid, title, headline, detail, issuer, number, topics)
  values (?, ?, ?, ?, ?, ?, ?)`;
const CHARACTERS = "insert into character_index (rowid, characters) values (?, ?)";

/** By their numbers: at each step backwards SQLite writes to the disk what it has gathered. */
async function putRows(db: Database, rows: readonly Row[]): Promise<void> {
  const ascending = rows.toSorted((a, b) => a.seq - b.seq);
  await runEach(
    db,
    WORDS,
    ascending.map(({ seq, cells }) => [seq, ...cells]),
  );
  await runEach(
    db,
    CHARACTERS,
    ascending.map(({ seq, characters }) => [seq, characters]),
  );
}

/** Takes the measures of an article out of the index, which `indexArticles` then puts in again. */
export async function forgetArticle(db: Database, articleSeq: number): Promise<void> {
  const seqs = sql`select seq from measure where article_seq = ${articleSeq}`;
  await sql`delete from measure_index where rowid in (${seqs})`.execute(db);
  await sql`delete from character_index where rowid in (${seqs})`.execute(db);
}

async function notePeriods(db: Database, articles: readonly IndexedArticle[]): Promise<void> {
  const periods = articles.flatMap(({ measures }) => measures).flatMap((measure) => measure.periods);
  const distinct = new Map(periods.map((period) => [`${period.start_on}/${period.end_on}`, period]));
  for (const { start_on, end_on } of distinct.values()) {
    if (!isIrregular({ start: start_on, end: end_on })) continue;
    await db
      .insertInto("irregular_period")
      .values({ start_on, end_on })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Puts these articles into the index, which holds nothing of them yet, as they stand in the archive. */
export async function indexArticles(
  db: Database,
  articleSeqs: readonly number[],
  carriers: Carriers = "arrival",
): Promise<void> {
  const articles = await readIndexed(db, articleSeqs, carriers);
  const calendar = new CalendarTokens();
  await putRows(
    db,
    articles.flatMap((article) => toRows(article, calendar)),
  );
  await notePeriods(db, articles);
}

/** Databases for the bench: the store's own, filled past its door in large transactions, and a table to scan. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { indexArchive } from "../../../src/store/index-tables.ts";
import { migrate } from "../../../src/store/migrations.ts";
import { nextNumbers } from "../../../src/store/number.ts";
import { createStore } from "../../../src/store/open.ts";
import { joinLines } from "../../../src/store/rows.ts";
import type { Database, Tables } from "../../../src/store/schema.ts";
import { createSqliteDialect, openDatabase } from "../../../src/store/sqlite.ts";
import { makeRecord, shadowsOf } from "./corpus.ts";

export interface Filled {
  readonly file: string;
  /** Table `scan(seq, shadow)`, and an index of trigrams over it. */
  readonly scanFile: string;
  readonly articles: number;
  readonly measures: number;
  /** Bytes of all searched fields as each measure has them, and with what one article's measures share taken once. */
  readonly textBytes: number;
  readonly ownBytes: number;
  readonly indexBytes: number;
  readonly trigramBytes: number;
  /** Articles a second that are indexed when an old archive is opened: read, cut, and written to the disk. */
  readonly indexRate: number;
  /** Articles a second that are archived one after the other, each on the disk before the next, indexed among the rest. */
  readonly singleRate: number;
}

const BATCH = 500;
const SINGLE = 1000;
/** On the average. */
const MEASURES_EACH = 5;

async function writeArticle(db: Database, number: number): Promise<void> {
  const { article, feedId, entryId, measures } = makeRecord(number);
  const { id, url, title, issuer = null, publishedAt = "", publishedOn = "", seenAt, language, text } = article;
  const ms = Date.parse(seenAt);
  const { seq } = await db
    .insertInto("article")
    .values({
      ...{ id, url, title, issuer, published_at: publishedAt, published_on: publishedOn, seen_at: seenAt, language },
      ...{ seen_ms: ms, shown_ms: ms, read_at: seenAt, text, removed: "[]", feed_id: feedId, backfill: 0 },
    })
    .returning("seq")
    .executeTakeFirstOrThrow();
  const entry = { feed_id: feedId, entry_id: entryId, fingerprint: "", article_seq: seq, passed_at: null };
  await db.insertInto("entry").values(entry).execute();
  const numbers = await nextNumbers(db, publishedOn, measures.length);
  const rows = measures.map((measure, i) => ({
    ...{ seq: numbers[i] ?? 0, article_seq: seq, id: measure.id, ordinal: measure.ordinal, level: 1 as const },
    ...{ list: 1, kind: measure.kind, topics: joinLines(measure.topics), score: measure.score, reasons: "[]" },
    ...{ headline_start: measure.headline.start, headline_end: measure.headline.end },
    ...{ detail_start: measure.detail?.start ?? null, detail_end: measure.detail?.end ?? null },
  }));
  await db.insertInto("measure").values(rows).execute();
  const periods = measures.flatMap((measure, i) =>
    measure.periods.map((period, ordinal) => ({
      ...{ measure_seq: numbers[i] ?? 0, ordinal, grain: period.grain, start_on: period.start, end_on: period.end },
      ...{ text: "", rule: "bench", assumed: 0 as const },
    })),
  );
  if (periods.length > 0) await db.insertInto("measure_period").values(periods).execute();
}

/** Articles up to a number of measures. */
async function writeArchive(db: Database, measures: number): Promise<number> {
  let [written, articles] = [0, 0];
  while (written < measures) {
    await db.transaction().execute(async (trx) => {
      for (const end = articles + BATCH; articles < end; articles++) {
        await writeArticle(trx, articles);
        written += makeRecord(articles).measures.length;
      }
    });
  }
  return articles;
}

/** The last articles come as they do in a running bot. */
async function archiveSingly(db: Database, first: number): Promise<void> {
  const store = createStore(db, { now: () => new Date() });
  for (let number = first; number < first + SINGLE; number++) await store.archive(makeRecord(number));
}

/** Things a second. */
async function rateOf(things: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (things / (performance.now() - began)) * 1000;
}

function sizeOf(file: string, tables: string): number {
  const database = new DatabaseSync(file);
  const row = database.prepare("select sum(pgsize) as bytes from dbstat where name glob ?").get(tables);
  database.close();
  return Number(row?.bytes);
}

/** The same texts under the same numbers, for scans and trigrams. */
function fillScan(scanFile: string, file: string, articles: number) {
  const database = new DatabaseSync(scanFile);
  const tables = "create table scan (seq integer primary key, shadow text)";
  const trigram = "create virtual table trigram using fts5(shadow, content='', tokenize='trigram')";
  database.exec(`pragma journal_mode = off; pragma synchronous = off; ${tables}; ${trigram}; begin`);
  database.exec(`attach '${file}' as store`);
  const list = database.prepare("select seq from store.measure where article_seq = ? order by ordinal");
  const insert = database.prepare("insert into scan values (?, ?)");
  const bytes = { textBytes: 0, ownBytes: 0 };
  for (let number = 0; number < articles; number++) {
    const seqs = list.all(number + 1).map(({ seq }) => Number(seq));
    for (const [i, fields] of shadowsOf(makeRecord(number)).entries()) {
      insert.run(seqs[i] ?? 0, fields.join("\n"));
      bytes.textBytes += Buffer.byteLength(fields.join(""));
      // Title and issuer are those of the first measure as well.
      bytes.ownBytes += Buffer.byteLength(fields.filter((_, at) => i === 0 || at < 2 || at > 3).join(""));
    }
  }
  database.exec("insert into trigram(rowid, shadow) select seq, shadow from scan order by seq; commit");
  database.close();
  return bytes;
}

/** Uses what an earlier run has left in the folder. */
export async function fill(folder: string, measures: number): Promise<Filled> {
  const file = `${folder}/${measures}.db`;
  const scanFile = `${folder}/${measures}-scan.db`;
  const note = `${folder}/${measures}.json`;
  if (existsSync(note)) return JSON.parse(readFileSync(note, "utf8")) as Filled;
  mkdirSync(folder, { recursive: true });
  const database = await openDatabase(file, 1000);
  database.exec("pragma synchronous = off");
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, 1000) });
  await migrate(db);
  const old = await writeArchive(db, measures - SINGLE * MEASURES_EACH);
  const articles = old + SINGLE;
  database.exec("pragma synchronous = full");
  const indexRate = await rateOf(old, () => db.transaction().execute(indexArchive));
  const singleRate = await rateOf(SINGLE, () => archiveSingly(db, old));
  const { count } = await db
    .selectFrom("measure")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  await db.destroy();
  const bytes = fillScan(scanFile, file, articles);
  const filled: Filled = {
    ...{ file, scanFile, articles, measures: count, ...bytes, indexRate, singleRate },
    indexBytes: sizeOf(file, "measure_index*") + sizeOf(file, "character_index*"),
    trigramBytes: sizeOf(scanFile, "trigram*"),
  };
  writeFileSync(note, JSON.stringify(filled));
  return filled;
}

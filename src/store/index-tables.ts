/** The migration that gives the archive its index: never changed, but for what `indexArticles` puts into it. */
import { type Kysely, sql } from "kysely";
import { indexArticles } from "./measure-index.ts";
import { pieces } from "./rows.ts";
import type { Database } from "./schema.ts";

/** SQLite has nothing to do but to part tokens at spaces: all else in ASCII belongs to them, and all beyond it does anyway. */
const OPTIONS = sql.raw(
  "content = '', contentless_delete = 1, tokenize = \"ascii tokenchars '!\"\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'\"",
);

async function createMeasureIndex(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table measure_index
    using fts5(title, headline, detail, issuer, number, topics, ${OPTIONS})`.execute(db);
  // A prefix index would find single characters as well, at four times the size.
  await sql`create virtual table character_index using fts5(characters, detail = none, ${OPTIONS})`.execute(db);
  await sql`create trigger measure_index_delete after delete on measure begin
    delete from measure_index where rowid = old.seq;
    delete from character_index where rowid = old.seq;
  end`.execute(db);
  await db.schema
    .createTable("irregular_period")
    .addColumn("start_on", "text", (column) => column.notNull())
    .addColumn("end_on", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("irregular_period_key", ["start_on", "end_on"])
    .execute();
}

/** Measures were numbered as they came; now by the day that they are shown under, see `number.ts`. */
async function renumberMeasures(db: Kysely<unknown>): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(db);
  await sql`create temp table renumbered (old integer primary key, new integer not null)`.execute(db);
  // Each gets the first number of its day, or the one after the number before it.
  await sql`insert into renumbered
    select seq, place + max(first - place) over (order by place)
    from (
      select seq, first, row_number() over (order by first, article_seq, ordinal desc) as place
      from (
        select measure.seq, article_seq, ordinal,
          16384 * max(0, cast(julianday(coalesce(published_on, substr(seen_at, 1, 10))) - 2440587.5 as integer)) as first
        from measure join article on article.seq = measure.article_seq
      )
    )`.execute(db);
  await sql`update measure_period
    set measure_seq = (select new from renumbered where old = measure_seq)`.execute(db);
  await sql`update measure set seq = (select new from renumbered where old = seq)`.execute(db);
  await sql`drop table renumbered`.execute(db);
}

const INDEXES = ["measure_index", "character_index"];

/** Gives the index an order that is no row of it. The value must stand in the text: bound, it would be no integer. */
async function order(db: Database, name: string, value = 0): Promise<void> {
  for (const table of INDEXES)
    await sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values (${name}, ${sql.lit(value)})`.execute(
      db,
    );
}

/** SQLite's own: so many pieces of a size are merged into one. */
const AUTOMERGE = 4;

/** Indexes the whole archive, day by day, so that numbers ascend; what is written in pieces becomes one at the end. */
export async function indexArchive(db: Database): Promise<void> {
  await order(db, "automerge", 0);
  const articles = await db.selectFrom("article").select("seq").orderBy("shown_ms").execute();
  for (const piece of pieces(articles)) {
    await indexArticles(
      db,
      piece.map(({ seq }) => seq),
      "entry",
    );
  }
  await order(db, "optimize");
  await order(db, "automerge", AUTOMERGE);
}

export async function createIndex(db: Kysely<unknown>): Promise<void> {
  await createMeasureIndex(db);
  await renumberMeasures(db);
  await sql`alter table measure drop column shadow`.execute(db);
  await indexArchive(db as Database);
}

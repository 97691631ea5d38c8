/** The history of the schema, in code. A migration that was released is never changed: write the next one. */
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { JuyaoError } from "../errors.ts";
import { createFirstTables } from "./first-tables.ts";
import { createIndex } from "./index-tables.ts";
import type { Database } from "./schema.ts";
import { createWorkspaceTables } from "./workspace-tables.ts";

type Schema = Kysely<unknown>;

async function addRevisions({ schema }: Schema): Promise<void> {
  await schema.alterTable("article").addColumn("revised_at", "text").execute();
  await schema.alterTable("article").addColumn("looked_at", "text").execute();
  await schema.alterTable("article").addColumn("gone_at", "text").execute();
  await schema
    .alterTable("article")
    .addColumn("withdrawn", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable("edition")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("article_seq", "integer", (column) => column.notNull().references("article.seq").onDelete("cascade"))
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("replaced_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .alterTable("delivery")
    .addColumn("kind", "text", (column) => column.notNull().defaultTo("digest"))
    .execute();
  await schema.createIndex("edition_article").on("edition").column("article_seq").execute();
}

async function createReaderTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable("hidden")
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("article_seq", "integer", (column) => column.notNull().references("article.seq").onDelete("cascade"))
    .addColumn("headline", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("hidden_key", ["channel", "article_seq", "headline"])
    .execute();
  await schema
    .createTable("watch")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("user", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("watch_words", ["channel", "words"])
    .execute();
}

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-tables": {
    up: createFirstTables,
  },
  "0002-failing-since": {
    up: async ({ schema }: Schema) => {
      await schema.alterTable("feed_check").addColumn("failing_since", "text").execute();
    },
  },
  "0003-runs": {
    up: async ({ schema }: Schema) => {
      await schema
        .createTable("run")
        .addColumn("key", "text", (column) => column.primaryKey())
        .addColumn("won_ms", "bigint", (column) => column.notNull())
        .execute();
    },
  },
  "0004-revisions-and-watches": {
    up: async (db: Schema) => {
      await addRevisions(db);
      await createReaderTables(db);
    },
  },
  "0005-index": {
    up: createIndex,
  },
  "0006-workspaces": {
    up: createWorkspaceTables,
  },
};

const HISTORY_TABLE = "kysely_migration";

/**
 * Throws `store-newer` if a later version of Juyao has written here, `store-unreadable` if it is some other program's
 * database.
 */
async function refuseStrangers(db: Database): Promise<void> {
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).map((table) => table.name);
  if (tables.length === 0) return;
  if (!tables.includes(HISTORY_TABLE))
    throw new JuyaoError("store-unreadable", { cause: "a database of another kind" });
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(HISTORY_TABLE)}`.execute(db);
  const unknown = rows.find((row) => MIGRATIONS[row.name] === undefined);
  if (unknown) throw new JuyaoError("store-newer", { cause: `unknown migration ${unknown.name}` });
}

/** Brings the schema up to date; all of it or nothing. */
export async function migrate(db: Database): Promise<void> {
  await refuseStrangers(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

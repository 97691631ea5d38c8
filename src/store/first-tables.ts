/** The tables of the first release, for its migration: never changed, since databases out there have them so. */
import { type Kysely, sql } from "kysely";

type Schema = Kysely<unknown>;

async function createFeedTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable("feed")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("timezone", "text", (column) => column.notNull())
    .addColumn("paused", "integer", (column) => column.notNull())
    .addColumn("added_by", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("removed", "integer", (column) => column.notNull())
    .execute();
  await schema
    .createTable("feed_check")
    .addColumn("feed_id", "text", (column) => column.primaryKey())
    .addColumn("checked_at", "text", (column) => column.notNull())
    .addColumn("gathered_at", "text")
    .addColumn("fresh_at", "text")
    .addColumn("per_day", "double precision")
    .addColumn("etag", "text")
    .addColumn("last_modified", "text")
    .addColumn("next_at", "text", (column) => column.notNull())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("cause", "text")
    .execute();
}

async function createArticleTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable("article")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("url", "text", (column) => column.notNull().unique())
    .addColumn("feed_id", "text", (column) => column.notNull())
    .addColumn("backfill", "integer", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("issuer", "text")
    .addColumn("published_at", "text")
    .addColumn("published_on", "text")
    .addColumn("seen_at", "text", (column) => column.notNull())
    .addColumn("seen_ms", "bigint", (column) => column.notNull())
    .addColumn("shown_ms", "bigint", (column) => column.notNull())
    .addColumn("read_at", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("removed", "text", (column) => column.notNull())
    .execute();
  // These hold all that look-ups and `pending` filter by, so that neither reads the texts to leave most of them out.
  await schema
    .createIndex("article_shown")
    .on("article")
    .columns(["shown_ms", "seq", "published_on", "feed_id"])
    .execute();
  await schema.createIndex("article_seen").on("article").columns(["seen_ms", "seq", "backfill", "feed_id"]).execute();
  await schema
    .createTable("entry")
    .addColumn("feed_id", "text", (column) => column.notNull())
    .addColumn("entry_id", "text", (column) => column.notNull())
    .addColumn("fingerprint", "text", (column) => column.notNull())
    .addColumn("article_seq", "integer", (column) => column.references("article.seq").onDelete("cascade"))
    .addColumn("passed_at", "text")
    .addPrimaryKeyConstraint("entry_key", ["feed_id", "entry_id"])
    .execute();
  await schema.createIndex("entry_article").on("entry").columns(["article_seq", "feed_id"]).execute();
}

async function createMeasureTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable("measure")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("article_seq", "integer", (column) => column.notNull().references("article.seq").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("level", "integer", (column) => column.notNull())
    .addColumn("list", "integer", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("headline_start", "integer", (column) => column.notNull())
    .addColumn("headline_end", "integer", (column) => column.notNull())
    .addColumn("detail_start", "integer")
    .addColumn("detail_end", "integer")
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("score", "double precision", (column) => column.notNull())
    .addColumn("reasons", "text", (column) => column.notNull())
    .addColumn("shadow", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("measure_article").on("measure").columns(["article_seq", "ordinal"]).execute();
  await schema
    .createTable("measure_period")
    .addColumn("measure_seq", "integer", (column) => column.notNull().references("measure.seq").onDelete("cascade"))
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("grain", "text", (column) => column.notNull())
    .addColumn("start_on", "text", (column) => column.notNull())
    .addColumn("end_on", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("rule", "text", (column) => column.notNull())
    .addColumn("assumed", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("measure_period_key", ["measure_seq", "ordinal"])
    .execute();
}

async function createDeliveryTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable("channel")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("seen_ms", "bigint", (column) => column.notNull())
    .addColumn("article_seq", "integer", (column) => column.notNull())
    .addColumn("settings", "text")
    .execute();
  await schema
    .createTable("notice")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("cause", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("delivery")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_ms", "bigint", (column) => column.notNull())
    .addUniqueConstraint("delivery_slot", ["channel", "slot"])
    .execute();
  await schema.createIndex("delivery_created").on("delivery").columns(["channel", "created_ms"]).execute();
  await schema
    .createIndex("delivery_unfinished")
    .on("delivery")
    .columns(["channel", "created_ms"])
    .where(sql.ref("state"), "!=", sql.lit("sent"))
    .execute();
  await schema
    .createTable("part")
    .addColumn("delivery_id", "text", (column) => column.notNull().references("delivery.id").onDelete("cascade"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("message_id", "text")
    .addPrimaryKeyConstraint("part_key", ["delivery_id", "key"])
    .execute();
  await schema
    .createTable("delivered")
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("article_seq", "integer", (column) => column.notNull().references("article.seq").onDelete("cascade"))
    .addColumn("delivery_id", "text", (column) => column.notNull().references("delivery.id").onDelete("cascade"))
    .addPrimaryKeyConstraint("delivered_key", ["channel", "article_seq"])
    .execute();
  await schema.createIndex("delivered_delivery").on("delivered").column("delivery_id").execute();
}

export async function createFirstTables(db: Schema): Promise<void> {
  await createFeedTables(db);
  await createArticleTables(db);
  await createMeasureTables(db);
  await createDeliveryTables(db);
}

/** The migration that parts what several workspaces have: never changed. */
import { type Kysely, sql } from "kysely";

type Schema = Kysely<unknown>;

async function createArrivals(db: Schema): Promise<void> {
  await db.schema
    .createTable("arrival")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("article_seq", "integer", (column) => column.notNull().references("article.seq").onDelete("cascade"))
    .addColumn("feed_id", "text", (column) => column.notNull())
    .addColumn("backfill", "integer", (column) => column.notNull())
    .addUniqueConstraint("arrival_article", ["article_seq", "feed_id"])
    .execute();
  await db.schema
    .createIndex("arrival_feed")
    .on("arrival")
    .columns(["feed_id", "seq", "backfill", "article_seq"])
    .execute();
  await sql`insert into arrival (article_seq, feed_id, backfill)
    select article_seq, feed_id, backfill from (
      select seq as article_seq, feed_id, backfill, 0 as later from article
      union
      select entry.article_seq, entry.feed_id, article.backfill, 1 from entry
      join article on article.seq = entry.article_seq where entry.feed_id != article.feed_id
    ) order by article_seq, later`.execute(db);
  await db.schema
    .alterTable("channel")
    .addColumn("arrival_seq", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update channel set arrival_seq = coalesce((
    select max(seq) from arrival where article_seq = (
      select max(article_seq) from arrival where article_seq <= channel.article_seq)), 0)`.execute(db);
}

/** All that is there belongs to the operator, whatever the configuration called the workspace until now. */
async function createHoldings(db: Schema): Promise<void> {
  await db.schema
    .createTable("holding")
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("feed_id", "text", (column) => column.notNull())
    .addColumn("added_by", "text", (column) => column.notNull())
    .addColumn("paused", "integer", (column) => column.notNull())
    .addColumn("removed", "integer", (column) => column.notNull())
    .addColumn("arrival_seq", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("holding_key", ["workspace", "feed_id"])
    .execute();
  await sql`insert into holding (workspace, feed_id, added_by, paused, removed, arrival_seq)
    select '', id, added_by, paused, removed, 0 from feed where added_by not in ('config', 'sample')`.execute(db);
  await sql`update feed set workspace = ''`.execute(db);
}

export async function createWorkspaceTables(db: Schema): Promise<void> {
  await createArrivals(db);
  await createHoldings(db);
  await db.schema
    .createTable("workspace_grant")
    .addColumn("workspace", "text", (column) => column.primaryKey())
    .addColumn("sealed", "text", (column) => column.notNull())
    .addColumn("granted_at", "text", (column) => column.notNull())
    .execute();
}

/** What a channel has not had yet. */
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { ArchivedArticle, Channel } from "../model.ts";
import type { Clock } from "../ports.ts";
import { loadHits } from "./load.ts";
import { contains, joinLines } from "./rows.ts";
import type { Database, Tables } from "./schema.ts";
import { isVisible, listHiddenFeeds } from "./visible.ts";

interface Sight {
  readonly seen_ms: number;
  readonly article_seq: number;
}

/** When the channel was first seen; now, if it never was. */
async function seeChannel(trx: Database, id: string, clock: Clock): Promise<Sight> {
  const known = await trx.selectFrom("channel").selectAll().where("id", "=", id).executeTakeFirst();
  if (known) return known;
  const last = await trx
    .selectFrom("article")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .executeTakeFirst();
  const sight = { seen_ms: clock.now().getTime(), article_seq: last?.seq ?? 0 };
  await trx
    .insertInto("channel")
    .values({ id, ...sight })
    .execute();
  return sight;
}

async function hasHadAny(trx: Database, channel: string, hiddenFeeds: readonly string[]): Promise<boolean> {
  const row = await trx
    .selectFrom("delivered")
    .innerJoin("article", "article.seq", "delivered.article_seq")
    .select("article.seq")
    .where("delivered.channel", "=", channel)
    .where((eb) => isVisible(eb, hiddenFeeds))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type ArticleBuilder = ExpressionBuilder<Tables, "article">;

/** Not backfill, and first seen after the channel was; within one millisecond the order of arrival decides. */
function isNews(eb: ArticleBuilder, sight: Sight): Expression<SqlBool> {
  return eb.and([
    eb("article.backfill", "=", 0),
    eb("article.seen_ms", ">=", sight.seen_ms),
    eb.or([eb("article.seen_ms", ">", sight.seen_ms), eb("article.seq", ">", sight.article_seq)]),
  ]);
}

/** What a channel that starts from `all` gets first: everything but what is only backfill of feeds added by hand. */
function isForStart(eb: ArticleBuilder): Expression<SqlBool> {
  return eb.or([
    eb("article.backfill", "=", 0),
    eb.exists(
      eb
        .selectFrom("entry")
        .innerJoin("feed", "feed.id", "entry.feed_id")
        .select("entry.entry_id")
        .whereRef("entry.article_seq", "=", "article.seq")
        .where("feed.added_by", "in", ["config", "sample"]),
    ),
  ]);
}

export async function pending(db: Database, clock: Clock, channel: Channel): Promise<ArchivedArticle[]> {
  return db.transaction().execute(async (trx) => {
    const sight = await seeChannel(trx, channel.id, clock);
    const hiddenFeeds = await listHiddenFeeds(trx);
    const starts = channel.from === "all" && !(await hasHadAny(trx, channel.id, hiddenFeeds));
    let query = trx
      .selectFrom("article")
      .innerJoin("measure", "measure.article_seq", "article.seq")
      .select(["measure.seq", "measure.article_seq"])
      .where("measure.score", ">=", channel.minScore)
      .where((eb) => (starts ? isForStart(eb) : isNews(eb, sight)))
      .where((eb) => isVisible(eb, hiddenFeeds))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("delivered")
              .select("delivered.delivery_id")
              .where("delivered.channel", "=", channel.id)
              .whereRef("delivered.article_seq", "=", "article.seq"),
          ),
        ),
      );
    if (channel.topics.length > 0) {
      query = query.where((eb) => eb.or(channel.topics.map((topic) => contains("measure.topics", joinLines([topic])))));
    }
    const hits = await query.orderBy("article.seen_ms").orderBy("article.seq").orderBy("measure.ordinal").execute();
    return loadHits(trx, hits);
  });
}

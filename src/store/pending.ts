/** What a channel has not had yet. */
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { ArchivedArticle, Channel, ChannelStart } from "../model.ts";
import type { Clock } from "../ports.ts";
import { loadHits, withoutHidden } from "./load.ts";
import { matchesWords } from "./match.ts";
import { hasTopic } from "./rows.ts";
import type { Database, Tables } from "./schema.ts";
import { isVisible, listHiddenFeeds } from "./visible.ts";

export interface Sight {
  readonly seen_ms: number;
  readonly article_seq: number;
}

/** When the channel was first seen; now, if it never was. */
export async function seeChannel(trx: Database, id: string, clock: Clock): Promise<Sight> {
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
type MeasureBuilder = ExpressionBuilder<Tables, "article" | "measure">;

/** Not backfill, and archived after the channel was first seen: by the order of arrival, since clocks are set back. */
const isNews = (eb: ArticleBuilder, sight: Sight): Expression<SqlBool> =>
  eb.and([eb("article.backfill", "=", 0), eb("article.seq", ">", sight.article_seq)]);

/** What a channel gets first, if it does not start from now. */
function isForStart(eb: ArticleBuilder, from: ChannelStart, hiddenFeeds: readonly string[]): Expression<SqlBool> {
  const [kind, value = ""] = from.split(" ");
  if (kind === "since") return eb(eb.fn.coalesce("article.published_on", "article.seen_at"), ">=", value);
  if (kind === "last") {
    const latest = eb
      .selectFrom("article")
      .select("article.seq")
      .where((inner) => isVisible(inner, hiddenFeeds))
      .where(({ exists, selectFrom }) =>
        exists(selectFrom("measure").select("measure.seq").whereRef("measure.article_seq", "=", "article.seq")),
      )
      .orderBy("article.shown_ms", "desc")
      .orderBy("article.seq", "desc")
      .limit(Number(value));
    return eb("article.seq", "in", latest);
  }
  // Everything but what is only backfill of feeds added by hand.
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

/** By wanted and unwanted topics, by the feeds that carry the article, and by the words of a watch. */
function isWanted(
  eb: MeasureBuilder,
  { topics, notTopics, sources, notSources, words = [] }: Channel,
): Expression<SqlBool> {
  const carriedBy = (operator: "in" | "not in", feeds: readonly string[]) =>
    eb.exists(
      eb
        .selectFrom("entry")
        .select("entry.entry_id")
        .whereRef("entry.article_seq", "=", "article.seq")
        .where("entry.feed_id", operator, feeds),
    );
  const conditions: Expression<SqlBool>[] = notTopics.map((topic) => eb.not(hasTopic(topic)));
  if (topics.length > 0) conditions.push(eb.or(topics.map(hasTopic)));
  if (sources.length > 0) conditions.push(carriedBy("in", sources));
  if (words.length > 0) conditions.push(matchesWords(words));
  if (notSources.length > 0) conditions.push(carriedBy("not in", notSources));
  return eb.and(conditions);
}

export async function pending(db: Database, clock: Clock, channel: Channel): Promise<ArchivedArticle[]> {
  return db.transaction().execute(async (trx) => {
    const sight = await seeChannel(trx, channel.id, clock);
    const hiddenFeeds = await listHiddenFeeds(trx);
    const starts = channel.from !== "now" && !(await hasHadAny(trx, channel.id, hiddenFeeds));
    const hits = await trx
      .selectFrom("article")
      .innerJoin("measure", "measure.article_seq", "article.seq")
      .select(["measure.seq", "measure.article_seq"])
      .where("measure.score", ">=", channel.minScore)
      .where((eb) => (starts ? isForStart(eb, channel.from, hiddenFeeds) : isNews(eb, sight)))
      .where((eb) => isVisible(eb, hiddenFeeds))
      .where((eb) => isWanted(eb, channel))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("delivered")
              .select("delivered.delivery_id")
              .where("delivered.channel", "=", channel.id)
              .whereRef("delivered.article_seq", "=", "article.seq"),
          ),
        ),
      )
      .orderBy("article.seen_ms")
      .orderBy("article.seq")
      .orderBy("measure.ordinal")
      .execute();
    return withoutHidden(trx, channel.id, await loadHits(trx, hits));
  });
}

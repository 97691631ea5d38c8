/** What a channel has not had yet. */
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { type ArchivedArticle, type Channel, type ChannelStart, workspaceOf } from "../model.ts";
import type { Clock } from "../ports.ts";
import {
  COMMON,
  isCarried,
  isNewsFor,
  lastArrival,
  seenFeeds,
  underOwnNames,
  type View,
  wasSeenBy,
} from "./holding.ts";
import { loadHits, withoutHidden } from "./load.ts";
import { matchesWords } from "./match.ts";
import { hasTopic } from "./rows.ts";
import type { Database, Tables } from "./schema.ts";
import { isVisible, listHiddenFeeds } from "./visible.ts";

export interface Sight {
  readonly seen_ms: number;
  readonly article_seq: number;
  readonly arrival_seq: number;
}

/** When the channel was first seen; now, if it never was. */
export async function seeChannel(trx: Database, id: string, clock: Clock): Promise<Sight> {
  const known = await trx.selectFrom("channel").selectAll().where("id", "=", id).executeTakeFirst();
  if (known) return known;
  const last = await trx
    .selectFrom("article")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .executeTakeFirst();
  const sight = { seen_ms: clock.now().getTime(), article_seq: last?.seq ?? 0, arrival_seq: await lastArrival(trx) };
  await trx
    .insertInto("channel")
    .values({ id, ...sight })
    .execute();
  return sight;
}

type ArticleBuilder = ExpressionBuilder<Tables, "article">;
/** Whether an article is there at all, for this workspace. */
type Sees = (eb: ArticleBuilder) => Expression<SqlBool>;

async function hasHadAny(trx: Database, channel: string, sees: Sees): Promise<boolean> {
  const row = await trx
    .selectFrom("delivered")
    .innerJoin("article", "article.seq", "delivered.article_seq")
    .select("article.seq")
    .where("delivered.channel", "=", channel)
    .where(sees)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type MeasureBuilder = ExpressionBuilder<Tables, "article" | "measure">;

/**
 * Not backfill, and archived after the channel was first seen: by the order of arrival, since clocks are set back. Where
 * others have feeds of their own, it is as if those were not there.
 */
const isNews = (eb: ArticleBuilder, sight: Sight, view: View | undefined): Expression<SqlBool> =>
  view
    ? eb.and([isNewsFor(eb, view, sight.arrival_seq), eb.not(wasSeenBy(eb, view, sight.arrival_seq))])
    : eb.and([eb("article.backfill", "=", 0), eb("article.seq", ">", sight.article_seq)]);

/** What a channel gets first, if it does not start from now. */
function isForStart(eb: ArticleBuilder, from: ChannelStart, sees: Sees, view: View | undefined): Expression<SqlBool> {
  const [kind, value = ""] = from.split(" ");
  if (kind === "since") return eb(eb.fn.coalesce("article.published_on", "article.seen_at"), ">=", value);
  if (kind === "last") {
    const latest = eb
      .selectFrom("article")
      .select("article.seq")
      .where(sees)
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
    view ? isNewsFor(eb, view) : eb("article.backfill", "=", 0),
    eb.exists(
      eb
        .selectFrom("entry")
        .innerJoin("feed", "feed.id", "entry.feed_id")
        .select("entry.entry_id")
        .whereRef("entry.article_seq", "=", "article.seq")
        .where("feed.added_by", "in", COMMON),
    ),
  ]);
}

/** By wanted and unwanted topics, by the feeds that carry the article, and by the words of a watch. */
function isWanted(
  eb: MeasureBuilder,
  { topics, notTopics, sources, notSources, words = [] }: Channel,
  view: View | undefined,
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
  if (notSources.length > 0) {
    const others = view?.feeds.filter((feed) => !notSources.includes(feed));
    conditions.push(others ? isCarried(eb, others) : carriedBy("not in", notSources));
  }
  return eb.and(conditions);
}

export async function pending(db: Database, clock: Clock, channel: Channel): Promise<ArchivedArticle[]> {
  return db.transaction().execute(async (trx) => {
    const sight = await seeChannel(trx, channel.id, clock);
    const hiddenFeeds = await listHiddenFeeds(trx);
    const workspace = workspaceOf(channel.postTo ?? channel.id);
    const feeds = await seenFeeds(trx, workspace);
    const view = feeds && { workspace, feeds };
    const sees: Sees = (eb) => eb.and([isVisible(eb, hiddenFeeds), feeds ? isCarried(eb, feeds) : eb.and([])]);
    const starts = channel.from !== "now" && !(await hasHadAny(trx, channel.id, sees));
    const hits = await trx
      .selectFrom("article")
      .innerJoin("measure", "measure.article_seq", "article.seq")
      .select(["measure.seq", "measure.article_seq"])
      .where("measure.score", ">=", channel.minScore)
      .where((eb) => (starts ? isForStart(eb, channel.from, sees, view) : isNews(eb, sight, view)))
      .where(sees)
      .where((eb) => isWanted(eb, channel, view))
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
    return withoutHidden(trx, channel.id, await underOwnNames(trx, await loadHits(trx, hits), feeds));
  });
}

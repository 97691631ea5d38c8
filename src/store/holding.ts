/** Which workspace has which feed, and so sees what it carries. Feeds of the file and of the demo are common to all. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { ArchivedArticle } from "../model.ts";
import { pieces } from "./rows.ts";
import type { Database, Tables } from "./schema.ts";

export const COMMON: readonly string[] = ["config", "sample"];

/**
 * The feeds whose articles a workspace sees; undefined where that is all there is. What nobody has any more is still
 * seen by those who had it.
 */
export async function seenFeeds(db: Database, workspace: string): Promise<string[] | undefined> {
  const feeds = await listWithHolding(db, workspace);
  const seen = feeds.filter(
    (feed) => COMMON.includes(feed.added_by) || feed.given_up === 0 || (feed.given_up === 1 && feed.removed === 1),
  );
  return seen.length === feeds.length ? undefined : seen.map(({ id }) => id);
}

const listWithHolding = (db: Database, workspace: string) =>
  db
    .selectFrom("feed")
    .leftJoin("holding", (join) =>
      join.onRef("holding.feed_id", "=", "feed.id").on("holding.workspace", "=", workspace),
    )
    .select(["feed.id", "feed.added_by", "feed.removed", "holding.removed as given_up"])
    .execute();

/** With those that it has given up: what it was told by then is still known by their names. */
export async function feedsEverSeen(db: Database, workspace: string): Promise<string[] | undefined> {
  const feeds = await listWithHolding(db, workspace);
  const seen = feeds.filter((feed) => COMMON.includes(feed.added_by) || feed.given_up !== null);
  return seen.length === feeds.length ? undefined : seen.map(({ id }) => id);
}

/** Until now: what comes later is news. */
export async function lastArrival(db: Database): Promise<number> {
  const last = await db
    .selectFrom("arrival")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .executeTakeFirst();
  return last?.seq ?? 0;
}

type ArticleBuilder = ExpressionBuilder<Tables, "article">;

/** What a workspace sees, where others have feeds of their own. */
export interface View {
  readonly workspace: string;
  readonly feeds: readonly string[];
}

const arrivals = (eb: ArticleBuilder, feeds: readonly string[]) =>
  eb
    .selectFrom("arrival")
    .select("arrival.seq")
    .whereRef("arrival.article_seq", "=", "article.seq")
    .where("arrival.feed_id", "in", feeds);

/** From when on a workspace has the feed of an arrival. */
const since = (workspace: string) => sql<number>`coalesce((select holding.arrival_seq from holding
  where holding.feed_id = arrival.feed_id and holding.workspace = ${workspace}), 0)`;

/** Whether one of these feeds carries the article. */
export const isCarried = (eb: ArticleBuilder, feeds: readonly string[]): Expression<SqlBool> =>
  eb.exists(arrivals(eb, feeds));

/** Brought by a feed of the workspace, while it had that feed, and not as backfill. */
export const isNewsFor = (eb: ArticleBuilder, { workspace, feeds }: View, after = 0): Expression<SqlBool> =>
  eb(
    "article.seq",
    "in",
    // By feed and number, so that what came before is not even looked at.
    eb
      .selectFrom("arrival")
      .select("arrival.article_seq")
      .where("arrival.feed_id", "in", feeds)
      .where("arrival.seq", ">", after)
      .where("arrival.seq", ">", since(workspace))
      .where("arrival.backfill", "=", 0),
  );

/** Whether the workspace could see the article already when the last arrival was this one; not by a feed it got just then. */
export const wasSeenBy = (eb: ArticleBuilder, { workspace, feeds }: View, last: number): Expression<SqlBool> =>
  eb.exists(arrivals(eb, feeds).where("arrival.seq", "<=", last).where(since(workspace), "<", last));

/** Articles under the name of the first of these feeds that brought them: nobody reads of the feeds of others. */
export async function underOwnNames(
  db: Database,
  articles: readonly ArchivedArticle[],
  feeds: readonly string[] | undefined,
): Promise<ArchivedArticle[]> {
  const foreign = feeds ? articles.filter(({ feedId }) => !feeds.includes(feedId)) : [];
  if (!feeds || foreign.length === 0) return [...articles];
  const own = new Map<string, Pick<ArchivedArticle, "feedId" | "source">>();
  for (const piece of pieces(foreign.map(({ article }) => article.id))) {
    const rows = await db
      .selectFrom("arrival")
      .innerJoin("article", "article.seq", "arrival.article_seq")
      .innerJoin("feed", "feed.id", "arrival.feed_id")
      .select(["article.id", "feed.id as feedId", "feed.title as source"])
      .where("article.id", "in", piece)
      .where("arrival.feed_id", "in", feeds)
      .orderBy("arrival.seq", "desc")
      .execute();
    for (const { id, feedId, source } of rows) own.set(id, { feedId, source });
  }
  const hide = { feedId: "", source: "" };
  return articles.map((archived) =>
    foreign.includes(archived) ? { ...archived, ...(own.get(archived.article.id) ?? hide) } : archived,
  );
}

/** The rule of the demo: what only sample feeds have brought is hidden as soon as any other feed exists. */
import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Database, Tables } from "./schema.ts";

/** The ids of the feeds whose articles are hidden, removed sample feeds among them; none while there is only the demo. */
export async function listHiddenFeeds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom("feed").select(["id", "added_by", "removed"]).execute();
  const real = rows.some((row) => row.removed === 0 && row.added_by !== "sample");
  return real ? rows.filter((row) => row.added_by === "sample").map((row) => row.id) : [];
}

/** Whether the article of this row has come from any feed that is not hidden. */
export function isVisible(
  eb: ExpressionBuilder<Tables, "article">,
  hiddenFeeds: readonly string[],
): Expression<SqlBool> {
  if (hiddenFeeds.length === 0) return eb.and([]);
  return eb.or([
    eb("article.feed_id", "not in", hiddenFeeds),
    eb.exists(
      eb
        .selectFrom("entry")
        .select("entry.entry_id")
        .whereRef("entry.article_seq", "=", "article.seq")
        .where("entry.feed_id", "not in", hiddenFeeds),
    ),
  ]);
}

/**
 * The same for numbers of measures. What is hidden was archived for the demo and is little: it is listed, once a
 * statement, so that what is found need not be looked at.
 */
export function notHidden(hiddenFeeds: readonly string[]): (number: RawBuilder<unknown>) => RawBuilder<unknown> {
  if (hiddenFeeds.length === 0) return () => sql`true`;
  const feeds = sql.join(hiddenFeeds);
  return (number) => sql`${number} not in (
    select measure.seq from measure join article on article.seq = measure.article_seq
    where article.feed_id in (${feeds})
      and article.seq in (select article_seq from entry where feed_id in (${feeds}))
      and not exists (select 1 from entry where entry.article_seq = article.seq and feed_id not in (${feeds})))`;
}

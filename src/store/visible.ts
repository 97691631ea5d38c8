/** The rule of the demo: what only sample feeds have brought is hidden as soon as any other feed exists. */
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
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

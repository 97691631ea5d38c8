/** Writing the archive: what an entry became. */
import type { Article } from "../model.ts";
import type { ArchiveRecord, Clock, SeenEntry } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { fold } from "../text/shadow.ts";
import { signatureOf, similarity } from "../text/similar.ts";
import { forgetArticle, indexArticles } from "./measure-index.ts";
import { replaceMeasures } from "./measures.ts";
import { pieces, toFlag } from "./rows.ts";
import type { Database } from "./schema.ts";

const millisecondsOf = (iso: string): number => new Date(iso).getTime();

/** The columns that follow from the article as it was read this time. */
function contentOf(article: Article, timezone: string) {
  return {
    title: article.title,
    issuer: article.issuer ?? null,
    published_at: article.publishedAt ?? null,
    published_on: article.publishedAt === undefined ? null : dayIn(article.publishedAt, timezone),
    language: article.language,
    text: article.text,
    removed: JSON.stringify(article.removed),
  };
}

async function addArticle(trx: Database, record: ArchiveRecord, readAt: string, timezone: string): Promise<number> {
  const { article } = record;
  const { seq } = await trx
    .insertInto("article")
    .values({
      ...contentOf(article, timezone),
      id: article.id,
      url: article.url,
      feed_id: record.feedId,
      backfill: toFlag(record.backfill),
      seen_at: article.seenAt,
      seen_ms: millisecondsOf(article.seenAt),
      shown_ms: millisecondsOf(article.publishedAt ?? article.seenAt),
      read_at: readAt,
    })
    .returning("seq")
    .executeTakeFirstOrThrow();
  return seq;
}

/** A story that a hand-added feed brought along as backfill is news once another feed brings it as news. */
async function clearBackfill(trx: Database, articleSeq: number): Promise<void> {
  await trx.updateTable("article").set({ backfill: 0 }).where("seq", "=", articleSeq).execute();
}

async function isCarriedBy(trx: Database, articleSeq: number, feedId: string): Promise<boolean> {
  const entry = await trx
    .selectFrom("entry")
    .select("entry_id")
    .where("article_seq", "=", articleSeq)
    .where("feed_id", "=", feedId)
    .executeTakeFirst();
  return entry !== undefined;
}

/** Who brought it first is known for ever, whatever becomes of the entry. */
async function noteArrival(trx: Database, articleSeq: number, { feedId, backfill }: ArchiveRecord): Promise<void> {
  await trx
    .insertInto("arrival")
    .values({ article_seq: articleSeq, feed_id: feedId, backfill: toFlag(backfill) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function putEntry(trx: Database, articleSeq: number, record: ArchiveRecord): Promise<void> {
  const row = { fingerprint: record.fingerprint, article_seq: articleSeq, passed_at: null };
  await trx
    .insertInto("entry")
    .values({ feed_id: record.feedId, entry_id: record.entryId, ...row })
    .onConflict((conflict) => conflict.columns(["feed_id", "entry_id"]).doUpdateSet(row))
    .execute();
}

/** Estimated similarity from which an entry under a new address is the article it was. */
const SAME_TEXT = 0.4;

/**
 * The article that this is: by its address, else by its entry, where a site has given it a new address. An entry's id
 * alone is not enough: some feeds number their places instead of their articles.
 */
async function findKnown(trx: Database, { article, feedId, entryId }: ArchiveRecord) {
  const columns = ["article.seq", "article.url", "article.title", "article.text", "article.seen_at"] as const;
  const named = await trx
    .selectFrom("article")
    .select(columns)
    .where((eb) => eb.or([eb("url", "=", article.url), eb("id", "=", article.id)]))
    .executeTakeFirst();
  if (named) return named;
  const listed = await trx
    .selectFrom("entry")
    .innerJoin("article", "article.seq", "entry.article_seq")
    .select(columns)
    .where("entry.feed_id", "=", feedId)
    .where("entry.entry_id", "=", entryId)
    .executeTakeFirst();
  if (!listed) return undefined;
  const same = fold(listed.title) === fold(article.title);
  return same || similarity(signatureOf(listed.text), signatureOf(article.text)) >= SAME_TEXT ? listed : undefined;
}

/** What a channel was told of can be looked up as it was then. */
async function keepEdition(
  trx: Database,
  { seq, title, text }: { readonly seq: number; readonly title: string; readonly text: string },
  replacedAt: string,
): Promise<void> {
  const told = await trx.selectFrom("delivered").select("channel").where("article_seq", "=", seq).executeTakeFirst();
  if (!told) return;
  await trx.insertInto("edition").values({ article_seq: seq, title, text, replaced_at: replacedAt }).execute();
}

export async function archive(
  db: Database,
  clock: Clock,
  given: ArchiveRecord,
): Promise<"added" | "updated" | "unchanged"> {
  const { article } = given;
  // Half a surrogate pair cannot be stored as UTF-8; it is replaced here, before texts are compared. Lengths stay.
  const record = {
    ...given,
    article: { ...article, title: article.title.toWellFormed(), text: article.text.toWellFormed() },
  };
  const readAt = clock.now().toISOString();
  return db.transaction().execute(async (trx) => {
    const feed = await trx.selectFrom("feed").select("timezone").where("id", "=", record.feedId).executeTakeFirst();
    const timezone = feed?.timezone ?? "UTC";
    const known = await findKnown(trx, record);
    if (!known) {
      const seq = await addArticle(trx, record, readAt, timezone);
      await replaceMeasures(trx, seq, record, timezone);
      await putEntry(trx, seq, record);
      await noteArrival(trx, seq, record);
      await indexArticles(trx, [seq]);
      return "added";
    }
    const carriedAnew = !(await isCarriedBy(trx, known.seq, record.feedId));
    if (carriedAnew && !record.backfill) await clearBackfill(trx, known.seq);
    await putEntry(trx, known.seq, record);
    if (carriedAnew) await noteArrival(trx, known.seq, record);
    await trx.updateTable("article").set({ read_at: readAt }).where("seq", "=", known.seq).execute();
    const { title, text, url } = record.article;
    if (known.title === title && known.text === text && known.url === url) {
      if (carriedAnew) {
        await forgetArticle(trx, known.seq);
        await indexArticles(trx, [known.seq]);
      }
      return "unchanged";
    }
    await keepEdition(trx, known, readAt);
    await trx
      .updateTable("article")
      .set({
        ...contentOf(record.article, timezone),
        revised_at: readAt,
        withdrawn: 0,
        gone_at: null,
        url: record.article.url,
        shown_ms: millisecondsOf(record.article.publishedAt ?? known.seen_at),
      })
      .where("seq", "=", known.seq)
      .execute();
    await replaceMeasures(trx, known.seq, record, timezone);
    await indexArticles(trx, [known.seq]);
    return "updated";
  });
}

/** An entry that is known already keeps what is known of it. */
export async function passOver(db: Database, feedId: string, entryIds: readonly string[], at: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const piece of pieces(entryIds)) {
      const rows = piece.map((id) => ({ feed_id: feedId, entry_id: id, fingerprint: "", passed_at: at }));
      await trx
        .insertInto("entry")
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

export async function seenEntries(
  db: Database,
  feedId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, SeenEntry>> {
  const seen = new Map<string, SeenEntry>();
  for (const piece of pieces(entryIds)) {
    const rows = await db
      .selectFrom("entry")
      .leftJoin("article", "article.seq", "entry.article_seq")
      .select(["entry.entry_id", "entry.fingerprint", "entry.passed_at"])
      .select(["article.id", "article.seen_at", "article.read_at"])
      .where("entry.feed_id", "=", feedId)
      .where("entry.entry_id", "in", piece)
      .execute();
    for (const row of rows) {
      const passedAt = row.passed_at ?? "";
      seen.set(row.entry_id, {
        entryId: row.entry_id,
        fingerprint: row.fingerprint,
        articleId: row.id ?? "",
        seenAt: row.seen_at ?? passedAt,
        readAt: row.read_at ?? passedAt,
      });
    }
  }
  return seen;
}

/** Writing the measures of an article. */
import type { ArchiveRecord } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { nextNumbers } from "./number.ts";
import { joinLines, toFlag } from "./rows.ts";
import type { Database } from "./schema.ts";

/** They take the place of those that the article had. */
export async function replaceMeasures(
  trx: Database,
  articleSeq: number,
  { article, measures }: ArchiveRecord,
  timezone: string,
): Promise<void> {
  await trx.deleteFrom("measure").where("article_seq", "=", articleSeq).execute();
  const shownOn = dayIn(article.publishedAt ?? article.seenAt, timezone);
  const seqs = await nextNumbers(trx, shownOn, measures.length);
  for (const [i, measure] of measures.entries()) {
    const seq = seqs[i] ?? 0;
    await trx
      .insertInto("measure")
      .values({
        seq,
        article_seq: articleSeq,
        id: measure.id,
        ordinal: measure.ordinal,
        level: measure.level,
        list: measure.list,
        kind: measure.kind,
        headline_start: measure.headline.start,
        headline_end: measure.headline.end,
        detail_start: measure.detail?.start ?? null,
        detail_end: measure.detail?.end ?? null,
        topics: joinLines(measure.topics),
        score: measure.score,
        reasons: JSON.stringify(measure.reasons),
      })
      .execute();
    if (measure.periods.length === 0) continue;
    const periods = measure.periods.map((period, ordinal) => ({
      measure_seq: seq,
      ordinal,
      grain: period.grain,
      start_on: period.start,
      end_on: period.end,
      text: period.text,
      rule: period.rule,
      assumed: toFlag(period.assumed),
    }));
    await trx.insertInto("measure_period").values(periods).execute();
  }
}

/** Made-up archived articles for tests of what comes after the archive. */
import type { ArchivedArticle, Measure, MeasureKind } from "../../src/model.ts";
import { fillerOf } from "../filler.ts";

export interface Telling {
  readonly id: string;
  readonly title?: string;
  readonly source?: string;
  readonly issuer?: string;
  /** Headlines; the text of the article is made of them. A leading `>` makes it level 2. */
  readonly measures: readonly string[];
  readonly text?: string;
  readonly score?: number;
  readonly kind?: MeasureKind;
  readonly topics?: readonly string[];
  readonly seenAt?: string;
}

export function archivedArticle(telling: Telling): ArchivedArticle {
  const { id, score = 0.8, kind = "measure", topics = [] } = telling;
  const lines = telling.measures.map((line) => line.replace(/^>/, ""));
  const text = [...lines, telling.text ?? fillerOf(id, 150)].join("\n");
  let start = 0;
  const measures = telling.measures.map((line, i): Measure => {
    const headline = { start, end: start + (lines[i]?.length ?? 0) };
    start = headline.end + 1;
    const rest = { kind, topics, periods: [], score, reasons: [] };
    return {
      id: `${id}.${i + 1}`,
      articleId: id,
      ordinal: i + 1,
      level: line.startsWith(">") ? 2 : 1,
      list: 1,
      headline,
      ...rest,
    };
  });
  const article = {
    id,
    url: `https://site.example/${id}`,
    title: telling.title ?? `标题${id}`,
    issuer: telling.issuer,
    seenAt: telling.seenAt ?? "2026-11-20T01:00:00.000Z",
    publishedAt: "2026-11-19T16:00:00.000Z",
    language: "zh-Hans" as const,
    text,
    removed: [],
  };
  return { article, measures, source: telling.source ?? "某报", feedId: "paper" };
}

/** From what a channel has not had to its digest: ranked, limited, grouped by topic; what is left out is counted. */
import type { ArchivedArticle, Article, Digest, DigestArticle, DigestSection, Measure, MeasureKind } from "../model.ts";
import { type MergedArticle, mergeReposts } from "./merge.ts";

export interface ComposeOptions {
  readonly channel: string;
  readonly slot: string;
  /** Measures in all. */
  readonly limit: number;
  /** Measures of one article; a plan of fifty points must not push everything else out. */
  readonly articleLimit?: number | undefined;
  readonly minScore: number;
  /** Names in the order in which sections appear; unknown topics follow, what has none comes last. */
  readonly topics: readonly string[];
  /** What the channel was told of late; reposts of it are no news. */
  readonly told: readonly Article[];
}

const ARTICLE_LIMIT = 10;

/** What was decided weighs more than how things are, and that more than principles and dates. */
const KIND_WEIGHT: Readonly<Record<MeasureKind, number>> = { measure: 1, finding: 0.6, other: 0.3 };

const weigh = (measures: readonly Measure[]): number =>
  measures
    .map(({ score, kind }) => score * KIND_WEIGHT[kind])
    .sort((a, b) => b - a)
    .slice(0, 3)
    .reduce((sum, weight) => sum + weight, 0);

/** Weightiest first, but every source's best before any source's second, so that no source floods. */
function rank(articles: readonly MergedArticle[]): MergedArticle[] {
  const byWeight = articles
    .map((article) => ({ article, weight: weigh(article.measures), turn: 0 }))
    .sort((a, b) => b.weight - a.weight);
  const turns = new Map<string, number>();
  for (const item of byWeight) {
    const turn = turns.get(item.article.source) ?? 0;
    turns.set(item.article.source, turn + 1);
    item.turn = turn;
  }
  return byWeight.sort((a, b) => a.turn - b.turn || b.weight - a.weight).map(({ article }) => article);
}

/** The weightiest `count` measures, in the order of the text. Outer points go before their inner ones. */
function choose(measures: readonly Measure[], count: number): Measure[] {
  if (measures.length <= count) return [...measures];
  const chosen = [...measures]
    .sort((a, b) => a.level - b.level || b.score * KIND_WEIGHT[b.kind] - a.score * KIND_WEIGHT[a.kind])
    .slice(0, count);
  return chosen.sort((a, b) => a.ordinal - b.ordinal);
}

function group(articles: readonly DigestArticle[], order: readonly string[]): DigestSection[] {
  const sections = new Map<string, DigestArticle[]>();
  for (const article of articles) {
    const topic = article.measures.find((measure) => measure.topics.length > 0)?.topics[0] ?? "";
    sections.set(topic, [...(sections.get(topic) ?? []), article]);
  }
  const place = (topic: string): number => {
    if (topic === "") return order.length + 1;
    const index = order.indexOf(topic);
    return index === -1 ? order.length : index;
  };
  return [...sections]
    .map(([topic, grouped]) => ({ topic, articles: grouped }))
    .sort((a, b) => place(a.topic) - place(b.topic));
}

export function composeDigest(articles: readonly ArchivedArticle[], options: ComposeOptions): Digest {
  const strong = articles
    .map((archived) => ({
      ...archived,
      measures: archived.measures.filter(({ score }) => score >= options.minScore),
    }))
    .filter(({ measures }) => measures.length > 0);
  const { articleLimit = ARTICLE_LIMIT } = options;
  let left = options.limit;
  let omitted = 0;
  const shown: DigestArticle[] = [];
  for (const { measures, ...merged } of rank(mergeReposts(strong, options.told))) {
    const chosen = choose(measures, Math.min(articleLimit, left));
    left -= chosen.length;
    omitted += measures.length - chosen.length;
    if (chosen.length > 0) {
      shown.push({ ...merged, measures: chosen, hidden: measures.length - chosen.length });
    }
  }
  return { channel: options.channel, slot: options.slot, sections: group(shown, options.topics), omitted };
}

/** What pages before this one have told, of the stories on it: who tells the same again is left out. */
import type { ArchivedArticle, Article } from "../model.ts";
import type { ArchiveQuery, Store } from "../ports.ts";

/** Sites that carry one story; more of them are looked at by nobody. */
const CARRIERS = 8;

/** Answers are told newest first, and what came later on a day first. */
const orderOf = ({ publishedOn, seenAt }: Article): string => `${publishedOn ?? seenAt.slice(0, 10)} ${seenAt}`;

/**
 * Looks up a measure of each article word for word, in what was asked. Of two tellings, at least the one that comes first
 * in the order of the archive is told, even where one stands in a better place and the other on an earlier page.
 */
export async function findTold(
  store: Store,
  query: ArchiveQuery,
  shown: readonly ArchivedArticle[],
): Promise<Article[]> {
  const here = new Set(shown.map(({ article }) => article.id));
  const told = new Map<string, Article>();
  for (const { article, measures } of shown) {
    const [measure] = measures;
    if (!measure) continue;
    const words = [article.text.slice(measure.headline.start, measure.headline.end)];
    const { articles } = await store.search({ ...query, words, byField: false, limit: CARRIERS });
    for (const { article: other } of articles)
      if (!here.has(other.id) && orderOf(other) > orderOf(article)) told.set(other.id, other);
  }
  return [...told.values()];
}

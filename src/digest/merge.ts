/** One story told by many sources becomes one article with “另见”. */
import type { ArchivedArticle, Article, Repost } from "../model.ts";
import { isSameStory, type Story, toStory } from "./story.ts";

export interface MergedArticle extends ArchivedArticle {
  readonly alsoAt: readonly Repost[];
}

/** Which of two tellings is shown: the one with more measures, then the one with an issuer, then the earlier one. */
function isBetter(a: ArchivedArticle, b: ArchivedArticle): boolean {
  if (a.measures.length !== b.measures.length) return a.measures.length > b.measures.length;
  if (Boolean(a.article.issuer) !== Boolean(b.article.issuer)) return Boolean(a.article.issuer);
  return a.article.seenAt < b.article.seenAt;
}

/**
 * Keeps the order of first appearance. What tells a story that `told` holds is left out. Compares each with the stories
 * so far: meant for one digest's worth, hundreds.
 */
export function mergeReposts(articles: readonly ArchivedArticle[], told: readonly Article[] = []): MergedArticle[] {
  const before = told.map(toStory);
  const stories: { story: Story; tellings: ArchivedArticle[] }[] = [];
  for (const archived of articles) {
    const story = toStory(archived.article);
    if (before.some((other) => isSameStory(other, story))) continue;
    const known = stories.find((other) => isSameStory(other.story, story));
    if (known) known.tellings.push(archived);
    else stories.push({ story, tellings: [archived] });
  }
  return stories.map(({ tellings }) => {
    const shown = tellings.reduce((best, telling) => (isBetter(telling, best) ? telling : best));
    const alsoAt = tellings
      .filter((telling) => telling !== shown)
      .map(({ article, source }) => ({ articleId: article.id, url: article.url, title: article.title, source }));
    return { ...shown, alsoAt };
  });
}

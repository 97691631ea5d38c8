/** One story told by many sources becomes one article with “另见”. */
import type { ArchivedArticle, Repost } from "../model.ts";
import { fold } from "../text/shadow.ts";
import { signatureOf, similarity } from "../text/similar.ts";

export interface MergedArticle extends ArchivedArticle {
  readonly alsoAt: readonly Repost[];
}

/** Estimated Jaccard similarity of 4-grams from which two texts tell one story. */
const SAME_STORY = 0.4;

const titleKey = (title: string): string => fold(title).replace(/[\p{P}\p{S}\s]+/gu, "");

/** Which of two tellings is shown: the one with more measures, then the one with an issuer, then the earlier one. */
function isBetter(a: ArchivedArticle, b: ArchivedArticle): boolean {
  if (a.measures.length !== b.measures.length) return a.measures.length > b.measures.length;
  if (Boolean(a.article.issuer) !== Boolean(b.article.issuer)) return Boolean(a.article.issuer);
  return a.article.seenAt < b.article.seenAt;
}

/** Keeps the order of first appearance. Compares each with the stories so far: meant for one digest's worth, hundreds. */
export function mergeReposts(articles: readonly ArchivedArticle[]): MergedArticle[] {
  const stories: { title: string; signature: Uint32Array; tellings: ArchivedArticle[] }[] = [];
  for (const archived of articles) {
    const title = titleKey(archived.article.title);
    const signature = signatureOf(archived.article.text);
    const story = stories.find(
      (other) => (title !== "" && other.title === title) || similarity(other.signature, signature) >= SAME_STORY,
    );
    if (story) story.tellings.push(archived);
    else stories.push({ title, signature, tellings: [archived] });
  }
  return stories.map(({ tellings }) => {
    const shown = tellings.reduce((best, telling) => (isBetter(telling, best) ? telling : best));
    const alsoAt = tellings
      .filter((telling) => telling !== shown)
      .map(({ article, source }) => ({ articleId: article.id, url: article.url, title: article.title, source }));
    return { ...shown, alsoAt };
  });
}

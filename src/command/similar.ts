/** What may have been meant by a word that occurs nowhere. */
import type { ArchivedArticle } from "../model.ts";
import type { Store } from "../ports.ts";
import { editDistance } from "../text/distance.ts";
import { fold } from "../text/shadow.ts";

/** Measures in which a part of the word is looked for. */
const SAMPLE = 60;
/** Shorter parts are in too many words. */
const LEAST = 2;
const CHINESE = /^[\u4e00-\u9fff]+$/;

const linesOf = ({ article, measures }: ArchivedArticle): string[] => [
  fold(article.title),
  ...measures.flatMap(({ headline, detail }) =>
    [headline, detail].map((span) => (span ? fold(article.text.slice(span.start, span.end)) : "")),
  ),
];

/** What stands in the texts where the word would stand, if its part is right. */
function neighbours(word: string, part: string, atEnd: boolean, line: string): string[] {
  const found: string[] = [];
  for (let at = line.indexOf(part); at !== -1; at = line.indexOf(part, at + 1)) {
    const start = atEnd ? at + part.length - word.length : at;
    const candidate = start < 0 ? "" : line.slice(start, start + word.length);
    const isNear = candidate.length === word.length && editDistance(candidate, word) <= Math.ceil(word.length / 4);
    if (isNear && CHINESE.test(candidate)) found.push(candidate);
  }
  return found;
}

/** The longest beginning, or end, of a word that occurs somewhere. */
async function longestPart(store: Store, word: string, atEnd: boolean): Promise<string | undefined> {
  for (let length = word.length - 1; length >= LEAST; length--) {
    const part = atEnd ? word.slice(-length) : word.slice(0, length);
    if ((await store.count({ words: [part], about: [], publishedIn: [], limit: 1 })) > 0) return part;
  }
  return undefined;
}

/** 新能源骑车 → 新能源汽车, 新能源: words of the archive that differ in a character or two, then what of it there is. */
export async function findSimilar(store: Store, typed: string): Promise<string[]> {
  const word = fold(typed);
  if (!CHINESE.test(word) || word.length <= LEAST) return [];
  const counts = new Map<string, number>();
  const parts: string[] = [];
  for (const atEnd of [false, true]) {
    const part = await longestPart(store, word, atEnd);
    if (part === undefined) continue;
    parts.push(part);
    const { articles } = await store.search({ words: [part], about: [], publishedIn: [], limit: SAMPLE });
    for (const each of articles.flatMap(linesOf).flatMap((line) => neighbours(word, part, atEnd, line)))
      counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const similar = [...counts].sort((a, b) => b[1] - a[1]).map(([each]) => each);
  return [...similar.slice(0, 2), ...parts.sort((a, b) => b.length - a.length)];
}

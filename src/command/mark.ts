/** The words that were looked for, marked in the text that has them. */
import { type Run, text, toRuns } from "../document.ts";
import type { Span } from "../model.ts";
import { shadowOf } from "../text/shadow.ts";

/** Characters shown on either side of a word that is shown for itself. */
const AROUND = 14;

/** Where folded words stand in a text: side by side they are one, and a latin word is found as a whole only. */
export function findWords(source: string, words: readonly string[]): Span[] {
  const shadow = shadowOf(source);
  const found: Span[] = [];
  for (const word of words.filter((each) => each !== "")) {
    for (let at = shadow.text.indexOf(word); at !== -1; at = shadow.text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (!isCut(shadow.text, at) && !isCut(shadow.text, end)) found.push(shadow.toSource({ start: at, end }));
    }
  }
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

const LATIN = /[\p{Script=Latin}\p{Nd}]/u;
const isCut = (folded: string, at: number): boolean =>
  LATIN.test(folded.charAt(at - 1)) && LATIN.test(folded.charAt(at));

/** The text with these words strong. */
export const markWords = (source: string, words: readonly string[]): Run[] => toRuns(source, findWords(source, words));

/** The piece of a text around the first of these words, marked; undefined if none of them is there. */
export function excerpt(source: string, words: readonly string[]): Run[] | undefined {
  const [first] = findWords(source, words);
  if (!first) return undefined;
  const start = first.start <= AROUND ? 0 : first.start - AROUND;
  const end = source.length - first.end <= AROUND ? source.length : first.end + AROUND;
  const piece = markWords(source.slice(start, end), words);
  return [...(start > 0 ? [text("…")] : []), ...piece, ...(end < source.length ? [text("…")] : [])];
}

/** Which topics a text is about: by the words an admin gave each topic. */
import { fold } from "../text/shadow.ts";

export interface Topic {
  readonly name: string;
  readonly words: readonly string[];
}

export type AssignTopics = (text: string) => string[];

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A latin word must stand alone, so that AI is not found in “said”; of a Chinese one its neighbours decide. */
function toPattern(word: string): string {
  const folded = escapePattern(fold(word));
  const before = /^[a-z0-9]/.test(folded) ? "(?<![a-z0-9])" : "";
  const after = /[a-z0-9]$/.test(folded) ? "(?![a-z0-9])" : "";
  return before + folded + after;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** Characters on either side that decide where a word ends. */
const CONTEXT = 6;
/** Longer words hardly ever stand across two others. */
const SHORT_WORD = /^\p{Script=Han}{2,3}$/u;

/** Would a reader see the word there? Not 养老 in 赡养老人 nor 中药 in 其中药品, but 医疗 in 医疗器械 and 汽车 in 新能源汽车. */
function isRead(text: string, start: number, length: number): boolean {
  const from = Math.max(0, start - CONTEXT);
  const begin = start - from;
  const end = begin + length;
  const bounds = [0];
  for (const { index, segment } of segmenter.segment(text.slice(from, start + length + CONTEXT)))
    bounds.push(index + segment.length);
  const parted = bounds.some((bound) => bound > begin && bound < end);
  return parted ? bounds.includes(begin) && bounds.includes(end) : bounds.includes(begin) || bounds.includes(end);
}

function countIn(text: string, pattern: RegExp): number {
  let hits = 0;
  for (const { 0: word, index } of text.matchAll(pattern))
    if (!SHORT_WORD.test(word) || isRead(text, index, word.length)) hits++;
  return hits;
}

/** Prepares the table once; the result names the topics of a text, the one with most hits first, ties in table order. */
export function compileTopics(topics: readonly Topic[]): AssignTopics {
  const compiled = topics.map(({ name, words }) => ({
    name,
    pattern: new RegExp(words.map(toPattern).join("|"), "gu"),
  }));
  return (text) => {
    const shadow = fold(text);
    return compiled
      .map(({ name, pattern }) => ({ name, hits: countIn(shadow, pattern) }))
      .filter(({ hits }) => hits > 0)
      .sort((a, b) => b.hits - a.hits)
      .map(({ name }) => name);
  };
}

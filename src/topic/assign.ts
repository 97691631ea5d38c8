/** Which topics a text is about: by the words an admin gave each topic. */
import { fold } from "../text/shadow.ts";

export interface Topic {
  readonly name: string;
  readonly words: readonly string[];
}

export type AssignTopics = (text: string) => string[];

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A latin word must stand alone, so that AI is not found in “said”; a Chinese one may stand anywhere. */
function toPattern(word: string): string {
  const folded = escapePattern(fold(word));
  const before = /^[a-z0-9]/.test(folded) ? "(?<![a-z0-9])" : "";
  const after = /[a-z0-9]$/.test(folded) ? "(?![a-z0-9])" : "";
  return before + folded + after;
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
      .map(({ name, pattern }) => ({ name, hits: shadow.match(pattern)?.length ?? 0 }))
      .filter(({ hits }) => hits > 0)
      .sort((a, b) => b.hits - a.hits)
      .map(({ name }) => name);
  };
}

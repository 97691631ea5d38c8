/** Other ways in which a text may write what a person looks for. What stands in quotes is looked for as it stands. */
import { namesOf } from "../issuer/names.ts";
import { spellDocumentNumber } from "../text/document-number.ts";
import { fold } from "../text/shadow.ts";
import type { Term } from "./query.ts";

/** 5G网络: many texts put a space where Chinese and latin meet. */
const SEAM = /(?<=[\u4e00-\u9fff])(?=[a-z\d])|(?<=[a-z\d])(?=[\u4e00-\u9fff])/gu;

/** English words of four letters or more, whose plural has an s. */
const SINGULAR = /^[a-z]{3,}[a-rt-z]$/;
const PLURAL = /^[a-z]{3,}[a-rt-z]s$/;

/** Each gives more spellings of a folded word, or none. */
const SPELLINGS: readonly ((word: string) => readonly string[])[] = [
  (word) => spellDocumentNumber(word) ?? [],
  (word) => namesOf(word) ?? [],
  (word) => [word.replace(SEAM, " ")],
  (word) => (SINGULAR.test(word) ? [`${word}s`] : []),
  (word) => (PLURAL.test(word) ? [word.slice(0, -1)] : []),
];

/** Folded; the first ones are those that were typed. */
export function spellingsOf({ any, exact }: Term): string[] {
  const words = any.map(fold);
  if (exact) return words;
  return [...new Set([...words, ...words.flatMap((word) => SPELLINGS.flatMap((spell) => spell(word))).map(fold)])];
}

/**
 * How the index of look-ups cuts a text: latin words and numbers whole (5g, gb, 1.5), everything else in pairs of
 * neighbouring characters. A phrase of such tokens occurs in a text exactly where its characters do, so no dictionary
 * decides what can be found. Works on folded text (`shadow.ts`).
 */

/** A latin word or a number, or both in one (5g, co2); with the points and commas inside a number: 1.5, 12,000. */
const WORD =
  /[\p{Script=Latin}\p{Nd}]+(?:(?<=\d)(?:\.|(?<=(?<!\d)\d{1,3}),(?=\d{3}(?!\d)))(?=\d)[\p{Script=Latin}\p{Nd}]+)*/gu;

/** A space is a character like any other, but tokens are written with spaces between them. */
const SPACE = "\ufdd0";
/** Stands between texts of one field, so that no phrase reaches from one into the next. No text holds a noncharacter. */
export const BREAK = "\ufdd1";

export interface Phrase {
  readonly tokens: readonly string[];
  /** The last token stands for every token that begins with it. */
  readonly open: boolean;
}

/** Each character with the next one; the last one alone, since nothing follows it: 新能源 → 新能 能源 源. */
function addPairs(tokens: string[], run: string, whole: boolean): void {
  if (run === "") return;
  const characters = [...run.replaceAll(" ", SPACE)];
  for (let i = 1; i < characters.length; i++) tokens.push(`${characters[i - 1]}${characters[i]}`);
  if (whole || characters.length === 1) tokens.push(characters.at(-1) ?? "");
}

/** Tokens of a text and what follows its last word. `whole`: nothing follows its last character. */
function cut(folded: string, whole: boolean): { readonly tokens: string[]; readonly tail: string } {
  const tokens: string[] = [];
  let end = 0;
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    addPairs(tokens, folded.slice(end, index), true);
    tokens.push(word);
    end = index + word.length;
  }
  const tail = folded.slice(end);
  addPairs(tokens, tail, whole);
  return { tokens, tail };
}

/** The tokens of a whole text. */
export const tokensOf = (folded: string): string[] => cut(folded, true).tokens;

/** What to look for where a text may go on on either side. No tokens for an empty one. */
export function phraseOf(folded: string): Phrase {
  const { tokens, tail } = cut(folded, false);
  return { tokens, open: tail !== "" && [...tail].length === 1 };
}

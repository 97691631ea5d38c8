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

/**
 * 新能源5g网络 → 新能 能源 源 5g 网 网络 络. At a word a character stands alone as well, and at the end of a text: so a
 * phrase that begins or ends there is found without looking into the pair. `whole`: nothing follows the last character.
 */
function cut(folded: string, whole: boolean): string[] {
  const tokens: string[] = [];
  let end = 0;
  const addRun = (run: string, isLast: boolean): void => {
    if (run === "") return;
    const characters = [...run.replaceAll(" ", SPACE)];
    if (end > 0 && characters[0]) tokens.push(characters[0]);
    for (let i = 1; i < characters.length; i++) tokens.push(`${characters[i - 1]}${characters[i]}`);
    const last = characters.at(-1) ?? "";
    if (!isLast || whole) tokens.push(last);
  };
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    addRun(folded.slice(end, index), false);
    tokens.push(word);
    end = index + word.length;
  }
  addRun(folded.slice(end), true);
  return tokens;
}

/** The tokens of a whole text. */
export const tokensOf = (folded: string): string[] => cut(folded, true);

export interface Phrase {
  readonly tokens: readonly string[];
  /** A single character, which every token that begins with it holds; else the tokens stand as they are. */
  readonly open: boolean;
}

/** What to look for where a text may go on at either end. No tokens for an empty one. */
export function phraseOf(folded: string): Phrase {
  const tokens = cut(folded, false);
  return tokens.length > 0 ? { tokens, open: false } : { tokens: tokensOf(folded), open: folded !== "" };
}

/** Code points from here on (Chinese radicals, then the rest of Chinese) begin no word, whatever stands before them. */
const FIRST_CHINESE = 0x2e80;

/** The characters in the tokens of a text that are no part of a word, as code points, each once. */
export function charactersOf(tokens: readonly string[]): Set<number> {
  const characters = new Set<number>();
  for (const token of tokens) {
    const code = token.codePointAt(0) ?? 0;
    if (code >= FIRST_CHINESE || token.search(WORD) !== 0) characters.add(code);
  }
  return characters;
}

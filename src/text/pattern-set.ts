/**
 * Many patterns asked of some texts. Most patterns need words that most texts do not hold, so one pass over a text's units
 * tells which patterns are worth a try (as RE2's FilteredRE2 does).
 */
import { atomsOf } from "./pattern-atoms.ts";

/**
 * Asked of some texts: does the pattern at an index match somewhere in the text at an index? Pattern by pattern of all
 * texts is quicker than text by text, for an engine keeps what it made of a pattern at hand.
 */
export type PatternSet = (texts: readonly string[]) => (pattern: number, text: number) => boolean;

const WORD_BITS = 5;
const WORD = 2 ** WORD_BITS;

/** Sets of patterns, a bit each. */
type Bits = number[];

const bitOf = (index: number): number => 1 << (index & (WORD - 1));
const wordOf = (index: number): number => index >>> WORD_BITS;

/** An atom as one number, of one or two units or of three or four ASCII ones. Two may be the same: that only costs time. */
function keyOf(atom: string): number {
  const bits = atom.length > 2 ? 8 : 16;
  let key = 0;
  for (let at = 0; at < atom.length; at++) key = (key << bits) | atom.charCodeAt(at);
  return key;
}
const PAIR = 16;
const LETTER = 8;
const THREE_LETTERS = 0xffffff;
const ASCII = 0x80;

/** Most keys of a text are those of no atom: a small table tells nearly all of them away. */
const SLOT_BITS = 12;
const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (WORD - SLOT_BITS);

/** Tells of a text which of the patterns could match: of no other does it hold what a match needs. */
function makeFilter(patterns: readonly RegExp[]): (text: string) => Bits {
  const size = Math.ceil(patterns.length / WORD);
  const noBits = (): Bits => new Array<number>(size).fill(0);
  const always = noBits();
  const byKey = new Map<number, Bits>();
  const slots = new Uint8Array(2 ** SLOT_BITS);
  const bitsOf = (atom: string): Bits => {
    const key = keyOf(atom);
    const bits = byKey.get(key) ?? noBits();
    byKey.set(key, bits);
    slots[slotOf(key)] = 1;
    return bits;
  };
  patterns.forEach((pattern, index) => {
    const atoms = atomsOf(pattern);
    for (const bits of atoms === undefined ? [always] : [...atoms].map(bitsOf))
      bits[wordOf(index)] = (bits[wordOf(index)] ?? 0) | bitOf(index);
  });

  return (text) => {
    const possible = always.slice();
    const look = (key: number): void => {
      if (slots[slotOf(key)] !== 1) return;
      const bits = byKey.get(key);
      if (bits === undefined) return;
      for (let word = 0; word < size; word++) possible[word] = (possible[word] ?? 0) | (bits[word] ?? 0);
    };
    let previous = 0;
    let letters = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      look(unit);
      look((previous << PAIR) | unit);
      previous = unit;
      if (unit >= ASCII) continue;
      letters = (letters << LETTER) | unit;
      look(letters & THREE_LETTERS);
      look(letters);
    }
    return possible;
  };
}

/** Of patterns without the flags `g` and `y`, whose state would count. Made ready when it is first asked. */
export function patternSet(patterns: readonly RegExp[]): PatternSet {
  let filter: ((text: string) => Bits) | undefined;
  return (texts) => {
    filter ??= makeFilter(patterns);
    const possible = texts.map(filter);
    return (pattern, text) =>
      ((possible[text]?.[wordOf(pattern)] ?? 0) & bitOf(pattern)) !== 0 &&
      (patterns[pattern]?.test(texts[text] ?? "") ?? false);
  };
}

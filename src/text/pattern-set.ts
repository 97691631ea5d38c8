/**
 * Many patterns asked of some texts. Most patterns need words that most texts do not hold, so one pass over a text's units
 * tells which patterns are worth a try (as RE2's FilteredRE2 does).
 */
import { atomsOf } from "./pattern-atoms.ts";

export interface PatternSet {
  /** For each text the indices of the patterns that match somewhere in it, in their order. */
  readonly matching: (texts: readonly string[]) => number[][];
}

const WORD = 32;
/** Units are told apart by so many of their low bits before they are looked up, so that a small table tells most away. */
const SLOTS = 1024;
const ALONE = 1;
const FIRST = 2;
const SECOND = 4;

const keyOf = (first: number, second: number): number => (first << 16) | second;

/** Sets of patterns, a bit each. */
type Bits = number[];

const bitOf = (index: number): number => 1 << (index % WORD);
const wordOf = (index: number): number => Math.floor(index / WORD);

/** Tells of a text which of the patterns could match: of no other does it hold what a match needs. */
function makeFilter(patterns: readonly RegExp[]): (text: string) => Bits {
  const size = Math.ceil(patterns.length / WORD);
  const noBits = (): Bits => new Array<number>(size).fill(0);
  const always = noBits();
  const byAtom = new Map<number, Bits>();
  const roles = new Uint8Array(SLOTS);
  const takes = (unit: number, role: number): void => {
    roles[unit % SLOTS] = (roles[unit % SLOTS] ?? 0) | role;
  };
  const needing = (atom: string): Bits => {
    const [first, second] = [atom.charCodeAt(0), atom.charCodeAt(1)];
    const alone = atom.length === 1;
    takes(first, alone ? ALONE : FIRST);
    if (!alone) takes(second, SECOND);
    const key = alone ? first : keyOf(first, second);
    const bits = byAtom.get(key) ?? noBits();
    byAtom.set(key, bits);
    return bits;
  };
  patterns.forEach((pattern, index) => {
    const atoms = atomsOf(pattern);
    for (const bits of atoms === undefined ? [always] : [...atoms].map(needing))
      bits[wordOf(index)] = (bits[wordOf(index)] ?? 0) | bitOf(index);
  });

  return (text) => {
    const possible = always.slice();
    const add = (bits: Bits | undefined): void => {
      if (bits === undefined) return;
      for (let word = 0; word < size; word++) possible[word] = (possible[word] ?? 0) | (bits[word] ?? 0);
    };
    let previous = 0;
    let opened = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const role = roles[unit % SLOTS] ?? 0;
      if ((opened & FIRST) !== 0 && (role & SECOND) !== 0) add(byAtom.get(keyOf(previous, unit)));
      if ((role & ALONE) !== 0) add(byAtom.get(unit));
      previous = unit;
      opened = role;
    }
    return possible;
  };
}

/**
 * Of patterns without the flags `g` and `y`, whose state would count. Made ready when it is first asked; pattern by
 * pattern of all texts, which engines do quicker than text by text.
 */
export function patternSet(patterns: readonly RegExp[]): PatternSet {
  let filter: ((text: string) => Bits) | undefined;
  return {
    matching: (texts) => {
      filter ??= makeFilter(patterns);
      const possible = texts.map(filter);
      const found = texts.map((): number[] => []);
      patterns.forEach((pattern, index) => {
        const [word, bit] = [wordOf(index), bitOf(index)];
        for (let i = 0; i < texts.length; i++)
          if (((possible[i]?.[word] ?? 0) & bit) !== 0 && pattern.test(texts[i] ?? "")) found[i]?.push(index);
      });
      return found;
    },
  };
}

/**
 * A shadow is a text made equal for matching: NFKC, lower case, simplified Chinese. It knows where each of its code
 * units stood, so that what matches in the shadow can be shown in the characters of the source.
 */
import { Converter } from "opencc-js/t2cn";
import type { Span } from "../model.ts";
import { countLeading } from "./ascending.ts";

export interface Shadow {
  readonly text: string;
  /** Range in the source for a range in the shadow; both half open, in UTF-16 code units. */
  toSource(span: Span): Span;
  /** Index in the shadow of the first unit that stems from source index `at` or later. */
  fromSource(at: number): number;
}

const convert = Converter({ from: "t", to: "cn" });

/** Variants that the dictionary keeps because some regions use them; mainland texts never do. */
const EXTRA: Readonly<Record<string, string>> = Object.fromEntries(
  "爲为 産产 説说 衞卫 巿市 甦苏 祇只 衹只 砲炮 妳你 牠它".split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Words that Taiwan and Hong Kong write with another character: 計畫, 瞭解, 部份, 連繫. As long as what they become. */
const REGIONAL_WORDS = /(?:(?<!设)计|规|企|筹|策)画(?!面|作|家|册|展)|瞭解|部份|连系(?!统)/g;
const REGIONAL_CHARACTERS: Readonly<Record<string, string>> = { 画: "划", 瞭: "了", 份: "分", 连: "联" };
/** Few texts have any of them, and a search for these characters is quicker. */
const MAY_BE_REGIONAL = /画|瞭|部份|连系/;
const settleWords = (text: string): string =>
  MAY_BE_REGIONAL.test(text)
    ? text.replace(REGIONAL_WORDS, (word) => [...word].map((char) => REGIONAL_CHARACTERS[char] ?? char).join(""))
    : text;

const simplifiedOf = new Map<string, string>();

/** Simplifies one character (code point); one in, one out, so offsets survive. */
export function simplifyCharacter(char: string): string {
  if (char < "\u3400") return char;
  const known = simplifiedOf.get(char);
  if (known !== undefined) return known;
  const converted = EXTRA[char] ?? convert(char);
  // A conversion that changes the length would break the offset map; none is known, none is trusted.
  const simple = converted.length === char.length ? converted : char;
  simplifiedOf.set(char, simple);
  return simple;
}

/** Says in a table of code units that this one needs a look at the whole character. A noncharacter, so no text wants it. */
const SPECIAL = 0xffff;

type Fold = (char: string) => string;

/** What each code unit becomes, asked for once. 0: not asked yet. */
class UnitTable {
  readonly #units = new Uint16Array(0x10000);
  readonly #fold: Fold;

  constructor(fold: Fold) {
    this.#fold = fold;
  }

  get(code: number): number {
    return this.#units[code] || this.#ask(code);
  }

  #ask(code: number): number {
    const folded = isSurrogate(code) ? "" : this.#fold(String.fromCharCode(code));
    const unit = folded.length === 1 ? folded.charCodeAt(0) : SPECIAL;
    this.#units[code] = unit;
    return unit;
  }
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const foldCharacter: Fold = (char) => {
  let out = "";
  for (const each of char.normalize("NFKC").toLowerCase()) out += simplifyCharacter(each);
  return out;
};

const simplifiedUnits = new UnitTable(simplifyCharacter);
const foldedUnits = new UnitTable(foldCharacter);

/** Told of each character that does not become one code unit from one: where it stands, and what it becomes. */
type OnSpecial = (at: number, char: string, folded: string) => void;

/** Replaces character by character. What stays as it is, nearly all of most texts, is copied in long pieces. */
function mapCharacters(text: string, table: UnitTable, fold: Fold, onSpecial?: OnSpecial): string {
  let out = "";
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const unit = table.get(code);
    if (unit === code && unit !== SPECIAL) continue;
    let folded: string;
    let length = 1;
    if (unit === SPECIAL) {
      const char = String.fromCodePoint(text.codePointAt(at) ?? code);
      folded = fold(char);
      length = char.length;
      onSpecial?.(at, char, folded);
    } else folded = String.fromCharCode(unit);
    out += text.slice(copied, at) + folded;
    at += length - 1;
    copied = at + 1;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

/**
 * Simplifies a text that a program converted, to be read: character by character, so that it keeps its length. 著 stays:
 * whether it was 着 nobody can tell from one character, and what is shown must be what the source says.
 */
export const restore = (text: string): string => mapCharacters(text, simplifiedUnits, simplifyCharacter);

/** The same to match, with the words that regions write in characters of their own: 計畫 is 计划. */
export const simplify = (text: string): string => settleWords(restore(text));

/** Characters that are not one code unit in both texts, in order. All others lie side by side. */
class SpecialMap {
  readonly #shadowStarts: number[] = [];
  readonly #shadowEnds: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];

  add(at: number, char: string, folded: string): void {
    const start = at + (this.#shadowEnds.at(-1) ?? 0) - (this.#sourceEnds.at(-1) ?? 0);
    this.#shadowStarts.push(start);
    this.#shadowEnds.push(start + folded.length);
    this.#sourceStarts.push(at);
    this.#sourceEnds.push(at + char.length);
  }

  /** Where the character at an index of the shadow stood. */
  sourceOf(index: number): number {
    const mark = countLeading(this.#shadowStarts, (start) => start <= index) - 1;
    const past = index - (this.#shadowEnds[mark] ?? 0);
    return past < 0 ? (this.#sourceStarts[mark] ?? 0) : (this.#sourceEnds[mark] ?? 0) + past;
  }

  /** The first index of the shadow whose character stood at `at` or later. */
  shadowOf(at: number): number {
    const mark = countLeading(this.#sourceStarts, (start) => start < at) - 1;
    return (this.#shadowEnds[mark] ?? 0) + Math.max(0, at - (this.#sourceEnds[mark] ?? 0));
  }
}

/** Makes the shadow of a text. Linear in its length. */
export function shadowOf(source: string): Shadow {
  const specials = new SpecialMap();
  const text = settleWords(
    mapCharacters(source, foldedUnits, foldCharacter, (at, char, folded) => specials.add(at, char, folded)),
  );
  const sourceStart = (index: number): number => specials.sourceOf(Math.min(index, text.length));
  return {
    text,
    toSource: ({ start, end }) => {
      const from = sourceStart(start);
      if (end <= start) return { start: from, end: from };
      // The end is where the character after the last matched one begins, even if that character folded to many.
      const last = sourceStart(end - 1);
      const next = last + ((source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
      return { start: from, end: Math.min(next, source.length) };
    },
    fromSource: (at) => Math.min(specials.shadowOf(at), text.length),
  };
}

/** The shadow's text alone, for keys and comparisons. */
export const fold = (source: string): string => settleWords(mapCharacters(source, foldedUnits, foldCharacter));

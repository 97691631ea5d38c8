/**
 * A shadow is a text made equal for matching: NFKC, lower case, simplified Chinese. It knows where each of its code
 * units stood, so that what matches in the shadow can be shown in the characters of the source.
 */
import { Converter } from "opencc-js/t2cn";
import type { Span } from "../model.ts";

export interface Shadow {
  readonly text: string;
  /** Range in the source for a range in the shadow; both half open, in UTF-16 code units. */
  toSource(span: Span): Span;
  /** Index in the shadow of the first unit that stems from source index `at` or later. */
  fromSource(at: number): number;
}

const convert = Converter({ from: "t", to: "cn" });

/** Variants that the dictionary keeps because some regions use them; mainland texts never do. */
const EXTRA: Readonly<Record<string, string>> = { 爲: "为", 産: "产", 説: "说" };

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

/** Simplifies character by character; the result has the length of the input. */
export function simplify(text: string): string {
  let out = "";
  for (const char of text) out += simplifyCharacter(char);
  return out;
}

const isPlain = (code: number): boolean => code >= 0x20 && code < 0x7f && !(code >= 0x41 && code <= 0x5a);

/** Makes the shadow of a text. Linear in its length. */
export function shadowOf(source: string): Shadow {
  const starts: number[] = [];
  let text = "";
  let at = 0;
  for (const char of source) {
    const folded = isPlain(char.charCodeAt(0)) ? char : simplify(char.normalize("NFKC").toLowerCase());
    for (let i = 0; i < folded.length; i++) starts.push(at);
    text += folded;
    at += char.length;
  }
  starts.push(source.length);
  const sourceStart = (index: number): number => starts[Math.min(index, text.length)] ?? source.length;
  return {
    text,
    toSource: ({ start, end }) => {
      const from = sourceStart(start);
      if (end <= start) return { start: from, end: from };
      // The end is where the character after the last matched one begins, even if that character folded to many.
      const last = sourceStart(end - 1);
      const next = last + (source.codePointAt(last) !== undefined && (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
      return { start: from, end: Math.min(next, source.length) };
    },
    fromSource: (index) => {
      let low = 0;
      let high = text.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? source.length) < index) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** The shadow's text alone, for keys and comparisons. */
export const fold = (source: string): string => shadowOf(source).text;

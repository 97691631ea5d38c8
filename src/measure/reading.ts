/** A text made ready for the rules of this room: its shadow, its lines, its language. */
import type { Span } from "../model.ts";
import { countLeading } from "../text/ascending.ts";
import { splitLines } from "../text/sentence.ts";
import { fold, type Shadow, shadowOf } from "../text/shadow.ts";

export interface Reading {
  /** The shadow's text; every span in this room points into it until `extractMeasures` maps it back. */
  readonly text: string;
  readonly shadow: Shadow;
  readonly lines: readonly Span[];
  /** Shadow of the title, cut short: it is only compared with. */
  readonly title: string;
  readonly english: boolean;
}

/** NFKC makes ① a plain 1, so circled numbers are first moved to private characters, one for one. */
const CIRCLED_BASE = 0xe000;
const CIRCLED = /[\u2460-\u2473]/g;

/** Body of a character class that matches a circled number in a reading. */
export const CIRCLED_CHARACTERS = "\ue001-\ue014";

/** Value of a circled number in a reading. */
export const readCircled = (char: string): number => char.charCodeAt(0) - CIRCLED_BASE;

const keepCircled = (char: string): string =>
  String.fromCharCode(CIRCLED_BASE + 1 + char.charCodeAt(0) - "\u2460".charCodeAt(0));

const LONGEST_TITLE = 500;

/** A line of nothing but ▷ or * * * adorns a page. */
const SAYS_SOMETHING = /[\p{L}\p{N}]|:/u;

/** Fewer ideographs than this among the letters make a text English. */
const CHINESE_SHARE = 0.2;

function isEnglish(text: string): boolean {
  let [latin, ideographs] = [0, 0];
  for (let at = 0; at < Math.min(text.length, 5000); at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) latin++;
    else if (code >= 0x3400 && code <= 0x9fff) ideographs++;
  }
  return ideographs < (ideographs + latin) * CHINESE_SHARE;
}

export function readText(text: string, title: string | undefined): Reading {
  const shadow = shadowOf(text.replace(CIRCLED, keepCircled));
  return {
    text: shadow.text,
    shadow,
    lines: splitLines(shadow.text).filter(({ start, end }) => SAYS_SOMETHING.test(shadow.text.slice(start, end))),
    title: fold((title ?? "").slice(0, LONGEST_TITLE)),
    english: isEnglish(shadow.text),
  };
}

/** Index of the line that holds `at`, or of the last line before it. */
export function lineAt({ lines }: Reading, at: number): number {
  return Math.max(0, countLeading(lines, ({ start }) => start <= at) - 1);
}

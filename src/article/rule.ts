/** How rules read a line, and how what they cut is told. */
import type { Removal } from "../model.ts";
import { simplify } from "../text/shadow.ts";

const MAX_REMOVAL = 80;
/** Nothing else is ever simplified. */
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\ud840-\udfff]/;
const BRACKET = /[(（]/;
const PINYIN = /(\p{Script=Han})[(（][a-zü\u00e0-\u01dc]{1,7}[)）]/giu;

/** A line as the rules read it: simplified, without pinyin in brackets. */
export function ruleKey(text: string): string {
  if (!HAN.test(text)) return text;
  const simple = simplify(text);
  return BRACKET.test(simple) ? simple.replace(PINYIN, "$1") : simple;
}

/** A removal, its text cut to 80 characters. */
export function toRemoval(reason: string, text: string): Removal {
  return { reason, text: text.length > MAX_REMOVAL ? `${text.slice(0, MAX_REMOVAL - 1)}…` : text };
}

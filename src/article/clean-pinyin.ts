/** Pinyin in brackets after a character, as sites add it that disguise copied articles: 當(dāng)前. */
import type { InlineRule } from "./clean-inline.ts";

const TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ";
/** Any syllable of Mandarin without its tone, or a letter with a tone mark. */
const SYLLABLE =
  "(?:[bpmf]|[dtnl]|[gkh]|[jqx]|[zcs]h?|r|y|w)?(?:a(?:i|o|ng?)?|o(?:u|ng)?|e(?:i|r|ng?)?|i(?:a(?:o|ng?)?|e|u|n|ng|ong)?|u(?:a(?:i|ng?)?|o|i|n|e|an)?|[üv](?:e|an|n)?)";
const OPEN = "[(（][ \\u3000]?";
const CLOSE = "[ \\u3000]?[)）]";

/** With a tone mark: nothing else looks like that. */
const TONED_PATTERN = new RegExp(`(?<![A-Za-z0-9 ])${OPEN}[a-zü]{0,5}[${TONED}][a-zü]{0,5}${CLOSE}`, "gu");
/** Without: only after a Chinese character, or after the annotation before it. */
const PLAIN_PATTERN = new RegExp(`(?<=\\p{Script=Han}|[)）])${OPEN}${SYLLABLE}${CLOSE}`, "gu");

export const countToned = (text: string): number => text.match(TONED_PATTERN)?.length ?? 0;

/** Bare `(a)`, `(er)` may be an item or a unit: they count only in a text that is known to be annotated. */
function isAnnotated(text: string): boolean {
  if (countToned(text) > 0) return true;
  const plain = text.match(PLAIN_PATTERN) ?? [];
  const distinct = new Set(plain.filter((annotation) => annotation.length > 3));
  return distinct.size >= 3;
}

/** The rules for one text, none if it is not annotated. */
export function pinyinRules(text: string): readonly InlineRule[] {
  if (!isAnnotated(text)) return [];
  return [
    { name: "pinyin", pattern: TONED_PATTERN },
    { name: "pinyin", pattern: PLAIN_PATTERN },
  ];
}

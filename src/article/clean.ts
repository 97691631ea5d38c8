/** Cleaning: from a text as sites serve it to the words of the article, one paragraph a line. */
import type { Language, Removal } from "../model.ts";
import { restore } from "../text/shadow.ts";
import {
  CHARACTER_RULES,
  DOUBLED_COMMA_RULE,
  EMOJI_RULE,
  ENTITY_RULE,
  type InlineRule,
  MARKDOWN_RULES,
  MARKUP_RULES,
  REGIONS,
} from "./clean-inline.ts";
import { type Cut, cutLines } from "./clean-lines.ts";
import { countToned, pinyinRules } from "./clean-pinyin.ts";
import { joinParagraphs, unwrapLines } from "./clean-wrap.ts";
import { detectLanguage, isMechanical } from "./language.ts";

export interface CleanText {
  /** Paragraphs separated by a single line feed, no indents. */
  readonly text: string;
  readonly language: Language;
  /** What was cut out; of marks inside of lines one entry a rule. */
  readonly removed: readonly Removal[];
}

const REMOVAL_MAX = 80;
/** A page of nothing but furniture must not fill the archive. */
const REMOVALS_MAX = 500;

function applyRule(text: string, { name, pattern, replacement = "" }: InlineRule, cut: Cut): string {
  let sample = "";
  let out = "";
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (sample.length < REMOVAL_MAX) sample += sample === "" ? match[0] : ` ${match[0]}`;
    out += text.slice(from, match.index) + (typeof replacement === "string" ? replacement : replacement(match));
    from = match.index + match[0].length;
  }
  if (sample !== "") cut(name, sample);
  return out + text.slice(from);
}

const applyRules = (text: string, rules: readonly InlineRule[], cut: Cut): string =>
  rules.reduce((current, rule) => applyRule(current, rule, cut), text);

/** Cuts comments, scripts and styles; one without an end stays, it may be a stray mark. */
function cutRegions(text: string, cut: Cut): string {
  let current = text;
  for (const { name, open, close } of REGIONS) {
    // Only ASCII is lowered, so that positions are the same in both.
    const lower = current.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    let out = "";
    let from = 0;
    for (let at = lower.indexOf(open); at >= 0; at = lower.indexOf(open, from)) {
      const end = lower.indexOf(close, at + open.length);
      if (end < 0) break;
      cut(name, current.slice(at, at + REMOVAL_MAX));
      out += `${current.slice(from, at)}\n`;
      from = end + close.length;
    }
    current = out + current.slice(from);
  }
  return current;
}

/** YAML front matter: `---`, lines of `key: value`, `---`. */
function cutFrontMatter(text: string, cut: Cut): string {
  const head = /^\s{0,20}---[ \t]*\n/.exec(text);
  if (!head) return text;
  const rest = text.slice(head[0].length, head[0].length + 8000);
  const end = /^---[ \t]*$/m.exec(rest);
  if (!end) return text;
  const body = rest.slice(0, end.index);
  if (!/^[\w-]{1,40}:/m.test(body)) return text;
  cut("front-matter", body);
  return text.slice(head[0].length + end.index + end[0].length);
}

/** Two or more ideographic spaces, or many others, after a sentence are the indent of a paragraph that lost its line break. */
const LOST_BREAK = /(?<=[。！？；：…”』」）])(?:[ \u00a0]{0,4}\u3000){2}[ \u00a0\u3000]*|(?<=[。！？；])[ \u00a0]{4,}/g;

const splitLines = (text: string): string[] =>
  unwrapLines(text.replace(LOST_BREAK, "\n").split("\n"))
    .map((line) => line.replace(/[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\u00a0]/g, " ").trim())
    .filter((line) => line !== "");

function cleanInline(raw: string, cut: Cut): string {
  let text = applyRules(raw.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n"), CHARACTER_RULES, cut);
  text = cutFrontMatter(text, cut);
  // Markup that was escaped as a whole must become markup before it can be cut.
  if (!/<(?:p|br|div)\b/i.test(text) && /&lt;(?:p|br|div)\b/i.test(text)) text = applyRule(text, ENTITY_RULE, cut);
  text = applyRules(cutRegions(text, cut), MARKDOWN_RULES.slice(0, 2), cut);
  text = applyRules(joinParagraphs(text), MARKUP_RULES, cut);
  text = applyRule(text, ENTITY_RULE, cut);
  return applyRules(text, MARKDOWN_RULES.slice(2), cut);
}

/**
 * Cleans a text, with or without HTML or Markdown in it. What stays is verbatim; only a text that a program converted
 * to traditional Chinese is brought back to simplified, character by character. Linear in the length of `raw`.
 */
export function cleanText(raw: string): CleanText {
  const removed: Removal[] = [];
  const cut: Cut = (reason, text) => {
    if (removed.length < REMOVALS_MAX) removed.push({ reason, text: text.trim().slice(0, REMOVAL_MAX) });
  };
  let text = applyRule(cleanInline(raw, cut), EMOJI_RULE, cut);
  const annotations = countToned(text);
  text = applyRules(text, pinyinRules(text), cut);
  const script = detectLanguage(text);
  if (script !== "en") text = applyRule(text, DOUBLED_COMMA_RULE, cut);
  text = cutLines(splitLines(text), cut).join("\n");
  if (isMechanical(text, annotations)) text = restore(text);
  return { text, language: detectLanguage(text), removed };
}

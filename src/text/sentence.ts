/**
 * Lines, sentences and clauses as spans. Works on plain text and on its shadow alike: both widths of punctuation are
 * known. Everything is one pass over the characters.
 */
import type { Span } from "../model.ts";

/** A clause and the character that ends it; empty at the end of the sentence's span. */
export interface Clause extends Span {
  readonly delimiter: string;
}

const TERMINATORS = "。！？!?｡";
const SEPARATORS = ",，;；:：";
const OPENERS = "(（《〈【[";
const CLOSERS = ")）》〉】]";
const CLOSING_QUOTES = "”’」』\"'）)]》";
/** Words that end in a full stop without ending a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "mr mrs ms dr st no nos vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m prof gen gov sen rep fig art sec".split(
    " ",
  ),
);
/** No bracket is believed to be open for longer than this, so that one lost closer does not swallow a text. */
const LONGEST_BRACKET = 120;

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
/** Above the ideographic blank, where most characters of a Chinese text are, only the byte order mark is one. */
const isSpace = (char: string | undefined): boolean =>
  char !== undefined && (char <= "\u3000" ? /\s/.test(char) : char === "\ufeff");
const isIdeograph = (char: string | undefined): boolean => char !== undefined && char >= "\u3400" && char <= "\u9fff";

/** Narrows a span until it neither begins nor ends with white space. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text[start])) start++;
  while (end > start && isSpace(text[end - 1])) end--;
  return { start, end };
}

/** Non-empty lines, trimmed. */
export function splitLines(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== "\n" && text[at] !== "\r" && text[at] !== "\u2028") continue;
    const line = trimSpan(text, { start, end: at });
    if (line.end > line.start) lines.push(line);
    start = at + 1;
  }
  return lines;
}

/** … by the deal.The bids: a page has lost the blank. Not in www.the-name.org, covid.it or $2.5bn.with. */
const GLUED_BEFORE = /(?:^|[\s(“"])[^\s./@:]{0,24}[a-z\d)]{3}$/i;
const GLUED_BEFORE_REACH = 30;
const GLUED_AFTER =
  /^(?:the|this|these|that|he|she|they|we|on|with|according|however|meanwhile|but|under|his|her|its|there|while|when|after|about|if|more|our|since|among|another),? [a-z\d]/i;
const GLUED_REACH = 14;

const isGlued = (text: string, at: number): boolean =>
  GLUED_AFTER.test(text.slice(at + 1, at + 1 + GLUED_REACH)) &&
  GLUED_BEFORE.test(text.slice(Math.max(0, at - GLUED_BEFORE_REACH), at));

/** 14. 24万吨: typesetting has put a blank into a decimal. */
const DECIMALS = /^ \d+(?:[万亿%％]|个百分点)/;

/** Does the full stop at `at` end a sentence? Not in 2.5, U.S. or "No. 5". */
function isFullStop(text: string, at: number, start: number): boolean {
  const previous = text[at - 1];
  const next = text[at + 1];
  if (isDigit(previous) && DECIMALS.test(text.slice(at + 1, at + 12))) return false;
  if (isIdeograph(previous)) return !isDigit(next);
  if (next !== undefined && !isSpace(next) && !CLOSING_QUOTES.includes(next) && !isGlued(text, at)) return false;
  let from = at;
  while (from > start && at - from < 12 && /[\p{L}.]/u.test(text[from - 1] ?? "")) from--;
  const word = text.slice(from, at).toLowerCase();
  return !(ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word));
}

/** Where a text has a mark next; most characters are none, so an engine that searches is quicker than asking each. */
function nextMark(mark: RegExp, text: string, from: number): number {
  mark.lastIndex = from;
  return mark.test(text) ? mark.lastIndex - 1 : text.length;
}

const SENTENCE_MARK = /[\n。！？!?｡.]/g;
/** A line end is no mark of a clause, but a search that stops there does not run through the rest of a text without marks. */
const CLAUSE_MARK = /[\n(（《〈【[)）》〉】\],，;；:：。！？!?｡.]/g;

/** Sentences of a span, trimmed, each with its final mark and closing quotes. A line end also ends a sentence. */
export function splitSentences(text: string, within: Span): Span[] {
  const sentences: Span[] = [];
  let start = within.start;
  const close = (end: number): void => {
    const sentence = trimSpan(text, { start, end });
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = end;
  };
  for (
    let at = nextMark(SENTENCE_MARK, text, within.start);
    at < within.end;
    at = nextMark(SENTENCE_MARK, text, at + 1)
  ) {
    const char = text[at] ?? "";
    if (char === "\n") close(at + 1);
    else if (TERMINATORS.includes(char) || (char === "." && isFullStop(text, at, within.start))) {
      while (at + 1 < within.end && (CLOSING_QUOTES + TERMINATORS).includes(text[at + 1] ?? "\n")) at++;
      close(at + 1);
    }
  }
  close(within.end);
  return sentences;
}

/** Is the character at `at` a separator of clauses? Not the comma of 1,300 or the colon of 18:34 and https://. */
export function isSeparator(text: string, at: number): boolean {
  const char = text[at] ?? "\n";
  if (!SEPARATORS.includes(char)) return false;
  if (isDigit(text[at - 1]) && isDigit(text[at + 1])) return char === ";" || char === "；";
  return !(char === ":" && text[at + 1] === "/");
}

/** Does what opens at `at` close again before the sentence ends? */
function closes(text: string, at: number, end: number): boolean {
  const closer = CLOSERS[OPENERS.indexOf(text[at] ?? "")] ?? "";
  const found = text.slice(at, Math.min(end, at + LONGEST_BRACKET)).indexOf(closer);
  return found >= 0;
}

/** Clauses of a sentence, trimmed, without their delimiters. Brackets keep what they hold together. */
export function splitClauses(text: string, within: Span): Clause[] {
  const clauses: Clause[] = [];
  let start = within.start;
  let depth = 0;
  let opened = 0;
  const close = (end: number, delimiter: string): void => {
    const clause = trimSpan(text, { start, end });
    if (clause.end > clause.start) clauses.push({ ...clause, delimiter });
    start = end + delimiter.length;
  };
  for (let at = nextMark(CLAUSE_MARK, text, within.start); at < within.end; at = nextMark(CLAUSE_MARK, text, at + 1)) {
    const char = text[at] ?? "";
    if (OPENERS.includes(char)) {
      if (!closes(text, at, within.end)) continue;
      if (depth === 0) opened = at;
      depth++;
    } else if (CLOSERS.includes(char)) {
      depth = Math.max(0, depth - 1);
    } else if (depth > 0 && at - opened < LONGEST_BRACKET) {
      // inside a bracket
    } else if (isSeparator(text, at) || TERMINATORS.includes(char)) {
      depth = 0;
      close(at, char);
    } else if (char === "." && isFullStop(text, at, within.start)) {
      close(at, char);
    }
  }
  close(within.end, "");
  return clauses;
}

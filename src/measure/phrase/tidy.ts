/** Spans without what is none of a statement at their ends: marks, 要, lonely quotes. */
import type { Span } from "../../model.ts";
import { trimSpan } from "../../text/sentence.ts";

const LEADING = /^(?:[,:、.【\s]|我们(?=[还也将要会])(?:还|也|将|要|会)+|要(?!素|点|求|闻|塞|道|是)|就是)+/;
const TRAILING = /(?:[,;]? (?:and|or)$|,(?:主要|具体)?(?:包括|即|如|例如|是|为|其中|分别是))?[,、:;。.】\s]*$/;
const TRAILING_REACH = 24;
/** What the trailing words and marks end in; nearly all spans end in something else. */
const MAY_TRAIL = /[,、:;。.】\sdr括即如是为中]/;
const PAIRS = ["()", "“”", "《》", "‘’", "「」", "『』", "【】", "〈〉"];
const PAIRED = new RegExp(`[${PAIRS.join("")}]`);

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}

/** No bracket or quote is left open. */
export const isBalanced = (text: string): boolean =>
  !PAIRED.test(text) || PAIRS.every((pair) => countOf(text, pair[0] ?? "") === countOf(text, pair[1] ?? ""));

/** Does a question mark follow, perhaps behind a closing quote? */
export const isAsked = (text: string, { end }: Span): boolean => /^[”"」]?\?/.test(text.slice(end, end + 2));

/** Drops marks, 要 and lonely quotes from both ends. */
export function tidySpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (LEADING.exec(words)?.[0].length ?? 0);
  const trailing = MAY_TRAIL.test(text[span.end - 1] ?? "")
    ? TRAILING.exec(text.slice(Math.max(start, span.end - TRAILING_REACH), span.end))
    : null;
  const end = span.end - (trailing?.[0].length ?? 0);
  return dropLonelyQuotes(text, trimSpan(text, { start: Math.min(start, end), end }));
}

const QUOTES = ["“”", "「」", '""', "‘’"];
const ALL_QUOTES = QUOTES.join("");
const isQuote = (char: string | undefined): boolean => char !== undefined && ALL_QUOTES.includes(char);

function dropLonelyQuotes(text: string, span: Span): Span {
  let { start, end } = span;
  if (!isQuote(text[start]) && !isQuote(text[end - 1])) return span;
  for (const pair of QUOTES) {
    const words = text.slice(start, end);
    const [open, close] = [pair[0] ?? "", pair[1] ?? ""];
    if (
      words.startsWith(open) &&
      countOf(words.slice(1), close) === (open === close ? 0 : countOf(words.slice(1), open))
    )
      start++;
    else if (
      words.endsWith(close) &&
      countOf(words.slice(0, -1), open) === countOf(words.slice(0, -1), close) &&
      open !== close
    )
      end--;
  }
  return { start, end };
}

/** 拆除码头（即…）: neither an acronym nor a year, and nothing that says what does not count. */
const EXPLANATION =
  /(?<=\S{4})\s?\((?!不|除|[仅限]|但|excl|except|only|not |unless|if |[^()]*(?:除外|例外|不含|不包括|不受此限|方可))[^()]{15,}\)$/;

/** Without what explains it in brackets at its end. */
export const withoutExplanation = (words: string): string =>
  words.endsWith(")") ? words.replace(EXPLANATION, "") : words;

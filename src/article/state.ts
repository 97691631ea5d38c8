/** Texts that a page carries in its scripts, for pages that are drawn by them. */
import { decodeEscapes } from "../text/escape.ts";
import type { PageHead } from "./head.ts";

/** Where a string begins that has a name. */
const VALUE_START = /[:=]\s{0,3}(\\?)(["'`])/g;
/** Names under which publishing systems keep the html of the article, at the end of what stands before the value. */
const BODY_KEY = /(?:\b\w{0,20}[cC]ontent\w{0,12}|\b(?:article_?[bB]ody|body|html|detail|txt|text))\\?["']?\s{0,3}$/;
const MAX_KEY = 50;
/** Shorter strings are labels. */
const MIN_LENGTH = 80;
const MAX_CANDIDATES = 20;
/** JSON inside of JSON is escaped twice. */
const MAX_DECODINGS = 2;

/** Index of the quote that closes a string whose content begins at `start`; -1 if none does. */
function findQuote(script: string, start: number, quote: string, escaped: boolean): number {
  for (let at = start; at < script.length; at++) {
    const char = script[at];
    if (char === "\\") {
      if (escaped && script[at + 1] === quote) return at;
      at++;
    } else if (char === quote) return escaped ? -1 : at;
  }
  return -1;
}

function toHtml(literal: string): string {
  let text = literal;
  for (let i = 0; i < MAX_DECODINGS && text.includes("\\"); i++) text = decodeEscapes(text);
  if (!text.includes("<") && text.includes("&lt;"))
    text = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  if (!text.includes("<") && /%3C/i.test(text)) {
    try {
      text = decodeURIComponent(text);
    } catch {
      // Not percent-encoded after all; the text is taken as it is.
    }
  }
  return text.includes("<") ? text : text.replaceAll("\n", "<br>");
}

/** Html fragments that may be the article, in the order of the page. Linear in the length of the scripts. */
export function listStateTexts(head: PageHead): string[] {
  const found: string[] = [];
  for (const object of head.linked) {
    const body = object.articleBody;
    if (typeof body === "string") found.push(toHtml(body));
  }
  for (const draft of head.drafts) if (draft.length >= MIN_LENGTH) found.push(toHtml(draft));
  for (const script of head.scripts) {
    const start = new RegExp(VALUE_START);
    for (let match = start.exec(script); match !== null && found.length < MAX_CANDIDATES; match = start.exec(script)) {
      if (!BODY_KEY.test(script.slice(Math.max(0, match.index - MAX_KEY), match.index))) continue;
      const end = findQuote(script, start.lastIndex, match[2] ?? '"', match[1] !== "");
      if (end < 0) break;
      const literal = script.slice(start.lastIndex, end);
      start.lastIndex = end;
      if (literal.length >= MIN_LENGTH) found.push(toHtml(literal));
    }
  }
  return found;
}

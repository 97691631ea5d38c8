/** What the bench sets side by side: each reads a page as far as its text. */
import { Readability } from "@mozilla/readability";
import { isTag, isText, type ParentNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";
import { cleanText } from "../../../src/article/clean.ts";
import { extractArticle } from "../../../src/article/extract.ts";

function walkText(node: ParentNode): number {
  let length = 0;
  for (const child of node.children) {
    if (isText(child)) length += child.data.length;
    else if (isTag(child) && child.name !== "script" && child.name !== "style") length += walkText(child);
  }
  return length;
}

function readInJsdom(html: string): unknown {
  // A console of its own keeps what it thinks of the style sheets to itself.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const article = new Readability(window.document).parse();
  window.close();
  return article;
}

export interface Reader {
  readonly name: string;
  /** Over all pages; the best counts. */
  readonly rounds: number;
  readonly read: (html: string) => unknown;
}

export const READERS = {
  extractor: { name: "extractor", rounds: 40, read: (html) => extractArticle({ html }) },
  cleaned: { name: "extractor and cleaning", rounds: 40, read: (html) => cleanText(extractArticle({ html }).text) },
  walk: { name: "bare walk", rounds: 40, read: (html) => walkText(parseDocument(html)) },
  linkedom: {
    name: "Readability on linkedom",
    rounds: 5,
    read: (html) => new Readability(parseHTML(html).document).parse(),
  },
  jsdom: { name: "Readability on jsdom", rounds: 2, read: readInJsdom },
} as const satisfies Readonly<Record<string, Reader>>;

export type ReaderKey = keyof typeof READERS;

/** One walk over a page: the links that may lead to articles, and how each stands in the page. */
import { type ChildNode, type Element, isTag, isText, type ParentNode } from "domhandler";
import { parseTree } from "../text/tree.ts";
import { judgeFurniture, readNames, worseFurniture } from "./listing-furniture.ts";
import type { Frame, Page, Walk } from "./listing-page.ts";
import { openDataIsland, readWrittenLink } from "./listing-script.ts";
import { placeCells } from "./listing-table.ts";
import { INLINE_TAG, readText } from "./listing-text.ts";
import { descendants, readLinkTitle, textPieces, weigh } from "./listing-title.ts";

/** Tags whose classes tell records apart (odd, first, featured), not places. */
const RECORD_TAG = /^(?:li|tr|td|th|dd|dt|p|article)$/;
const HEADING_TAG = /^h[1-6]$/;
const TITLE_WORD = /^(?:title|tit|bt|biaoti|headline|subject)$/;
const SKIPPED_TAG = /^(?:style|noscript|template|textarea|svg)$/;
/** Links that say only that there is more. */
const MORE =
  /^[\s[【(（]*(?:查看|阅读|浏览|了解|点击)?(?:详情|详细|全文|更多|原文|查看|详细内容|read more|more|details?)[\s\]】)）>»›…]*$/i;
const PAGER =
  /^[\s[<>«»‹›]*(?:[上下前后]一?\s?[页頁]|[首尾末]\s?[页頁]|首页|返回\S{0,6}|next|previous|prev|first|last|older posts|newer posts)[\s\]<>«»‹›]*$/i;
const OPENS = /(?:\bopen\s*\(|\blocation(?:\.href)?\s*=|\blocation\.assign\s*\()\s*["']([^"']+)["']/;
const NO_COLUMNS: ReadonlyMap<ChildNode, number> = new Map();
const MAX_CANDIDATES = 5_000;

/** Numbers instead of the paths themselves, so that deep nesting costs no memory. */
function signatureOf(walk: Walk, parent: number, local: string): number {
  const key = `${parent}>${local}`;
  const known = walk.signatures.get(key);
  if (known !== undefined) return known;
  walk.signatures.set(key, walk.signatures.size + 1);
  return walk.signatures.size;
}

/** The column of each cell, if these are the children of a table row. */
function placeChildren(walk: Walk, parent: ParentNode | null | undefined): ReadonlyMap<ChildNode, number> {
  if (!parent || !isTag(parent) || parent.name !== "tr" || parent.parent === null) return NO_COLUMNS;
  const open = walk.spans.get(parent.parent) ?? [];
  walk.spans.set(parent.parent, open);
  return placeCells(parent, open);
}

function pushChildren(walk: Walk, children: readonly ChildNode[], frame: Omit<Frame, "node">): void {
  const frames: Frame[] = [];
  const columns = placeChildren(walk, children[0]?.parent);
  for (const node of children) {
    if (!isTag(node)) {
      frames.push({ ...frame, node });
      continue;
    }
    const { name } = node;
    const names = readNames(node);
    // Bold, red or new: such marks single out a record, but do not put it in another place.
    const local = RECORD_TAG.test(name) ? "" : names.map((words) => words.join("-")).join(".");
    const key = name === "td" ? `td${columns.get(node)}` : `${name}.${local}`;
    frames.push({
      node,
      signature: INLINE_TAG.test(name) ? frame.signature : signatureOf(walk, frame.signature, key),
      furniture: worseFurniture(frame.furniture, judgeFurniture(node, names)),
      heading: frame.heading || HEADING_TAG.test(name) || names.flat().some((word) => TITLE_WORD.test(word)),
      linked: frame.linked || name === "a",
    });
  }
  for (const each of frames.reverse()) walk.stack.push(each);
}

/** The address that a link leads to, if it may be an article's. */
function resolveLink(walk: Walk, href: string): string | undefined {
  const url = URL.parse(href.trim(), walk.base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "") return undefined;
  url.hash = "";
  const root = url.pathname === "/" && url.search === "";
  return root || url.href === walk.page.href ? undefined : url.href;
}

/** The heading beside a link that covers a card or only says that there is more. */
function findHeading(anchor: Element): string {
  let scope = anchor.parent;
  for (let up = 0; up < 3 && scope !== null && isTag(scope); up++, scope = scope.parent) {
    const headings = descendants(scope).filter((node) => isTag(node) && HEADING_TAG.test(node.name));
    const [heading] = headings;
    if (headings.length > 1) return "";
    if (heading !== undefined) return textPieces(heading).join("");
  }
  return "";
}

/** Where an element leads: a link, or a row that a script opens. "" if nowhere. */
function findAddress({ name, attribs, children }: Element): string {
  if (name === "a" && attribs.href && !/^\s*(?:javascript:|#)/i.test(attribs.href)) return attribs.href;
  const address = attribs["data-link"] ?? attribs["data-href"] ?? OPENS.exec(attribs.onclick?.slice(0, 500) ?? "")?.[1];
  if (!address) return "";
  // A row with links of its own needs no script.
  const inside = children.flatMap(descendants);
  return inside.some((node) => isTag(node) && node.name === "a" && node.attribs.href) ? "" : address;
}

function readAnchor(walk: Walk, anchor: Element, address: string, frame: Frame): void {
  const url = resolveLink(walk, address);
  if (url === undefined || walk.candidates.length >= MAX_CANDIDATES) return;
  const { title: shown, date } = readLinkTitle(anchor);
  const title = shown === "" || MORE.test(shown) ? findHeading(anchor) : shown;
  const weight = weigh(title);
  if (weight < 2 || PAGER.test(title)) return;
  const { signature, furniture, heading } = frame;
  const { year, day } = walk;
  const order = walk.candidates.length;
  walk.candidates.push({ anchor, url, order, signature, furniture, heading, year, day, title, weight, date });
}

function readScript(walk: Walk, script: Element, frame: Frame): void {
  const text = script.children.map((child) => (isText(child) ? child.data : "")).join("");
  const type = script.attribs.type ?? "";
  if (type === "text/xml") {
    pushChildren(walk, openDataIsland(text), frame);
    return;
  }
  const links = readWrittenLink(text);
  // It stands where its script stands.
  for (const link of links) link.parent = script;
  if (links.length > 0) pushChildren(walk, links, frame);
  else if (!script.attribs.src && text.length > 50) walk.state.push(text);
}

/** Open Graph, and the names that the standard for government sites prescribes for the pages of articles. */
function saysArticle({ property = "", name = property, content = "" }: Readonly<Record<string, string>>): boolean {
  if (content.trim() === "") return false;
  return name === "og:type" ? content.trim() === "article" : /^(?:ArticleTitle|article:published_time)$/i.test(name);
}

function readElement(walk: Walk, element: Element, frame: Frame): void {
  if (SKIPPED_TAG.test(element.name)) return;
  if (element.name === "script") {
    readScript(walk, element, frame);
    return;
  }
  if (element.name === "base" && element.attribs.href) {
    walk.base = URL.parse(element.attribs.href, walk.page.href)?.href ?? walk.base;
  }
  if (element.name === "meta") walk.saysArticle ||= saysArticle(element.attribs);
  if (element.name === "title" && walk.title === "") walk.title = textPieces(element).join(" ");
  const address = findAddress(element);
  if (address !== "") readAnchor(walk, element, address, frame);
  pushChildren(walk, element.children, frame);
}

/** Reads a page. Iterative and linear: hostile pages nest deeper than the stack. */
export function readPage(html: string, url: string): Page {
  const page = new URL(url);
  const walk: Walk = {
    page,
    url,
    stack: [],
    candidates: [],
    state: [],
    prose: new Map(),
    bylines: [],
    signatures: new Map(),
    spans: new Map(),
    base: page.href,
    title: "",
    saysArticle: false,
    year: undefined,
    day: undefined,
    sinceTitle: Number.POSITIVE_INFINITY,
  };
  pushChildren(walk, parseTree(html).children, { signature: 0, furniture: "none", heading: false, linked: false });
  for (let frame = walk.stack.pop(); frame !== undefined; frame = walk.stack.pop()) {
    if (isText(frame.node)) readText(walk, frame.node.data, frame.node.parent, frame);
    else if (isTag(frame.node)) readElement(walk, frame.node, frame);
  }
  return walk;
}

/** One walk over a page: the links that may lead to articles, and how each stands in the page. */
import { type ChildNode, type Element, isTag, isText, type ParentNode } from "domhandler";
import type { FoundMoment } from "../text/date.ts";
import { collapse } from "../text/space.ts";
import { parseTree } from "../text/tree.ts";
import { type Furniture, judgeFurniture, readNames, worseFurniture } from "./listing-furniture.ts";
import { descendants, readLinkTitle, textPieces, weigh } from "./listing-title.ts";

/** A link that may lead to an article. */
export interface Candidate {
  readonly anchor: Element;
  readonly url: string;
  /** Place among the page's links. */
  readonly order: number;
  /** Equal for links that stand in the same kind of place: tags, classes and ids from the root down. */
  readonly signature: number;
  readonly furniture: Furniture;
  /** In a heading, or in what is named a title. */
  readonly heading: boolean;
  /** The last year that stood as a heading above it. */
  readonly year: number | undefined;
  readonly title: string;
  /** What its title says, see `weigh`. */
  readonly weight: number;
  /** Printed inside the link. */
  readonly date: FoundMoment | undefined;
}

export interface Page {
  readonly title: string;
  readonly candidates: readonly Candidate[];
  /** Characters of running text by the element that holds its paragraphs: an article has one with many. */
  readonly prose: ReadonlyMap<ParentNode, number>;
  /** Its own metadata call it an article. */
  readonly saysArticle: boolean;
  /** Contents of scripts that may hold data. */
  readonly state: readonly string[];
}

interface Frame {
  readonly node: ChildNode;
  readonly signature: number;
  readonly furniture: Furniture;
  readonly heading: boolean;
  readonly linked: boolean;
}

/** Tags whose classes tell records apart (odd, first, featured), not places. */
const RECORD_TAG = /^(?:li|tr|td|th|dd|dt|p|article)$/;
const HEADING_TAG = /^h[1-6]$/;
const TITLE_WORD = /^(?:title|tit|bt|biaoti|headline|subject)$/;
const INLINE_TAG = /^(?:span|b|strong|i|em|font|u|small|mark|label)$/;
const YEAR_HEADING = /^(?:h[1-6]|dt|caption|th|legend)$/;
const SKIPPED_TAG = /^(?:style|noscript|template|textarea|svg)$/;
/** Links that say only that there is more. */
const MORE =
  /^[\s[【(（]*(?:查看|阅读|浏览|了解|点击)?(?:详情|详细|全文|更多|原文|查看|详细内容|read more|more|details?)[\s\]】)）>»›…]*$/i;
const PAGER =
  /^[\s[<>«»‹›]*(?:[上下前后]一?\s?[页頁]|[首尾末]\s?[页頁]|首页|返回\S{0,6}|next|previous|prev|first|last|older posts|newer posts)[\s\]<>«»‹›]*$/i;
const MAX_CANDIDATES = 5_000;
/** Running text shorter than this is a label. */
const MIN_PROSE = 15;

/** Some government systems hide the records from crawlers in XML islands: each CDATA is a piece of HTML. */
function openDataIsland(script: string): ChildNode[] {
  const pieces: string[] = [];
  for (let at = script.indexOf("<![CDATA["); at >= 0; at = script.indexOf("<![CDATA[", at)) {
    const end = script.indexOf("]]>", at);
    pieces.push(script.slice(at + 9, end < 0 ? undefined : end));
    if (end < 0) break;
    at = end;
  }
  return pieces.length === 0 ? [] : parseTree(pieces.join("\n")).children;
}

interface Walk extends Page {
  readonly page: URL;
  readonly stack: Frame[];
  readonly candidates: Candidate[];
  readonly state: string[];
  readonly prose: Map<ParentNode, number>;
  readonly signatures: Map<string, number>;
  base: string;
  title: string;
  saysArticle: boolean;
  year: number | undefined;
}

/** Numbers instead of the paths themselves, so that deep nesting costs no memory. */
function signatureOf(walk: Walk, parent: number, local: string): number {
  const key = `${parent}>${local}`;
  const known = walk.signatures.get(key);
  if (known !== undefined) return known;
  walk.signatures.set(key, walk.signatures.size + 1);
  return walk.signatures.size;
}

function pushChildren(walk: Walk, children: readonly ChildNode[], frame: Omit<Frame, "node">): void {
  const frames: Frame[] = [];
  let cell = 0;
  for (const node of children) {
    if (!isTag(node)) {
      frames.push({ ...frame, node });
      continue;
    }
    const { name } = node;
    const names = readNames(node);
    if (name === "td") cell++;
    // Bold, red or new: such marks single out a record, but do not put it in another place.
    const local = RECORD_TAG.test(name) ? "" : names.map((words) => words.join("-")).join(".");
    const key = name === "td" ? `td${cell}` : `${name}.${local}`;
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

function readText(walk: Walk, data: string, parent: ParentNode | null, linked: boolean): void {
  const text = collapse(data);
  if (text === "" || parent === null) return;
  if (text.length <= 8 && isTag(parent) && YEAR_HEADING.test(parent.name)) {
    const year = /^(20\d{2})\s*年?(?:度)?$/.exec(text);
    if (year !== null) walk.year = Number(year[1]);
  }
  if (linked || text.length < MIN_PROSE || !/[，。；、,.;]/.test(text)) return;
  let holder: ParentNode | null = parent;
  for (let up = 0; up < 10 && holder !== null && isTag(holder) && INLINE_TAG.test(holder.name); up++) {
    holder = holder.parent;
  }
  if (holder !== null && isTag(holder) && holder.name === "p") holder = holder.parent;
  if (holder !== null) walk.prose.set(holder, (walk.prose.get(holder) ?? 0) + text.length);
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

function readAnchor(walk: Walk, anchor: Element, frame: Frame): void {
  const url = resolveLink(walk, anchor.attribs.href ?? "");
  if (url === undefined || walk.candidates.length >= MAX_CANDIDATES) return;
  const { title: shown, date } = readLinkTitle(anchor);
  const title = shown === "" || MORE.test(shown) ? findHeading(anchor) : shown;
  const weight = weigh(title);
  if (weight < 2 || PAGER.test(title)) return;
  const { signature, furniture, heading } = frame;
  const order = walk.candidates.length;
  walk.candidates.push({ anchor, url, order, signature, furniture, heading, year: walk.year, title, weight, date });
}

function readScript(walk: Walk, script: Element, frame: Frame): void {
  const text = script.children.map((child) => (isText(child) ? child.data : "")).join("");
  const type = script.attribs.type ?? "";
  if (type === "text/xml") pushChildren(walk, openDataIsland(text), frame);
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
  if (element.name === "a" && element.attribs.href) readAnchor(walk, element, frame);
  pushChildren(walk, element.children, frame);
}

/** Reads a page. Iterative and linear: hostile pages nest deeper than the stack. */
export function readPage(html: string, url: string): Page {
  const page = new URL(url);
  const walk: Walk = {
    page,
    stack: [],
    candidates: [],
    state: [],
    prose: new Map(),
    signatures: new Map(),
    base: page.href,
    title: "",
    saysArticle: false,
    year: undefined,
  };
  pushChildren(walk, parseTree(html).children, { signature: 0, furniture: "none", heading: false, linked: false });
  for (let frame = walk.stack.pop(); frame !== undefined; frame = walk.stack.pop()) {
    if (isText(frame.node)) readText(walk, frame.node.data, frame.node.parent, frame.linked);
    else if (isTag(frame.node)) readElement(walk, frame.node, frame);
  }
  return walk;
}

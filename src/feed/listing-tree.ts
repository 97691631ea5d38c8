/** One walk over a page: the links that may lead to articles, and how each stands in the page. */
import { type ChildNode, type Element, isTag, isText, type ParentNode } from "domhandler";
import type { FoundDate } from "./listing-date.ts";
import { collapse, readLinkTitle, textPieces, weigh } from "./listing-title.ts";
import { parseTree } from "./tree.ts";

/** A link that may lead to an article. */
export interface Candidate {
  readonly anchor: Element;
  readonly url: string;
  /** Place among the page's links. */
  readonly order: number;
  /** Equal for links that stand in the same kind of place: tags, classes and ids from the root down. */
  readonly signature: number;
  /** In a navigation, sidebar, footer or the like. */
  readonly furniture: boolean;
  /** The last year that stood as a heading above it. */
  readonly year: number | undefined;
  readonly title: string;
  /** What its title says, see `weigh`. */
  readonly weight: number;
  /** Printed inside the link. */
  readonly date: FoundDate | undefined;
}

export interface Page {
  readonly title: string;
  readonly candidates: readonly Candidate[];
  /** Characters of running text in the element that holds most of it: an article has one such element. */
  readonly prose: number;
  /** Its own metadata call it an article. */
  readonly saysArticle: boolean;
  /** Contents of scripts that may hold data. */
  readonly state: readonly string[];
}

interface Frame {
  readonly node: ChildNode;
  readonly signature: number;
  readonly furniture: boolean;
  readonly linked: boolean;
}

const FURNITURE_TAGS: ReadonlySet<string> = new Set(["nav", "footer", "header", "aside", "form", "select"]);
const FURNITURE_TOKEN =
  /^(?:nav(?:bar|igation)?|(?:sub)?menu|foot(?:er)?|header|top(?:bar|nav)|bread(?:crumbs?)?|crumbs?|(?:page)?side(?:bar)?|aside|(?:friend)?links?|friends?|copyright|pag(?:er|ing|ination)|hot|rank(?:ing)?|recommend(?:ed)?|related?|tags?|tagcloud|share|weizhi|position|location)$/;
/** Tags whose classes tell records apart (odd, first, featured), not places. */
const RECORD_TAG = /^(?:li|tr|td|th|a|dd|dt|p|span|h[1-6]|article|b|i|em|strong|font)$/;
const STATE_TOKEN = /^(?:odd|even|first|last|active|on|cur|current|selected|clearfix|cf|fl|fr)$/;
const INLINE_TAG = /^(?:span|b|strong|i|em|font|u|small|mark|label)$/;
const YEAR_HEADING = /^(?:h[1-6]|dt|caption|th|legend)$/;
const SKIPPED_TAG = /^(?:style|noscript|template|textarea|svg)$/;
const MAX_CANDIDATES = 5_000;
/** Running text shorter than this is a label. */
const MIN_PROSE = 15;

const tokensOf = (element: Element): string[] =>
  `${element.attribs.class ?? ""} ${element.attribs.id ?? ""}`
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_-]+|\d+/)
    .filter((token) => token !== "" && !STATE_TOKEN.test(token));

const isFurniture = (element: Element, tokens: readonly string[]): boolean =>
  element.name !== "body" &&
  element.name !== "html" &&
  (FURNITURE_TAGS.has(element.name) || tokens.some((token) => FURNITURE_TOKEN.test(token)));

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

interface Walk {
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
    const tokens = tokensOf(node);
    if (node.name === "td") cell++;
    const local = RECORD_TAG.test(node.name) ? "" : tokens.join(".");
    frames.push({
      node,
      signature: signatureOf(walk, frame.signature, `${node.name}${node.name === "td" ? cell : ""}.${local}`),
      furniture: frame.furniture || isFurniture(node, tokens),
      linked: frame.linked || node.name === "a",
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

function readAnchor(walk: Walk, anchor: Element, frame: Frame): void {
  const url = resolveLink(walk, anchor.attribs.href ?? "");
  if (url === undefined || walk.candidates.length >= MAX_CANDIDATES) return;
  const { title, date } = readLinkTitle(anchor);
  const weight = weigh(title);
  if (weight < 2) return;
  const { signature, furniture } = frame;
  const order = walk.candidates.length;
  walk.candidates.push({ anchor, url, order, signature, furniture, year: walk.year, title, weight, date });
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
  pushChildren(walk, parseTree(html).children, { signature: 0, furniture: false, linked: false });
  for (let frame = walk.stack.pop(); frame !== undefined; frame = walk.stack.pop()) {
    if (isText(frame.node)) readText(walk, frame.node.data, frame.node.parent, frame.linked);
    else if (isTag(frame.node)) readElement(walk, frame.node, frame);
  }
  const prose = [...walk.prose.values()].reduce((most, length) => Math.max(most, length), 0);
  return { title: walk.title, candidates: walk.candidates, prose, saysArticle: walk.saysArticle, state: walk.state };
}

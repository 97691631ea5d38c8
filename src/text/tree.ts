/** Html → domhandler tree whose depth is bounded, so that everything behind it may recurse. */
import { Document, Element, isTag, isText, type ParentNode, Text } from "domhandler";
import { decodeHTML, decodeHTMLAttribute } from "entities";
import { Parser, type QuoteType, Tokenizer } from "htmlparser2";
import { joinWrapped, squeeze } from "./space.ts";

/** Deeper elements are left out and their content is kept. Real pages stay below 100. */
const MAX_DEPTH = 200;
/** What comes after so many elements and texts is not read: real pages stay below 10,000, and each costs memory. */
const MAX_NODES = 40_000;
/** Nor what comes after so much text, scripts included. */
const MAX_CHARACTERS = 3_000_000;
/** An element with more attributes than this was made to cost memory. */
const MAX_ATTRIBUTES = 200;
/** Longer lists of names are generated and say nothing. */
const MAX_NAMES = 500;

/** Elements whose text is taken as it is written: `&amp;` stays. */
const RAW = new Set(["script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"]);

function decodeAttributes(attributes: { [name: string]: string }): void {
  for (const name in attributes) {
    const value = attributes[name] ?? "";
    if (value.includes("&")) attributes[name] = decodeHTMLAttribute(value);
  }
}

/** Elements that hold items or rows: white space in them is the layout of the source. */
const FRAMES = new Set("html head ul ol dl table thead tbody tfoot tr select".split(" "));
const BLANK = /^\s*$/;

/** Builds the tree. Comments, processing instructions and the layout of the source are of no use to anybody here. */
class TreeBuilder {
  readonly root = new Document([]);
  depth = 0;
  readonly #open: ParentNode[] = [this.root];
  #parent: ParentNode = this.root;
  /** What further text is added to: the parser gives a text in pieces. */
  #text: Text | undefined;
  #nodes = 0;
  #characters = 0;
  /** True between the two ends of an element that is too deep: its content is kept, it is not. */
  #tooDeep = false;

  onopentag(name: string, attributes: { [name: string]: string }): void {
    this.#tooDeep = this.depth >= MAX_DEPTH;
    this.depth++;
    if (this.#tooDeep || this.#nodes++ >= MAX_NODES) return;
    decodeAttributes(attributes);
    const element = new Element(name, attributes);
    this.#append(element);
    this.#open.push(element);
    this.#parent = element;
    this.#text = undefined;
  }

  onclosetag(): void {
    this.depth--;
    if (this.#tooDeep) {
      this.#tooDeep = false;
      return;
    }
    // Once the tree is full, what is open in it stays open: nothing is put into it any more.
    if (this.#nodes >= MAX_NODES) return;
    this.#open.pop();
    this.#parent = this.#open.at(-1) ?? this.root;
    this.#text = undefined;
  }

  ontext(data: string): void {
    if (this.#isIn(FRAMES) && BLANK.test(data)) return;
    this.#characters += data.length;
    if (this.#nodes++ >= MAX_NODES || this.#characters > MAX_CHARACTERS) return;
    const text = data.includes("&") && !this.#isIn(RAW) ? decodeHTML(data) : data;
    if (this.#text !== undefined) {
      this.#text.data += text;
      return;
    }
    this.#text = new Text(text);
    this.#append(this.#text);
  }

  #append(node: Element | Text): void {
    node.parent = this.#parent;
    this.#parent.children.push(node);
  }

  #isIn(names: ReadonlySet<string>): boolean {
    const parent = this.#parent;
    return isTag(parent) && names.has(parent.name);
  }
}

/** What htmlparser2 keeps to itself of its tokenizer. */
interface Cursor {
  buffer: string;
  offset: number;
  index: number;
}

/**
 * Long scripts and texts are looked through for the next mark by the engine's own search, not character by character:
 * half of the time that a page with much data in its scripts takes.
 */
class SearchingTokenizer extends Tokenizer {}
Object.defineProperty(SearchingTokenizer.prototype, "fastForwardTo", {
  value(this: Cursor, code: number): boolean {
    const at = this.buffer.indexOf(String.fromCharCode(code), this.index + 1 - this.offset);
    // The tokenizer goes on to the next index by itself.
    this.index = this.offset + (at < 0 ? this.buffer.length - 1 : at);
    return at >= 0;
  },
});

/**
 * The parser looks for the partner of each closing tag in the stack of open ones, which is quadratic for hostile
 * nesting. Beyond MAX_DEPTH it is told that tags are void, and as many closing tags are skipped.
 */
class BoundedParser extends Parser {
  readonly #builder: TreeBuilder;
  #flat = false;
  #surplus = 0;
  #attributes = 0;

  constructor(builder: TreeBuilder) {
    // Without entities to look for, the parser jumps from mark to mark; most texts and values have none.
    super(builder, { decodeEntities: false, Tokenizer: SearchingTokenizer });
    this.#builder = builder;
  }

  override onattribname(start: number, end: number): void {
    if (++this.#attributes <= MAX_ATTRIBUTES) super.onattribname(start, end);
  }

  override onattribdata(start: number, end: number): void {
    if (this.#attributes <= MAX_ATTRIBUTES) super.onattribdata(start, end);
  }

  override onattribend(quote: QuoteType, end: number): void {
    if (this.#attributes <= MAX_ATTRIBUTES) super.onattribend(quote, end);
  }

  override onopentagname(start: number, end: number): void {
    this.#attributes = 0;
    this.#flat = this.#builder.depth >= MAX_DEPTH;
    if (this.#flat) this.#surplus++;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.#flat = false;
    if (this.#builder.depth >= MAX_DEPTH && this.#surplus > 0) this.#surplus--;
    else super.onclosetag(start, end);
  }

  protected override isVoidElement(name: string): boolean {
    return this.#flat || super.isVoidElement(name);
  }
}

/** Parses a page or a fragment, without comments. Never throws; linear in the length of `html`. */
export function parseTree(html: string): Document {
  const builder = new TreeBuilder();
  new BoundedParser(builder).end(html);
  return builder.root;
}

/** All elements below `root` in the order of the document. */
export function listElements(root: ParentNode): Element[] {
  const found: Element[] = [];
  const visit = (node: ParentNode): void => {
    for (const child of node.children) {
      if (!isTag(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** Elements whose text nobody reads as prose. */
export const SILENT: ReadonlySet<string> = new Set(
  "script style noscript template svg math iframe object embed select option button input textarea rt rp audio video canvas map title dialog".split(
    " ",
  ),
);

/** Text of a node as one line; of a long one at least the first `limit` characters. */
export function textOf(node: ParentNode, limit: number): string {
  const parts: string[] = [];
  let length = 0;
  const visit = (current: ParentNode): void => {
    for (const child of current.children) {
      if (length > limit) return;
      if (isText(child)) {
        parts.push(joinWrapped(child.data));
        length += child.data.length;
      } else if (isTag(child) && child.name === "br") parts.push(" ");
      else if (isTag(child) && !SILENT.has(child.name)) visit(child);
    }
  };
  visit(node);
  return squeeze(parts.join(""));
}

/** Class and id as they are written, names separated by one space; "" if there are none. */
export function namesOf(element: Element): string {
  const { class: classes, id } = element.attribs;
  if (classes === undefined && id === undefined) return "";
  const names = `${classes ?? ""} ${id ?? ""}`;
  return names.length > MAX_NAMES ? "" : names.replace(/\s+/g, " ").trim();
}

/** Class and id as words: `relatedNews_box` → `related news box`. */
export function splitWords(names: string): string {
  return names
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]+/g, " ")
    .toLowerCase()
    .trim();
}

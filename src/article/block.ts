/** The page as a sequence of blocks: stretches of text between block-level borders, in the order of the document. */
import { type Element, isTag, isText, type ParentNode } from "domhandler";
import type { Span } from "../model.ts";
import { joinWrapped, squeeze } from "../text/space.ts";
import { SILENT } from "../text/tree.ts";
import { isNamedContent, NameJudge } from "./verdict.ts";

export interface Furniture {
  readonly name: string;
  readonly element: Element;
}

export interface Block {
  readonly text: string;
  /** Length that makes scripts comparable: a Han character counts 1, other letters and digits a third. */
  readonly units: number;
  /** The share of `units` that stands in links. */
  readonly linkUnits: number;
  /** Name of the nearest block-level element. */
  readonly tag: string;
  readonly element: ParentNode;
  /** "1. " or "• " for the first block of a list item. */
  readonly marker: string;
  /** The list that `marker` belongs to. */
  readonly markerList: ParentNode | undefined;
  /** True if it links to a file to be downloaded. */
  readonly file: boolean;
  /** The outermost ancestor that a furniture rule names. */
  readonly furniture: Furniture | undefined;
  /** The innermost table row and the cell in it, numbered over the page; 0 outside of tables. */
  readonly row: number;
  readonly cell: number;
}

export interface Blocks {
  readonly list: readonly Block[];
  /** Which blocks stand in an element, `[start, end)`; elements without text are not listed. */
  readonly ranges: ReadonlyMap<ParentNode, Span>;
  /** Elements whose names say that they are the text of the article. */
  readonly named: ReadonlySet<ParentNode>;
}

const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby rb s samp small span strike strong sub sup time tt u var wbr o:p st1:chsdate st1:chmetcnv".split(
    " ",
  ),
);

const FURNITURE_TAGS: ReadonlyMap<string, string> = new Map([
  ["nav", "navigation"],
  ["aside", "sidebar"],
  ["footer", "footer"],
  ["figcaption", "caption"],
]);
const ROOTS = new Set(["html", "body", "article", "main"]);

const HIDING = /display\s?:\s?none/i;

function isHidden({ attribs }: Element): boolean {
  return attribs.hidden !== undefined || (attribs.style !== undefined && HIDING.test(attribs.style));
}

/** Units of a text; see `Block.units`. */
export function countUnits(text: string): number {
  let han = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x2e80) han++;
    else if (code > 0x40 || (code >= 0x30 && code <= 0x39)) other++;
  }
  return han + other / 3;
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}

/** True for a link to a document or archive. */
export function isFileLink(element: Element): boolean {
  const href = element.attribs.href ?? "";
  return href.length < 2000 && /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|csv|zip|rar|7z|ceb)(?:[?#]|$)/i.test(href);
}

/** Number of the first item of a list that shows numbers; 0 for any other element. */
function firstOrdinal({ name, attribs }: Element): number {
  if (name !== "ol" || /list-style[^;]{0,40}none/i.test(attribs.style ?? "")) return 0;
  return Number.parseInt(attribs.start ?? "1", 10) || 1;
}

interface Context {
  readonly element: ParentNode;
  readonly tag: string;
  readonly furniture: Furniture | undefined;
  readonly inLink: boolean;
  readonly pre: boolean;
  readonly row: number;
  readonly cell: number;
}

/** Collects blocks in one walk over the tree. */
class Collector {
  readonly list: Block[] = [];
  readonly ranges = new Map<ParentNode, Span>();
  readonly #acquitted: ReadonlySet<Element>;
  readonly named = new Set<ParentNode>();
  readonly #judge = new NameJudge();
  #parts: string[] = [];
  #linkUnits = 0;
  #marker = "";
  #markerList: ParentNode | undefined;
  #file = false;
  #rows = 0;
  #cells = 0;

  constructor(acquitted: ReadonlySet<Element>) {
    this.#acquitted = acquitted;
  }

  #flush(context: Context): void {
    if (this.#parts.length === 0) return;
    const text = squeeze(this.#parts.join(""));
    this.#parts = [];
    const linkUnits = this.#linkUnits;
    const file = this.#file;
    this.#linkUnits = 0;
    this.#file = false;
    if (text === "") return;
    const { tag, element, furniture, row, cell } = context;
    const marker = this.#marker;
    const markerList = this.#markerList;
    this.list.push({
      text,
      units: countUnits(text),
      linkUnits,
      tag,
      element,
      marker,
      markerList,
      file,
      furniture,
      row,
      cell,
    });
    this.#marker = "";
  }

  /** Reads a node to its end. */
  read(node: ParentNode, context: Context): void {
    const start = this.list.length;
    this.#visit(node, context);
    this.#flush(context);
    this.#place(node, start);
  }

  #place(node: ParentNode, start: number): void {
    if (this.list.length > start) this.ranges.set(node, { start, end: this.list.length });
  }

  #visit(node: ParentNode, context: Context): void {
    let ordinal = isTag(node) ? firstOrdinal(node) : 0;
    for (const child of node.children) {
      if (isText(child)) this.#addText(child.data, context);
      else if (isTag(child)) {
        const isItem = child.name === "li";
        // What stands before the item must not get its marker, nor what follows an empty one.
        if (isItem) this.#flush(context);
        if (isItem) this.#mark(ordinal > 0 ? `${ordinal++}. ` : "• ", node);
        this.#addElement(child, context);
        if (isItem) this.#mark("", undefined);
      }
    }
  }

  #mark(marker: string, list: ParentNode | undefined): void {
    this.#marker = marker;
    this.#markerList = list;
  }

  #addText(data: string, context: Context): void {
    if (context.pre && data.includes("\n")) {
      for (const line of data.split("\n")) {
        this.#parts.push(line);
        this.#flush(context);
      }
      return;
    }
    // The layout of the source: nothing begins with white space.
    if (this.#parts.length === 0 && isBlank(data)) return;
    this.#parts.push(joinWrapped(data));
    if (context.inLink) this.#linkUnits += countUnits(data);
  }

  /** The outermost furniture around or at `element`; what is only hidden may still be named inside. */
  #readFurniture(element: Element, context: Context): Furniture | undefined {
    const outer = context.furniture;
    if (isNamedContent(element)) this.named.add(element);
    if (outer !== undefined && outer.name !== "hidden") return outer;
    if (ROOTS.has(element.name) || this.#acquitted.has(element)) return outer;
    const name = FURNITURE_TAGS.get(element.name) ?? this.#judge.findFurniture(element);
    if (name !== undefined) return { name, element };
    return outer ?? (isHidden(element) ? { name: "hidden", element } : undefined);
  }

  #addElement(element: Element, context: Context): void {
    const { name } = element;
    if (SILENT.has(name)) return;
    if (name === "br" || name === "hr") this.#flush(context);
    else if (INLINE.has(name)) this.#addInline(element, context);
    else this.#addBlock(element, context);
  }

  #addInline(element: Element, context: Context): void {
    const isLink = element.name === "a" && element.attribs.href !== undefined;
    if (isLink && isFileLink(element)) this.#file = true;
    const furniture = this.#readFurniture(element, context);
    const inLink = context.inLink || isLink;
    const same = inLink === context.inLink && furniture === context.furniture;
    const start = this.list.length;
    this.#visit(element, same ? context : { ...context, inLink, furniture });
    this.#place(element, start);
  }

  #addBlock(element: Element, context: Context): void {
    const { name } = element;
    const furniture = this.#readFurniture(element, context);
    this.#flush(context);
    const row = name === "tr" ? ++this.#rows : context.row;
    const cell = name === "td" || name === "th" ? ++this.#cells : context.cell;
    const { inLink } = context;
    const inner: Context = { element, tag: name, furniture, inLink, pre: context.pre || name === "pre", row, cell };
    this.read(element, inner);
  }
}

/** Reads the tree into blocks; linear. `acquitted` elements are no furniture, whatever they are called. */
export function collectBlocks(root: ParentNode, acquitted: ReadonlySet<Element>): Blocks {
  const collector = new Collector(acquitted);
  const context: Context = { element: root, tag: "", furniture: undefined, inLink: false, pre: false, row: 0, cell: 0 };
  collector.read(root, context);
  const { list, ranges, named } = collector;
  return { list, ranges, named };
}

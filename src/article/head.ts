/** What a page says about itself outside of its text: meta, ld+json, title, links. */
import { type Element, isTag, isText, type ParentNode } from "domhandler";
import { squeeze } from "../text/space.ts";
import { namesOf, splitWords, textOf } from "../text/tree.ts";

export interface PageHead {
  /** Lower-case name, property or itemprop → first content. */
  readonly metas: ReadonlyMap<string, string>;
  /** Objects of ld+json, nested ones included, in the order of the page. */
  readonly linked: readonly Readonly<Record<string, unknown>>[];
  readonly title: string;
  readonly canonical: string | undefined;
  /** Contents of textareas, in which some pages keep the html of their article. */
  readonly drafts: readonly string[];
  /** Contents of inline scripts that are not ld+json. */
  readonly scripts: readonly string[];
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Texts of elements that by tag, itemprop, class or id hold a time, short ones only. */
  readonly times: readonly string[];
}

const MAX_LINKED = 200;
/** Characters of a heading or a time that are read. */
const MAX_TEXT = 500;
/** Headings or times that are read. */
const MAX_TEXTS = 100;
/** Cheap test before the exact one. */
const TIME_HINT = /time|date|fbsj|fbrq|riqi|shijian/i;
const TIME_NAMES =
  /\b(?:(?:pub(?:lish(?:ed)?)?|post(?:ed)?|article|news|info|entry|release|create|art|show|con) ?(?:time|date)|pubtime|pubdate|time|date|fbsj|fbrq|riqi|shijian)\b/;

/** Parses JSON as sites write it: raw line breaks inside of strings are forgiven. Undefined if it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(text.replace(/\p{Cc}+/gu, " ").replace(/,\s{0,9}([}\]])/g, "$1"));
    } catch {
      return undefined;
    }
  }
}

/** Objects in breadth-first order, at most MAX_LINKED. */
function listObjects(value: unknown): Record<string, unknown>[] {
  const queue: unknown[] = [value];
  const found: Record<string, unknown>[] = [];
  for (let i = 0; i < queue.length && found.length < MAX_LINKED; i++) {
    const current = queue[i];
    if (Array.isArray(current)) queue.push(...current.slice(0, MAX_LINKED));
    else if (typeof current === "object" && current !== null) {
      found.push(current as Record<string, unknown>);
      queue.push(...Object.values(current).filter((inner) => typeof inner === "object"));
    }
  }
  return found;
}

const rawText = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child.data : "")).join("");

class HeadReader {
  readonly metas = new Map<string, string>();
  readonly linked: Record<string, unknown>[] = [];
  readonly drafts: string[] = [];
  readonly scripts: string[] = [];
  readonly headings: { level: number; text: string }[] = [];
  readonly times: string[] = [];
  title = "";
  canonical: string | undefined;

  visit(node: ParentNode): void {
    for (const child of node.children) {
      if (!isTag(child)) continue;
      this.#read(child);
      this.visit(child);
    }
  }

  #read(element: Element): void {
    const { name, attribs } = element;
    // Reading the text of nested elements costs their product; no page needs so many of them.
    const isFull = this.headings.length >= MAX_TEXTS || this.times.length >= MAX_TEXTS;
    if (name === "meta") this.#readMeta(attribs);
    else if (name === "title" && this.title === "") this.title = textOf(element, MAX_TEXT);
    else if (name === "link" && attribs.rel === "canonical") this.canonical ??= attribs.href;
    else if (name === "script") this.#readScript(element);
    else if (name === "textarea" && !TIME_HINT.test(attribs.class ?? "")) this.drafts.push(rawText(element));
    else if (isFull) return;
    else if (name === "h1" || name === "h2" || name === "h3") {
      const text = textOf(element, MAX_TEXT);
      if (text !== "") this.headings.push({ level: Number(name.slice(1)), text });
    } else if (name === "time" || attribs.itemprop === "datePublished") {
      this.times.push(attribs.datetime ?? attribs.content ?? textOf(element, MAX_TEXT));
    } else if (TIME_HINT.test(attribs.class ?? attribs.id ?? "") && TIME_NAMES.test(splitWords(namesOf(element)))) {
      const text = textOf(element, MAX_TEXT);
      if (text.length < 60) this.times.push(text);
    }
  }

  #readMeta(attributes: Readonly<Record<string, string>>): void {
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? "").toLowerCase().trim();
    const content = squeeze(attributes.content ?? "");
    if (key !== "" && content !== "" && !this.metas.has(key)) this.metas.set(key, content);
  }

  #readScript(element: Element): void {
    const text = rawText(element);
    if (!/ld\+json/i.test(element.attribs.type ?? "")) this.scripts.push(text);
    else if (this.linked.length < MAX_LINKED) this.linked.push(...listObjects(parseJson(text)));
  }
}

/** Reads the head facts of a page or fragment; linear. */
export function readHead(root: ParentNode): PageHead {
  const reader = new HeadReader();
  reader.visit(root);
  return reader;
}

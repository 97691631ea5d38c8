/**
 * Makes of any text that means to be a feed a small, well-formed XML document that no XML parser can be hurt by: only the
 * elements that are read, under canonical names, three levels deep, their content as text. An entry that the end of the
 * source cuts off is left out.
 */
import { JuyaoError } from "../errors.ts";
import { readHtml, readText } from "./construct.ts";
import { decodeReferences, escapeText } from "./entity.ts";
import { type Attributes, readAttributes, type Tag, TagScanner } from "./scan.ts";
import { localName, resolveUrl, ScopeStack } from "./scope.ts";
import {
  ENTRY_FIELDS,
  ENTRY_WRAPPERS,
  FEED_FIELDS,
  FEED_WRAPPERS,
  LINK_FIELDS,
  PLAIN_FIELDS,
  ROOTS,
} from "./vocabulary.ts";

type XmlKind = "rss" | "atom" | "rdf";

export interface RepairedFeed {
  readonly kind: XmlKind;
  readonly xml: string;
}

const MAX_ENTRIES = 5000;
/** Fields of one entry, characters of one field: a feed's own numbers are far below. */
const MAX_FIELDS = 32;
const MAX_TEXT = 500_000;

const FRAMES = {
  rss: { open: '<rss version="2.0"><channel>', entry: "item", head: "", close: "</channel></rss>" },
  rdf: { open: "<rdf:RDF><channel>", entry: "item", head: "</channel>", close: "</rdf:RDF>" },
  atom: { open: '<feed version="1.0">', entry: "entry", head: "", close: "</feed>" },
} as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f]+/g;

/** Square brackets and references each cost the XML parser a piece of memory: the rarer of the two is written. */
const MAX_BRACKETS = 1000;

/** A text so that nothing in it is markup to the parser. */
function wrapText(text: string): string {
  const clean = text.replace(FORBIDDEN, "");
  if (!/[&<]/.test(clean)) return clean;
  if (clean.split("]", MAX_BRACKETS).length === MAX_BRACKETS) return escapeText(clean);
  return `<![CDATA[${clean.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

const wrapAttribute = (value: string): string => escapeText(value.replace(FORBIDDEN, ""));

class Repair {
  private readonly source: string;
  private readonly scanner: TagScanner;
  private readonly scopes: ScopeStack;
  private kind: XmlKind = "rss";
  private readonly head: string[] = [];
  private readonly entries: string[] = [];

  constructor(source: string, url: string) {
    this.source = source;
    this.scanner = new TagScanner(source);
    this.scopes = new ScopeStack(url);
  }

  run(): RepairedFeed {
    this.findRoot();
    while (this.entries.length < MAX_ENTRIES) {
      const tag = this.scanner.next();
      if (tag === undefined) break;
      if (tag.type === "open") this.readHeadTag(tag);
    }
    // RDF is told many other things in.
    if (this.kind === "rdf" && this.scopes.depth + this.entries.length === 1) throw new JuyaoError("feed-not-a-feed");
    const { open, entry, head, close } = FRAMES[this.kind];
    const body = this.entries.map((fields) => `<${entry}>${fields}</${entry}>`).join("");
    return { kind: this.kind, xml: `${open}${this.head.join("")}${head}${body}${close}` };
  }

  private readHeadTag(tag: Tag): void {
    const attributes = readAttributes(this.source, tag);
    const name = this.nameOf(tag, attributes);
    if (name === "item" || name === "entry") this.readEntry(tag, attributes);
    else if (name === "channel" && this.scopes.depth === 1) this.scopes.push(attributes);
    else if (FEED_FIELDS.has(name) && this.head.length < MAX_FIELDS) {
      const field = this.readField(tag, name, attributes);
      if (field !== undefined) this.head.push(field);
    } else if (!FEED_WRAPPERS.has(name)) this.skip(tag);
  }

  /** In an Atom feed Atom's own names are bare, as RSS's are in RSS, and as those are that a feed writes without a prefix. */
  private nameOf(tag: Tag, attributes: Attributes): string {
    const name = this.scopes.canonicalName(tag.name, attributes);
    const own = this.kind === "atom" || !tag.name.includes(":");
    return own && name.startsWith("atom:") ? name.slice(5) : name;
  }

  /** Passes over whatever stands before the feed, but not over a page. */
  private findRoot(): void {
    for (let tag = this.scanner.next(); tag !== undefined; tag = this.scanner.next()) {
      const name = localName(tag.name);
      if (name === "html" || name === "body") break;
      const kind = tag.type === "open" ? ROOTS.get(name) : undefined;
      if (kind === undefined) continue;
      this.kind = kind;
      this.scopes.push(readAttributes(this.source, tag));
      return;
    }
    throw new JuyaoError("feed-not-a-feed");
  }

  private readEntry(open: Tag, attributes: Attributes): void {
    const fields = this.readEntryAttributes(attributes);
    if (open.selfClosing) return;
    this.scopes.push(attributes);
    let whole = false;
    for (let tag = this.scanner.next(); tag !== undefined; tag = this.scanner.next()) {
      if (this.endsEntry(tag, open)) {
        if (tag.name !== open.name || tag.type === "open") this.scanner.rewind(tag);
        whole = true;
        break;
      }
      if (tag.type === "close") continue;
      const own = readAttributes(this.source, tag);
      const name = this.nameOf(tag, own);
      if (ENTRY_WRAPPERS.has(name)) continue;
      if (ENTRY_FIELDS.has(name) && fields.length < MAX_FIELDS) {
        const field = this.readField(tag, name, own, open);
        if (field !== undefined) fields.push(field);
      } else this.skip(tag, open);
    }
    this.scopes.pop();
    if (whole) this.entries.push(fields.join(""));
  }

  /** RSS 1.0 names an item by an attribute of the item itself, CDF links and dates it so. */
  private readEntryAttributes(attributes: Attributes): string[] {
    const fields = ["rdf:about", "lastmod"].map((name) => {
      const value = attributes.get(name);
      return value === undefined ? "" : `<${localName(name)}>${wrapText(decodeReferences(value))}</${localName(name)}>`;
    });
    return attributes.has("href") ? [...fields, this.writeLink("link", "", attributes) ?? ""] : fields;
  }

  /** Its end tag, or another tag that cannot stand inside an entry. */
  private endsEntry(tag: Tag, entry: Tag): boolean {
    if (tag.name === entry.name) return true;
    return tag.type === "close" && ROOTS.has(localName(tag.name));
  }

  /** A tag that shows that the end tag of a field was forgotten. */
  private endsField(tag: Tag, entry: Tag | undefined): boolean {
    if (entry !== undefined) return this.endsEntry(tag, entry);
    const name = localName(tag.name);
    return tag.type === "open" ? name === "item" || name === "entry" : ROOTS.has(name);
  }

  /** Reads an element to its end as one flat field; undefined if it is of no use or the source ends before it. */
  private readField(open: Tag, name: string, attributes: Attributes, entry?: Tag): string | undefined {
    const start = open.end;
    const close = open.selfClosing ? { end: start, markup: false } : this.findClose(open, entry);
    if (close === undefined) return undefined;
    const raw = this.source.slice(start, Math.min(close.end, start + MAX_TEXT));
    if (LINK_FIELDS.includes(name)) return this.writeLink(name, readText(raw), attributes);
    const text = PLAIN_FIELDS.has(name)
      ? readText(raw)
      : readHtml({ raw, markup: close.markup, type: attributes.get("type"), mode: attributes.get("mode") });
    return `<${name}>${wrapText(text)}</${name}>`;
  }

  /** A link to the page, as text (RSS) or `href` (Atom), made absolute; undefined if it leads nowhere or elsewhere. */
  private writeLink(name: string, text: string, attributes: Attributes): string | undefined {
    const rel = attributes.get("rel")?.trim().toLowerCase() || "alternate";
    const link = text.trim() === "" ? decodeReferences(attributes.get("href") ?? "") : text;
    const url = rel.endsWith("alternate") ? resolveUrl(link, this.scopes.baseOf(attributes)) : undefined;
    if (url === undefined) return undefined;
    if (name === "link" && this.kind !== "atom") return `<link>${wrapText(url)}</link>`;
    const type = attributes.get("type")?.toLowerCase() ?? "text/html";
    return `<${name} rel="alternate" type="${wrapAttribute(type)}" href="${wrapAttribute(url)}"/>`;
  }

  private findClose(open: Tag, entry: Tag | undefined): { end: number; markup: boolean } | undefined {
    let depth = 1;
    let markup = false;
    for (let tag = this.scanner.next(); tag !== undefined; tag = this.scanner.next()) {
      if (tag.name === open.name) {
        if (tag.type === "open" && !tag.selfClosing) depth++;
        if (tag.type === "close" && --depth === 0) return { end: tag.start, markup };
      } else if (this.endsField(tag, entry)) {
        this.scanner.rewind(tag);
        return { end: tag.start, markup };
      } else markup = true;
    }
    return undefined;
  }

  private skip(open: Tag, entry?: Tag): void {
    if (!open.selfClosing) this.findClose(open, entry);
  }
}

/** Throws `feed-not-a-feed` if there is no feed in it. `url` is where it was found. Linear in the length of the source. */
export function repairFeed(source: string, url: string): RepairedFeed {
  return new Repair(source, url).run();
}

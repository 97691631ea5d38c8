/**
 * Makes of any text that means to be a feed a small, well-formed XML document that no XML parser can be hurt by: only the
 * elements that are read, under canonical names, three levels deep, their content as text. An entry that the end of the
 * source cuts off is left out.
 */
import { JuyaoError } from "../errors.ts";
import { readHtml, readText } from "./construct.ts";
import { decodeReferences } from "./entity.ts";
import { readAttributes, type Tag, TagScanner } from "./scan.ts";
import {
  ENTRY_FIELDS,
  ENTRY_WRAPPERS,
  FEED_FIELDS,
  FEED_WRAPPERS,
  NAMESPACES,
  PLAIN_FIELDS,
  ROOTS,
} from "./vocabulary.ts";

export type XmlKind = "rss" | "atom" | "rdf";

export interface RepairedFeed {
  readonly kind: XmlKind;
  readonly xml: string;
}

type Attributes = ReadonlyMap<string, string>;

const MAX_ENTRIES = 10_000;
/** Fields of one entry, characters of one field: a feed's own numbers are far below. */
const MAX_FIELDS = 64;
const MAX_TEXT = 500_000;

const KEPT_ATTRIBUTES = ["href", "rel", "ispermalink"];

const FRAMES = {
  rss: { open: '<rss version="2.0"><channel>', entry: "item", head: "", close: "</channel></rss>" },
  rdf: { open: "<rdf:RDF><channel>", entry: "item", head: "</channel>", close: "</rdf:RDF>" },
  atom: { open: '<feed version="1.0">', entry: "entry", head: "", close: "</feed>" },
} as const;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

/** A document in CDATA sections, so that nothing in it is markup to the parser. */
const wrapText = (text: string): string =>
  text === "" ? "" : `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

const wrapAttribute = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** rss-parser falls over an Atom link without attributes. */
const isBareAtomLink = (name: string, kind: XmlKind, attributes: Attributes): boolean =>
  kind === "atom" && name === "link" && !attributes.has("href");

class Repair {
  private readonly source: string;
  private readonly scanner: TagScanner;
  private kind: XmlKind = "rss";
  /** Attributes of what is open, outermost first: root, channel, entry. */
  private readonly scopes: Attributes[] = [];
  private head = "";
  private readonly entries: string[] = [];

  constructor(source: string) {
    this.source = source;
    this.scanner = new TagScanner(source);
  }

  run(): RepairedFeed {
    this.findRoot();
    for (let tag = this.scanner.next(); tag !== undefined; tag = this.scanner.next()) {
      if (tag.type === "close") continue;
      const attributes = readAttributes(this.source, tag);
      const name = this.canonicalName(tag.name, attributes);
      if (name === "item" || name === "entry") {
        if (this.entries.length < MAX_ENTRIES) this.readEntry(tag, attributes);
      } else if (name === "channel" && this.scopes.length === 1) this.scopes.push(attributes);
      else if (FEED_FIELDS.has(name) && !isBareAtomLink(name, this.kind, attributes))
        this.head += this.readField(tag, name, attributes) ?? "";
      else if (!FEED_WRAPPERS.has(name)) this.skip(tag);
    }
    const frame = FRAMES[this.kind];
    const open = frame.entry;
    const body = this.entries.map((entry) => `<${open}>${entry}</${open}>`).join("");
    return { kind: this.kind, xml: `${frame.open}${this.head}${frame.head}${body}${frame.close}` };
  }

  /** Passes over whatever stands before the feed, but not over a page. */
  private findRoot(): void {
    for (let tag = this.scanner.next(); tag !== undefined; tag = this.scanner.next()) {
      const name = localName(tag.name);
      if (name === "html" || name === "body") break;
      const kind = tag.type === "open" ? ROOTS[name] : undefined;
      if (kind === undefined) continue;
      this.kind = kind;
      this.scopes.push(readAttributes(this.source, tag));
      return;
    }
    throw new JuyaoError("feed-not-a-feed");
  }

  private readEntry(open: Tag, attributes: Attributes): void {
    const about = attributes.get("rdf:about");
    let fields = about === undefined ? "" : `<about>${wrapText(decodeReferences(about))}</about>`;
    if (open.selfClosing) return;
    this.scopes.push(attributes);
    let count = 0;
    let whole = false;
    for (let tag = this.scanner.next(); tag !== undefined; tag = this.scanner.next()) {
      if (this.endsEntry(tag, open)) {
        if (tag.name !== open.name || tag.type === "open") this.scanner.rewind(tag);
        whole = true;
        break;
      }
      if (tag.type === "close") continue;
      const own = readAttributes(this.source, tag);
      const name = this.canonicalName(tag.name, own);
      if (ENTRY_WRAPPERS.has(name)) continue;
      if (!ENTRY_FIELDS.has(name)) this.skip(tag, open);
      else {
        const field = this.readField(tag, name, own, open);
        if (field !== undefined && count++ < MAX_FIELDS) fields += field;
      }
    }
    this.scopes.pop();
    if (whole) this.entries.push(fields);
  }

  /** Its end tag, or another tag that cannot stand inside an entry. */
  private endsEntry(tag: Tag, entry: Tag): boolean {
    if (tag.name === entry.name) return true;
    return tag.type === "close" && ROOTS[localName(tag.name)] !== undefined;
  }

  /** Reads an element to its end as one flat field; undefined if the source ends before it. */
  private readField(open: Tag, name: string, attributes: Attributes, entry?: Tag): string | undefined {
    const start = open.end;
    let end = start;
    let markup = false;
    if (!open.selfClosing) {
      const close = this.findClose(open, entry);
      if (close === undefined) return undefined;
      ({ end, markup } = close);
    }
    const raw = this.source.slice(start, Math.min(end, start + MAX_TEXT));
    const value = (key: string): string | undefined => attributes.get(key);
    const text = PLAIN_FIELDS.has(name)
      ? readText(raw)
      : readHtml({ raw, markup, type: value("type"), mode: value("mode") });
    return `<${name}${this.writeAttributes(attributes)}>${wrapText(text)}</${name}>`;
  }

  /** The attributes that are read, and `base`: every `xml:base` in force, outermost first. */
  private writeAttributes(attributes: Attributes): string {
    const bases = [...this.scopes, attributes]
      .map((scope) => scope.get("xml:base"))
      .filter((base) => base !== undefined);
    const kept = KEPT_ATTRIBUTES.map((key) => [key, attributes.get(key)] as const);
    return [...kept, ["base", bases.length === 0 ? undefined : bases.join(" ")] as const]
      .map(([key, value]) => (value === undefined ? "" : ` ${key}="${wrapAttribute(decodeReferences(value))}"`))
      .join("");
  }

  private findClose(open: Tag, entry: Tag | undefined): { end: number; markup: boolean } | undefined {
    let depth = 1;
    let markup = false;
    for (let tag = this.scanner.next(); tag !== undefined; tag = this.scanner.next()) {
      if (tag.name === open.name) {
        if (tag.type === "open" && !tag.selfClosing) depth++;
        if (tag.type === "close" && --depth === 0) return { end: tag.start, markup };
      } else if (entry !== undefined && this.endsEntry(tag, entry)) {
        this.scanner.rewind(tag);
        return { end: tag.start, markup };
      } else markup = true;
    }
    return undefined;
  }

  private skip(open: Tag, entry?: Tag): void {
    if (!open.selfClosing) this.findClose(open, entry);
  }

  /** `dc:date` for the Dublin Core date, whatever its prefix; bare names for the feed's own vocabulary. */
  private canonicalName(raw: string, own: Attributes): string {
    const colon = raw.indexOf(":");
    const prefix = colon < 0 ? "" : raw.slice(0, colon);
    const canonical = this.canonicalPrefix(prefix, own);
    const bare = canonical === "" || (canonical === "atom" && this.kind === "atom");
    return bare ? localName(raw) : `${canonical}:${localName(raw)}`;
  }

  private canonicalPrefix(prefix: string, own: Attributes): string {
    const key = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    const uri = [own, ...this.scopes.toReversed()].map((scope) => scope.get(key)).find((value) => value !== undefined);
    const known = NAMESPACES[(uri ?? "").trim().toLowerCase().replace(/[/#]$/, "")];
    return known ?? prefix.toLowerCase();
  }
}

/** Throws `feed-not-a-feed` if there is no feed in it. Linear in the length of the source. */
export function repairFeed(source: string): RepairedFeed {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  return new Repair(source.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "")).run();
}

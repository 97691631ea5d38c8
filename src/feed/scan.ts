/**
 * Finds the tags of XML that may be broken: no tree, no stack, no entity, every character looked at a bounded number
 * of times. Offsets point into the source.
 */

export interface Tag {
  readonly type: "open" | "close";
  /** With its prefix, in lower case: feeds are not careful about it. */
  readonly name: string;
  /** Of the `<`. */
  readonly start: number;
  /** After the `>`. */
  readonly end: number;
  readonly selfClosing: boolean;
}

/** Names in lower case, values not decoded. */
export type Attributes = ReadonlyMap<string, string>;

/** Attributes of one element that are read, and characters of one value: beyond that it is not a feed's. */
const MAX_ATTRIBUTES = 64;
const MAX_ATTRIBUTES_LENGTH = 65_536;
const MAX_ATTRIBUTE_LENGTH = 8192;
const MAX_NAME_LENGTH = 256;

const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x3a || code > 0x7f;

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

const CDATA = "<![CDATA[";
const ENTRY_ENDS = ["</item>", "</entry>"];

/** The next end of a CDATA section, and the last end of an entry before its last opening: -1 if there is none. */
interface Section {
  readonly end: number;
  readonly lastEntryEnd: number;
}

export class TagScanner {
  private readonly source: string;
  /** True once the source ended inside a tag, comment or CDATA section. */
  private truncated = false;
  /** The scanner goes on from here. */
  private at = 0;
  private section: Section = { end: -1, lastEntryEnd: -1 };

  constructor(source: string) {
    this.source = source;
  }

  /** The next tag; comments, CDATA sections, declarations and instructions are passed over. Undefined at the end. */
  next(): Tag | undefined {
    while (true) {
      const start = this.source.indexOf("<", this.at);
      if (start < 0) return undefined;
      const code = this.source.charCodeAt(start + 1);
      if (code === 0x21) this.skipDeclaration(start);
      else if (code === 0x3f) this.at = this.skipTo(">", start + 2);
      else if (code === 0x2f && isNameStart(this.source.charCodeAt(start + 2))) return this.readTag(start, "close");
      else if (isNameStart(code)) return this.readTag(start, "open");
      else this.at = start + 1;
    }
  }

  /** Makes `tag` the next one again. */
  rewind(tag: Tag): void {
    this.at = tag.start;
  }

  private skipTo(mark: string, from: number): number {
    const found = this.source.indexOf(mark, from);
    if (found >= 0) return found + mark.length;
    this.truncated = true;
    return this.source.length;
  }

  private skipDeclaration(start: number): void {
    if (this.source.startsWith("<!--", start)) {
      this.at = this.skipTo("-->", start + 4);
    } else if (this.source.startsWith(CDATA, start)) {
      this.at = this.skipCdata(start);
    } else if (/^<!doctype[^>[]{0,1024}\[/i.test(this.source.slice(start, start + 1100))) {
      // Entities declared inside are never expanded: the whole subset is passed over.
      this.at = this.skipTo(">", this.skipTo("]", start));
    } else {
      this.at = this.skipTo(">", start);
    }
  }

  /**
   * After a CDATA section. One that was never closed would run on to the end of the next one, in another entry: of it
   * only the opening is passed over.
   */
  private skipCdata(start: number): number {
    const from = start + CDATA.length;
    if (from > this.section.end) this.section = this.findSectionEnd(from);
    if (this.section.lastEntryEnd >= from) return from;
    return this.skipTo("]]>", Math.min(this.section.end, this.source.length));
  }

  /** Found once for all the openings before it, so that a million of them cost no more than one. */
  private findSectionEnd(from: number): Section {
    const found = this.source.indexOf("]]>", from);
    const body = found < 0 ? this.source.slice(from) : this.source.slice(from, found);
    const opening = found < 0 ? body.length : body.lastIndexOf(CDATA);
    const entryEnd = opening < 0 ? -1 : Math.max(...ENTRY_ENDS.map((mark) => body.lastIndexOf(mark, opening)));
    const end = found < 0 ? Number.POSITIVE_INFINITY : found;
    return { end, lastEntryEnd: entryEnd < 0 ? -1 : from + entryEnd };
  }

  private readTag(start: number, type: Tag["type"]): Tag | undefined {
    const { source } = this;
    const nameStart = start + (type === "close" ? 2 : 1);
    let nameEnd = nameStart + 1;
    while (nameEnd < source.length && nameEnd - nameStart < MAX_NAME_LENGTH) {
      const code = source.charCodeAt(nameEnd);
      if (isSpace(code) || code === 0x2f || code === 0x3e || code === 0x3c) break;
      nameEnd++;
    }
    const end = this.findTagEnd(nameEnd);
    this.at = end;
    if (this.truncated) return undefined;
    const selfClosing = type === "open" && source.charCodeAt(end - 2) === 0x2f;
    return { type, name: source.slice(nameStart, nameEnd).toLowerCase(), start, end, selfClosing };
  }

  /** After the `>` that ends a tag, or at a `<` that shows that the `>` was forgotten. */
  private findTagEnd(from: number): number {
    const { source } = this;
    let previous = 0;
    for (let i = from; i < source.length; i++) {
      const code = source.charCodeAt(i);
      if (code === 0x3e) return i + 1;
      if (code === 0x3c) return i;
      if ((code === 0x22 || code === 0x27) && previous === 0x3d) {
        const close = source.indexOf(source.charAt(i), i + 1);
        if (close >= 0) i = close;
      }
      if (!isSpace(code)) previous = code;
    }
    this.truncated = true;
    return source.length;
  }
}

const ATTRIBUTE = /([^\s=/<>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

const NO_ATTRIBUTES: Attributes = new Map();

/** The attributes of an open tag; the first of two with one name. */
export function readAttributes(source: string, tag: Tag): Attributes {
  const start = tag.start + 1 + tag.name.length;
  // Most tags have none.
  if (tag.end - start < 4) return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  const text = source.slice(start, Math.min(tag.end, start + MAX_ATTRIBUTES_LENGTH));
  for (const [, name = "", double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare;
    const key = name.toLowerCase();
    if (value === undefined || attributes.has(key) || value.length > MAX_ATTRIBUTE_LENGTH) continue;
    attributes.set(key, value);
    if (attributes.size >= MAX_ATTRIBUTES) break;
  }
  return attributes;
}

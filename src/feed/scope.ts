/** What is in force around an element: the meaning of its prefixes and the address that its links are relative to. */
import { decodeReferences } from "./entity.ts";
import type { Attributes } from "./scan.ts";
import { NAMESPACES } from "./vocabulary.ts";

/** Longer is no address of a namespace, of a page, of a folder: a base is read again for every link. */
const MAX_NAMESPACE = 256;
const MAX_URL = 4096;
const MAX_BASE = 512;

interface Scope {
  readonly attributes: Attributes;
  readonly base: string;
}

/** Resolves a link to a page of the web; undefined if it leads nowhere, or elsewhere (`javascript:`, `tag:`). */
export function resolveUrl(link: string, base: string): string | undefined {
  // Escaped once too often, mostly inside CDATA; no address means it.
  const trimmed = link.trim().replaceAll("&amp;", "&");
  if (trimmed === "" || trimmed.length > MAX_URL) return undefined;
  const url = URL.parse(trimmed, base) ?? URL.parse(trimmed);
  return url?.protocol === "http:" || url?.protocol === "https:" ? url.href : undefined;
}

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

export class ScopeStack {
  /** Innermost last; a feed needs three: root, channel, entry. */
  private readonly scopes: Scope[] = [];
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  push(attributes: Attributes): void {
    this.scopes.push({ attributes, base: this.baseOf(attributes) });
  }

  pop(): void {
    this.scopes.pop();
  }

  get depth(): number {
    return this.scopes.length;
  }

  /** Base address for an element with these attributes. */
  baseOf(own: Attributes): string {
    const outer = this.scopes.at(-1)?.base ?? this.url;
    const base = own.get("xml:base");
    const resolved = base === undefined ? undefined : resolveUrl(decodeReferences(base), outer);
    return resolved === undefined || resolved.length > MAX_BASE ? outer : resolved;
  }

  /** `dc:date` for the Dublin Core date, whatever prefix a feed gives it; bare names for RSS itself. */
  canonicalName(raw: string, own: Attributes): string {
    const colon = raw.indexOf(":");
    const prefix = this.canonicalPrefix(colon < 0 ? "" : raw.slice(0, colon), own);
    return prefix === "" ? localName(raw) : `${prefix}:${localName(raw)}`;
  }

  private canonicalPrefix(prefix: string, own: Attributes): string {
    const key = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    let uri = own.get(key);
    for (let i = this.scopes.length - 1; i >= 0 && uri === undefined; i--) uri = this.scopes[i]?.attributes.get(key);
    if (uri === undefined || uri.length > MAX_NAMESPACE) return prefix;
    const name = uri.trim().toLowerCase().replace(/[/#]$/, "");
    return NAMESPACES.get(name) ?? prefix;
  }
}

/** Text constructs: whatever way a feed wraps its HTML or plain text (escaped, CDATA, inline, base64), it comes out as HTML. */
import { decodeReferences, escapeText } from "./entity.ts";

export interface Construct {
  /** Between the tags, as written. */
  readonly raw: string;
  /** True if there are tags in it. */
  readonly markup: boolean;
  /** The `type` and `mode` attributes, decoded. */
  readonly type: string | undefined;
  readonly mode: string | undefined;
}

/** The characters between the tags: comments dropped, CDATA sections opened, references decoded unless `keep` is set. */
export function readText(raw: string, keep = false): string {
  const decode = (text: string): string => (keep ? text : decodeReferences(text));
  let out = "";
  let at = 0;
  while (at < raw.length) {
    const special = raw.indexOf("<!", at);
    if (special < 0) break;
    out += decode(raw.slice(at, special));
    const cdata = raw.startsWith("<![CDATA[", special);
    const comment = raw.startsWith("<!--", special);
    const close = raw.indexOf(cdata ? "]]>" : comment ? "-->" : ">", special + 2);
    const end = close < 0 ? raw.length : close;
    if (cdata) out += keep ? escapeText(raw.slice(special + 9, end)) : raw.slice(special + 9, end);
    at = end + (cdata || comment ? 3 : 1);
  }
  return openCdata(out + decode(raw.slice(at)));
}

/** Some writers escape the CDATA section that they wrap a text in. */
function openCdata(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith("<![CDATA[") && trimmed.endsWith("]]>") ? trimmed.slice(9, -3) : text;
}

/** Atom 1.0 says by `type` that content is binary (neither text nor XML), Atom 0.3 by `mode`; what is no text then stays. */
function decodeBase64(text: string, type: string, mode: string | undefined): string {
  const binary = type.includes("/") && !/^text\/|[/+]xml$|^application\/(?:json|xhtml)/.test(type);
  if (mode !== "base64" && !binary) return text;
  const bare = text.replace(/\s+/g, "");
  if (bare.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/.test(bare)) return text;
  const decoded = Buffer.from(bare, "base64").toString("utf8");
  return decoded.includes("\ufffd") ? text : decoded;
}

/** Elements whose content no reader sees. */
const UNSEEN = /<(script|style|applet)(?=[\s>])/gi;

/** Takes out what is no text; an element that is never closed stays, for who knows where it ends. */
function dropUnseen(html: string): string {
  let out = "";
  let at = 0;
  const neverClosed = new Set<string>();
  for (const match of html.matchAll(UNSEEN)) {
    const name = (match[1] ?? "").toLowerCase();
    if (match.index < at || neverClosed.has(name)) continue;
    const close = new RegExp(`</${name}[^<>]*>`, "gi");
    close.lastIndex = match.index;
    if (close.test(html)) {
      out += html.slice(at, match.index);
      at = close.lastIndex;
    } else neverClosed.add(name);
  }
  return out + html.slice(at);
}

/** The construct as HTML. */
export function readHtml(construct: Construct): string {
  return dropUnseen(unwrap(construct));
}

function unwrap({ raw, markup, type = "", mode }: Construct): string {
  const kind = type.trim().toLowerCase();
  if (markup) {
    const inline = mode === "xml" || /xhtml$|[/+]xml$/.test(kind);
    // Naked markup in RSS is often mixed with escaped markup; inline XHTML never is. `<xhtml:p>` is a paragraph too.
    return readText(raw, inline).replace(/<(\/?)[a-zA-Z]\w{0,20}:(?=[a-zA-Z])/g, "<$1");
  }
  const text = decodeBase64(readText(raw), kind, mode?.toLowerCase());
  return kind === "text" || kind === "text/plain" ? escapeText(text) : text;
}

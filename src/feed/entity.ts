/** Character references: `&#x4e3e;`, `&nbsp;`, and the ampersands that are none. Nothing a document declares is expanded. */
import { isText } from "domhandler";
import { collapse } from "../text/space.ts";
import { parseTree } from "../text/tree.ts";

const XML_NAMES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,7})|([a-zA-Z][a-zA-Z\d]{1,31}));/g;

/** The C1 controls that windows-1252 writers mean by `&#150;`. */
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const known = new Map<string, string>(Object.entries(XML_NAMES));
/** HTML has 2,125 names; hostile text may have any number of others, which are not remembered. */
function characterOfName(name: string): string | undefined {
  const found = known.get(name);
  if (found !== undefined) return found;
  const [node] = parseTree(`&${name};`).children;
  const text = node !== undefined && isText(node) ? node.data : "";
  if (text.includes(";")) return undefined;
  known.set(name, text);
  return text;
}

function characterOfCode(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return C1[code - 0x80] ?? "";
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  return code === 9 || code === 10 || code === 13 || code >= 0x20 ? String.fromCodePoint(code) : "";
}

/** Replaces each reference by its character, once; what is no reference stays. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return characterOfCode(Number(decimal));
    if (hex !== undefined) return characterOfCode(Number.parseInt(hex, 16));
    return characterOfName(name ?? "") ?? whole;
  });
}

/** Makes plain text safe inside an element or a quoted attribute of XML or HTML. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Longer is no title or name. */
const MAX_PLAIN = 4096;

function dropComments(html: string): string {
  let out = "";
  let at = 0;
  for (let start = html.indexOf("<!--"); start >= 0; start = html.indexOf("<!--", at)) {
    out += html.slice(at, start);
    const end = html.indexOf("-->", start + 4);
    if (end < 0) return out;
    at = end + 3;
  }
  return out + html.slice(at);
}

/** The text that a reader sees of a short piece of HTML: no tags, no comments, references decoded, one space for many. */
export function plainText(html: string): string {
  const bare = dropComments(html.slice(0, MAX_PLAIN)).replace(/<\/?[a-zA-Z][^<>]*>/g, "");
  return collapse(decodeReferences(bare));
}

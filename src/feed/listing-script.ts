/** What scripts hold or write in the place of a list: islands of records, and links row by row. */
import type { ChildNode } from "domhandler";
import { parseTree } from "../text/tree.ts";

/** `var curHref = './t1.html'; var curTitle = '…';`, one pair a row; what is commented out does not count. */
const HREF = /^[ \t]*(?:var|let|const)[ \t]+\w{0,20}(?:href|url|link)[ \t]*=[ \t]*(?:"([^"\n]+)"|'([^'\n]+)')/im;
const TITLE = /^[ \t]*(?:var|let|const)[ \t]+\w{0,20}title[ \t]*=[ \t]*(?:"([^"\n]+)"|'([^'\n]+)')/im;
/** A script that writes one row is short. */
const MAX_ROW_SCRIPT = 3000;

const escapeAttribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** Some government systems hide the records from crawlers in XML islands: each CDATA is a piece of HTML. */
export function openDataIsland(script: string): ChildNode[] {
  const pieces: string[] = [];
  for (let at = script.indexOf("<![CDATA["); at >= 0; at = script.indexOf("<![CDATA[", at)) {
    const end = script.indexOf("]]>", at);
    pieces.push(script.slice(at + 9, end < 0 ? undefined : end));
    if (end < 0) break;
    at = end;
  }
  return pieces.length === 0 ? [] : parseTree(pieces.join("\n")).children;
}

/** The link that the script of a row writes; none for any other script. */
export function readWrittenLink(script: string): ChildNode[] {
  if (script.length > MAX_ROW_SCRIPT) return [];
  const href = HREF.exec(script);
  const title = TITLE.exec(script);
  if (href === null || title === null) return [];
  const text = (title[1] ?? title[2] ?? "").replace(/<[^<>]{0,200}>/g, "");
  return parseTree(`<a href="${escapeAttribute(href[1] ?? href[2] ?? "")}">${text}</a>`).children;
}

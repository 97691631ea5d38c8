/** Reads the repaired fields of one item: which of them names it, links it, dates it, and what it says. */
import { escapeText, plainText } from "./entity.ts";
import { type Draft, type FeedContext, resolveUrl } from "./entry.ts";

/** As xml2js gives it: text alone, or text with attributes. */
export type FieldNode = string | { readonly _?: string; readonly $?: Readonly<Record<string, string>> };
export type FieldTree = Readonly<Record<string, readonly FieldNode[] | undefined>>;

/** Best first. */
const ID_FIELDS = ["guid", "id", "atom:id", "about", "dc:identifier"];
const TITLE_FIELDS = ["title", "dc:title", "atom:title"];
const LINK_FIELDS = ["link", "atom:link"];
const DATE_FIELDS = [
  "published",
  "atom:published",
  "pubdate",
  "issued",
  "atom:issued",
  "dcterms:issued",
  "created",
  "dcterms:created",
  "updated",
  "atom:updated",
  "modified",
  "atom:modified",
  "dc:date",
  "dcterms:modified",
];
const SUMMARY_FIELDS = ["description", "summary", "atom:summary", "dc:description", "itunes:summary"];
const CONTENT_FIELDS = ["content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem", "xhtml:div"];

const rawText = (node: FieldNode): string => (typeof node === "string" ? node : (node._ ?? "")).trim();
const attribute = (node: FieldNode, name: string): string | undefined =>
  typeof node === "string" ? undefined : node.$?.[name];

function nodesOf(fields: FieldTree, names: readonly string[]): readonly FieldNode[] {
  return names.flatMap((name) => fields[name] ?? []);
}

/** The first field with text in it. */
function firstText(fields: FieldTree, names: readonly string[]): string | undefined {
  return nodesOf(fields, names)
    .map(rawText)
    .find((text) => text !== "");
}

const isPlain = (node: FieldNode): boolean => {
  const type = attribute(node, "type")?.toLowerCase();
  return attribute(node, "markup") === undefined && (type === "text" || type === "text/plain");
};

function decodeBase64(text: string): string {
  return Buffer.from(text, "base64").toString("utf8");
}

/** A text construct as HTML. */
function readHtml(node: FieldNode): string {
  const base64 = attribute(node, "mode") === "base64";
  const text = base64 ? decodeBase64(rawText(node)) : rawText(node);
  if (isPlain(node)) return escapeText(text);
  // xhtml with a prefix: `<xhtml:p>` is a paragraph all the same.
  return attribute(node, "markup") === undefined ? text : text.replace(/<(\/?)[a-zA-Z]\w{0,20}:(?=[a-zA-Z])/g, "<$1");
}

function firstHtml(fields: FieldTree, names: readonly string[]): string | undefined {
  return nodesOf(fields, names)
    .map(readHtml)
    .find((html) => html !== "");
}

/** Link of an item: `alternate` before others, of Atom's `href`s; else the text of RSS's `link`; else a guid that is one. */
function readLink(fields: FieldTree, context: FeedContext): string | undefined {
  const nodes = nodesOf(fields, LINK_FIELDS);
  const rel = (node: FieldNode): string => attribute(node, "rel")?.toLowerCase() ?? "alternate";
  const guids = (fields.guid ?? []).filter((node) => attribute(node, "ispermalink")?.toLowerCase() !== "false");
  const candidates = [
    ...nodes.filter((node) => rawText(node) !== ""),
    ...nodes.filter((node) => rel(node) === "alternate"),
    ...guids.filter((node) => /^https?:/i.test(rawText(node))),
  ];
  for (const node of candidates) {
    const bases = [context.url, ...(attribute(node, "base")?.split(" ") ?? [])];
    const url = resolveUrl(rawText(node) || (attribute(node, "href") ?? ""), bases);
    if (url !== undefined) return url;
  }
  return undefined;
}

export function readDraft(fields: FieldTree, context: FeedContext): Draft {
  const titles = nodesOf(fields, TITLE_FIELDS);
  return {
    id: firstText(fields, ID_FIELDS),
    url: readLink(fields, context),
    title: titles.map((node) => plainText(readHtml(node))).find((title) => title !== ""),
    dates: nodesOf(fields, DATE_FIELDS).map(rawText),
    summary: firstHtml(fields, SUMMARY_FIELDS),
    content: firstHtml(fields, CONTENT_FIELDS),
  };
}

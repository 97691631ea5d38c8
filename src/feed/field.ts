/** Reads the repaired fields of one item: which of them names it, links it, dates it, and what it says. */
import { plainText } from "./entity.ts";
import { type Draft, type FeedContext, resolveUrl } from "./entry.ts";

/** As xml2js gives it: text alone, or text with attributes. */
export type FieldNode = string | { readonly _?: string; readonly $?: Readonly<Record<string, string>> };
export type FieldTree = Readonly<Record<string, readonly FieldNode[] | undefined>>;

/** Best first. */
const ID_FIELDS = ["guid", "id", "atom:id", "about", "dc:identifier"];
const TITLE_FIELDS = ["title", "dc:title", "atom:title", "media:title"];
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
const SUMMARY_FIELDS = [
  "description",
  "summary",
  "atom:summary",
  "dc:description",
  "itunes:summary",
  "media:description",
];
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

const isAlternate = (node: FieldNode): boolean => (attribute(node, "rel") ?? "alternate").toLowerCase() === "alternate";

/** Links by preference: of RSS's the last, of Atom's the first, then an id that is an address. */
function linksOf(fields: FieldTree): readonly FieldNode[] {
  const own = (fields.link ?? []).filter(isAlternate);
  const ids = nodesOf(fields, ["guid", "id", "atom:id"]).filter(
    (node) => attribute(node, "ispermalink")?.toLowerCase() !== "false" && /^https?:/i.test(rawText(node)),
  );
  return [
    ...(own.some((node) => rawText(node) !== "") ? own.toReversed() : own),
    ...(fields["atom:link"] ?? []).filter(isAlternate),
    ...ids,
  ];
}

function readLink(fields: FieldTree, context: FeedContext): string | undefined {
  for (const node of linksOf(fields)) {
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
    title: titles.map((node) => plainText(rawText(node))).find((title) => title !== ""),
    dates: nodesOf(fields, DATE_FIELDS).map(rawText),
    summary: firstText(fields, SUMMARY_FIELDS),
    content: firstText(fields, CONTENT_FIELDS),
  };
}

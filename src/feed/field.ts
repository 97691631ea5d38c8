/** Reads the repaired fields of one item: which of them names it, links it, dates it, and what it says. */
import { plainText } from "./entity.ts";
import type { Draft } from "./entry.ts";
import { CONTENT_FIELDS, DATE_FIELDS, ID_FIELDS, SUMMARY_FIELDS, TITLE_FIELDS } from "./vocabulary.ts";

/** As xml2js gives it: text alone, or text with attributes. */
type FieldNode = string | { readonly _?: string; readonly $?: Readonly<Record<string, string>> };
export type FieldTree = Readonly<Record<string, readonly FieldNode[] | undefined>>;

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

const isPage = (node: FieldNode): boolean => (attribute(node, "type") ?? "html").includes("html");

/** RSS's link, the last of many; else Atom's, the first page of many; else an id that is an address. */
function readLink(fields: FieldTree): string | undefined {
  const own = fields.link ?? [];
  const text = own.map(rawText).findLast((link) => link !== "");
  if (text !== undefined) return text;
  const links = [...own, ...(fields["atom:link"] ?? [])];
  const hrefs = [...links.filter(isPage), ...links].map((node) => attribute(node, "href"));
  const ids = nodesOf(fields, ["guid", "id", "atom:id", "about"])
    .map(rawText)
    .filter((id) => /^https?:/i.test(id) && URL.canParse(id));
  return [...hrefs, ...ids].find((link) => link !== undefined);
}

/** `tree` is an item without any field where it is a text. */
export function readDraft(tree: FieldTree | string): Draft {
  const fields = typeof tree === "string" ? {} : tree;
  const titles = nodesOf(fields, TITLE_FIELDS);
  return {
    id: firstText(fields, ID_FIELDS),
    url: readLink(fields),
    title: titles.map((node) => plainText(rawText(node))).find((title) => title !== ""),
    dates: nodesOf(fields, DATE_FIELDS)
      .map(rawText)
      .filter((date) => date !== ""),
    summary: firstText(fields, SUMMARY_FIELDS),
    content: firstText(fields, CONTENT_FIELDS),
  };
}

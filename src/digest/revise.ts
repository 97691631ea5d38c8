/** A posted digest as it stands now: without what was hidden, and with what its articles say today. Pure. */
import { type Block, type Document, text } from "../document.ts";
import type { Messages } from "../locale/messages.ts";

/** What has happened to an article since it was told. */
export interface Revision {
  /** Headlines that the channel does not want to see. */
  readonly hidden: ReadonlySet<string>;
  /** The headlines it has now, if those that were told do not hold any more; none if it was withdrawn. */
  readonly now?: readonly string[] | undefined;
}

const linkOf = (block: Block): string | undefined =>
  block.type === "heading" && block.level === 3
    ? block.inlines.flatMap((inline) => (inline.type === "link" ? [inline.url] : []))[0]
    : undefined;

const headlinesOf = (block: Block): string[] =>
  block.type === "list"
    ? block.items.flatMap(({ inlines, children = [] }) => [
        inlines[0]?.value ?? "",
        ...children.map((child) => child.inlines[0]?.value ?? ""),
      ])
    : [];

/** What the parts of one digest say of the article at an address. A long list may run on in the next part. */
export function listTold(documents: readonly Document[], url: string): string[] {
  let current: string | undefined;
  return documents
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.type === "heading") current = linkOf(block);
      return current === url ? headlinesOf(block) : [];
    });
}

type List = Extract<Block, { type: "list" }>;

function withoutHidden(list: List, hidden: ReadonlySet<string>): List {
  const isShown = ({ inlines }: { readonly inlines: readonly { readonly value: string }[] }): boolean =>
    !hidden.has(inlines[0]?.value ?? "");
  const items = list.items
    .filter(isShown)
    .map((item) => (item.children ? { ...item, children: item.children.filter(isShown) } : item));
  return { ...list, items };
}

const note = (sentence: string): Block => ({ type: "note", inlines: [text(sentence)] });

function reviseList(list: List, { hidden, now }: Revision, isFirst: boolean, messages: Messages): Block[] {
  if (now === undefined) {
    const left = withoutHidden(list, hidden);
    return left.items.length > 0 ? [left] : [note(messages.allHidden)];
  }
  if (!isFirst) return [];
  if (now.length === 0) return [note(messages.withdrawn)];
  const items = now.filter((headline) => !hidden.has(headline)).map((headline) => ({ inlines: [text(headline)] }));
  return [{ type: "list", ordered: list.ordered, items }, note(messages.corrected)];
}

/** The parts of one digest, in their order; `revisions` by the addresses of the articles. */
export function reviseDocuments(
  documents: readonly Document[],
  revisions: ReadonlyMap<string, Revision>,
  messages: Messages,
): Document[] {
  let current: Revision | undefined;
  let isFirst = true;
  const reviseBlock = (block: Block): Block[] => {
    if (block.type === "heading") {
      current = revisions.get(linkOf(block) ?? "");
      isFirst = true;
    }
    if (block.type !== "list" || !current) return [block];
    const revised = reviseList(block, current, isFirst, messages);
    isFirst = false;
    return revised;
  };
  return documents.map((document) => ({ ...document, blocks: document.blocks.flatMap(reviseBlock) }));
}

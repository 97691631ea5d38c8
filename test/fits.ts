/** A platform that takes so many blocks, and so many characters over all of them. */
import type { Block, Document, Inline, ListItem } from "../src/document.ts";

const countInlines = (inlines: readonly Inline[]): number =>
  inlines.reduce((sum, inline) => sum + [...inline.value].length, 0);

const countItems = (items: readonly ListItem[]): number =>
  items.reduce((sum, item) => sum + countInlines(item.inlines) + countItems(item.children ?? []), 0);

function countBlock(block: Block): number {
  if (block.type === "list") return countItems(block.items);
  return block.type === "divider" || block.type === "actions" ? 0 : countInlines(block.inlines);
}

export const fitsWithin =
  (blocks: number, characters: number) =>
  (document: Document): boolean =>
    document.blocks.length <= blocks &&
    document.blocks.reduce((sum, block) => sum + countBlock(block), [...document.title].length) <= characters;

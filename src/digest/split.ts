/** Cuts a Document into parts within the limits of a platform, between articles where that is possible. */
import type { Block, Document, Inline, ListItem } from "../document.ts";

export interface PartLimits {
  /** Blocks of a Document in one part. */
  readonly blocks: number;
  /** Code points over all blocks of one part. */
  readonly characters: number;
}

const countInlines = (inlines: readonly Inline[]): number =>
  inlines.reduce((sum, inline) => sum + [...inline.value].length + (inline.type === "link" ? inline.url.length : 0), 0);

const countItems = (items: readonly ListItem[]): number =>
  items.reduce((sum, item) => sum + countInlines(item.inlines) + countItems(item.children ?? []), 0);

export function countCharacters(block: Block): number {
  switch (block.type) {
    case "list":
      return countItems(block.items);
    case "divider":
      return 0;
    case "actions":
      return block.actions.reduce((sum, action) => sum + [...action.label].length, 0);
    case "heading":
    case "paragraph":
    case "note":
      return countInlines(block.inlines);
    default:
      return block satisfies never;
  }
}

/** A list that is too long for any part is cut between its items. */
function breakLists(blocks: readonly Block[], limit: number): Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== "list" || countCharacters(block) <= limit) return [block];
    const pieces: ListItem[][] = [[]];
    let room = limit;
    for (const item of block.items) {
      const size = countItems([item]);
      if (size > room && pieces.at(-1)?.length) {
        pieces.push([]);
        room = limit;
      }
      pieces.at(-1)?.push(item);
      room -= size;
    }
    let start = block.start ?? 1;
    return pieces.map((items) => {
      const piece = { ...block, items, start };
      start += items.length;
      return piece;
    });
  });
}

/** Runs that should stay together: a heading and what follows it until the next heading. */
function toRuns(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    const opens = block.type === "heading" && last?.at(-1)?.type !== "heading";
    if (!last || opens) runs.push([block]);
    else last.push(block);
  }
  return runs;
}

const sizeOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + countCharacters(block), 0);

/** All parts carry the title. A document that fits comes back as the only part. */
export function splitDocument(document: Document, limits: PartLimits): Document[] {
  const limit = limits.characters - [...document.title].length;
  const fits = (blocks: readonly Block[]): boolean => blocks.length <= limits.blocks && sizeOf(blocks) <= limit;
  const parts: Block[][] = [];
  let current: Block[] = [];
  const append = (blocks: readonly Block[]): void => {
    if (current.length > 0 && !fits([...current, ...blocks])) {
      parts.push(current);
      current = [];
    }
    current.push(...blocks);
  };
  for (const run of toRuns(breakLists(document.blocks, limit))) {
    if (fits(run)) append(run);
    else for (const block of run) append([block]);
  }
  return [...parts, current].map((blocks) => ({ title: document.title, blocks }));
}

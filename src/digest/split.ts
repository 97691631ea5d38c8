/** Cuts a Document into parts that a platform takes, between articles where that is possible. */
import type { Block, Document } from "../document.ts";

/** Whether a platform takes it as one message. */
export type Fits = (document: Document) => boolean;

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

/** A list that no part takes is halved until one does; its numbers go on. What cannot be cut comes back as it is. */
function breakList(block: Block, fits: (blocks: readonly Block[]) => boolean): Block[] {
  if (block.type !== "list" || block.items.length < 2 || fits([block])) return [block];
  const middle = Math.ceil(block.items.length / 2);
  const start = block.start ?? 1;
  const first = { ...block, items: block.items.slice(0, middle), start };
  const second = { ...block, items: block.items.slice(middle), start: start + middle };
  return [...breakList(first, fits), ...breakList(second, fits)];
}

/** All parts carry the title. A document that fits comes back as the only part. */
export function splitDocument(document: Document, fitsDocument: Fits): Document[] {
  const fits = (blocks: readonly Block[]): boolean => fitsDocument({ ...document, blocks });
  const parts: Block[][] = [];
  let current: Block[] = [];
  const append = (blocks: readonly Block[]): void => {
    if (current.length > 0 && !fits([...current, ...blocks])) {
      parts.push(current);
      current = [];
    }
    current.push(...blocks);
  };
  for (const run of toRuns(document.blocks)) {
    if (fits(run)) append(run);
    else for (const block of run.flatMap((one) => breakList(one, fits))) append([block]);
  }
  return [...parts, current].map((blocks) => ({ ...document, blocks }));
}

/** What of a text belongs to its lists, so that no clause of running text is looked for there. */
import type { Span } from "../../model.ts";
import type { Reading } from "../reading.ts";
import type { List, ListItem } from "./nesting.ts";

export interface Owned {
  /** Sorted and apart. */
  readonly regions: readonly Span[];
  /** Some list states something; one of mere topics says nothing of how much is told beside it. */
  readonly besideLists: boolean;
  /** Share of the text that the regions take, from 0 to 1. */
  readonly share: number;
}

/** 一、组织机构, on a line of its own: nobody's statement either. */
const HEADING_LINE = /^[^\n。;]{1,40}(?=\n)/;
const HEADING_REACH = 42;

/** All of an item, but only the heading line of a mere topic (一、主要职责): the text below it is free. */
function ownedOf(text: string, { start, body, end, topic }: ListItem): Span[] {
  if (!topic) return [{ start, end }];
  const heading = HEADING_LINE.exec(text.slice(body, Math.min(end, body + HEADING_REACH)))?.[0];
  return heading === undefined ? [] : [{ start, end: body + heading.length }];
}

export function ownedBy({ text }: Reading, lists: readonly List[]): Owned {
  const spans = lists
    .flatMap(({ items }) => items.flatMap((item) => ownedOf(text, item)))
    .sort((a, b) => a.start - b.start);
  const regions: Span[] = [];
  for (const { start, end } of spans) {
    const last = regions.at(-1);
    if (last !== undefined && start <= last.end)
      regions[regions.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else regions.push({ start, end });
  }
  const taken = regions.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    regions,
    besideLists: lists.some(({ items }) => items.some(({ topic }) => !topic)),
    share: taken / Math.max(1, text.length),
  };
}

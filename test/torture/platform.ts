/** The platform: what was shown in which channel. It outlives every process of the bot. */
import { appendFileSync } from "node:fs";
import type { Block, Inline, ListItem } from "../../src/document.ts";
import { messagesFor } from "../../src/locale/locale.ts";
import type { Part } from "../../src/platform.ts";
import { NAME } from "./item.ts";

export interface Shown {
  readonly channel: string;
  readonly part: Part;
  /** The bot's clock. */
  readonly at: string;
  /** Names of the measures that it tells. */
  readonly names: readonly string[];
  /** Measures that it says it leaves out. */
  readonly omitted: number;
}

export interface Platform {
  readonly shown: readonly Shown[];
  /** Parts that came again under a key that is shown already, and how many of them said something else. */
  readonly again: { same: number; different: number };
  /** Shows a part, unless its key is shown already. Returns the id of the message. */
  show(channel: string, part: Part, at: string): string;
}

const itemTexts = (items: readonly ListItem[]): string[] =>
  items.flatMap(({ inlines, children = [] }) => [textOf(inlines), ...itemTexts(children)]);

const textOf = (inlines: readonly Inline[]): string => inlines.map(({ value }) => value).join("");

const namesIn = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap((block) => (block.type === "list" ? itemTexts(block.items) : []))
    .flatMap((line) => line.match(NAME) ?? []);

const OMITTED = new RegExp(messagesFor("zh-CN").omitted(987_654).replace("987654", "(\\d+)"));

const omittedIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    const told = block.type === "note" ? OMITTED.exec(textOf(block.inlines))?.[1] : undefined;
    return sum + Number(told ?? 0);
  }, 0);

/** `journal`: a file that every message is written to before it is answered. */
export function createPlatform(journal?: string): Platform {
  const shown: Shown[] = [];
  const byKey = new Map<string, { id: string; said: string }>();
  const again = { same: 0, different: 0 };
  return {
    shown,
    again,
    show: (channel, part, at) => {
      const key = `${channel} ${part.key}`;
      const said = JSON.stringify(part.document);
      const known = byKey.get(key);
      if (known) {
        again[known.said === said ? "same" : "different"]++;
        return known.id;
      }
      const { blocks } = part.document;
      shown.push({ channel, part, at, names: namesIn(blocks), omitted: omittedIn(blocks) });
      if (journal) appendFileSync(journal, `${JSON.stringify({ channel, at, part })}\n`, { flush: true });
      const id = `m${shown.length}`;
      byKey.set(key, { id, said });
      return id;
    },
  };
}

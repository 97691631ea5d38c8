/** Document → plain text, for a message whose blocks Slack does not take: it reads less well, but nothing is lost. Pure. */
import type { Block, Document, Inline, ListItem } from "../../src/document.ts";
import { clean, cut } from "./escape.ts";

/** Slack cuts longer texts by itself, in the middle of a word. */
const LONGEST = 39_000;

const wordsOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.type === "link" ? `${inline.value} ${inline.url}` : inline.value)).join("");

const listItems = (items: readonly ListItem[], indent: string, mark: (i: number) => string): string[] =>
  items.flatMap((item, i) => [
    `${indent}${mark(i)} ${wordsOf(item.inlines)}`,
    ...listItems(item.children ?? [], `${indent}  `, () => "◦"),
  ]);

function toLines(block: Block): string[] {
  switch (block.type) {
    case "heading":
      return ["", wordsOf(block.inlines)];
    case "paragraph":
    case "note":
      return [wordsOf(block.inlines)];
    case "list": {
      const { ordered, start = 1 } = block;
      return listItems(block.items, "", (i) => (ordered ? `${start + i}.` : "•"));
    }
    // Their commands can be typed.
    case "actions":
    case "divider":
      return [];
    default:
      return block satisfies never;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** For a message without markup; what would mention somebody is escaped all the same. */
export function renderPlain({ title, blocks }: Document): string {
  const text = [title, ...blocks.flatMap(toLines)].map((line) => clean(line)).join("\n");
  return cut(text.trim(), LONGEST).replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark) || "…";
}

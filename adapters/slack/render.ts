/**
 * Document → Block Kit. Pure. Articles, lists and paragraphs are rich text: it has no markup that text from a feed could
 * use, and its lists keep their numbers and indents on a phone. Only notes with links need markup, since only a context
 * block is small and grey.
 */
import { type Action, type Block, type Document, hasMarks, type Inline } from "../../src/document.ts";
import { LIMITS, type RichList, type RichSection, type SlackBlock, type SlackMessage, WEIGHT } from "./blocks.ts";
import { clean, cut, escapeLink, escapeMarkup, isBlank, lengthOf, linkable, markup, plain } from "./escape.ts";
import { type Line, toItems, toRichTexts, toSpans, weighSpan } from "./rich.ts";

const ELLIPSIS: SlackBlock = { type: "context", elements: [plain("…", LIMITS.context)] };

/** Pieces of markup that must stay whole: a character, or a link with its label. */
function toTokens(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    const url = inline.type === "link" ? linkable(inline.url, LIMITS.url) : undefined;
    const whole = url === undefined ? undefined : escapeLink(url, inline.value);
    if (whole !== undefined && lengthOf(whole) <= LIMITS.context) return [whole];
    return escapeMarkup(inline.value).match(/&\w+;|./gsu) ?? [];
  });
}

/** As many strings as it takes, none of them longer than the limit. */
function fill(tokens: readonly string[], limit: number): string[] {
  const strings: string[] = [];
  let room = 0;
  for (const token of tokens) {
    const length = lengthOf(token);
    if (length > room) {
      strings.push("");
      room = limit;
    }
    strings[strings.length - 1] += token;
    room -= length;
  }
  return strings.filter((string) => !isBlank(string));
}

function renderNote(inlines: readonly Inline[]): SlackBlock[] {
  if (inlines.some(({ type }) => type === "link")) {
    return fill(toTokens(inlines), LIMITS.context).map((text) => ({ type: "context", elements: [markup(text)] }));
  }
  const said = inlines.map(({ value }) => value).join("");
  return fill([...clean(said)], LIMITS.context).map((text) => ({
    type: "context",
    elements: [plain(text, LIMITS.context)],
  }));
}

/** A command that is too long to be kept behind a button gets none: half a command would do something else. */
function renderActions(actions: readonly Action[], before: number): SlackBlock[] {
  const buttons = actions
    .filter(({ command, label }) => lengthOf(command) <= LIMITS.buttonValue && !isBlank(label))
    .map(({ label, command, danger }, i) => ({
      type: "button" as const,
      action_id: `run:${before + i}`,
      text: plain(label, LIMITS.button),
      value: command,
      ...(danger ? { style: "danger" as const } : {}),
    }));
  const rows: SlackBlock[] = [];
  for (let i = 0; i < buttons.length; i += LIMITS.buttons) {
    rows.push({ type: "actions", elements: buttons.slice(i, i + LIMITS.buttons) });
  }
  return rows;
}

/** Title and blocks, in as many blocks of Slack's as it takes. */
function renderBlocks({ title, blocks }: Document): SlackBlock[] {
  const rendered: SlackBlock[] = isBlank(title) ? [] : [{ type: "header", text: plain(title, LIMITS.header) }];
  let lines: Line[] = [];
  const flush = (): void => {
    rendered.push(...toRichTexts(lines));
    lines = [];
  };
  let previous: Block | undefined;
  for (const [i, block] of blocks.entries()) {
    // An article is one block: its title, who issued it and when, its measures.
    const introduces = previous?.type === "heading" && previous.level === 3;
    const goesOn = block.type === "list" || (block.type === "note" && introduces);
    if (!goesOn) flush();
    previous = block;
    switch (block.type) {
      case "heading":
        if (block.level === 2 && rendered.at(-1)?.type !== "divider") rendered.push({ type: "divider" });
        lines.push({ spans: toSpans(block.inlines, !hasMarks(block.inlines)) });
        break;
      case "paragraph":
        lines.push({ spans: toSpans(block.inlines) });
        break;
      case "note":
        if (goesOn) lines.push({ spans: toSpans(block.inlines) });
        else rendered.push(...renderNote(block.inlines));
        break;
      case "list":
        lines.push(...toItems(block.items, block.ordered ? "ordered" : "bullet", block.start ?? 1));
        break;
      case "divider":
        rendered.push({ type: "divider" });
        break;
      case "actions":
        rendered.push(...renderActions(block.actions, i * LIMITS.viewBlocks));
        break;
      default:
        block satisfies never;
    }
  }
  flush();
  return rendered.length > 0 ? rendered : [ELLIPSIS];
}

const weighAll = <T>(parts: readonly T[], weigh: (part: T) => number): number =>
  parts.reduce((sum, part) => sum + weigh(part), 0);

/** How much of a message a block takes up; see WEIGHT. */
function weighBlock(block: SlackBlock): number {
  switch (block.type) {
    case "rich_text":
      return WEIGHT.block + weighAll(block.elements, weighElement);
    case "header":
      return WEIGHT.block + lengthOf(block.text.text);
    case "context":
      return WEIGHT.block + weighAll(block.elements, ({ text }) => lengthOf(text));
    case "actions":
      return WEIGHT.block + weighAll(block.elements, ({ text, value }) => lengthOf(text.text) + lengthOf(value));
    case "divider":
    case "input":
      return WEIGHT.block;
    default:
      return block satisfies never;
  }
}

const weighElement = (element: RichSection | RichList): number =>
  element.type === "rich_text_list"
    ? weighAll(element.elements, weighElement)
    : WEIGHT.span + weighAll(element.elements, weighSpan);

/** In order, as many to a pack as fit. */
function pack(blocks: readonly SlackBlock[], most: { readonly blocks: number; readonly size: number }): SlackBlock[][] {
  const packs: SlackBlock[][] = [[]];
  let room = most.size;
  for (const block of blocks) {
    const weight = weighBlock(block);
    const last = packs.at(-1) ?? [];
    if (last.length > 0 && (last.length === most.blocks || weight > room)) {
      packs.push([block]);
      room = most.size - weight;
    } else {
      last.push(block);
      room -= weight;
    }
  }
  return packs;
}

/** The room that a `…` needs at the end of what is cut. */
const END = weighBlock(ELLIPSIS);
const IN_MESSAGE = { blocks: LIMITS.messageBlocks - 1, size: LIMITS.messageSize - END };
const IN_VIEW = { blocks: LIMITS.viewBlocks - 1, size: LIMITS.viewSize - END };

/** Title, what stands above the first article, the titles of the articles: what a phone shows without opening the app. */
function toFallback({ title, blocks }: Document): string {
  const isArticle = (block: Block): boolean => block.type === "heading" && block.level === 3;
  const first = blocks.findIndex(isArticle);
  const lines = blocks.flatMap((block, i) => {
    const told =
      isArticle(block) || ((first < 0 || i < first) && (block.type === "paragraph" || block.type === "note"));
    return told && "inlines" in block ? block.inlines.map(({ value }) => value).join("") : [];
  });
  const told = [title, ...lines].filter((line) => !isBlank(line)).join("\n");
  return cut(clean(told), LIMITS.text).split("\n").map(escapeMarkup).filter(Boolean).join("\n") || "…";
}

/** At most so many messages; where that is too few, the last ends with `…`. */
export function renderMessages(document: Document, most: number): SlackMessage[] {
  const packs = pack(renderBlocks(document), IN_MESSAGE);
  const text = toFallback(document);
  return packs.slice(0, most).map((blocks, i) => {
    const isCut = i === most - 1 && packs.length > most;
    return { blocks: isCut ? [...blocks, ELLIPSIS] : blocks, text };
  });
}

export const fits = (document: Document): boolean => pack(renderBlocks(document), IN_MESSAGE).length === 1;

/** For a dialog or the App Home; what is too much ends with `…`. */
export function renderViewBlocks(document: Document): readonly SlackBlock[] {
  const [blocks = [], ...others] = pack(renderBlocks(document), IN_VIEW);
  return others.length > 0 ? [...blocks, ELLIPSIS] : blocks;
}

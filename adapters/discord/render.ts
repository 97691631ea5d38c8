/** Document → a message of Components V2. Pure. Why not embeds: docs/decisions/0011-discord-message.md. */
import {
  type Action,
  type Block,
  type Document,
  hasMarks,
  type Inline,
  type ListItem,
  text,
} from "../../src/document.ts";
import { type Row, showLongCommands, toButtons } from "./button.ts";
import { cut, LIMITS } from "./limits.ts";
import { escapeMarkdown, renderInlines } from "./markdown.ts";

interface Text {
  readonly type: 10;
  readonly content: string;
  readonly id?: number;
}

interface Separator {
  readonly type: 14;
}

export type Component = Text | Separator | Row;

/** The body of a message, wherever it is sent: into a channel, as an answer, over another one. */
export interface Message {
  readonly flags: number;
  readonly components: readonly Component[];
  readonly allowed_mentions: { readonly parse: readonly never[] };
}

const IS_COMPONENTS_V2 = 1 << 15;
export const EPHEMERAL = 1 << 6;

/** What becomes one component each: lines that stay together, a row of buttons, a rule. */
type Group = { readonly lines: string[] } | { readonly actions: readonly Action[] } | "rule";

function renderItems(items: readonly ListItem[], indent: string, mark: (i: number) => string): string[] {
  return items.flatMap((item, i) => [
    `${indent}${mark(i)} ${renderInlines(item.inlines)}`,
    ...renderItems(item.children ?? [], `${indent}  `, () => "-"),
  ]);
}

/** A heading is bold as it is. */
const withoutStrong = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((inline) => (inline.type === "strong" ? text(inline.value) : inline));

function renderLines(block: Exclude<Block, { type: "divider" | "actions" }>): string[] {
  if (block.type === "list") {
    const { items, ordered, start = 1 } = block;
    return renderItems(items, "", (i) => (ordered ? `${start + i}.` : "-"));
  }
  const line = renderInlines(block.type === "heading" ? withoutStrong(block.inlines) : block.inlines);
  if (line === "") return [];
  switch (block.type) {
    case "heading":
      // An article's title is long: in bold it takes half the lines that a heading would take on a phone.
      if (block.level === 2) return [`### ${line}`];
      return [hasMarks(block.inlines) ? line : `**${line}**`];
    case "note":
      return [`-# ${line}`];
    case "paragraph":
      return [line];
    default:
      return block satisfies never;
  }
}

const inRows = (actions: readonly Action[]): Action[][] =>
  Array.from({ length: Math.ceil(actions.length / LIMITS.rowButtons) }, (_, row) =>
    actions.slice(row * LIMITS.rowButtons, (row + 1) * LIMITS.rowButtons),
  );

/** One group per article: what follows a heading up to the next one, and a topic together with its first article. */
function toGroups({ title, blocks }: Document): Group[] {
  const groups: Group[] = [];
  const opened = (): { lines: string[] } => {
    const last = groups.at(-1);
    if (last && last !== "rule" && "lines" in last) return last;
    const fresh = { lines: [] };
    groups.push(fresh);
    return fresh;
  };
  if (title.trim() !== "") groups.push({ lines: [`## ${escapeMarkdown(title).trim()}`] });
  let before: Block | undefined;
  for (const block of blocks) {
    if (block.type === "divider") groups.push("rule");
    else if (block.type === "actions") {
      const shown = showLongCommands(block.actions);
      if (shown.length > 0) opened().lines.push(...shown);
      groups.push(...inRows(block.actions).map((actions) => ({ actions })));
    } else {
      if (block.type === "heading" && before?.type !== "heading") groups.push({ lines: [] });
      opened().lines.push(...renderLines(block));
    }
    before = block;
  }
  return groups.filter((group) => group === "rule" || "actions" in group || group.lines.length > 0);
}

const sizeOf = (group: Group): number => (group !== "rule" && "actions" in group ? 1 + group.actions.length : 1);
const textOf = (group: Group): string => (group !== "rule" && "lines" in group ? group.lines.join("\n") : "");

const isWithin = (groups: readonly Group[]): boolean =>
  groups.reduce((sum, group) => sum + sizeOf(group), 0) <= LIMITS.components &&
  groups.reduce((sum, group) => sum + textOf(group).length, 0) <= LIMITS.text;

/** Whether it is shown whole in one message. */
export const fits = (document: Document): boolean => isWithin(toGroups(document));

/** Lines that are too many for one message, in several groups; a line that is too long by itself is cut. */
function breakLines(group: Group): Group[] {
  if (group === "rule" || "actions" in group || isWithin([group])) return [group];
  const broken: { lines: string[] }[] = [{ lines: [] }];
  for (const line of group.lines.map((one) => cut(one, LIMITS.text))) {
    const last = broken.at(-1);
    if (last && isWithin([{ lines: [...last.lines, line] }])) last.lines.push(line);
    else broken.push({ lines: [line] });
  }
  return broken.filter(({ lines }) => lines.length > 0);
}

function toPages(groups: readonly Group[]): Group[][] {
  const pages: Group[][] = [[]];
  for (const group of groups.flatMap(breakLines)) {
    const page = pages.at(-1);
    if (page && isWithin([...page, group])) page.push(group);
    else pages.push([group]);
  }
  return pages;
}

function toComponent(group: Group, firstButton: number): Component {
  if (group === "rule") return { type: 14 };
  if ("actions" in group) return { type: 1, components: toButtons(group.actions, firstButton) };
  return { type: 10, content: group.lines.join("\n") };
}

function toMessage(page: readonly Group[], mark?: number): Message {
  let buttons = 0;
  const [first = { type: 10, content: MORE }, ...rest] = page.map((group) => {
    const component = toComponent(group, buttons);
    if (component.type === 1) buttons += component.components.length;
    return component;
  });
  const marked = mark === undefined ? first : { ...first, id: mark };
  return { flags: IS_COMPONENTS_V2, components: [marked, ...rest], allowed_mentions: { parse: [] } };
}

/** Room for this is left in `LIMITS`. */
const MORE = "…";

/**
 * One message, whatever the document holds: the last resort for what cannot be split is to show that there is more.
 * `mark` is put where people do not see it and the history of the channel gives it back.
 */
export function renderMessage(document: Document, mark?: number): Message {
  const [page = [], ...missing] = toPages(toGroups(document));
  return toMessage(missing.length > 0 ? [...page, { lines: [MORE] }] : page, mark);
}

/** As many messages as it takes, in their order. */
export const renderMessages = (document: Document): Message[] =>
  toPages(toGroups(document)).map((page) => toMessage(page));

/** All text that a message shows, from the components as Discord gives them back. */
export function readTexts(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    const { content } = component as { content?: unknown };
    return typeof content === "string" ? [content] : [];
  });
}

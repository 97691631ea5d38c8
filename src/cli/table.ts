/** Answers as files: a table for spreadsheets, and Markdown. Pure. */
import { type Block, type Document, type Inline, type ListItem, runsOf } from "../document.ts";

/** Excel takes a file for UTF-8 only if it begins with this; in China it would read it as GBK. */
const BYTE_ORDER_MARK = "\ufeff";

/** A cell that begins so is a formula to a spreadsheet, in either width; an apostrophe makes it a text. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

function writeCell(value: string): string {
  const safe = FORMULA.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a byte order mark: a line a row, the first one names the columns. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");

const escapeText = (value: string): string => value.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");

function writeInline(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return escapeText(inline.value);
    case "strong":
      return `**${escapeText(inline.value)}**`;
    case "link":
      return `[${runsOf(inline).map(writeInline).join("")}](<${inline.url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    default:
      return inline satisfies never;
  }
}

const writeInlines = (inlines: readonly Inline[]): string => inlines.map(writeInline).join("");

const writeItems = (items: readonly ListItem[], indent: string, mark: (i: number) => string): string =>
  items
    .map(({ inlines, children = [] }, i) => {
      const below = writeItems(children, `${indent}   `, () => "- ");
      return `${indent}${mark(i)}${writeInlines(inlines)}\n${below}`;
    })
    .join("");

function writeBlock(block: Block): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${writeInlines(block.inlines)}\n`;
    case "paragraph":
    case "note":
      return `${writeInlines(block.inlines)}\n`;
    case "list":
      return writeItems(block.items, "", (i) => (block.ordered ? `${(block.start ?? 1) + i}. ` : "- "));
    case "divider":
      return "---\n";
    case "actions":
      return "";
    default:
      return block satisfies never;
  }
}

/** Buttons are left out: nothing answers them in a file. */
export const writeMarkdown = ({ title, blocks }: Document): string =>
  [`# ${escapeText(title)}\n`, ...blocks.map(writeBlock)].filter((block) => block !== "").join("\n");

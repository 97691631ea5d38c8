/** Document → text for a terminal. Pure. */
import { stripVTControlCharacters, styleText } from "node:util";
import stringWidth from "string-width";
import {
  type Action,
  type Block,
  type Document,
  hasMarks,
  type Inline,
  type ListItem,
  type Run,
  runsOf,
} from "../../src/document.ts";

export interface TerminalStyle {
  /** Columns of the terminal. */
  readonly columns: number;
  readonly color: boolean;
  /** Where commands can be typed, buttons are shown as their commands. */
  readonly prompt?: boolean | undefined;
}

type Format = Parameters<typeof styleText>[0];
type Paint = (format: Format, value: string) => string;

/** Lines longer than this tire the eye, however wide the window is. */
const WIDEST = 88;

/** Characters that must not begin a line, by the rules of Chinese typesetting, and those that must not end one. */
const NO_START = new Set("，。、；：？！）》」』”’】〉…—·,.;:?!)]}%％℃");
const NO_END = new Set("（《「『“‘【〈([{");

/** Text from feeds may carry escape sequences that would take over the terminal. */
const sanitize = (value: string): string => stripVTControlCharacters(value).replace(/\p{Cc}+/gu, " ");

/** Units that a line may be broken between: latin words whole, every Chinese character alone, punctuation kept with it. */
function toUnits(value: string): string[] {
  const units: string[] = [];
  for (const piece of value.match(/[!-~]+|\s+|[^\s!-~]/gu) ?? []) {
    const last = units.at(-1);
    const sticks = last !== undefined && (NO_START.has([...piece][0] ?? "") || NO_END.has([...last].at(-1) ?? ""));
    if (sticks) units[units.length - 1] = last + piece;
    else units.push(piece);
  }
  return units;
}

/** Breaks into lines of at most `width` columns; a single unit that is wider stays whole. */
export function wrapText(value: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const unit of toUnits(value)) {
    if (line !== "" && stringWidth(line + unit.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else {
      line += unit;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Words that lines are made of. `format`: how they look, if not plain. */
interface Piece {
  readonly value: string;
  readonly format: Format | undefined;
}

/** What is strong stands out from the rest, whatever that looks like. */
const toPieces = (runs: readonly Run[], format?: Format): Piece[] =>
  runs.map(({ type, value }) => ({ value: sanitize(value), format: type === "strong" ? "bold" : format }));

/** The address follows the words of a link. */
const withUrls = (inlines: readonly Inline[], format?: Format): Piece[] =>
  inlines.flatMap((inline) => {
    const words = toPieces(runsOf(inline), format);
    return inline.type === "link" ? [...words, { value: sanitize(` ${inline.url}`), format }] : words;
  });

/** Wrapped as plain text, then painted: colours take no room. */
function wrapPieces(pieces: readonly Piece[], width: number, paint: Paint): string[] {
  const whole = pieces.map(({ value }) => value).join("");
  let end = 0;
  return wrapText(whole, width).map((line) => {
    // A line is a piece of the whole, without the white space at its ends.
    const start = whole.indexOf(line, end);
    end = start + line.length;
    return paintRange(pieces, start, end, paint);
  });
}

function paintRange(pieces: readonly Piece[], start: number, end: number, paint: Paint): string {
  let at = 0;
  return pieces
    .map(({ value, format }) => {
      const part = value.slice(Math.max(0, start - at), Math.max(0, end - at));
      at += value.length;
      return format ? paint(format, part) : part;
    })
    .join("");
}

const urls = (inlines: readonly Inline[]): string[] =>
  inlines.flatMap((inline) => (inline.type === "link" ? [sanitize(inline.url)] : []));

type Mark = (i: number) => string;

function renderItems(items: readonly ListItem[], indent: number, width: number, paint: Paint, mark: Mark): string[] {
  return items.flatMap((item, i) => {
    const bullet = mark(i);
    const hang = " ".repeat(indent + stringWidth(bullet));
    const lines = wrapPieces(withUrls(item.inlines), width - hang.length, paint);
    const own = lines.map((line, n) => (n === 0 ? " ".repeat(indent) + bullet : hang) + line);
    return [...own, ...renderItems(item.children ?? [], hang.length, width, paint, () => "· ")];
  });
}

/** `更多 › /digest more`. An answer on a terminal is seen by nobody else, so there is nothing to share. */
const tellActions = (actions: readonly Action[]): string =>
  actions
    .filter(({ command }) => !command.startsWith("/share "))
    .map(({ label, command }) => sanitize(`${label} › ${command}`))
    .join("　");

function renderHeading({ level, inlines }: Extract<Block, { type: "heading" }>, width: number, paint: Paint): string[] {
  const runs = inlines.flatMap(runsOf);
  if (level === 2) {
    const words = sanitize(runs.map(({ value }) => value).join("")).trim();
    return wrapText(words, width).map((line) => paint(["bold", "cyan"], `■ ${line}`));
  }
  const lines = wrapPieces(toPieces(runs, hasMarks(inlines) ? undefined : "bold"), width, paint);
  return [...lines, ...urls(inlines).map((url) => paint("dim", url))];
}

function renderBlock(block: Block, width: number, paint: Paint, prompt: boolean): string[] {
  switch (block.type) {
    case "heading":
      return ["", ...renderHeading(block, width, paint)];
    case "paragraph":
      return wrapPieces(withUrls(block.inlines), width, paint);
    case "note":
      return wrapPieces(withUrls(block.inlines, "dim"), width, paint);
    case "list": {
      const last = (block.start ?? 1) + block.items.length - 1;
      const digits = String(last).length;
      const mark = (i: number): string =>
        block.ordered ? `${String((block.start ?? 1) + i).padStart(digits)}. ` : "• ";
      return renderItems(block.items, 2, width, paint, mark);
    }
    case "divider":
      return ["", paint("dim", "─".repeat(Math.min(width, 24)))];
    case "actions":
      return prompt ? wrapText(tellActions(block.actions), width).map((line) => paint("dim", line)) : [];
    default:
      return block satisfies never;
  }
}

/** Ends with a line break. */
export function renderTerminal(document: Document, style: TerminalStyle): string {
  const width = Math.max(20, Math.min(style.columns, WIDEST));
  const paint: Paint = (format, value) =>
    style.color && value !== "" ? styleText(format, value, { validateStream: false }) : value;
  const title = sanitize(document.title);
  const rule = "─".repeat(Math.min(width, Math.max(24, stringWidth(title))));
  const head = title === "" ? [] : [paint("bold", title), paint("dim", rule)];
  const body = document.blocks.flatMap((block) => renderBlock(block, width, paint, style.prompt ?? false));
  return `${[...head, ...body].join("\n")}\n`;
}

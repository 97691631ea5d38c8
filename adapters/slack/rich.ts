/** Lines of a Document → rich text. Pure. */
import { type Inline, type ListItem, type Run, runsOf } from "../../src/document.ts";
import { LIMITS, type RichList, type RichSection, type RichSpan, type RichText, WEIGHT } from "./blocks.ts";
import { clean, isBlank, lengthOf, linkable } from "./escape.ts";

/** One line of rich text; with a mark it is an item of a list. */
export interface Line {
  readonly mark?: { readonly style: RichList["style"]; readonly number: number };
  readonly spans: readonly RichSpan[];
}

function toSpan({ type, value }: Run, url: string | undefined, bold: boolean): RichSpan {
  const text = clean(value);
  const style = bold || type === "strong" ? { style: { bold: true } as const } : {};
  return url === undefined ? { type: "text", text, ...style } : { type: "link", text, url, ...style };
}

/** A link in which words are marked is several side by side. */
export const toSpans = (inlines: readonly Inline[], bold = false): RichSpan[] =>
  inlines.flatMap((inline) => {
    const url = inline.type === "link" ? linkable(inline.url, LIMITS.url) : undefined;
    const runs = runsOf(inline).filter(({ value }) => value !== "");
    return runs.map((run) => toSpan(run, url, bold));
  });

export const weighSpan = (span: RichSpan): number =>
  lengthOf(span.text) + WEIGHT.span + (span.type === "link" ? span.url.length : 0);

const weighLine = ({ spans }: Line): number => spans.reduce((sum, span) => sum + weighSpan(span), 0);

/** A line that is too long for a block goes on in further ones, which carry no mark. */
function chopLine(line: Line): Line[] {
  if (weighLine(line) <= LIMITS.richText) return [line];
  const lines: RichSpan[][] = [[]];
  let room: number = LIMITS.richText;
  for (const span of line.spans) {
    let rest = [...span.text];
    while (rest.length > 0) {
      const around = weighSpan({ ...span, text: "" });
      if (room <= around) {
        lines.push([]);
        room = LIMITS.richText;
      }
      const text = rest.slice(0, room - around).join("");
      lines.at(-1)?.push({ ...span, text });
      rest = rest.slice(room - around);
      room -= weighSpan({ ...span, text });
    }
  }
  return lines.map((spans, i) => (i === 0 && line.mark ? { mark: line.mark, spans } : { spans }));
}

const LINE_BREAK: RichSpan = { type: "text", text: "\n" };
const SECOND_LEVEL: RichSpan = { type: "text", text: "\n◦ " };

const toSection = (spans: readonly RichSpan[]): RichSection => ({ type: "rich_text_section", elements: spans });

/** A list cannot begin at another number than 1: what goes on from an earlier block has its numbers in the text. */
const withNumber = (number: number, spans: readonly RichSpan[]): RichSpan[] => [
  { type: "text", text: `${number}. ` },
  ...spans,
];

/** Neighbours of one kind become one element: lines a section, items a list. */
function joinLines(lines: readonly Line[]): RichText {
  const elements: (RichSection | RichList)[] = [];
  for (const { mark, spans } of lines) {
    const last = elements.at(-1);
    const list = last?.type === "rich_text_list" && last.style === mark?.style ? last : undefined;
    if (mark && list) {
      elements[elements.length - 1] = { ...list, elements: [...list.elements, toSection(spans)] };
    } else if (mark && (mark.style === "bullet" || mark.number === 1)) {
      elements.push({ type: "rich_text_list", style: mark.style, elements: [toSection(spans)] });
    } else {
      const line = mark ? withNumber(mark.number, spans) : spans;
      if (last?.type === "rich_text_section") elements.pop();
      const before = last?.type === "rich_text_section" ? [...last.elements, LINE_BREAK] : [];
      elements.push(toSection([...before, ...line]));
    }
  }
  return { type: "rich_text", elements };
}

/** As few blocks as the lines fit into; lines without words are left out. */
export function toRichTexts(all: readonly Line[]): RichText[] {
  const lines = all.filter(({ spans }) => spans.some(({ text }) => !isBlank(text)));
  const groups: Line[][] = [];
  let room = 0;
  for (const line of lines.flatMap(chopLine)) {
    const weight = weighLine(line) + WEIGHT.span;
    if (weight > room) {
      groups.push([]);
      room = LIMITS.richText + WEIGHT.span;
    }
    groups.at(-1)?.push(line);
    room -= weight;
  }
  return groups.map(joinLines);
}

/**
 * An item with its second level below it, in one: a list of its own would part the numbers, since what comes after it
 * would begin with 1 again.
 */
export function toItems(items: readonly ListItem[], style: RichList["style"], start: number): Line[] {
  return items.map(({ inlines, children = [] }, i) => {
    const below = children.flatMap((child) => [SECOND_LEVEL, ...toSpans(child.inlines)]);
    return { mark: { style, number: start + i }, spans: [...toSpans(inlines), ...below] };
  });
}

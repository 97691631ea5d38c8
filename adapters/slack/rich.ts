/** Lines of a Document → rich text. Pure. */
import type { Inline, ListItem } from "../../src/document.ts";
import { LIMITS, type RichList, type RichSection, type RichSpan, type RichText, WEIGHT } from "./blocks.ts";
import { clean, isBlank, lengthOf, linkable } from "./escape.ts";

/** One line of rich text; with a mark it is an item of a list. */
export interface Line {
  readonly mark?: { readonly style: RichList["style"]; readonly indent: number; readonly number: number };
  readonly spans: readonly RichSpan[];
}

function toSpan(inline: Inline, bold: boolean): RichSpan {
  const text = clean(inline.value);
  const style = bold || inline.type === "strong" ? { style: { bold: true } as const } : {};
  const url = inline.type === "link" ? linkable(inline.url, LIMITS.url) : undefined;
  return url === undefined ? { type: "text", text, ...style } : { type: "link", text, url, ...style };
}

export const toSpans = (inlines: readonly Inline[], bold = false): RichSpan[] =>
  inlines.filter(({ value }) => value !== "").map((inline) => toSpan(inline, bold));

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

const toSection = (spans: readonly RichSpan[]): RichSection => ({ type: "rich_text_section", elements: spans });

/** Neighbours of one kind become one element: lines a section, items a list. */
function joinLines(lines: readonly Line[]): RichText {
  const elements: (RichSection | RichList)[] = [];
  for (const { mark, spans } of lines) {
    const last = elements.at(-1);
    if (!mark) {
      const joined =
        last?.type === "rich_text_section" ? [...last.elements, { type: "text" as const, text: "\n" }] : [];
      if (joined.length > 0) elements.pop();
      elements.push(toSection([...joined, ...spans]));
    } else if (last?.type === "rich_text_list" && last.style === mark.style && last.indent === mark.indent) {
      elements[elements.length - 1] = { ...last, elements: [...last.elements, toSection(spans)] };
    } else {
      const offset = mark.style === "ordered" && mark.number > 1 ? { offset: mark.number - 1 } : {};
      const { style, indent } = mark;
      elements.push({ type: "rich_text_list", style, indent, ...offset, elements: [toSection(spans)] });
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

/** Items of the first and second level, as they follow one another. */
export function toItems(items: readonly ListItem[], style: RichList["style"], start: number): Line[] {
  return items.flatMap((item, i) => {
    const children = (item.children ?? []).map(({ inlines }) => ({
      mark: { style: "bullet" as const, indent: 1, number: 1 },
      spans: toSpans(inlines),
    }));
    return [{ mark: { style, indent: 0, number: start + i }, spans: toSpans(item.inlines) }, ...children];
  });
}

/**
 * The only thing that leaves the core for a channel. Names are mdast's. A new kind of block breaks the build in every
 * renderer, which end their switch with `satisfies never`.
 */

/** Half-open range of UTF-16 code units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Words of one look. */
export type Run =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "strong"; readonly value: string };

export interface Link {
  readonly type: "link";
  readonly value: string;
  readonly url: string;
  /** What of `value` is strong: in order, none touching the next. */
  readonly marks?: readonly Range[] | undefined;
}

export type Inline = Run | Link;

/** A button: a label and a command line that is run again as if typed. */
export interface Action {
  readonly label: string;
  readonly command: string;
  /** It takes something away: platforms paint such a button red. */
  readonly danger?: boolean | undefined;
}

export interface ListItem {
  readonly inlines: readonly Inline[];
  /** Second-level items. */
  readonly children?: readonly ListItem[] | undefined;
}

export type Block =
  | { readonly type: "heading"; readonly level: 2 | 3; readonly inlines: readonly Inline[] }
  | { readonly type: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly start?: number; readonly items: readonly ListItem[] }
  | { readonly type: "note"; readonly inlines: readonly Inline[] }
  | { readonly type: "divider" }
  | { readonly type: "actions"; readonly actions: readonly Action[] };

export interface Document {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** True if the whole channel shall see an answer; else only who asked. */
  readonly shared?: boolean | undefined;
}

/** One of the values that a field takes. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

export type Field =
  | {
      readonly kind: "text";
      readonly name: string;
      readonly label: string;
      readonly hint?: string | undefined;
      readonly value: string;
      readonly required: boolean;
    }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
      /** Several may be chosen, or none. */
      readonly many: boolean;
      readonly values: readonly string[];
    };

/** Questions to a person: a dialog on the platforms. Five fields at the most. */
export interface Form {
  readonly title: string;
  readonly fields: readonly Field[];
  /** Label of the button that sends the answers. */
  readonly submit: string;
  /** The command line that is run with the answers; 100 characters at the most. */
  readonly command: string;
}

/** What a command is answered with. */
export type Reply = Document | Form;

export const isForm = (reply: Reply): reply is Form => "fields" in reply;

export const text = (value: string): Run => ({ type: "text", value });
export const strong = (value: string): Run => ({ type: "strong", value });
export const link = (value: string, url: string, marks: readonly Range[] = []): Link =>
  marks.length > 0 ? { type: "link", value, url, marks } : { type: "link", value, url };

/** Words in which some ranges are strong: in order, none touching the next. Never empty. */
export function toRuns(value: string, marks: readonly Range[]): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark.start > end) runs.push(text(value.slice(end, mark.start)));
    runs.push(strong(value.slice(mark.start, mark.end)));
    end = mark.end;
  }
  if (end < value.length || runs.length === 0) runs.push(text(value.slice(end)));
  return runs;
}

/** The words of a line, those of links among them. */
export const runsOf = (inline: Inline): readonly Run[] =>
  inline.type === "link" ? toRuns(inline.value, inline.marks ?? []) : [inline];

/** Whether words are marked in a link of this line: a title is strong as a whole, but for one with marks. */
export const hasMarks = (inlines: readonly Inline[]): boolean =>
  inlines.some((inline) => inline.type === "link" && (inline.marks?.length ?? 0) > 0);

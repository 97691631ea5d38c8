/**
 * The only thing that leaves the core for a channel. Names are mdast's. A new kind of block breaks the build in every
 * renderer, which end their switch with `satisfies never`.
 */

export type Inline =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "strong"; readonly value: string }
  | { readonly type: "link"; readonly value: string; readonly url: string };

/** A button: a label and a command line that is run again as if typed. */
export interface Action {
  readonly label: string;
  readonly command: string;
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
}

export const text = (value: string): Inline => ({ type: "text", value });
export const strong = (value: string): Inline => ({ type: "strong", value });
export const link = (value: string, url: string): Inline => ({ type: "link", value, url });

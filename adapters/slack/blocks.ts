/** What of Block Kit Juyao uses, and how much of it Slack takes. Lengths are in code points. */

export interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  /** False: `:warning:` in the title of an article stays what it is. */
  readonly emoji: false;
}

export interface Mrkdwn {
  readonly type: "mrkdwn";
  readonly text: string;
  /** True: nothing but our own `<url|label>` becomes a link. */
  readonly verbatim: true;
}

interface Style {
  readonly bold: true;
}

/** Rich text has no syntax: what stands in `text` is shown as it is. */
export type RichSpan =
  | { readonly type: "text"; readonly text: string; readonly style?: Style }
  | { readonly type: "link"; readonly text: string; readonly url: string; readonly style?: Style };

export interface RichSection {
  readonly type: "rich_text_section";
  readonly elements: readonly RichSpan[];
}

export interface RichList {
  readonly type: "rich_text_list";
  readonly style: "ordered" | "bullet";
  readonly elements: readonly RichSection[];
}

export interface RichText {
  readonly type: "rich_text";
  readonly elements: readonly (RichSection | RichList)[];
}

export interface Button {
  readonly type: "button";
  readonly action_id: string;
  readonly text: PlainText;
  /** The command line that it runs. */
  readonly value: string;
  readonly style?: "danger";
}

export interface Option {
  readonly text: PlainText;
  readonly value: string;
}

export type InputElement =
  | {
      readonly type: "plain_text_input";
      readonly action_id: string;
      readonly initial_value?: string;
      readonly max_length: number;
    }
  | {
      readonly type: "radio_buttons" | "static_select";
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_option?: Option;
    }
  | {
      readonly type: "checkboxes" | "multi_static_select";
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_options?: readonly Option[];
    };

export interface Input {
  readonly type: "input";
  readonly block_id: string;
  readonly label: PlainText;
  readonly hint?: PlainText;
  readonly optional: boolean;
  readonly element: InputElement;
}

export type SlackBlock =
  | RichText
  | Input
  | { readonly type: "header"; readonly text: PlainText }
  | { readonly type: "context"; readonly elements: readonly [PlainText | Mrkdwn] }
  | { readonly type: "divider" }
  | { readonly type: "actions"; readonly elements: readonly Button[] };

export interface SlackMessage {
  readonly blocks: readonly SlackBlock[];
  /** For notifications and screen readers. */
  readonly text: string;
}

export interface ModalView {
  readonly type: "modal";
  readonly callback_id: string;
  readonly title: PlainText;
  readonly submit?: PlainText;
  readonly private_metadata: string;
  readonly blocks: readonly SlackBlock[];
}

export interface HomeView {
  readonly type: "home";
  readonly private_metadata: string;
  readonly blocks: readonly SlackBlock[];
}

/** As Slack documents them; those that it does not are kept well below what others were refused at. */
export const LIMITS = {
  header: 150,
  context: 2_000,
  button: 75,
  buttonValue: 2_000,
  /** Of 25: more than a row on a phone tires the eye. */
  buttons: 5,
  messageBlocks: 50,
  viewBlocks: 100,
  /** Undocumented for rich text; that of a section. */
  richText: 3_000,
  /** Undocumented. A longer address is left out, its words stay. */
  url: 2_000,
  /**
   * Undocumented: `msg_blocks_too_long` came at some 13,200 characters in few blocks, and at 11,300 in many. So each
   * block and each span is weighed with what surrounds it.
   */
  messageSize: 12_000,
  viewSize: 30_000,
  /** Of the fallback: what a notification has room for, and a fraction of the 4,000 bytes that an edit may have. */
  text: 300,
  viewTitle: 24,
  label: 2_000,
  inputValue: 3_000,
  optionText: 75,
  optionValue: 150,
  options: 100,
  /** Up to so many choices are shown at once; more go into a menu. */
  openChoices: 10,
  metadata: 3_000,
} as const;

/** What surrounds a block and a span, in the size of a message. */
export const WEIGHT = { block: 100, span: 20 } as const;

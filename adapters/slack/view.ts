/** Dialogs and the App Home. Pure. */
import { type Choice, type Document, type Field, type Form, isForm, type Reply } from "../../src/document.ts";
import { JuyaoError } from "../../src/errors.ts";
import { type HomeView, type InputElement, LIMITS, type ModalView, type Option, type SlackBlock } from "./blocks.ts";
import { cut, lengthOf, plain } from "./escape.ts";
import { renderViewBlocks } from "./render.ts";

/** What a view remembers until somebody acts in it. */
export interface Place {
  /** `slack:C1`, where what is asked in the view counts as asked. */
  readonly channel: string;
  /** Of a form: the line that is run with its answers. */
  readonly command?: string;
}

/** The one element of a block of a form. */
const ANSWER = "answer";
/** `callback_id` of every dialog. */
export const DIALOG = "dialog";

const toOption = ({ label, value }: Choice): Option => ({ text: plain(label, LIMITS.optionText), value });

/** A choice that Slack cannot hold is left out: cut, it would choose something else. */
const isHeld = ({ label, value }: Choice): boolean =>
  label.trim() !== "" && value !== "" && lengthOf(value) <= LIMITS.optionValue;

function toElement(field: Field): InputElement | undefined {
  if (field.kind === "text") {
    const value = cut(field.value, LIMITS.inputValue);
    const initial = value === "" ? {} : { initial_value: value };
    return { type: "plain_text_input", action_id: ANSWER, max_length: LIMITS.inputValue, ...initial };
  }
  const options = field.choices.filter(isHeld).slice(0, LIMITS.options).map(toOption);
  if (options.length === 0) return undefined;
  const open = options.length <= LIMITS.openChoices;
  const chosen = options.filter(({ value }) => field.values.includes(value));
  if (field.many) {
    const initial = chosen.length > 0 ? { initial_options: chosen } : {};
    return { type: open ? "checkboxes" : "multi_static_select", action_id: ANSWER, options, ...initial };
  }
  const initial = chosen[0] ? { initial_option: chosen[0] } : {};
  return { type: open ? "radio_buttons" : "static_select", action_id: ANSWER, options, ...initial };
}

function toInput(field: Field): SlackBlock[] {
  const element = toElement(field);
  if (!element) return [];
  const hint = field.kind === "text" && field.hint ? { hint: plain(field.hint, LIMITS.label) } : {};
  const optional = field.kind === "text" ? !field.required : field.many;
  return [{ type: "input", block_id: field.name, label: plain(field.label, LIMITS.label), ...hint, optional, element }];
}

function toMetadata(place: Place): string {
  const metadata = JSON.stringify(place);
  if (lengthOf(metadata) > LIMITS.metadata) throw new JuyaoError("internal", { cause: new Error("command too long") });
  return metadata;
}

export const readMetadata = (metadata: string): Place => JSON.parse(metadata) as Place;

const modal = (title: string, blocks: readonly SlackBlock[], place: Place): ModalView => ({
  type: "modal",
  callback_id: DIALOG,
  title: plain(title, LIMITS.viewTitle),
  private_metadata: toMetadata(place),
  blocks,
});

const renderForm = (form: Form, channel: string): ModalView => ({
  ...modal(form.title, form.fields.flatMap(toInput), { channel, command: form.command }),
  submit: plain(form.submit, LIMITS.viewTitle),
});

/** The title of the dialog has little room: a longer one stands above the text as well. */
function renderAnswer(document: Document, channel: string): ModalView {
  const fitsAbove = lengthOf(document.title) <= LIMITS.viewTitle;
  const blocks = renderViewBlocks(fitsAbove ? { ...document, title: "" } : document);
  return modal(document.title, blocks, { channel });
}

export const renderDialog = (reply: Reply, channel: string): ModalView =>
  isForm(reply) ? renderForm(reply, channel) : renderAnswer(reply, channel);

export const renderHome = (document: Document, channel: string): HomeView => ({
  type: "home",
  private_metadata: toMetadata({ channel }),
  blocks: renderViewBlocks(document),
});

/** What Slack says of an element that was filled in: one of these, by its kind. */
interface Filled {
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
}

export type ViewState = Readonly<Record<string, Readonly<Record<string, Filled>>>>;

/** By the names of the fields. */
export function readAnswers(state: ViewState): Record<string, string[]> {
  const read = ({ value, selected_option: one, selected_options: many }: Filled): string[] => {
    if (many) return many.map((option) => option.value);
    if (one !== undefined) return one ? [one.value] : [];
    return [value ?? ""];
  };
  return Object.fromEntries(Object.entries(state).map(([name, block]) => [name, read(block[ANSWER] ?? {})]));
}

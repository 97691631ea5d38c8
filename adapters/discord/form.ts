/** Form → a modal, and what was filled into it → answers. Pure. */
import type { Choice, Field, Form } from "../../src/document.ts";
import { cut, LIMITS } from "./limits.ts";

interface TextInput {
  readonly type: 4;
  readonly custom_id: string;
  readonly style: number;
  readonly value?: string;
  readonly required: boolean;
}

interface Select {
  readonly type: 3;
  readonly custom_id: string;
  readonly required: boolean;
  readonly min_values: number;
  readonly max_values: number;
  readonly options: readonly { readonly label: string; readonly value: string; readonly default: boolean }[];
}

interface Label {
  readonly type: 18;
  readonly label: string;
  readonly description?: string;
  readonly component: TextInput | Select;
}

export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Label[];
}

const ONE_LINE = 1;
const MANY_LINES = 2;
/** Longer values are easier to change where they are seen whole. */
const LONG_VALUE = 60;

function toTextInput({ name, value, required }: Extract<Field, { kind: "text" }>): TextInput {
  const style = value.includes("\n") || value.length > LONG_VALUE ? MANY_LINES : ONE_LINE;
  const filled = value === "" ? {} : { value: cut(value, LIMITS.fieldValue) };
  return { type: 4, custom_id: name, style, ...filled, required };
}

/** A list takes so many choices; what is chosen stays among them. */
function shorten(choices: readonly Choice[], values: readonly string[]): Choice[] {
  const chosen = choices.filter(({ value }) => values.includes(value));
  const others = choices.filter(({ value }) => !values.includes(value));
  const kept = new Set([...chosen, ...others].slice(0, LIMITS.choices));
  return choices.filter((choice) => kept.has(choice));
}

function toSelect({ name, choices, many, values }: Extract<Field, { kind: "choice" }>): Select {
  const options = shorten(choices, values).map(({ label, value }) => ({
    label: cut(label, LIMITS.choice) || "…",
    value,
    default: values.includes(value),
  }));
  const most = many ? options.length : 1;
  return { type: 3, custom_id: name, required: !many, min_values: many ? 0 : 1, max_values: most, options };
}

function toLabel(field: Field): Label {
  const hint = field.kind === "text" && field.hint ? { description: cut(field.hint, LIMITS.fieldHint) } : {};
  const component = field.kind === "text" ? toTextInput(field) : toSelect(field);
  return { type: 18, label: cut(field.label, LIMITS.fieldLabel) || "…", ...hint, component };
}

/** The command of a form must be short enough for an id: 100 characters. Discord names the button that sends it. */
export const renderForm = ({ title, command, fields }: Form): Modal => ({
  custom_id: command,
  title: cut(title, LIMITS.modalTitle) || "…",
  components: fields.slice(0, LIMITS.modalFields).map(toLabel),
});

/** One field as Discord sends it back. */
export interface FilledLabel {
  readonly component?: {
    readonly custom_id: string;
    readonly value?: string;
    readonly values?: readonly string[];
  };
}

export const readAnswers = (labels: readonly FilledLabel[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    labels.flatMap(({ component }) =>
      component ? [[component.custom_id, component.values ?? [component.value ?? ""]]] : [],
    ),
  );

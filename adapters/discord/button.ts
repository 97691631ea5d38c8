/** Buttons, and how the command of one is found again when it is pressed, also after a restart. Pure. */
import { createHash } from "node:crypto";
import type { Action } from "../../src/document.ts";
import { cut, LIMITS } from "./limits.ts";
import { clean } from "./markdown.ts";

export interface Button {
  readonly type: 2;
  readonly style: number;
  readonly label: string;
  readonly custom_id: string;
}

export interface Row {
  readonly type: 1;
  readonly components: readonly Button[];
}

const SECONDARY = 2;
const DANGER = 4;

/** `3:/digest more`, or `3#` and the hash of a command that is too long: it then stands in the message itself. */
const CUSTOM_ID = /^\d+([:#])(.*)$/su;

const hashOf = (command: string): string => createHash("sha256").update(command).digest("hex").slice(0, 32);
/** Room for the number of the button. */
const isShort = (command: string): boolean => command.length <= LIMITS.customId - 4;
/** White space parts words and says nothing more; half characters cannot be sent. */
const commandOf = ({ command }: Action): string => clean(command).trim();

/** What the message has to show so that a press is understood: small print that a person can type as well. */
export function showLongCommands(actions: readonly Action[]): string[] {
  const long = actions.map(commandOf).filter((command) => !isShort(command));
  return long.map((command) => `-# \`\` ${command} \`\``);
}

/** `first` numbers the buttons through the message: no two may have one id. */
export const toButtons = (actions: readonly Action[], first: number): Button[] =>
  actions.map((action, i) => {
    const command = commandOf(action);
    return {
      type: 2,
      style: action.danger ? DANGER : SECONDARY,
      label: cut(clean(action.label).trim(), LIMITS.buttonLabel) || "…",
      custom_id: `${first + i}${isShort(command) ? `:${command}` : `#${hashOf(command)}`}`,
    };
  });

/** All texts of the message that carries the button are searched for a long command. Undefined if it is nowhere. */
export function findCommand(customId: string, texts: readonly string[]): string | undefined {
  const [, kind, rest = ""] = CUSTOM_ID.exec(customId) ?? [];
  if (kind === ":") return rest;
  const shown = texts.flatMap((text) => [...text.matchAll(/^-# `` (.*) ``$/gm)].map(([, command = ""]) => command));
  return shown.find((command) => hashOf(command) === rest);
}

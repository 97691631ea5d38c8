/** What Discord sends when a person types, presses, chooses or fills in → a request to the core. Pure. */
import type { Request } from "../../src/platform.ts";
import { findCommand } from "./button.ts";
import { type FilledLabel, readAnswers } from "./form.ts";
import { type Filled, toLine } from "./menu.ts";
import { EPHEMERAL, readTexts } from "./render.ts";

/** What is answered through: valid for a quarter of an hour. */
export interface Ticket {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  /** True for a press on something that only this person sees: the answer takes its place. */
  readonly replaces: boolean;
}

export interface Completion {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly locale: string;
}

export type Interaction =
  | { readonly kind: "completion"; readonly ticket: Ticket; readonly completion: Completion }
  | {
      readonly kind: "request";
      readonly ticket: Ticket;
      readonly request: Request;
      /** A form may follow it: Discord opens none after another one. */
      readonly mayOpenForm: boolean;
    };

/** The fields of an interaction that are used. */
interface Raw {
  readonly id: string;
  readonly application_id: string;
  readonly token: string;
  readonly type: number;
  readonly channel_id?: string;
  readonly locale?: string;
  readonly user?: { readonly id: string };
  readonly member?: { readonly user: { readonly id: string }; readonly permissions: string };
  readonly message?: { readonly flags?: number; readonly components?: readonly unknown[] };
  readonly data?: {
    readonly name?: string;
    readonly options?: readonly Filled[];
    readonly custom_id?: string;
    readonly components?: readonly FilledLabel[];
  };
}

const COMMAND = 2;
const PRESS = 3;
const COMPLETION = 4;
const FORM = 5;

const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

const isAdmin = (permissions = "0"): boolean => (BigInt(permissions) & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;

function toCompletion({ data, locale = "" }: Raw): Completion {
  const { name = "", options = [] } = data ?? {};
  const focused = options.find((option) => option.focused);
  return { command: name, option: focused?.name ?? "", typed: String(focused?.value ?? ""), locale };
}

/** The line it stands for, or undefined if it is none of ours. */
function lineOf({ type, data, message }: Raw): string | undefined {
  const { name, options = [], custom_id: id } = data ?? {};
  if (type === COMMAND) return name && toLine(name, options);
  // Whose command is nowhere, a button of long ago, is helped.
  if (type === PRESS) return id && (findCommand(id, readTexts(message?.components ?? [])) ?? "/juyao");
  return type === FORM ? id : undefined;
}

/** Undefined for what is none of ours. */
export function readInteraction(interaction: unknown): Interaction | undefined {
  const raw = interaction as Raw;
  const replaces = ((raw.message?.flags ?? 0) & EPHEMERAL) !== 0;
  const ticket = { id: raw.id, token: raw.token, application: raw.application_id, replaces };
  if (raw.type === COMPLETION) return { kind: "completion", ticket, completion: toCompletion(raw) };
  const line = lineOf(raw);
  const user = raw.member?.user.id ?? raw.user?.id;
  if (!line || user === undefined || raw.channel_id === undefined) return undefined;
  const answers = raw.type === FORM ? { answers: readAnswers(raw.data?.components ?? []) } : {};
  const request: Request = {
    channel: `discord:${raw.channel_id}`,
    user: `discord:${user}`,
    direct: `discord:@${user}`,
    admin: isAdmin(raw.member?.permissions),
    locale: raw.locale ?? "",
    line,
    ...answers,
  };
  return { kind: "request", ticket, request, mayOpenForm: raw.type !== FORM };
}

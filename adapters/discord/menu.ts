/** The slash commands: what Discord is told of them, and the line that a filled-in one stands for. Pure. */
import { MENU, MENU_ACTIONS, type MenuWords } from "../../src/locale/menu.ts";
import type { Subject } from "../../src/platform.ts";

interface Option {
  readonly name: string;
  readonly words: MenuWords;
  readonly required?: boolean;
  /** What is offered while it is typed. */
  readonly subjects?: readonly Subject[];
  readonly actions?: readonly (keyof typeof MENU_ACTIONS)[];
  /** How its value stands in the line; as it is, if nothing is said. */
  readonly toWords?: (value: string) => string;
}

interface Command {
  readonly name: string;
  readonly words: MenuWords;
  readonly options?: readonly Option[];
}

/** Options stand in the line in this order. */
const COMMANDS: readonly Command[] = [
  {
    name: "policy",
    words: MENU.policy,
    options: [
      { name: "query", words: MENU["policy query"], subjects: ["period", "topic", "issuer"] },
      { name: "period", words: MENU["policy period"], subjects: ["period"] },
      { name: "topic", words: MENU["policy topic"], subjects: ["topic"] },
      {
        name: "source",
        words: MENU["policy source"],
        subjects: ["issuer"],
        toWords: (value) => `from:${value}`,
      },
    ],
  },
  {
    name: "digest",
    words: MENU.digest,
    options: [
      {
        name: "action",
        words: MENU.action,
        actions: ["preview", "last", "more", "only", "now", "adjust", "settings", "schedule", "pause", "resume"],
      },
      { name: "time", words: MENU["digest time"], toWords: (value) => `"${value}"` },
      { name: "timezone", words: MENU["digest timezone"] },
    ],
  },
  {
    name: "feeds",
    words: MENU.feeds,
    options: [
      { name: "action", words: MENU.action, actions: ["list", "add", "test", "pause", "resume", "remove"] },
      { name: "target", words: MENU["feeds target"], subjects: ["feed"] },
    ],
  },
  { name: "subscribe", words: MENU.subscribe },
  { name: "unsubscribe", words: MENU.unsubscribe },
  { name: "watch", words: MENU.watch, options: [{ name: "words", words: MENU["watch words"] }] },
  { name: "why", words: MENU.why, options: [{ name: "url", words: MENU["why url"], required: true }] },
  { name: "health", words: MENU.health },
  { name: "juyao", words: MENU.juyao, options: [{ name: "line", words: MENU["juyao line"] }] },
];

const STRING_OPTION = 3;
const CHAT_INPUT = 1;

/** What Discord takes and gives back, as far as it is compared; everything absent is false or empty there. */
type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null | undefined;

const describe = (name: string, { en, ...chinese }: MenuWords): Record<string, Json> => ({
  name,
  description: en,
  name_localizations: { "zh-CN": chinese["zh-CN"][0], "zh-TW": chinese["zh-TW"][0] },
  description_localizations: { "zh-CN": chinese["zh-CN"][1], "zh-TW": chinese["zh-TW"][1] },
});

const describeOption = ({ name, words, required, subjects, actions }: Option): Json => ({
  type: STRING_OPTION,
  ...describe(name, words),
  ...(required && { required }),
  ...(subjects && { autocomplete: true }),
  ...(actions && {
    choices: actions.map((value) => ({ name: value, name_localizations: MENU_ACTIONS[value], value })),
  }),
});

/** The body with which all commands are registered at once. */
export const describeCommands = (): readonly Json[] =>
  COMMANDS.map(({ name, words, options = [] }) => ({
    type: CHAT_INPUT,
    ...describe(name, words),
    ...(options.length > 0 && { options: options.map(describeOption) }),
  }));

const COMPARED = ["type", "name", "description", "name_localizations", "description_localizations"].concat([
  ...["options", "required", "autocomplete", "choices", "value", "zh-CN", "zh-TW"],
]);

const isNothing = (value: Json): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** Without what Discord adds, in one order. */
function normalise(value: Json): Json {
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== "object" || value === null) return value;
  const object = value as { readonly [key: string]: Json };
  const keys = COMPARED.filter((key) => !isNothing(object[key]));
  return Object.fromEntries(keys.map((key) => [key, normalise(object[key])]));
}

/** Whether what is registered is what we would register; the order of commands says nothing. */
export function isRegistered(registered: unknown): boolean {
  if (!Array.isArray(registered)) return false;
  const toLines = (commands: readonly Json[]): string =>
    commands
      .map((command) => JSON.stringify(normalise(command)))
      .sort()
      .join("\n");
  return toLines(registered as readonly Json[]) === toLines(describeCommands());
}

/** One option as it was filled in. */
export interface Filled {
  readonly name: string;
  readonly value?: unknown;
  readonly focused?: boolean;
}

const optionsOf = (command: string): readonly Option[] => COMMANDS.find(({ name }) => name === command)?.options ?? [];

/** `/policy 储能 2026年一季度`: the line that a person would have typed. */
export function toLine(command: string, filled: readonly Filled[]): string {
  const words = optionsOf(command).flatMap(({ name, toWords = (value) => value }) => {
    const value = filled.find((one) => one.name === name)?.value;
    const typed = String(value ?? "")
      .replace(/\s+/g, " ")
      .trim();
    return typed === "" ? [] : [toWords(typed)];
  });
  // `/juyao` followed by something runs that.
  return [...(command === "juyao" && words.length > 0 ? [] : [`/${command}`]), ...words].join(" ");
}

/** What may be suggested for an option. */
export const subjectsOf = (command: string, option: string): readonly Subject[] =>
  optionsOf(command).find(({ name }) => name === option)?.subjects ?? [];

/** What Slack refuses in a payload, what text in it would set off, and what a person reads of it. */

interface TextObject {
  readonly type: string;
  readonly text: string;
  readonly emoji?: boolean;
}

/** Of any block or element; only what Juyao sends. */
export interface Payload {
  readonly type: string;
  readonly block_id?: string;
  readonly action_id?: string;
  readonly text?: TextObject | string;
  readonly url?: string;
  readonly value?: string;
  readonly style?: unknown;
  readonly label?: TextObject;
  readonly element?: Payload & { readonly options?: readonly { text: TextObject; value: string }[] };
  readonly elements?: readonly Payload[];
}

const lengthOf = (value: string): number => [...value].length;

/** Each word of the payload with the limit of its place. */
const LIMITS: Readonly<Record<string, number>> = {
  header: 150,
  context: 2_000,
  button: 75,
  rich_text: 3_000,
  input: 2_000,
};

function judgeText(value: string, place: string, limit: number): string[] {
  const found = [];
  if (lengthOf(value) > limit) found.push(`${place}: ${lengthOf(value)} characters`);
  if (value === "") found.push(`${place}: empty`);
  if (!value.isWellFormed()) found.push(`${place}: half a character`);
  if (/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u.test(value)) found.push(`${place}: control character`);
  return found;
}

/** Slack's markup: `<…>` acts, a few marks format, `&gt;` at the beginning of a line quotes. */
export function judgeMarkup(value: string, place: string): string[] {
  const words = value.replace(/<(https?:[^<>|\s]+)\|([^<>|\n]*)>/g, "$2");
  const acts = words.match(/[<>*_~`]|&(?!amp;|lt;|gt;)|^(?:&gt;)|\n&gt;|:[\w+'-]+:/gm) ?? [];
  return acts.map((act) => `${place}: ${act} acts`);
}

function judgeElement(element: Payload): string[] {
  const { type, text, url } = element;
  if (element.elements) return element.elements.flatMap(judgeElement);
  if (!["text", "link"].includes(type)) return [`rich text: ${type} acts`];
  const bad = url !== undefined && !/^https?:\/\/[^<>|"\s]+$/.test(url) ? [`link: ${url}`] : [];
  return [...bad, ...judgeText(String(text), "rich text", 3_000)];
}

const wordsOf = (element: Payload): string =>
  element.elements ? element.elements.map(wordsOf).join("") : typeof element.text === "string" ? element.text : "";

function judgeTextObject({ type, text, emoji }: TextObject, place: string): string[] {
  const acts = type === "mrkdwn" ? judgeMarkup(text, place) : emoji === false ? [] : [`${place}: emoji`];
  return [...acts, ...judgeText(text, place, LIMITS[place] ?? 3_000)];
}

function judgeButton({ text, value = "" }: Payload): string[] {
  return [...judgeTextObject(text as TextObject, "button"), ...(lengthOf(value) > 2_000 ? ["button: value"] : [])];
}

function judgeBlock(block: Payload): string[] {
  const { type, elements = [], text, label, element } = block;
  switch (type) {
    case "header":
      return judgeTextObject(text as TextObject, type);
    case "context":
      return elements.flatMap((one) => judgeTextObject(one as unknown as TextObject, type));
    case "rich_text":
      return [...judgeText(elements.map(wordsOf).join(""), type, 3_000), ...elements.flatMap(judgeElement)];
    case "actions":
      return [...(elements.length > 25 ? ["actions: too many"] : []), ...elements.flatMap(judgeButton)];
    case "input":
      return [...judgeTextObject(label as TextObject, type), ...(element?.options?.length === 0 ? ["no options"] : [])];
    case "divider":
      return [];
    default:
      return [`${type}: no such block`];
  }
}

const repeated = (ids: readonly (string | undefined)[]): boolean => {
  const known = ids.filter((id) => id !== undefined);
  return new Set(known).size < known.length;
};

export function judgeBlocks(blocks: readonly Payload[], most: number): string[] {
  const found = blocks.flatMap(judgeBlock);
  if (blocks.length > most) found.push(`${blocks.length} blocks`);
  if (repeated(blocks.map((block) => block.block_id))) found.push("a block_id twice");
  if (repeated(blocks.flatMap(({ elements = [] }) => elements.map((one) => one.action_id))))
    found.push("an action_id twice");
  const total = lengthOf(blocks.map(readBlock).join(""));
  if (most === 50 && total > 12_500) found.push(`${total} characters in all`);
  return found;
}

const readMarkup = (value: string): string =>
  value
    .replace(/<[^<>|]*\|([^<>]*)>/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

function readBlock(block: Payload): string {
  const { elements = [], text, label } = block;
  const read = (one: Payload | TextObject): string =>
    typeof one.text === "object"
      ? one.text.text
      : one.type === "mrkdwn"
        ? readMarkup(String(one.text))
        : wordsOf(one as Payload);
  return [text as TextObject | undefined, label, ...elements].map((one) => (one ? read(one) : "")).join("\n");
}

/** What stands on the screen. */
export const readBlocks = (blocks: readonly Payload[]): string => blocks.map(readBlock).join("\n");

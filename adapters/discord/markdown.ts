/** Inlines → Discord's markdown. What comes from feeds shows as it stands there and never acts. Pure. */
import { type Inline, type Run, runsOf } from "../../src/document.ts";
import { LIMITS } from "./limits.ts";

const NOTHING = "\u200b";
/** Half characters, and marks that turn the direction of the text after them. */
const BROKEN = /\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;
/** Emphasis, spoilers, code, links, mentions, timestamps, emoji; and what makes a list or small print of a line. */
const ACTIVE = /[\\*_~|`[\]<>#]|(?<=^\s*)[-+]|(?<=^\s*\d+)[.)]|:(?=\/\/|\w+:)/g;

/** One line of plain words. */
export const clean = (value: string): string => value.replace(BROKEN, "").replace(/[\s\p{Cc}]+/gu, " ");

/** Words as they are. Whom `@everyone` names is not told by a backslash, so a character without width parts it. */
export const escapeMarkdown = (value: string): string =>
  clean(value)
    .replace(ACTIVE, "\\$&")
    .replace(/@(?=everyone|here)/g, `@${NOTHING}`);

/** An address that can stand in a masked link, or undefined. */
function toAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  const address = href.replace(/[()\\`|<>[\]]/g, (found) => `%${found.charCodeAt(0).toString(16)}`);
  return address.length <= LIMITS.url ? address : undefined;
}

/** White space stays outside: bold that begins with a space is none. */
const wrapCore = (words: string, wrap: (core: string) => string): string => words.replace(/\S(?:.*\S)?/su, wrap);

function renderRun({ type, value }: Run): string {
  const words = escapeMarkdown(value);
  return type === "strong" ? wrapCore(words, (core) => `**${core}**`) : words;
}

function renderInline(inline: Inline): string {
  const words = runsOf(inline).map(renderRun).join("");
  const address = inline.type === "link" ? toAddress(inline.url) : undefined;
  return address ? wrapCore(words, (core) => `[${core}](${address})`) : words;
}

/** One line. */
export const renderInlines = (inlines: readonly Inline[]): string => inlines.map(renderInline).join("").trim();

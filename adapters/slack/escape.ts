/** Text of others, made fit to be shown by Slack: nothing in it acts, and nothing of it is cut in the middle of a character. */
import type { Mrkdwn, PlainText } from "./blocks.ts";

/** Controls but the line break, marks that turn the direction of the text after them, halves of characters. */
const UNPRINTABLE = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu;

export const clean = (value: string): string => value.replace(UNPRINTABLE, " ");

export const isBlank = (value: string): boolean => clean(value).trim() === "";

const oneLine = (value: string): string => clean(value).replace(/\s+/g, " ").trim();

export const lengthOf = (value: string): number => [...value].length;

/** At most so many code points; what was cut ends with `…`. */
export function cut(value: string, limit: number): string {
  const points = [...value];
  return points.length <= limit ? value : `${points.slice(0, limit - 1).join("")}…`;
}

export const plain = (value: string, limit: number): PlainText => ({
  type: "plain_text",
  text: cut(oneLine(value), limit),
  emoji: false,
});

/**
 * Slack's markup has no way to escape what formats, so the few marks give way to their full-width twins, which look
 * alike. Only notes with links and fallbacks need this: everything else is rich or plain text, which has no markup.
 */
const TWINS: Readonly<Record<string, string>> = {
  ...{ "*": "＊", _: "＿", "~": "～", "`": "｀", "|": "｜" },
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;" },
};

/** One line of markup that shows `value` and does nothing. */
export function escapeMarkup(value: string): string {
  const line = oneLine(value)
    .replace(/:(?=[\w+'-]+:)/g, "：")
    // At the beginning of a line it would quote the rest, escaped or not.
    .replace(/^>+/, (marks) => "＞".repeat(marks.length));
  return line.replace(/[*_~`|&<>]/g, (mark) => TWINS[mark] ?? mark);
}

export const markup = (text: string): Mrkdwn => ({ type: "mrkdwn", text, verbatim: true });

/** An address that may stand behind a link: of the web, without what would end it early; undefined for any other. */
export function linkable(url: string, limit: number): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  const safe = href.replace(/[|<>"\s]/g, encodeURIComponent);
  return /^https?:$/.test(protocol) && safe.length <= limit ? safe : undefined;
}

export const escapeLink = (url: string, label: string): string =>
  `<${url.replaceAll("&", "&amp;")}|${escapeMarkup(label)}>`;

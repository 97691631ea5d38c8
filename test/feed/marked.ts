/**
 * List pages in the manner of real ones, with what an editor would take from them: `data-entry` marks a link, or a
 * comment `<!-- entry DATE URL -->` stands for one that comes by script; the date is empty where the page tells none.
 * Pages named `none--…` are no lists.
 */
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("listing/", import.meta.url);
const URL_COMMENT = /^<!-- (\S+) -->/;
const MARKED = /<a[^>]*\bdata-entry="([^"]*)"[^>]*\bhref="?([^"\s>]*)|<!-- entry (\S*) (\S+) -->/gi;

export interface MarkedPage {
  readonly name: string;
  /** Without the marks. */
  readonly html: string;
  readonly url: string;
  /** Address and calendar date in China, in the order of the page. */
  readonly entries: readonly (readonly [url: string, day: string])[];
}

export function readMarked(name: string): MarkedPage {
  const html = readFileSync(new URL(`${name}.html`, FOLDER), "utf8");
  const url = URL_COMMENT.exec(html)?.[1] ?? "";
  const entries = [...html.matchAll(MARKED)].map(([, day, href, scriptDay, scriptHref]) => {
    const address = (href ?? scriptHref ?? "").replaceAll("&amp;", "&");
    return [new URL(address, url).href, day ?? scriptDay ?? ""] as const;
  });
  return { name, url, entries, html: html.replaceAll("data-entry", "data-x").replace(/<!-- entry .*? -->/g, "") };
}

export const listMarked = (): readonly string[] => readdirSync(FOLDER).map((file) => file.replace(/\.html$/, ""));

/** The calendar date in China of a time in UTC; "" without one. */
export const dayOf = (publishedAt: string | undefined): string =>
  publishedAt === undefined ? "" : new Date(Date.parse(publishedAt) + 8 * 3_600_000).toISOString().slice(0, 10);

/** From the fields of one item, in whatever vocabulary, to an Entry. */
import { createHash } from "node:crypto";
import type { Entry } from "../model.ts";
import { canonicalUrl, isTracked } from "../text/url.ts";
import { parseDate } from "./date.ts";

export interface FeedContext {
  /** Address of the feed; relative links are read against it. */
  readonly url: string;
  /** IANA zone of dates that name none. */
  readonly timezone: string;
}

/** What an item says, before it is known what it means. Texts are HTML unless the name says otherwise. */
export interface Draft {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly dates: readonly string[];
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
}

/** The entry, or undefined if the draft holds nothing to show. */
export function toEntry(draft: Draft, context: FeedContext): Entry | undefined {
  const url = draft.url ?? "";
  const title = draft.title ?? "";
  const { summary, content } = draft;
  if (url === "" && title === "" && (summary ?? content ?? draft.id ?? draft.dates[0]) === undefined) return undefined;
  const publishedAt = draft.dates.map((date) => parseDate(date, context.timezone)).find((date) => date !== undefined);
  return { id: identify(draft), url, title, publishedAt, summary, content };
}

/** Survives a new date, a new title, and what trackers add to an address. */
function identify({ id, url, title, content, summary }: Draft): string {
  if (id !== undefined) return isTracked(id) ? canonicalUrl(id) : id;
  if (url !== undefined) return canonicalUrl(url);
  return createHash("sha256")
    .update(`${title ?? ""}\n${content ?? summary ?? ""}`)
    .digest("hex")
    .slice(0, 32);
}

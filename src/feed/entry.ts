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

/** A name of a story is shorter; a longer one is known by its hash, so that a key stays a key. */
const MAX_ID = 1024;

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** Survives a new date, a new title, and what trackers add to an address. */
function identify({ id, url, title, content, summary }: Draft): string {
  const name = id ?? url;
  if (name === undefined) return hash(`${title ?? ""}\n${content ?? summary ?? ""}`);
  if (name.length > MAX_ID) return hash(name);
  return id === undefined || isTracked(name) ? canonicalUrl(name) : name;
}

/** From the fields of one item, in whatever vocabulary, to an Entry. */
import { createHash } from "node:crypto";
import type { Entry } from "../model.ts";
import { parseDate } from "../text/date.ts";
import { canonicalUrl, isTracked } from "../text/url.ts";

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

/** Entries that may share an id before it is clear that it names none of them (a constant, the home page). */
const MAX_NAMESAKES = 2;

/** The entries of a feed; items with nothing in them are left out. */
export function toEntries(drafts: readonly Draft[], context: FeedContext): Entry[] {
  const counts = new Map<string, number>();
  for (const { id } of drafts) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  const isName = (id: string | undefined): id is string => id !== undefined && (counts.get(id) ?? 0) <= MAX_NAMESAKES;
  return drafts.filter(hasContent).map((draft) => {
    const { url = "" } = draft;
    // Half a character (a text cut short, a wrong escape) is refused by databases and platforms.
    const title = draft.title?.toWellFormed() ?? "";
    const summary = draft.summary?.toWellFormed();
    const content = draft.content?.toWellFormed();
    const publishedAt = draft.dates
      .map((date) => parseDate(date, context.timezone, "year"))
      .find((date) => date !== undefined);
    const id = identify(draft, isName(draft.id) ? draft.id.toWellFormed() : undefined);
    return { id, url, title, publishedAt, summary, content };
  });
}

function hasContent({ id, url, title, dates, summary, content }: Draft): boolean {
  return (id ?? url ?? summary ?? content ?? dates[0]) !== undefined || (title ?? "") !== "";
}

/** A name of a story is shorter; a longer one is known by its hash, so that a key stays a key. */
const MAX_ID = 1024;

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** Survives a new date, a new title, and what trackers add to an address. */
function identify({ url, title, content, summary }: Draft, id: string | undefined): string {
  const name = id ?? url;
  if (name === undefined) return hash(`${title ?? ""}\n${content ?? summary ?? ""}`);
  if (name.length > MAX_ID) return hash(name);
  return id === undefined || isTracked(name) ? canonicalUrl(name) : name;
}

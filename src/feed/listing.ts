/** Reads a page that lists articles as if it were a feed, without being told where the list stands. */
import { JuyaoError } from "../errors.ts";
import type { Entry } from "../model.ts";
import { chooseList } from "./listing-choice.ts";
import { createZoneReader } from "./listing-date.ts";
import type { Row } from "./listing-row.ts";
import { readPage } from "./listing-tree.ts";

export interface ListingInput {
  readonly html: string;
  /** Where the page was read: links resolve against it. */
  readonly url: string;
  /** IANA zone in which the list's dates are read. */
  readonly timezone: string;
}

export interface Listing {
  /** The page's own title. */
  readonly title: string;
  /** In the order of the page; `id` is the URL. */
  readonly entries: Entry[];
}

/** Running text of an article, if it is also more than the titles of the list together. */
const MIN_ARTICLE_PROSE = 400;

function uniqueRows(rows: readonly Row[]): Row[] {
  const byUrl = new Map<string, Row>();
  for (const row of rows) {
    const known = byUrl.get(row.candidate.url);
    if (known === undefined || known.candidate.weight < row.candidate.weight) byUrl.set(row.candidate.url, row);
  }
  return [...byUrl.values()].sort((a, b) => a.candidate.order - b.candidate.order);
}

/**
 * The entries of the page's main list. Pages of navigation, articles with lists beside them and pages whose list comes
 * by script give none: throws `feed-empty`. Further pages of the list are not followed.
 */
export function parseListing(input: ListingInput): Listing {
  const page = readPage(input.html, input.url);
  const rows = uniqueRows(chooseList(page.candidates, input.url).flatMap((list) => list.rows));
  const titles = rows.reduce((sum, { candidate }) => sum + candidate.title.length, 0);
  if (rows.length === 0 || page.prose > Math.max(MIN_ARTICLE_PROSE, titles)) {
    throw new JuyaoError("feed-empty", { detail: { host: new URL(input.url).host } });
  }
  const readZone = createZoneReader(input.timezone);
  const entries = rows.map(({ candidate: { url, title }, date }): Entry => {
    const entry = { id: url, url, title };
    return date === undefined ? entry : { ...entry, publishedAt: readZone(date) };
  });
  return { title: page.title, entries };
}

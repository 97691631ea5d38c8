/** Reads a page that lists articles as if it were a feed, without being told where the list stands. */
import { JuyaoError } from "../errors.ts";
import type { Entry } from "../model.ts";
import { momentToIso } from "../text/date.ts";
import { chooseList, type ScoredList } from "./listing-choice.ts";
import type { Page } from "./listing-page.ts";
import { isArticle } from "./listing-prose.ts";
import type { Row } from "./listing-row.ts";
import { findStateList, type StateItem } from "./listing-state.ts";
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

/**
 * An address may be in the list twice, as a picture and as a title: the fuller one counts, at the first one's place.
 * Lists are dated to the minute.
 */
function uniqueItems(lists: readonly ScoredList[], timezone: string): StateItem[] {
  const rows = lists.flatMap((list) => list.rows).sort((a, b) => a.candidate.order - b.candidate.order);
  const byUrl = new Map<string, Row>();
  for (const row of rows) {
    const known = byUrl.get(row.candidate.url);
    if (known === undefined || known.candidate.weight < row.candidate.weight) byUrl.set(row.candidate.url, row);
  }
  return [...byUrl.values()].map(({ candidate: { url, title }, date }) => ({
    url,
    title,
    publishedAt: date === undefined ? undefined : momentToIso({ ...date, second: 0 }, timezone),
  }));
}

const factsOf = (items: readonly StateItem[]) => ({
  addresses: items.map(({ url }) => url),
  titles: items.reduce((sum, { title }) => sum + title.length, 0),
});

function chooseItems(page: Page, { url, timezone }: ListingInput): readonly StateItem[] {
  const lists = chooseList(page.candidates, url);
  const items = uniqueItems(lists, timezone);
  const rows = lists.flatMap((list) => list.rows);
  const dated = rows.filter(({ shown }) => shown !== undefined).length >= rows.length / 2;
  const score = isArticle(page, lists, { ...factsOf(items), dated })
    ? 0
    : lists.reduce((sum, list) => sum + list.score, 0);
  const state = findStateList(page.state, url, timezone);
  // The page itself is preferred: where it shows the list, the data often hold more than that.
  if (
    state !== undefined &&
    state.score > score * 1.5 &&
    !isArticle(page, [], { ...factsOf(state.items), dated: false })
  )
    return state.items;
  return score > 0 ? items : [];
}

/**
 * The entries of the page's main list. Pages of navigation, articles with lists beside them and pages whose list comes
 * by script give none: throws `feed-empty`. Further pages of the list are not followed.
 */
export function parseListing(input: ListingInput): Listing {
  const page = readPage(input.html, input.url);
  const items = chooseItems(page, input);
  if (items.length === 0) throw new JuyaoError("feed-empty", { detail: { host: new URL(input.url).host } });
  const entries = items.map(
    ({ url, title, publishedAt }): Entry =>
      publishedAt === undefined ? { id: url, url, title } : { id: url, url, title, publishedAt },
  );
  return { title: page.title, entries };
}

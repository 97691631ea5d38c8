/** `/policy …`: the archive answers. */
import { type ArchivedArticle, type Article, MEASURE_KINDS, type Period } from "../model.ts";
import { yearOf } from "../period/calendar.ts";
import { type ArchiveQuery, COUNTED, type DateRange, type Place, type SourceNames, type Store } from "../ports.ts";
import { fold } from "../text/shadow.ts";
import type { LookupPlace } from "./place.ts";
import type { Lookup } from "./query.ts";
import { spellingsOf } from "./spelling.ts";
import { findTold } from "./told.ts";

/** Measures that were found in one way; with a period there are two of them. */
export interface Group {
  /** About the period, or only published in it; undefined where no period was asked for. */
  readonly relation: "about" | "published" | undefined;
  readonly articles: readonly ArchivedArticle[];
}

export interface LookupAnswer {
  readonly lookup: Lookup;
  /** As which the words were read. */
  readonly period?: Period | undefined;
  readonly groups: readonly Group[];
  /** Measures that match over all pages: at most `COUNTED`, and one more if there are more. */
  readonly total: number;
  /** How many of them have the words in their text, and not only in the name of a topic. */
  readonly inText: number;
  /** Measures that the pages before have shown. */
  readonly before: number;
  /** Where the next page goes on. */
  readonly next?: LookupPlace | undefined;
  /** What pages before have shown of the same stories: who tells them again is left out. */
  readonly told: readonly Article[];
}

/** Measures on one page of an answer. */
export const PAGE_SIZE = 20;

/** The feeds whose name or id has one of these words. */
async function feedsNamed(store: Store, names: readonly string[]): Promise<string[]> {
  const words = names.map(fold);
  const feeds = await store.listFeeds();
  return feeds
    .filter(({ id, title }) => words.some((w) => fold(title).includes(w) || fold(id) === w))
    .map(({ id }) => id);
}

async function sourcesNamed(store: Store, names: readonly string[]): Promise<SourceNames | undefined> {
  if (names.length === 0) return undefined;
  const issuers = names.flatMap((name) => spellingsOf({ any: [name], exact: false }));
  return { issuers, feeds: await feedsNamed(store, names) };
}

/** What a look-up asks for, whatever the period. */
async function queryOf(store: Store, lookup: Lookup): Promise<ArchiveQuery> {
  const { terms, without, kinds, topics, from, notKinds, notTopics, notFrom } = lookup;
  const wanted = (kinds.length > 0 ? kinds : MEASURE_KINDS).filter((kind) => !notKinds.includes(kind));
  return {
    ...{ words: [], without, about: [], publishedIn: [], byField: true, limit: PAGE_SIZE },
    anyOf: terms.map(spellingsOf),
    kinds: wanted.length < MEASURE_KINDS.length ? wanted : undefined,
    topics: topics.length > 0 ? topics : undefined,
    from: await sourcesNamed(store, from),
    notTopics,
    notFrom: await sourcesNamed(store, notFrom),
  };
}

const inPeriod = (query: ArchiveQuery, period: Period | undefined): ArchiveQuery =>
  period ? { ...query, about: [period], publishedIn: [period] } : query;

/** A period without a year is the latest such one for which there is something. */
async function settlePeriod(store: Store, query: ArchiveQuery, lookup: Lookup): Promise<Period | undefined> {
  const candidates = lookup.period?.candidates ?? [];
  const said = candidates.find(({ start }) => yearOf(start) === lookup.after?.year);
  if (said || candidates.length <= 1) return said ?? candidates[0];
  for (const candidate of candidates) {
    if ((await store.count(inPeriod(query, candidate))) > 0) return candidate;
  }
  return undefined;
}

interface Part {
  readonly relation: Group["relation"];
  readonly query: ArchiveQuery;
}

function partsOf(query: ArchiveQuery, period: Period | undefined): Part[] {
  if (!period) return [{ relation: undefined, query }];
  return [
    { relation: "about", query: { ...query, about: [period] } },
    { relation: "published", query: { ...query, publishedIn: [period], notAbout: [period] } },
  ];
}

const countMeasures = (articles: readonly ArchivedArticle[]): number =>
  articles.reduce((sum, { measures }) => sum + measures.length, 0);

interface Page {
  readonly groups: readonly Group[];
  readonly end?: (Place & { readonly group: number }) | undefined;
}

/** One part after the other, as far as `limit` measures go. `skip`: measures to leave out where no place is known. */
async function readPage(
  store: Store,
  parts: readonly Part[],
  start: { readonly after?: (Place & { readonly group: number }) | undefined; readonly skip: number },
  limit: number,
): Promise<Page> {
  const groups: Group[] = [];
  let left = limit;
  let offset = start.skip;
  for (const [group, { relation, query }] of parts.entries()) {
    if (group < (start.after?.group ?? 0)) continue;
    if (left === 0) return { groups, end: { group, tier: 0, number: Number.MAX_SAFE_INTEGER } };
    const after = group === start.after?.group ? start.after : undefined;
    const { articles, total, next } = await store.search({ ...query, limit: left, offset, after });
    if (articles.length > 0) groups.push({ relation, articles });
    if (next) return { groups, end: { group, ...next } };
    offset = Math.max(0, offset - total);
    left -= countMeasures(articles);
  }
  return { groups };
}

export async function lookUp(store: Store, lookup: Lookup, limit = PAGE_SIZE): Promise<LookupAnswer> {
  const query = await queryOf(store, lookup);
  const period = await settlePeriod(store, query, lookup);
  if (lookup.period && !period) return { lookup, groups: [], total: 0, inText: 0, before: 0, told: [] };
  const parts = partsOf(query, period);
  const { after } = lookup;
  const before = after?.shown ?? (lookup.page - 1) * limit;
  const { groups, end } = await readPage(store, parts, { after, skip: after ? 0 : before }, limit);
  const total = await store.count(inPeriod(query, period));
  const inText = await store.count({ ...inPeriod(query, period), inText: true });
  const shown = before + groups.reduce((sum, { articles }) => sum + countMeasures(articles), 0);
  const year = period && (lookup.period?.candidates.length ?? 0) > 1 ? yearOf(period.start) : 0;
  const next = end && (shown < total || total > COUNTED) ? { ...end, shown, year } : undefined;
  const page = groups.flatMap(({ articles }) => articles);
  const told = before > 0 ? await findTold(store, inPeriod(query, period), page) : [];
  return { lookup, period, groups, total, inText, before, next, told };
}

/** As an answer tells it: what only matches by the name of a topic counts where there is nothing else. */
const countTold = async (store: Store, query: ArchiveQuery): Promise<number> =>
  (await store.count({ ...query, inText: true })) || store.count(query);

/** How many measures a look-up would find, as far as they are counted. */
export async function countLookup(store: Store, lookup: Lookup): Promise<number> {
  const query = await queryOf(store, lookup);
  const period = await settlePeriod(store, query, lookup);
  return lookup.period && !period ? 0 : countTold(store, inPeriod(query, period));
}

export const breakDownLookup = async (store: Store, { lookup, period }: LookupAnswer) =>
  store.breakDown(inPeriod(await queryOf(store, lookup), period));

/** How many measures were published in each stretch of the calendar, whatever period the look-up has; see `countTold`. */
export async function countPublished(store: Store, lookup: Lookup, ranges: readonly DateRange[]): Promise<number[]> {
  const query = await queryOf(store, lookup);
  let counts: number[] = [];
  for (const inText of [true, false]) {
    counts = [];
    for (const range of ranges) counts.push(await store.count({ ...query, publishedIn: [range], inText }));
    if (counts.some((count) => count > 0)) break;
  }
  return counts;
}

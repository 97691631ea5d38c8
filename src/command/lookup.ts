/** `/policy …`: the archive answers. */
import { mergeReposts } from "../digest/merge.ts";
import { introduceArticle, listMeasures, nameReposts } from "../digest/render.ts";
import { type Action, type Block, type Document, text } from "../document.ts";
import type { Messages, PeriodWords } from "../locale/messages.ts";
import type { ArchivedArticle, Measure, Period } from "../model.ts";
import { periodParts } from "../period/format.ts";
import type { Store } from "../ports.ts";
import type { Lookup } from "./parse.ts";

export interface LookupAnswer {
  readonly lookup: Lookup;
  readonly articles: readonly ArchivedArticle[];
  /** Measures that match, over all pages. */
  readonly total: number;
  /** The periods as which the words were read and for which there is something, newest first. */
  readonly periods: readonly Period[];
}

/** Measures on one page of an answer. */
const PAGE_SIZE = 20;

const isAbout = (measure: Measure, period: Period): boolean =>
  measure.periods.some(({ start, end }) => start >= period.start && end <= period.end);

/**
 * A period with a year finds what is about it and what was published in it. Without a year it finds what is about that
 * period of any recent year: by itself the calendar cannot tell which was meant.
 */
export async function lookUp(store: Store, lookup: Lookup): Promise<LookupAnswer> {
  const candidates = lookup.period?.candidates ?? [];
  const query = {
    words: lookup.words,
    about: candidates,
    publishedIn: candidates.length === 1 ? candidates : [],
    limit: PAGE_SIZE,
    offset: (lookup.page - 1) * PAGE_SIZE,
  };
  const { articles, total } = await store.search(query);
  const measures = articles.flatMap((archived) => archived.measures);
  const periods =
    candidates.length === 1
      ? candidates
      : candidates.filter((candidate) => measures.some((measure) => isAbout(measure, candidate)));
  return { lookup, articles, total, periods };
}

const toWords = (period: Period): PeriodWords => {
  const { grain, year, ordinal } = periodParts(period);
  const last = new Date(Date.parse(period.end) - 86_400_000).toISOString().slice(0, 10);
  return { grain, year, ordinal, first: period.start, last };
};

/** What to ask, for who asked nothing. */
export function renderExamples(topics: readonly string[], messages: Messages): Document {
  const words = [...messages.lookupExamples, ...topics.slice(0, 5 - messages.lookupExamples.length)];
  return {
    title: messages.product,
    blocks: [
      { type: "paragraph", inlines: [text(messages.emptyLookup)] },
      { type: "actions", actions: words.map((label) => ({ label, command: `/policy ${label}` })) },
    ],
  };
}

export function renderLookup(answer: LookupAnswer, messages: Messages, timezone: string): Document {
  const { lookup, articles, total, periods } = answer;
  const title = messages.lookupTitle(lookup.query);
  if (total === 0) {
    const blocks: Block[] = [
      { type: "paragraph", inlines: [text(messages.nothingFound(lookup.query))] },
      { type: "note", inlines: [text(messages.nothingFoundHint)] },
    ];
    return { title, blocks };
  }
  const facts = [messages.lookupCount(total)];
  if (periods.length > 0) facts.push(messages.readAsPeriods(periods.map(toWords)));
  const blocks: Block[] = [{ type: "note", inlines: [text(facts.join(" · "))] }];
  for (const { article, measures, source, alsoAt } of mergeReposts(articles)) {
    blocks.push(...introduceArticle(article, source, timezone));
    blocks.push({ type: "list", ordered: true, items: listMeasures(article, measures) });
    blocks.push(...nameReposts(alsoAt, messages));
  }
  const share = { label: messages.button.share, command: `/share /policy ${lookup.query} page:${lookup.page}` };
  const actions: Action[] = [];
  const shown = articles.reduce((sum, { measures }) => sum + measures.length, 0);
  const before = (lookup.page - 1) * PAGE_SIZE;
  if (before + shown < total) {
    const more = { label: messages.button.more, command: `/policy ${lookup.query} page:${lookup.page + 1}` };
    blocks.push({ type: "note", inlines: [text(messages.lookupShown(before + 1, before + shown, total))] });
    actions.push(more);
  }
  blocks.push({ type: "actions", actions: [...actions, share] });
  return { title, blocks };
}

/** Other look-ups that find something: where this one found nothing, and where it found more than a page. */
import type { PeriodWords } from "../locale/messages.ts";
import type { Period } from "../model.ts";
import { addDays, makeHalf, makeQuarter, makeYear, type Stretch, splitDate } from "../period/calendar.ts";
import { formatPeriod, periodParts } from "../period/format.ts";
import { COUNTED, type Store } from "../ports.ts";
import { breakDownLookup, countLookup, type LookupAnswer, PAGE_SIZE } from "./lookup.ts";
import { type Lookup, parseLookup, type Term } from "./query.ts";
import { findSimilar } from "./similar.ts";

/** A look-up that finds `count` measures (`COUNTED + 1`: more), and what it is called on its button. */
export interface Offer {
  readonly line: string;
  readonly name: string | PeriodWords;
  readonly count: number;
}

/** More buttons than this are read by nobody. */
const MOST = 4;
const MOST_TOPICS = 3;
const MOST_YEARS = 2;

/** Shares of what was found from which it is worth a button. */
const NARROW = { least: 0.05, most: 0.9 };

type Idea = Omit<Offer, "count">;

export function toWords(period: Stretch & { readonly rule?: string }): PeriodWords {
  return { ...periodParts(period), first: period.start, last: addDays(period.end, -1) };
}

const quote = (word: string, exact: boolean): string => (exact || /\s/.test(word) ? `"${word}"` : word);
const writeTerm = ({ any, exact }: Term): string => any.map((word) => quote(word, exact)).join("|");
const writeField = (name: string, values: readonly string[]): string[] =>
  values.length === 0 ? [] : [`${name}:${values.map((value) => quote(value, false)).join("|")}`];

/** A look-up as a person could have typed it. */
export function writeLookup(lookup: Lookup): string {
  const { period, terms, without, kinds, topics, from, notKinds, notTopics, notFrom } = lookup;
  return [
    ...(period ? [period.text] : []),
    ...terms.map(writeTerm),
    ...without.map((word) => `-${quote(word, false)}`),
    ...writeField("from", from),
    ...writeField("topic", topics),
    ...writeField("kind", kinds),
    ...writeField("-from", notFrom),
    ...writeField("-topic", notTopics),
    ...writeField("-kind", notKinds),
  ].join(" ");
}

export const withPeriod = (lookup: Lookup, period: Stretch): Lookup => {
  const text = formatPeriod(period);
  return { ...lookup, period: { span: { start: 0, end: 0 }, text, candidates: [] } };
};

/** Those that find something, and not the same as what was asked. */
async function keepFound(store: Store, ideas: readonly Idea[], today: string, most: number): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const idea of ideas) {
    if (offers.length === most) break;
    if (idea.line === "" || offers.some(({ line }) => line === idea.line)) continue;
    const count = await countLookup(store, parseLookup(idea.line, today));
    if (count > 0) offers.push({ ...idea, count });
  }
  return offers;
}

/** The parts of the calendar that a period lies in. */
function widerPeriods({ start, end }: Period): Stretch[] {
  const { year, month } = splitDate(start);
  const wider = [makeQuarter(year, Math.ceil(month / 3)), makeHalf(year, Math.ceil(month / 6)), makeYear(year)];
  return wider.filter((unit) => unit.start <= start && end <= unit.end && (unit.start < start || end < unit.end));
}

const NOTHING_UNWANTED = { without: [], notKinds: [], notTopics: [], notFrom: [] };
const NO_FILTERS = { ...NOTHING_UNWANTED, kinds: [], topics: [], from: [] };

/** Instead of nothing: another word, a wider period, fewer words. */
export async function offerNearest(store: Store, lookup: Lookup, today: string): Promise<Offer[]> {
  const { terms, period } = lookup;
  const ideas: Idea[] = [];
  for (const [i, term] of terms.entries()) {
    const alone = { ...lookup, ...NO_FILTERS, terms: [term], period: undefined };
    if ((await countLookup(store, alone)) > 0) continue;
    for (const word of await findSimilar(store, term.any[0] ?? "")) {
      const line = writeLookup({ ...lookup, terms: terms.with(i, { any: [word], exact: false }) });
      ideas.push({ line, name: line });
    }
  }
  const said = period?.candidates.length === 1 ? period.candidates[0] : undefined;
  for (const wider of said ? widerPeriods(said) : [])
    ideas.push({ line: writeLookup(withPeriod(lookup, wider)), name: toWords(wider) });
  const fewer: Lookup[] = [
    { ...lookup, period: undefined },
    { ...lookup, ...NOTHING_UNWANTED },
    { ...lookup, kinds: [] },
    { ...lookup, from: [] },
    { ...lookup, topics: [] },
    ...terms.map((_, i) => ({ ...lookup, terms: terms.toSpliced(i, 1) })),
  ];
  const asked = writeLookup(lookup);
  for (const line of fewer.map(writeLookup)) if (line !== asked) ideas.push({ line, name: line });
  return keepFound(store, ideas, today, MOST);
}

/** The same period of an earlier year, if the year was not said: of the last one for which there is something. */
export async function offerYearBefore(store: Store, answer: LookupAnswer, today: string): Promise<Offer[]> {
  const { lookup, period } = answer;
  const candidates = lookup.period?.candidates ?? [];
  if (!period || candidates.length < 2) return [];
  const earlier = candidates.slice(candidates.indexOf(period) + 1);
  const ideas = earlier.map((before) => ({ line: writeLookup(withPeriod(lookup, before)), name: toWords(before) }));
  return keepFound(store, ideas, today, 1);
}

/** Fewer of many: one topic, one year. */
export async function offerNarrower(store: Store, answer: LookupAnswer, today: string): Promise<Offer[]> {
  const { lookup } = answer;
  const total = answer.inText || answer.total;
  if (total <= PAGE_SIZE || answer.before > 0) return [];
  const { topics, years } = await breakDownLookup(store, answer);
  const base = writeLookup(lookup);
  const byTopic = topics.map(([topic]) => ({ line: `${base} ${writeField("topic", [topic])}`, name: topic }));
  const byYear = years.map(([year]) => ({ line: `${year}年 ${base}`, name: toWords(makeYear(year)) }));
  // Nearly all, or next to nothing, is no help.
  const isFewer = ({ count }: Offer): boolean =>
    total > COUNTED || (count <= total * NARROW.most && count >= total * NARROW.least);
  const offers = [
    ...(lookup.topics.length > 0 ? [] : await keepFound(store, byTopic, today, MOST_TOPICS)),
    ...(lookup.period ? [] : await keepFound(store, byYear, today, MOST_YEARS)),
  ];
  return offers.filter(isFewer);
}

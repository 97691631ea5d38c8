/** `/policy trend …`: how often, by quarter. `/policy compare …`: two periods side by side. */
import { introduceArticle, listMeasures } from "../digest/render.ts";
import { type Block, type Document, strong, text } from "../document.ts";
import type { Messages } from "../locale/messages.ts";
import type { Period } from "../model.ts";
import { addMonths, makeQuarter, type Stretch, splitDate } from "../period/calendar.ts";
import { formatPeriod } from "../period/format.ts";
import { COUNTED, type Store } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { countPublished, lookUp } from "./lookup.ts";
import type { Asking } from "./lookup-answer.ts";
import { renderNothing } from "./lookup-render.ts";
import { offerNearest, toWords, withPeriod, writeLookup } from "./offer.ts";
import type { Command } from "./parse.ts";
import type { Lookup } from "./query.ts";

/** Four years; a line of more blocks breaks on a phone. */
const QUARTERS = 16;
const BARS = "▁▂▃▄▅▆▇█";
/** Measures of each side of a comparison. */
const SIDE = 8;

const quarterOf = (date: string): Stretch => {
  const { year, month } = splitDate(date);
  return makeQuarter(year, Math.ceil(month / 3));
};

/** The quarters of a period, or the last ones until today. */
function quartersOf(period: Period | undefined, today: string): Stretch[] {
  const end = period ? period.end : addMonths(quarterOf(today).start, 3);
  const start = period ? period.start : addMonths(end, -3 * QUARTERS);
  const quarters: Stretch[] = [];
  for (let at = quarterOf(start); at.start < end; at = quarterOf(at.end)) quarters.push(at);
  return quarters.slice(-QUARTERS);
}

/** One block a count, the highest for the largest; nothing at all is a gap. */
function drawBars(counts: readonly number[]): string {
  const most = Math.max(...counts);
  return counts.map((count) => (count === 0 ? "·" : BARS[Math.ceil((count / most) * BARS.length) - 1])).join("");
}

async function answerTrend(store: Store, lookup: Lookup, asking: Asking): Promise<Document> {
  const { messages, now, timezone } = asking;
  const today = dayIn(now, timezone);
  const quarters = quartersOf(lookup.period?.candidates[0], today);
  const counts = await countPublished(store, lookup, quarters);
  const counted = quarters.map((quarter, i) => ({ quarter, count: counts[i] ?? 0 }));
  const from = counted.findIndex(({ count }) => count > 0);
  const told = from === -1 ? [] : counted.slice(from);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return renderNothing(lookup, await offerNearest(store, lookup, today), messages);
  const busiest = told.toSorted((a, b) => b.count - a.count).slice(0, 3);
  const label = ({ quarter, count }: (typeof told)[number]): string =>
    messages.offer(toWords(quarter), Math.min(count, COUNTED), count > COUNTED);
  const items = told.filter(({ count }) => count > 0).map((each) => ({ inlines: [text(label(each))] }));
  const actions = busiest
    .filter(({ count }) => count > 0)
    .map((each) => ({ label: label(each), command: `/policy ${writeLookup(withPeriod(lookup, each.quarter))}` }));
  const blocks: Block[] = [
    { type: "paragraph", inlines: [strong(drawBars(told.map(({ count }) => count)))] },
    { type: "note", inlines: [text(messages.trendSpan(toWords(first.quarter), toWords(last.quarter)))] },
    { type: "list", ordered: false, items: items.reverse() },
    { type: "actions", actions },
  ];
  return { title: messages.trendTitle(lookup.query), blocks };
}

async function renderSide(store: Store, lookup: Lookup, messages: Messages, timezone: string): Promise<Block[]> {
  const { groups, total, period } = await lookUp(store, lookup, SIDE);
  const said = period ?? lookup.period?.candidates[0];
  const name = said ? toWords(said) : lookup.query;
  const heading = messages.offer(name, Math.min(total, COUNTED), total > COUNTED);
  const blocks: Block[] = [{ type: "heading", level: 2, inlines: [strong(heading)] }];
  for (const { article, measures, source } of groups.flatMap(({ articles }) => articles)) {
    blocks.push(...introduceArticle(article, source, timezone));
    blocks.push({ type: "list", ordered: true, items: listMeasures(article, measures) });
  }
  return blocks;
}

async function answerComparison(
  store: Store,
  lookups: readonly [Lookup, Lookup],
  { messages, timezone }: Asking,
): Promise<Document> {
  const sides = [];
  for (const lookup of lookups) sides.push(await renderSide(store, lookup, messages, timezone));
  const actions = lookups.map((lookup) => {
    const [period] = lookup.period?.candidates ?? [];
    return { label: period ? formatPeriod(period) : lookup.query, command: `/policy ${writeLookup(lookup)}` };
  });
  const title = messages.compareTitle(lookups.map(({ query }) => query).join(" / "));
  return { title, blocks: [...sides.flat(), { type: "actions", actions }] };
}

export type SeriesCommand = Extract<Command, { name: "trend" | "compare" }>;

export const answerSeries = (store: Store, command: SeriesCommand, asking: Asking): Promise<Document> =>
  command.name === "trend"
    ? answerTrend(store, command.lookup, asking)
    : answerComparison(store, command.lookups, asking);

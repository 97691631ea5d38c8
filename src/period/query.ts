/** The period in a line that a person typed. */
import type { Period, Span } from "../model.ts";
import { shadowOf } from "../text/shadow.ts";
import { yearOf } from "./calendar.ts";
import type { Reading } from "./reading.ts";
import { type Hit, periodOf, scan } from "./scan.ts";

/** The period in what a person typed. The candidates are to be tried in their order. */
export interface QueryPeriod {
  readonly span: Span;
  readonly text: string;
  readonly candidates: readonly Period[];
}

/** A year left open is looked for this far back. */
const YEARS_BACK = 10;

/** All that a reading may mean, the likeliest first. */
function candidatesOf(hit: Hit, reading: Reading, text: string, today: string): Period[] {
  const thisYear = yearOf(today);
  if (reading.kind === "yearly" && reading.year === undefined) {
    return Array.from({ length: YEARS_BACK + 1 }, (_, back) => reading.at(thisYear - back))
      .filter((stretch) => stretch !== undefined)
      .filter(({ start }) => start <= today)
      .map((stretch) => periodOf(stretch, hit, text, true));
  }
  const year = reading.kind === "yearly" ? reading.year : undefined;
  const stretch =
    reading.kind === "dated"
      ? reading.from(today)
      : reading.at(year?.kind === "written" ? year.year : thisYear + (year?.by ?? 0));
  return stretch ? [periodOf(stretch, hit, text, false)] : [];
}

type Yearly = Extract<Reading, { kind: "yearly" }>;

/** One reading of a year and a part that names none. */
function joinReadings(first: Reading | undefined, second: Reading | undefined, today: string): Yearly | undefined {
  if (first?.kind !== "yearly" || second?.kind !== "yearly") return undefined;
  const [part, whole] = first.year === undefined ? [first, second] : [second, first];
  const isYear = whole.year !== undefined && whole.at(yearOf(today))?.grain === "year";
  return isYear && part.year === undefined ? { ...part, year: whole.year } : undefined;
}

/** People put the year anywhere beside its part: 上半年 2023, 2024 march. Such neighbours become one hit. */
function joinNeighbours(hits: readonly Hit[], text: string, today: string): Hit[] {
  const joined: Hit[] = [];
  for (const hit of hits) {
    const before = joined.at(-1);
    const near = before !== undefined && /^\s{0,2}$/u.test(text.slice(before.span.end, hit.span.start));
    const reading = near ? joinReadings(before.reading, hit.reading, today) : undefined;
    if (before === undefined || reading === undefined) joined.push(hit);
    else joined.splice(-1, 1, { span: { start: before.span.start, end: hit.span.end }, rule: before.rule, reading });
  }
  return joined;
}

/** The longest period in a line that a person typed; the first one of equals. Undefined if there is none. */
export function findQueryPeriod(line: string, context: { today: string }): QueryPeriod | undefined {
  const shadow = shadowOf(line);
  let best: QueryPeriod | undefined;
  for (const hit of joinNeighbours(scan(shadow.text, "query", true), shadow.text, context.today)) {
    if (hit.reading === undefined) continue;
    const span = shadow.toSource(hit.span);
    if (best !== undefined && span.end - span.start <= best.span.end - best.span.start) continue;
    const text = line.slice(span.start, span.end);
    const candidates = candidatesOf(hit, hit.reading, text, context.today);
    if (candidates.length > 0) best = { span, text, candidates };
  }
  return best;
}

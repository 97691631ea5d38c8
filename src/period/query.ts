/** The period in a line that a person typed. */
import type { Period, Span } from "../model.ts";
import { shadowOf } from "../text/shadow.ts";
import { yearOf } from "./calendar.ts";
import { type Hit, periodOf, scan } from "./scan.ts";

/** The period in what a person typed. The candidates are to be tried in their order. */
export interface QueryPeriod {
  readonly span: Span;
  readonly text: string;
  readonly candidates: readonly Period[];
}

/** A year left open is looked for this far back. */
const YEARS_BACK = 10;

/** All that a phrase may mean, the likeliest first. */
function candidatesOf(hit: Hit, text: string, today: string): Period[] {
  const { reading } = hit;
  if (reading === undefined) return [];
  if (reading.kind === "dated") {
    const stretch = reading.from(today);
    return stretch ? [periodOf(stretch, hit, text, false)] : [];
  }
  const thisYear = yearOf(today);
  const { year } = reading;
  if (year !== undefined) {
    const stretch = reading.at(year.kind === "written" ? year.year : thisYear + year.by);
    return stretch ? [periodOf(stretch, hit, text, false)] : [];
  }
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => reading.at(thisYear - back))
    .filter((stretch) => stretch !== undefined && stretch.start <= today)
    .flatMap((stretch) => (stretch ? [periodOf(stretch, hit, text, true)] : []));
}

/** The longest period in a line that a person typed; the first one of equals. Undefined if there is none. */
export function findQueryPeriod(line: string, context: { today: string }): QueryPeriod | undefined {
  const shadow = shadowOf(line);
  let best: QueryPeriod | undefined;
  for (const hit of scan(shadow.text, "query", true)) {
    if (hit.rule.query === "cover") continue;
    const span = shadow.toSource(hit.span);
    if (best !== undefined && span.end - span.start <= best.span.end - best.span.start) continue;
    const text = line.slice(span.start, span.end);
    const candidates = candidatesOf(hit, text, context.today);
    if (candidates.length > 0) best = { span, text, candidates };
  }
  return best;
}

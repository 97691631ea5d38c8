/** The engine: every rule over the whole text, the longest match wins, and what is covered is read once. */
import type { Period, Span } from "../model.ts";
import type { Stretch } from "./calendar.ts";
import type { PeriodRule, Reading } from "./reading.ts";
import { PERIOD_RULES } from "./rules.ts";

export interface Hit {
  /** In the shadow. */
  readonly span: Span;
  readonly rule: PeriodRule;
  readonly reading: Reading | undefined;
}

type Mode = "article" | "query" | "due";

function* matchesOf(text: string, mode: Mode, traditional: boolean): Generator<Hit> {
  for (const rule of PERIOD_RULES) {
    const use = rule[mode] ?? (mode === "due" ? rule.article : undefined);
    if (use === "skip" || (rule.traditional && !traditional)) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const reading = rule.produce(match.groups ?? {});
      if (reading !== undefined || use === "cover") yield { span, rule, reading };
    }
  }
}

/** Matches that do not overlap, in the order of the text; of those that begin together the longest. Linear in the text. */
export function scan(text: string, mode: Mode, traditional: boolean): Hit[] {
  const hits = [...matchesOf(text, mode, traditional)];
  hits.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let free = 0;
  return hits.filter(({ span }) => {
    if (span.start < free) return false;
    free = span.end;
    return true;
  });
}

export const periodOf = (stretch: Stretch, hit: Hit, text: string, assumed: boolean): Period => ({
  ...stretch,
  text,
  rule: hit.rule.name,
  assumed,
});

/** How much, by when and from when: what the words of a measure say of it. It is read from them whenever it is shown. */
import type { Measure, Span } from "../model.ts";
import { type Due, findDeadline, findEffective } from "../period/deadline.ts";
import { findQuantities, type Quantity } from "../quantity/find.ts";

/** Spans point into the text of the article. */
export interface Attached {
  readonly quantities: readonly Quantity[];
  readonly deadline?: Due;
  readonly effective?: Due;
}

/** So far in front of a measure its sentence is looked at. */
const REACH = 120;

/** The clauses of the sentence in front of `at`, the last one first. */
function clausesBefore(text: string, at: number): Span[] {
  const from = Math.max(0, at - REACH);
  const sentence = from + (/[^。！？!?\n]*$/u.exec(text.slice(from, at))?.index ?? 0);
  return [...text.slice(sentence, at).matchAll(/[^，,；;：:]+/gu)]
    .map(({ index, 0: words }) => ({ start: sentence + index, end: sentence + index + words.length }))
    .reverse();
}

const moved = <T extends { readonly span: Span }>(found: T, by: number): T => ({
  ...found,
  span: { start: found.span.start + by, end: found.span.end + by },
});

type Find = (words: string, context: { readonly publishedAt?: string | undefined }) => Due | undefined;

/** In the measure, else what opens its sentence: 到2030年，建成… A day inside of another clause is of that clause. */
function findDue(find: Find, text: string, { start, end }: Span, publishedAt: string | undefined): Due | undefined {
  const own = find(text.slice(start, end), { publishedAt });
  if (own !== undefined) return moved(own, start);
  for (const clause of clausesBefore(text, start)) {
    const due = find(text.slice(clause.start, clause.end), { publishedAt });
    if (due === undefined) continue;
    return due.span.end === clause.end - clause.start ? moved(due, clause.start) : undefined;
  }
  return undefined;
}

const within = (inner: Span, outer: Span | undefined): boolean =>
  outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;

/** `publishedOn`: the day of publication where the source is, or a timestamp of which the date is taken as it is written. */
export function attach(
  text: string,
  { headline, detail }: Pick<Measure, "headline" | "detail">,
  publishedOn: string | undefined,
): Attached {
  const whole = detail ?? headline;
  const deadline = findDue(findDeadline, text, whole, publishedOn);
  const effective = findDue(findEffective, text, whole, publishedOn);
  const quantities = findQuantities(text.slice(whole.start, whole.end))
    .map((quantity) => moved(quantity, whole.start))
    .filter(({ span }) => !within(span, deadline?.span) && !within(span, effective?.span));
  return { quantities, ...(deadline && { deadline }), ...(effective && { effective }) };
}

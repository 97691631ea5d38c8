/** A look-up with what may be asked next. */
import type { Document } from "../document.ts";
import type { Messages } from "../locale/messages.ts";
import type { Store } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { lookUp } from "./lookup.ts";
import { renderLookup, renderNothing } from "./lookup-render.ts";
import { offerNarrower, offerNearest, offerYearBefore } from "./offer.ts";
import type { Lookup } from "./query.ts";

export interface Asking {
  readonly messages: Messages;
  readonly now: Date;
  /** IANA zone in which days are told. */
  readonly timezone: string;
}

export async function answerLookup(
  store: Store,
  lookup: Lookup,
  { messages, now, timezone }: Asking,
): Promise<Document> {
  const today = dayIn(now, timezone);
  const answer = await lookUp(store, lookup);
  if (answer.total === 0) return renderNothing(lookup, await offerNearest(store, lookup, today), messages);
  const offers = [...(await offerYearBefore(store, answer, today)), ...(await offerNarrower(store, answer, today))];
  return renderLookup(answer, offers, messages, timezone);
}

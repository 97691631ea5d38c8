/** A correction: an article that a channel was told of says something else now, or is not there any more. */
import { introduceArticle, listMeasures } from "../digest/render.ts";
import { listTold } from "../digest/revise.ts";
import { type Block, type Document, text } from "../document.ts";
import { messagesFor } from "../locale/locale.ts";
import type { Channel, Delivery } from "../model.ts";
import type { Clock, RevisedArticle, Store } from "../ports.ts";
import { dayIn } from "../text/day.ts";

/** What a delivery will hold. */
export interface Composition {
  /** Undefined where there is nothing to say. */
  readonly document: Document | undefined;
  /** They count as delivered all the same. */
  readonly articleIds: readonly string[];
}

/** The same change of the same article has one slot, so it is told once. */
export const slotOf = ({ archived, revisedAt }: RevisedArticle): string =>
  `correction ${archived.article.id} ${revisedAt}`;

const measuresNow = ({ archived, withdrawn }: RevisedArticle, { minScore }: Channel) =>
  withdrawn ? [] : archived.measures.filter(({ score }) => score >= minScore);

/** The headlines of a changed article that a channel would be told today; none if it was withdrawn. */
export const headlinesNow = (revised: RevisedArticle, channel: Channel): string[] =>
  measuresNow(revised, channel).map(({ headline: { start, end } }) => revised.archived.article.text.slice(start, end));

/** What was told and does not stand in the article any more. A change that leaves every told word where it was is none. */
export function findOutdated({ archived, withdrawn }: RevisedArticle, documents: readonly Document[]): string[] {
  const { url, text } = archived.article;
  const told = listTold(documents, url);
  return withdrawn ? told : told.filter((headline) => !text.includes(headline));
}

export async function composeCorrection(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  channel: Channel,
  delivery: Delivery,
): Promise<Composition> {
  const changed = await store.listRevised(channel.id, delivery.slot.split(" ").at(-1) ?? "");
  const revised = changed.find((one) => slotOf(one) === delivery.slot);
  const documents = revised ? (await store.parts(revised.delivery.id)).map(({ document }) => document) : [];
  const outdated = revised ? findOutdated(revised, documents) : [];
  // It was changed once more, and that change has a slot of its own.
  if (!revised || outdated.length === 0) return { document: undefined, articleIds: [] };
  const messages = messagesFor(channel.locale);
  const { article, source } = revised.archived;
  const now = measuresNow(revised, channel);
  const paragraph = (sentence: string): Block => ({ type: "paragraph", inlines: [text(sentence)] });
  const blocks: Block[] = [
    ...introduceArticle(article, source, channel.timezone),
    paragraph(messages.correctionOld(dayIn(revised.delivery.createdAt, channel.timezone))),
    { type: "list", ordered: false, items: outdated.map((headline) => ({ inlines: [text(headline)] })) },
    paragraph(revised.withdrawn ? messages.withdrawn : messages.correctionNow),
  ];
  if (now.length > 0) blocks.push({ type: "list", ordered: true, items: listMeasures(article, now) });
  return {
    document: { title: messages.correctionTitle(dayIn(clock.now(), channel.timezone)), blocks },
    articleIds: [],
  };
}

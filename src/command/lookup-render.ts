/** What the archive answered → Document. */
import { mergeReposts } from "../digest/merge.ts";
import { introduceArticle, listMeasures, nameReposts } from "../digest/render.ts";
import { type Action, type Block, type Document, type Inline, type ListItem, strong, text } from "../document.ts";
import type { Messages } from "../locale/messages.ts";
import type { Article, Measure, Span } from "../model.ts";
import { COUNTED } from "../ports.ts";
import { numberOf } from "../text/document-number.ts";
import { fold } from "../text/shadow.ts";
import type { Group, LookupAnswer } from "./lookup.ts";
import { excerpt, findWords, markWords } from "./mark.ts";
import { type Offer, toWords } from "./offer.ts";
import { writePlace } from "./place.ts";
import type { Lookup } from "./query.ts";
import { spellingsOf } from "./spelling.ts";

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

const tellCount = (tell: (count: number, more: boolean) => string, count: number): string =>
  tell(Math.min(count, COUNTED), count > COUNTED);

const toAction = ({ line, name, count }: Offer, messages: Messages): Action => ({
  label: tellCount((shown, more) => messages.offer(name, shown, more), count),
  command: `/policy ${line}`,
});

const tellUnknown = ({ unknownKinds }: Lookup, messages: Messages): Block[] =>
  unknownKinds.length === 0 ? [] : [{ type: "note", inlines: [text(messages.unknownKinds(unknownKinds))] }];

export function renderNothing(lookup: Lookup, offers: readonly Offer[], messages: Messages): Document {
  const nothing = messages.nothingFound(lookup.query);
  const blocks: Block[] = [{ type: "paragraph", inlines: [text(nothing)] }, ...tellUnknown(lookup, messages)];
  if (offers.length === 0) blocks.push({ type: "note", inlines: [text(messages.nothingFoundHint)] });
  else {
    blocks.push({ type: "note", inlines: [text(messages.nearestHeading)] });
    blocks.push({ type: "actions", actions: offers.map((offer) => toAction(offer, messages)) });
  }
  return { title: messages.lookupTitle(lookup.query), blocks };
}

/** Those of which no word stands in a text. */
const unseenIn = (source: string, terms: readonly Term[]): Term[] => {
  const folded = fold(source);
  return terms.filter((any) => !any.some((word) => folded.includes(word)));
};

/** Spellings of what was looked for, folded. */
type Term = readonly string[];

/** The headline with the words marked, and below it what else of the measure has the words that it has not. */
function showMeasure(terms: readonly Term[], messages: Messages) {
  return (article: Article, measure: Measure): ListItem => {
    const sliceOf = ({ start, end }: Span): string => article.text.slice(start, end);
    const headline = sliceOf(measure.headline);
    const detail = measure.detail ? sliceOf(measure.detail) : "";
    const unseen = unseenIn(`${headline}\n${article.title}\n${article.issuer ?? ""}`, terms);
    const left = unseenIn(detail, unseen).flat();
    const topics = measure.topics.filter((topic) => left.some((word) => fold(topic).includes(word)));
    const number = numberOf(article);
    const reasons: (readonly Inline[] | undefined)[] = [
      excerpt(detail, unseen.flat()),
      number !== undefined && left.includes(fold(number)) ? [text(messages.matchedNumber), strong(number)] : undefined,
      topics.length > 0 ? [text(messages.matchedTopic), strong(topics.join("、"))] : undefined,
    ];
    const shown = reasons.filter((inlines) => inlines !== undefined);
    return { inlines: markWords(headline, terms.flat()), children: shown.map((inlines) => ({ inlines })) };
  };
}

function renderGroup(
  { relation, articles }: Group,
  answer: LookupAnswer,
  messages: Messages,
  timezone: string,
): Block[] {
  const blocks: Block[] = [];
  if (relation && answer.period) {
    const tell = relation === "about" ? messages.aboutPeriod : messages.publishedInPeriod;
    blocks.push({ type: "heading", level: 2, inlines: [strong(tell(toWords(answer.period)))] });
  }
  const terms = answer.lookup.terms.map(spellingsOf);
  const show = showMeasure(terms, messages);
  const find = (words: string): Span[] => findWords(words, terms.flat());
  for (const { article, measures, source, alsoAt } of mergeReposts(articles, answer.told)) {
    blocks.push(...introduceArticle(article, source, timezone, find));
    blocks.push({ type: "list", ordered: true, items: listMeasures(article, measures, show) });
    blocks.push(...nameReposts(alsoAt, messages));
  }
  return blocks;
}

export function renderLookup(
  answer: LookupAnswer,
  offers: readonly Offer[],
  messages: Messages,
  timezone: string,
): Document {
  const { lookup, groups, total, inText, before, period, next } = answer;
  const facts = [tellCount(messages.lookupCount, inText || total)];
  if (inText === 0) facts.push(messages.lookupOnlyByTopic);
  else if (inText < total) facts.push(messages.lookupByTopic(Math.min(total, COUNTED) - inText, total > COUNTED));
  if (period) facts.push(messages.readAsPeriod(toWords(period)));
  const blocks: Block[] = [{ type: "note", inlines: [text(facts.join(" · "))] }, ...tellUnknown(lookup, messages)];
  for (const group of groups) blocks.push(...renderGroup(group, answer, messages, timezone));
  const actions: Action[] = offers.map((offer) => toAction(offer, messages));
  if (next) {
    blocks.push({ type: "note", inlines: [text(messages.lookupShown(before + 1, next.shown))] });
    actions.unshift({ label: messages.button.more, command: `/policy ${lookup.query} after:${writePlace(next)}` });
  }
  const place = lookup.after ? ` after:${writePlace(lookup.after)}` : lookup.page > 1 ? ` page:${lookup.page}` : "";
  actions.push({ label: messages.button.share, command: `/share /policy ${lookup.query}${place}` });
  return { title: messages.lookupTitle(lookup.query), blocks: [...blocks, { type: "actions", actions }] };
}

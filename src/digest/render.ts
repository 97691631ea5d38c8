/** Digest → Document → parts that a platform takes. */
import {
  type Action,
  type Block,
  type Document,
  type Inline,
  type ListItem,
  link,
  type Run,
  strong,
  text,
  toRuns,
} from "../document.ts";
import type { Messages } from "../locale/messages.ts";
import type { Article, Digest, DigestArticle, Measure, Repost, Span } from "../model.ts";
import { dayIn } from "../text/day.ts";

export interface RenderOptions {
  readonly messages: Messages;
  /** IANA zone in which days are told. */
  readonly timezone: string;
  readonly title: string;
  /** A line below the digest that says it is the demo. */
  readonly demo: boolean;
  /** True where admins can hide measures and mute sources. */
  readonly adjustable: boolean;
}

const headlineOf = (article: Article, measure: Measure): ListItem => ({
  inlines: [text(article.text.slice(measure.headline.start, measure.headline.end))],
});

/** Level-2 measures go under the level-1 measure before them. `show`: how one of them is told, if not by its headline. */
export function listMeasures(
  article: Article,
  measures: readonly Measure[],
  show: (article: Article, measure: Measure) => ListItem = headlineOf,
): ListItem[] {
  const items: { inlines: readonly Inline[]; children: ListItem[] }[] = [];
  for (const measure of measures) {
    const { inlines, children = [] } = show(article, measure);
    const parent = items.at(-1);
    if (measure.level === 2 && parent) parent.children.push({ inlines }, ...children);
    else items.push({ inlines, children: [...children] });
  }
  return items.map(({ inlines, children }) => (children.length > 0 ? { inlines, children } : { inlines }));
}

/** Title with its link, then issuer, source and day. `find`: what to mark in title and issuer. */
export function introduceArticle(
  { title, url, issuer, publishedOn, publishedAt }: Article,
  source: string,
  timezone: string,
  find: (words: string) => readonly Span[] = () => [],
): Block[] {
  const day = publishedOn ?? (publishedAt && dayIn(publishedAt, timezone));
  const facts = [source === issuer ? undefined : source, day].filter(Boolean);
  const issued = issuer ? toRuns(issuer, find(issuer)) : [];
  const others = text(`${issuer && facts.length > 0 ? " · " : ""}${facts.join(" · ")}`);
  return [
    { type: "heading", level: 3, inlines: [link(title, url, find(title))] },
    { type: "note", inlines: joinRuns([...issued, others]) },
  ];
}

/** Neighbours of one look become one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.type === run.type) joined.splice(-1, 1, { ...run, value: last.value + run.value });
    else joined.push(run);
  }
  return joined;
}

/** “另见”, where there is anything to see. */
export function nameReposts(alsoAt: readonly Repost[], messages: Messages): Block[] {
  if (alsoAt.length === 0) return [];
  const places = alsoAt.flatMap(({ source, url }, i) => [...(i > 0 ? [text("、")] : []), link(source, url)]);
  return [{ type: "note", inlines: [text(messages.alsoAt(alsoAt.length)), ...places] }];
}

function renderArticle(shown: DigestArticle, { messages, timezone }: RenderOptions): Block[] {
  const blocks = introduceArticle(shown.article, shown.source, timezone);
  blocks.push({ type: "list", ordered: true, items: listMeasures(shown.article, shown.measures) });
  if (shown.hidden > 0) blocks.push({ type: "note", inlines: [text(messages.moreMeasures(shown.hidden))] });
  return [...blocks, ...nameReposts(shown.alsoAt, messages)];
}

export function renderDigest(digest: Digest, options: RenderOptions): Document {
  const { messages } = options;
  const articles = digest.sections.flatMap((section) => section.articles);
  const measures = articles.reduce((sum, article) => sum + article.measures.length, 0);
  const blocks: Block[] = [{ type: "note", inlines: [text(messages.digestCount(articles.length, measures))] }];
  for (const section of digest.sections) {
    blocks.push({ type: "heading", level: 2, inlines: [strong(section.topic || messages.otherTopics)] });
    for (const article of section.articles) blocks.push(...renderArticle(article, options));
  }
  if (digest.omitted > 0) blocks.push({ type: "note", inlines: [text(messages.omitted(digest.omitted))] });
  const actions: Action[] = digest.omitted > 0 ? [{ label: messages.button.more, command: "/digest more" }] : [];
  if (digest.sections.length > 1) actions.push({ label: messages.button.only, command: "/digest only" });
  if (options.adjustable) actions.push({ label: messages.button.adjust, command: "/digest adjust" });
  if (actions.length > 0) blocks.push({ type: "actions", actions });
  if (options.demo) blocks.push({ type: "divider" }, { type: "note", inlines: [text(messages.demoNote)] });
  return { title: options.title, blocks };
}

/** Nothing to tell, said so. */
export const renderNothingNew = (messages: Messages): Document => ({
  title: messages.nothingNew,
  blocks: [
    { type: "note", inlines: [text(messages.seeLastDigest)] },
    { type: "actions", actions: [{ label: messages.button.last, command: "/digest last" }] },
  ],
});

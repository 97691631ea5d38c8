/** From the digest itself: a measure that should not be there is hidden, a source is muted, and both are undone. */
import { type Action, type Block, type Document, type ListItem, link, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import type { Messages } from "../locale/messages.ts";
import type { ArchivedArticle, Article, Channel, Measure } from "../model.ts";
import type { Clock, HiddenMeasure, Store } from "../ports.ts";
import { type ChannelParts, saveChannel } from "./channels.ts";

export interface AdjustParts extends ChannelParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Brings what was posted last up to date. */
  readonly editLast: (channel: Channel) => Promise<void>;
}

/** Articles on one page: each has a row of buttons, and platforms limit them. */
const PAGE_SIZE = 5;
/** Buttons of one row on the platform that takes the fewest. */
const ROW = 5;
/** How far back a measure can be adjusted. */
const LOOK_BACK_MS = 30 * 86_400_000;

const headlineOf = ({ text: source }: Article, { headline: { start, end } }: Measure): string =>
  source.slice(start, end);

/** What the channel was told of late, the newest first. */
async function listTold({ store, clock }: AdjustParts, channel: Channel): Promise<ArchivedArticle[]> {
  const since = new Date(clock.now().getTime() - LOOK_BACK_MS).toISOString();
  return [...(await store.deliveredSince(channel.id, since))].reverse();
}

const toAction = (label: string, command: string, danger = false): Action => ({ label, command, danger });

function toRows(actions: readonly Action[]): Block[] {
  const rows: Block[] = [];
  for (let at = 0; at < actions.length; at += ROW) rows.push({ type: "actions", actions: actions.slice(at, at + ROW) });
  return rows;
}

function adjustArticle({ article, measures, source, feedId }: ArchivedArticle, messages: Messages): Block[] {
  const { button } = messages;
  const items = measures.map((measure): ListItem => ({ inlines: [text(headlineOf(article, measure))] }));
  const hide = measures.map(({ id }, i) => toAction(`${button.hide} ${i + 1}`, `/digest hide ${id}`, true));
  return [
    { type: "heading", level: 3, inlines: [link(article.title, article.url)] },
    { type: "list", ordered: true, items },
    ...toRows([...hide, toAction(`${button.mute} ${source}`, `/digest mute ${feedId}`, true)]),
  ];
}

const heading = (words: string): Block => ({ type: "heading", level: 2, inlines: [text(words)] });

/** What can be undone. */
function listUndo(hidden: readonly HiddenMeasure[], muted: readonly string[], messages: Messages): Block[] {
  const { button } = messages;
  const undo = (words: string, label: string, command: string): Block[] => [
    { type: "paragraph", inlines: [text(words)] },
    { type: "actions", actions: [toAction(label, command)] },
  ];
  const shown = hidden.flatMap(({ articleId, headline }) =>
    undo(headline, button.show, `/digest show ${articleId} ${headline}`),
  );
  const unmuted = muted.flatMap((feedId) => undo(feedId, button.unmute, `/digest unmute ${feedId}`));
  return [
    ...(shown.length > 0 ? [heading(messages.hiddenHeading), ...shown] : []),
    ...(unmuted.length > 0 ? [heading(messages.mutedHeading), ...unmuted] : []),
  ];
}

export async function renderAdjust(
  parts: AdjustParts,
  channel: Channel,
  page: number,
  messages: Messages,
): Promise<Document> {
  const told = (await listTold(parts, channel)).filter(({ measures }) => measures.length > 0);
  const shown = told.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const blocks: Block[] = [{ type: "note", inlines: [text(messages.adjustHint)] }];
  for (const archived of shown) blocks.push(...adjustArticle(archived, messages));
  if (page * PAGE_SIZE < told.length)
    blocks.push(...toRows([toAction(messages.button.more, `/digest adjust page:${page + 1}`)]));
  const hidden = await parts.store.listHidden(channel.id);
  if (page === 1) blocks.push(...listUndo(hidden.slice(-PAGE_SIZE), channel.notSources, messages));
  return { title: messages.adjustTitle, blocks };
}

const answer = (sentence: string, undo?: Action): Document => ({
  title: sentence,
  blocks: undo ? [{ type: "actions", actions: [undo] }] : [],
});

export async function hideMeasure(
  parts: AdjustParts,
  channel: Channel,
  measureId: string,
  messages: Messages,
): Promise<Document> {
  const found = (await listTold(parts, channel))
    .flatMap(({ article, measures }) => measures.map((measure) => ({ article, measure })))
    .find(({ measure }) => measure.id === measureId);
  if (!found) throw new JuyaoError("measure-not-found", { detail: { id: measureId } });
  const headline = headlineOf(found.article, found.measure);
  await parts.store.setHidden(channel.id, { articleId: found.article.id, headline }, true);
  await parts.editLast(channel);
  const undo = toAction(messages.button.show, `/digest show ${found.article.id} ${headline}`);
  return answer(messages.measureHidden(headline), undo);
}

export async function showMeasure(
  parts: AdjustParts,
  channel: Channel,
  target: string,
  messages: Messages,
): Promise<Document> {
  const [articleId = ""] = target.split(" ");
  const headline = target.slice(articleId.length).trim();
  const known = await parts.store.setHidden(channel.id, { articleId, headline }, false);
  if (!known) throw new JuyaoError("measure-not-found", { detail: { id: target } });
  await parts.editLast(channel);
  return answer(messages.measureShown(headline));
}

export async function muteSource(
  parts: AdjustParts,
  channel: Channel,
  feedId: string,
  muted: boolean,
  messages: Messages,
): Promise<Document> {
  const feed = (await parts.store.listFeeds()).find(({ id }) => id === feedId);
  const others = channel.notSources.filter((id) => id !== feedId);
  if (muted ? !feed : others.length === channel.notSources.length)
    throw new JuyaoError("feed-not-found", { detail: { id: feedId } });
  await saveChannel(parts, { ...channel, notSources: muted ? [...others, feedId] : others });
  const title = feed?.title ?? feedId;
  if (!muted) return answer(messages.sourceUnmuted(title));
  return answer(messages.sourceMuted(title), toAction(messages.button.unmute, `/digest unmute ${feedId}`));
}

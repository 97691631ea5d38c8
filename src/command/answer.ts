/** A line that somebody typed, on whatever platform → the Document that answers it. Permissions are checked here, once. */
import { renderNothingNew } from "../digest/render.ts";
import { type Document, strong, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import { type Installation, readHealth } from "../flow/health.ts";
import { prepareDigest, prepareFull, renderFor } from "../flow/publish.ts";
import { explainError, messagesFor } from "../locale/locale.ts";
import type { Messages } from "../locale/messages.ts";
import type { Channel } from "../model.ts";
import type { Answer, Request } from "../platform.ts";
import type { Clock, Log } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import {
  type ChannelParts,
  pauseChannel,
  publishNow,
  renderChannel,
  scheduleChannel,
  subscribe,
  unsubscribe,
} from "./channels.ts";
import { addFeed, type FeedParts, listFeeds, pauseFeed, removeFeed, renderAddition, renderFeeds } from "./feeds.ts";
import { renderHealth } from "./health.ts";
import { lookUp, renderLookup } from "./lookup.ts";
import { type Command, parseCommand } from "./parse.ts";
import { explainArticle, renderWhy } from "./why.ts";

export interface AnswerParts extends FeedParts, ChannelParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly installation: Installation;
  readonly topics: () => readonly string[];
  /** Users whom the configuration makes admins, whatever the platform says. */
  readonly admins: readonly string[];
  readonly workspace: string;
}

/** A channel as look-ups and previews see it: as it is subscribed, or as if everything there is were meant for it. */
export async function channelFor(parts: AnswerParts, id: string): Promise<Channel> {
  const known = (await parts.channels()).find((channel) => channel.id === id);
  return known ?? { ...parts.newChannel(id, ""), from: "all" };
}

const say = (title: string, sentence: string): Document => ({
  title,
  blocks: [{ type: "paragraph", inlines: [text(sentence)] }],
});

const renderHelp = (messages: Messages): Document => ({
  title: messages.helpTitle,
  blocks: [
    {
      type: "list",
      ordered: false,
      items: messages.help.map(([command, what]) => ({ inlines: [strong(command), text(`  ${what}`)] })),
    },
  ],
});

type Reading = "preview" | "last" | "more";

async function answerDigest(parts: AnswerParts, channel: Channel, which: Reading): Promise<Document> {
  const messages = messagesFor(channel.locale);
  if (which === "preview") {
    const { digest } = await prepareDigest(parts, channel, "preview");
    return digest.sections.length === 0 ? renderNothingNew(messages) : renderFor(parts, channel, digest);
  }
  if (which === "more") {
    const full = await prepareFull(parts, channel);
    if (full.sections.length > 0) return renderFor(parts, channel, full);
    return say(messages.product, messages.noDigestYet);
  }
  const last = await parts.store.lastDelivery(channel.id);
  if (!last) return say(messages.product, messages.noDigestYet);
  const documents = (await parts.store.parts(last.id)).map((part) => part.document);
  return { title: documents[0]?.title ?? "", blocks: documents.flatMap((document) => document.blocks) };
}

async function changeChannel(
  parts: AnswerParts,
  command: Extract<Command, { name: "digest" | "subscribe" | "unsubscribe" }>,
  { channel: id, user }: Request,
  messages: Messages,
): Promise<Document> {
  if (command.name === "subscribe") {
    return renderChannel(await subscribe(parts, id, user), messages.subscribed, messages);
  }
  if (command.name === "unsubscribe") {
    await unsubscribe(parts, id);
    return say(messages.channelTitle, messages.unsubscribed);
  }
  switch (command.which) {
    case "pause":
      return renderChannel(await pauseChannel(parts, id, true), messages.channelPaused, messages);
    case "resume":
      return renderChannel(await pauseChannel(parts, id, false), messages.channelResumed, messages);
    case "schedule": {
      const { cron, timezone } = command;
      return renderChannel(await scheduleChannel(parts, id, cron, timezone), messages.scheduled, messages);
    }
    default: {
      const publication = await publishNow(parts, id);
      return publication === "nothing"
        ? renderNothingNew(messages)
        : say(messages.channelTitle, messages.publication[publication]);
    }
  }
}

/** Reading is for everybody, changing for admins. */
async function answerChannel(
  parts: AnswerParts,
  command: Extract<Command, { name: "digest" | "subscribe" | "unsubscribe" }>,
  request: Request,
  channel: Channel,
): Promise<Document> {
  if (command.name === "digest") {
    const { which } = command;
    if (which === "preview" || which === "last" || which === "more") return answerDigest(parts, channel, which);
  }
  if (!request.admin) throw new JuyaoError("not-permitted");
  return changeChannel(parts, command, request, messagesFor(request.locale));
}

async function answerFeeds(
  parts: AnswerParts,
  command: Extract<Command, { name: "feeds" }>,
  request: Request,
  messages: Messages,
): Promise<Document> {
  if (command.action === "list") return renderFeeds(await listFeeds(parts.store), messages);
  if (!request.admin) throw new JuyaoError("not-permitted");
  switch (command.action) {
    case "add": {
      const { target: url, asPage } = command;
      const addedBy = { addedBy: request.user, workspace: parts.workspace };
      return renderAddition(await addFeed(parts, { url, asPage, confirm: true, ...addedBy }), messages);
    }
    case "remove":
      return say(messages.feedsTitle, messages.feedRemoved((await removeFeed(parts, command.target)).title));
    case "pause":
      return say(messages.feedsTitle, messages.feedIsPaused((await pauseFeed(parts, command.target, true)).title));
    case "resume":
      return say(messages.feedsTitle, messages.feedIsResumed((await pauseFeed(parts, command.target, false)).title));
    default:
      return command satisfies never;
  }
}

async function answerCommand(parts: AnswerParts, command: Command, request: Request, channel: Channel) {
  const messages = messagesFor(request.locale);
  switch (command.name) {
    case "lookup": {
      if (command.query === "") return say(messages.product, messages.emptyLookup);
      return renderLookup(await lookUp(parts.store, command), messages, channel.timezone);
    }
    case "digest":
    case "subscribe":
    case "unsubscribe":
      return answerChannel(parts, command, request, channel);
    case "feeds":
      return answerFeeds(parts, command, request, messages);
    case "why":
      return renderWhy(await explainArticle(parts.store, parts.fetch, command.url), messages, channel.timezone);
    case "health": {
      const moment = { now: parts.clock.now(), timezone: channel.timezone };
      return renderHealth(await readHealth(parts), messages, moment);
    }
    case "help":
      return renderHelp(messages);
    case "unknown":
      return say(messages.product, messages.unknownCommand(command.typed, command.nearest));
    default:
      return command satisfies never;
  }
}

/** An error becomes its sentence: whoever asks always gets an answer. */
export function createAnswer(parts: AnswerParts): Answer {
  return async (asked) => {
    const request = { ...asked, admin: asked.admin || parts.admins.includes(asked.user) };
    const channel = await channelFor(parts, request.channel);
    const today = dayIn(parts.clock.now(), channel.timezone);
    try {
      return await answerCommand(parts, parseCommand(request.line, { today }), request, channel);
    } catch (error) {
      const messages = messagesFor(request.locale);
      if (!(error instanceof JuyaoError)) parts.log.error({ cause: error }, "command failed");
      return say(messages.product, explainError(error, messages));
    }
  };
}

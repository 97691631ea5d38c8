/** A line that somebody typed, on whatever platform → the Document that answers it. Permissions are checked here, once. */
import { type Document, type Reply, strong, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import { type Installation, readHealth } from "../flow/health.ts";
import { explainError, messagesFor } from "../locale/locale.ts";
import type { Messages } from "../locale/messages.ts";
import { type Channel, workspaceOf } from "../model.ts";
import type { Answer, Request } from "../platform.ts";
import type { Log } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { subscribe, unsubscribe } from "./channels.ts";
import { answerDigest, type DigestCommandParts, renderSubscribed } from "./digest.ts";
import {
  addFeed,
  type FeedParts,
  feedForm,
  listFeeds,
  pauseFeed,
  removeFeed,
  renderAddition,
  renderEditableFeeds,
  renderFeeds,
  testFeed,
} from "./feeds.ts";
import { renderHealth } from "./health.ts";
import { answerLookup } from "./lookup-answer.ts";
import { renderExamples } from "./lookup-render.ts";
import { type Command, parseCommand } from "./parse.ts";
import { answerSeries } from "./trend.ts";
import { addWatch, removeWatch, renderWatches, type WatchParts } from "./watch.ts";
import { explainArticle, renderWhy } from "./why.ts";
import { partsWithin } from "./workspace.ts";

export interface AnswerParts extends FeedParts, DigestCommandParts, WatchParts {
  readonly log: Log;
  readonly installation: Installation;
  readonly topics: () => readonly string[];
  /** Users whom the configuration makes admins, whatever the platform says. */
  readonly admins: readonly string[];
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

function renderUnknown(typed: string, nearest: string | undefined, messages: Messages): Document {
  const { title, blocks } = say(messages.product, messages.unknownCommand(typed, nearest));
  const help = { label: messages.button.help, command: "/help" };
  const actions = nearest ? [{ label: nearest, command: nearest }, help] : [help];
  return { title, blocks: [...blocks, { type: "actions", actions }] };
}

/** What a request is answered with besides the command itself. */
interface Asked {
  readonly request: Request;
  readonly channel: Channel;
  readonly messages: Messages;
}

/** Reading is for everybody, changing for admins. */
function allow({ request }: Asked): void {
  if (!request.admin) throw new JuyaoError("not-permitted");
}

type FeedsCommand = Extract<Command, { name: "feeds" }>;

async function answerFeeds(parts: AnswerParts, command: FeedsCommand, asked: Asked): Promise<Reply> {
  const { request, messages } = asked;
  if (command.action === "list") {
    const statuses = await listFeeds(parts.store);
    return request.admin ? renderEditableFeeds(statuses, command.page, messages) : renderFeeds(statuses, messages);
  }
  allow(asked);
  switch (command.action) {
    case "add": {
      const url = command.target || (request.answers?.url?.[0] ?? "").trim();
      if (url === "") return feedForm(messages);
      const wanted = { url, asPage: command.asPage, confirm: true, addedBy: request.user };
      return renderAddition(await addFeed(parts, wanted), messages);
    }
    case "remove":
      return say(messages.feedsTitle, messages.feedRemoved((await removeFeed(parts, command.target)).title));
    case "pause":
      return say(messages.feedsTitle, messages.feedIsPaused((await pauseFeed(parts, command.target, true)).title));
    case "resume":
      return say(messages.feedsTitle, messages.feedIsResumed((await pauseFeed(parts, command.target, false)).title));
    case "test": {
      const { feed, added, error } = await testFeed(parts, command.target);
      const trouble = error && explainError(error, messages);
      return say(messages.feedsTitle, messages.feedTested(feed.title, added, trouble));
    }
    default:
      return command satisfies never;
  }
}

type WatchCommand = Extract<Command, { name: "watch" }>;

function answerWatch(parts: AnswerParts, command: WatchCommand, { request, messages }: Asked): Promise<Document> {
  switch (command.action) {
    case "list":
      return renderWatches(parts, request, messages);
    case "add":
      return addWatch(parts, request, command.words, command.alone, messages);
    case "remove":
      return removeWatch(parts, request, command.target, messages);
    default:
      return command satisfies never;
  }
}

/** Shared for the whole channel to see: what anybody may read. */
async function answerShare(parts: AnswerParts, line: string, asked: Asked): Promise<Reply> {
  const today = dayIn(parts.clock.now(), asked.channel.timezone);
  const command = parseCommand(line, { today });
  const isReading =
    ["lookup", "trend", "compare", "why", "health", "help"].includes(command.name) ||
    (command.name === "digest" && ["preview", "last", "more"].includes(command.which));
  if (!isReading) return renderUnknown(line, undefined, asked.messages);
  const document = await answerCommand(parts, command, asked);
  if (!("blocks" in document)) return document;
  // Buttons are for who asked; others have commands of their own.
  return { ...document, blocks: document.blocks.filter(({ type }) => type !== "actions"), shared: true };
}

async function answerCommand(parts: AnswerParts, command: Command, asked: Asked): Promise<Reply> {
  const { request, channel, messages } = asked;
  const moment = { now: parts.clock.now(), timezone: channel.timezone };
  switch (command.name) {
    case "lookup":
      if (command.query === "") return renderExamples(parts.topics(), messages);
      return answerLookup(parts.store, command, { messages, ...moment });
    case "trend":
    case "compare":
      return answerSeries(parts.store, command, { messages, ...moment });
    case "digest":
      return answerDigest(parts, command, asked);
    case "subscribe":
      allow(asked);
      return renderSubscribed(parts, await subscribe(parts, request.channel, request.user), messages);
    case "unsubscribe":
      allow(asked);
      await unsubscribe(parts, request.channel);
      return say(messages.channelTitle, messages.unsubscribed);
    case "feeds":
      return answerFeeds(parts, command, asked);
    case "watch":
      return answerWatch(parts, command, asked);
    case "share":
      return answerShare(parts, command.line, asked);
    case "why":
      return renderWhy(await explainArticle(parts.store, parts.fetch, command.url), messages, channel.timezone);
    case "health":
      return renderHealth(await readHealth(parts), messages, moment);
    case "home": {
      const { blocks } = renderHealth(await readHealth(parts), messages, moment);
      const actions = (["feeds", "help"] as const).map((name) => ({
        label: messages.button[name],
        command: `/${name}`,
      }));
      return { title: messages.product, blocks: [...blocks, { type: "actions", actions }] };
    }
    case "help":
      return renderHelp(messages);
    case "unknown":
      return renderUnknown(command.typed, command.nearest, messages);
    default:
      return command satisfies never;
  }
}

/** An error becomes its sentence: whoever asks always gets an answer. */
export function createAnswer(all: AnswerParts): Answer {
  return async (given) => {
    const parts = partsWithin(all, workspaceOf(given.channel));
    const request = { ...given, admin: given.admin || parts.admins.includes(given.user) };
    const messages = messagesFor(request.locale);
    try {
      const channel = await channelFor(parts, request.channel);
      const today = dayIn(parts.clock.now(), channel.timezone);
      return await answerCommand(parts, parseCommand(request.line, { today }), { request, channel, messages });
    } catch (error) {
      if (!(error instanceof JuyaoError)) parts.log.error({ cause: error }, "command failed");
      return say(messages.product, explainError(error, messages));
    }
  };
}

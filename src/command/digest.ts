/** `/digest …`: what a channel was told, will be told, and how it wants to be told. */
import { renderNothingNew } from "../digest/render.ts";
import { type Block, type Document, type Reply, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import { prepareDigest, prepareFull, renderFor } from "../flow/compose.ts";
import { presentDelivery } from "../flow/revise.ts";
import { messagesFor } from "../locale/locale.ts";
import type { Messages } from "../locale/messages.ts";
import type { Channel } from "../model.ts";
import type { Request } from "../platform.ts";
import { type AdjustParts, hideMeasure, muteSource, renderAdjust, showMeasure } from "./adjust.ts";
import { findChannel, pauseChannel, publishNow, refuseConfigured, renderChannel, scheduleChannel } from "./channels.ts";
import type { Command } from "./parse.ts";
import { saveSettings, settingsForm } from "./settings.ts";

export interface DigestCommandParts extends AdjustParts {
  readonly topics: () => readonly string[];
}

type DigestCommand = Extract<Command, { name: "digest" }>;
type Reading = "preview" | "last" | "more" | "only";

const READING: readonly string[] = ["preview", "last", "more", "only"] satisfies Reading[];

const say = (messages: Messages, sentence: string): Document => ({
  title: messages.product,
  blocks: [{ type: "paragraph", inlines: [text(sentence)] }],
});

async function showLast({ store }: DigestCommandParts, channel: Channel, messages: Messages): Promise<Document> {
  const last = await store.lastDelivery(channel.id);
  if (!last) return say(messages, messages.noDigestYet);
  const documents = await presentDelivery(store, channel, last);
  return { title: documents[0]?.title ?? "", blocks: documents.flatMap((document) => document.blocks) };
}

/** Everything there is of one topic, or the topics to choose from. */
async function showOnly(
  parts: DigestCommandParts,
  channel: Channel,
  topic: string,
  messages: Messages,
): Promise<Document> {
  const full = await prepareFull(parts, channel);
  const nameOf = (name: string): string => name || messages.otherTopics;
  const sections = full.sections.filter((section) => nameOf(section.topic) === topic);
  if (sections.length > 0) return renderFor(parts, channel, { ...full, sections });
  if (full.sections.length === 0) return say(messages, messages.noDigestYet);
  const actions = full.sections.map((section) => nameOf(section.topic));
  return {
    title: messages.onlyTitle,
    blocks: [{ type: "actions", actions: actions.map((label) => ({ label, command: `/digest only ${label}` })) }],
  };
}

async function read(
  parts: DigestCommandParts,
  command: Extract<DigestCommand, { page: number }>,
  channel: Channel,
): Promise<Document> {
  const messages = messagesFor(channel.locale);
  switch (command.which as Reading) {
    case "preview": {
      const { digest } = await prepareDigest(parts, channel, "preview");
      return digest.sections.length === 0 ? renderNothingNew(messages) : renderFor(parts, channel, digest);
    }
    case "more": {
      const full = await prepareFull(parts, channel);
      return full.sections.length > 0 ? renderFor(parts, channel, full) : say(messages, messages.noDigestYet);
    }
    case "only":
      return showOnly(parts, channel, command.target, messages);
    case "last":
      return showLast(parts, channel, messages);
  }
}

/** Articles that a new channel sees as a preview. */
const PREVIEW = "last 3";

/** What happened, when the next digests come, and what they will look like. */
export async function renderSubscribed(
  parts: DigestCommandParts,
  channel: Channel,
  messages: Messages,
): Promise<Document> {
  const { title, blocks } = renderChannel(channel, messages.subscribed, messages);
  const { digest } = await prepareDigest(parts, { ...channel, from: PREVIEW }, "preview");
  if (digest.sections.length === 0) return { title, blocks };
  const preview = await renderFor(parts, channel, digest);
  const note: Block = { type: "note", inlines: [text(messages.previewNote)] };
  return { title, blocks: [...blocks, { type: "divider" }, note, ...preview.blocks] };
}

interface Asked {
  readonly request: Request;
  readonly channel: Channel;
  readonly messages: Messages;
}

async function change(parts: DigestCommandParts, command: DigestCommand, asked: Asked): Promise<Reply> {
  const { messages, request } = asked;
  const channel = await findChannel(parts, request.channel);
  const { id } = channel;
  switch (command.which) {
    case "pause":
      return renderChannel(await pauseChannel(parts, id, true), messages.channelPaused, messages);
    case "resume":
      return renderChannel(await pauseChannel(parts, id, false), messages.channelResumed, messages);
    case "schedule": {
      const { cron, timezone } = command;
      return renderChannel(await scheduleChannel(parts, id, cron, timezone), messages.scheduled, messages);
    }
    case "settings": {
      refuseConfigured(parts, channel);
      if (!request.answers) return settingsForm(channel, parts.topics(), messages);
      return renderChannel(await saveSettings(parts, channel, request.answers), messages.settingsSaved, messages);
    }
    case "adjust":
      return renderAdjust(parts, channel, command.page, messages);
    case "hide":
      return hideMeasure(parts, channel, command.target, messages);
    case "show":
      return showMeasure(parts, channel, command.target, messages);
    case "mute":
    case "unmute":
      return muteSource(parts, channel, command.target, command.which === "mute", messages);
    default: {
      const publication = await publishNow(parts, id);
      return publication === "nothing" ? renderNothingNew(messages) : say(messages, messages.publication[publication]);
    }
  }
}

/** Reading is for everybody, changing for admins. */
export function answerDigest(parts: DigestCommandParts, command: DigestCommand, asked: Asked): Promise<Reply> {
  if ("page" in command && READING.includes(command.which)) return read(parts, command, asked.channel);
  if (!asked.request.admin) throw new JuyaoError("not-permitted");
  return change(parts, command, asked);
}

/** `/health`: how the bot is, in words. Everybody may read it, so it shows no address in full. */
import { type Block, type Document, type Inline, type ListItem, strong, text } from "../document.ts";
import {
  type ChannelHealth,
  explainCause,
  explainNoted,
  type FailingFeed,
  type Health,
  type Lost,
} from "../flow/health.ts";
import type { Messages } from "../locale/messages.ts";
import { redactUrl } from "../text/url.ts";

const MINUTE_MS = 60_000;

export interface Moment {
  readonly now: Date;
  /** IANA zone in which times are told. */
  readonly timezone: string;
}

const explainTrouble = ({ feed, check }: FailingFeed, messages: Messages): string =>
  explainCause(feed, check.cause ?? "", messages);

function tellDuration(ms: number, messages: Messages): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  return messages.duration(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60);
}

const paragraph = (inline: Inline): Block => ({ type: "paragraph", inlines: [inline] });

function listFeed(failing: FailingFeed, messages: Messages, timezone: string): ListItem {
  const since = failing.since && messages.moment(new Date(failing.since), timezone);
  const sentence = messages.feedTrouble(since, explainTrouble(failing, messages));
  return { inlines: [strong(failing.feed.title), text(` · ${sentence}`)] };
}

function listChannel({ channel, last, unfinished }: ChannelHealth, messages: Messages, timezone: string): ListItem {
  const facts = [messages.lastDelivery(last && messages.moment(new Date(last.createdAt), timezone))];
  if (unfinished > 0) facts.push(messages.unfinishedDeliveries(unfinished));
  if (channel.paused) facts.push(messages.channelIsPaused);
  return { inlines: [strong(channel.id), text(` · ${facts.join(" · ")}`)] };
}

function listLost({ kind, name, cause }: Lost, messages: Messages): ListItem {
  if (kind === "adapter") return { inlines: [text(messages.adapterLost(name, messages.seeLog))] };
  // What else is wrong, such as which scope is missing, only the log knows.
  const sentence = /^(post|grant)-/.test(cause) ? explainNoted(cause, { channel: name }, messages) : messages.seeLog;
  return { inlines: [strong(name), text(` · ${sentence}`)] };
}

const list = (items: readonly ListItem[]): Block[] =>
  items.length > 0 ? [{ type: "list", ordered: false, items }] : [];

export function renderHealth(health: Health, messages: Messages, { now, timezone }: Moment): Document {
  const { version, runningSince, feeds, channels, lost, archive, disk } = health;
  const uptime = runningSince && tellDuration(now.getTime() - Date.parse(runningSince), messages);
  const blocks: Block[] = [
    paragraph(text(uptime ? messages.healthRunning(version, uptime) : messages.healthStopped(version))),
    paragraph(text(messages.healthFeeds(feeds.total, feeds.failing.length, feeds.paused))),
    ...list(feeds.failing.map((failing) => listFeed(failing, messages, timezone))),
    paragraph(text(messages.healthChannels(channels.length))),
    ...list(channels.map((channel) => listChannel(channel, messages, timezone))),
    ...list(lost.map((one) => listLost(one, messages))),
    paragraph(text(messages.healthArchive(archive.articles, archive.measures))),
  ];
  if (disk) {
    const { free, nearlyFull } = disk;
    blocks.push(paragraph(nearlyFull ? strong(messages.healthDiskNearlyFull(free)) : text(messages.healthDisk(free))));
  }
  return { title: messages.healthTitle, blocks };
}

/** The same for scripts. */
export function describeHealth(health: Health, messages: Messages, now: Date) {
  const { version, runningSince, feeds, channels, lost, archive, disk } = health;
  return {
    version,
    running: runningSince !== undefined,
    uptimeSeconds: runningSince ? Math.max(0, Math.round((now.getTime() - Date.parse(runningSince)) / 1000)) : null,
    feeds: {
      total: feeds.total,
      paused: feeds.paused,
      failing: feeds.failing.map((failing) => ({
        id: failing.feed.id,
        title: failing.feed.title,
        url: redactUrl(failing.feed.url),
        cause: failing.check.cause,
        message: explainTrouble(failing, messages),
        since: failing.since ?? null,
        failures: failing.check.failures,
      })),
    },
    channels: channels.map(({ channel, last, unfinished }) => ({
      id: channel.id,
      paused: channel.paused,
      last: last ? { slot: last.slot, createdAt: last.createdAt, state: last.state } : null,
      unfinished,
    })),
    lost,
    archive,
    disk: disk ?? null,
  };
}

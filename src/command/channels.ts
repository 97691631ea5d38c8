/** What admins do with the channel they are in: subscribe, when the digest comes, pause. */
import { type Block, type Document, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import type { Publication } from "../flow/publish.ts";
import { isCron, nextTimes } from "../flow/schedule.ts";
import type { Messages } from "../locale/messages.ts";
import type { Channel } from "../model.ts";
import type { Store } from "../ports.ts";

export interface ChannelParts {
  readonly store: Store;
  /** How the file of the configuration is named in messages. */
  readonly configFile: string;
  /** Those of the file and those that were subscribed. */
  readonly channels: () => Promise<readonly Channel[]>;
  readonly newChannel: (id: string, addedBy: string) => Channel;
  /** Brings the schedule up to date; a channel that could not be reached is tried again. */
  readonly channelsChanged: (id: string) => Promise<void>;
  /** Posts what is new to a channel now. */
  readonly publishNow: (channel: Channel) => Promise<Publication>;
}

/** The next times that a person is told, to see that a schedule is what was meant. */
const TIMES_TOLD = 3;

/** Throws `channel-not-subscribed`. */
export async function findChannel(parts: ChannelParts, id: string): Promise<Channel> {
  const channel = (await parts.channels()).find((one) => one.id === id);
  if (!channel) throw new JuyaoError("channel-not-subscribed");
  return channel;
}

/** Throws `channel-from-config` for what stands in the file. */
export function refuseConfigured({ configFile }: ChannelParts, { addedBy }: Channel): void {
  if (addedBy === "config") throw new JuyaoError("channel-from-config", { detail: { file: configFile } });
}

/** Throws `channel-from-config`. */
export async function saveChannel(parts: ChannelParts, channel: Channel): Promise<void> {
  refuseConfigured(parts, channel);
  await parts.store.putChannel(channel);
  await parts.channelsChanged(channel.id);
}

/** One command is enough to begin. Subscribing again changes nothing. */
export async function subscribe(parts: ChannelParts, id: string, user: string): Promise<Channel> {
  const known = (await parts.channels()).find((channel) => channel.id === id);
  if (known) return known;
  const channel = parts.newChannel(id, user);
  await saveChannel(parts, channel);
  return channel;
}

export async function unsubscribe(parts: ChannelParts, id: string): Promise<void> {
  const channel = await findChannel(parts, id);
  refuseConfigured(parts, channel);
  await parts.store.removeChannel(id);
  await parts.channelsChanged(id);
}

export async function pauseChannel(parts: ChannelParts, id: string, paused: boolean): Promise<Channel> {
  const known = await findChannel(parts, id);
  const channel = { ...known, paused };
  // A channel of the file that could not be reached is resumed without any change to the file.
  if (known.addedBy === "config" && !paused && !known.paused) await parts.channelsChanged(id);
  else await saveChannel(parts, channel);
  return channel;
}

/** Throws `schedule-invalid` for what is no expression, or no zone. */
export function readSchedule(crons: readonly string[], timezone: string): Pick<Channel, "crons" | "timezone"> {
  const isZone = timezone === "UTC" || Intl.supportedValuesOf("timeZone").includes(timezone);
  const typed = [...crons.filter((cron) => !isCron(cron)), ...(isZone ? [] : [timezone])].join(" ");
  if (typed !== "") throw new JuyaoError("schedule-invalid", { detail: { typed } });
  return { crons, timezone };
}

export async function scheduleChannel(
  parts: ChannelParts,
  id: string,
  cron: string,
  timezone: string | undefined,
): Promise<Channel> {
  const channel = await findChannel(parts, id);
  const changed = { ...channel, ...readSchedule([cron], timezone ?? channel.timezone) };
  await saveChannel(parts, changed);
  return changed;
}

export const publishNow = async (parts: ChannelParts, id: string): Promise<Publication> =>
  parts.publishNow(await findChannel(parts, id));

/** What happened, and when the next digests come. */
export function renderChannel(channel: Channel, sentence: string, messages: Messages): Document {
  const times = channel.crons
    .flatMap((cron) => nextTimes(cron, channel.timezone, TIMES_TOLD))
    .sort((a, b) => a.getTime() - b.getTime())
    .slice(0, TIMES_TOLD)
    .map((time) => messages.moment(time, channel.timezone));
  const blocks: Block[] = [{ type: "paragraph", inlines: [text(sentence)] }];
  if (!channel.paused) blocks.push({ type: "note", inlines: [text(messages.nextTimes(times, channel.timezone))] });
  return { title: messages.channelTitle, blocks };
}

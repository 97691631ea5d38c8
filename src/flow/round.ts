/** What follows a round of gathering: who must know is told, and what was left over is posted. */
import type { Disk } from "../io/disk.ts";
import type { Channel } from "../model.ts";
import type { Fetch } from "../ports.ts";
import { correctChannel, lookForWithdrawn } from "./correct.ts";
import { type NoticeParts, tellOfDisk, tellOfFeeds } from "./notice.ts";
import { type PublishParts, resume } from "./publish.ts";
import { publishWatch } from "./watch.ts";

export interface RoundParts extends PublishParts, NoticeParts {
  readonly disk: () => Promise<Disk | undefined>;
  readonly fetch: Fetch;
  /** Those that may be posted to. */
  readonly channels: () => Promise<readonly Channel[]>;
  readonly watches: () => Promise<readonly Channel[]>;
  /** Messages of one watch in an hour at the most. */
  readonly watchesPerHour: number;
}

export async function followRound(parts: RoundParts): Promise<void> {
  await tellOfFeeds(parts);
  await tellOfDisk(parts, await parts.disk());
  const channels = await parts.channels();
  await forEach(parts, channels, (channel) => resume(parts, channel));
  await forEach(parts, await parts.watches(), async (watch) => {
    await resume(parts, watch);
    await publishWatch(parts, watch, parts.watchesPerHour);
  });
  // Last, since it asks other sites, which may take their time.
  await lookForWithdrawn(parts, parts.fetch, channels);
  await forEach(parts, channels, (channel) => correctChannel(parts, channel));
}

/** What goes wrong with one is told to the log, and the others go on. */
async function forEach(
  { log }: RoundParts,
  channels: readonly Channel[],
  work: (channel: Channel) => Promise<void>,
): Promise<void> {
  for (const channel of channels) {
    await work(channel).catch((cause: unknown) => log.error({ channel: channel.id, cause }, "left for the next round"));
  }
}

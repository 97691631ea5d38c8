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
  for (const channel of channels) await resume(parts, channel);
  for (const watch of await parts.watches()) {
    await resume(parts, watch);
    await publishWatch(parts, watch, parts.watchesPerHour);
  }
  // Last, since it asks other sites, which may take their time.
  await lookForWithdrawn(parts, parts.fetch, channels);
  for (const channel of channels) await correctChannel(parts, channel);
}

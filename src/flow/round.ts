/** What follows a round of gathering: who must know is told, and what was left over is posted. */
import type { Disk } from "../io/disk.ts";
import type { Channel } from "../model.ts";
import { type NoticeParts, tellOfDisk, tellOfFeeds } from "./notice.ts";
import { type PublishParts, resume } from "./publish.ts";

export interface RoundParts extends PublishParts, NoticeParts {
  readonly disk: () => Promise<Disk | undefined>;
  /** Those that may be posted to. */
  readonly channels: () => Promise<readonly Channel[]>;
}

export async function followRound(parts: RoundParts): Promise<void> {
  await tellOfFeeds(parts);
  await tellOfDisk(parts, await parts.disk());
  for (const channel of await parts.channels()) await resume(parts, channel);
}

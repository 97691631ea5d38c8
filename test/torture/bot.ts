/** What the running bot does, again and again: read its feeds, go on with what was begun, publish what is due. */
import { setTimeout as sleep } from "node:timers/promises";
import { gather } from "../../src/flow/gather.ts";
import { type PublishParts, publish, resume } from "../../src/flow/publish.ts";
import { syncFeeds } from "../../src/flow/sync.ts";
import type { Channel, Feed } from "../../src/model.ts";
import type { Adapter } from "../../src/platform.ts";
import type { Clock, Fetch, Log, Store } from "../../src/ports.ts";
import { compileTopics } from "../../src/topic/assign.ts";
import { TOPICS } from "./channels.ts";

export interface BotParts {
  readonly store: Store;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapter: Adapter;
  readonly feeds: readonly Feed[];
  readonly channels: readonly Channel[];
}

export interface Bot {
  /** What happens once, when it starts. */
  start(): Promise<void>;
  /** One slot of every channel; beside it a round of gathering, which ends with what was begun and not sent. */
  tick(): Promise<void>;
}

/** Slots are whole hours: a clock that goes back meets slots that were used before. */
const slotOf = (clock: Clock): string => `${clock.now().toISOString().slice(0, 13)}:00:00Z`;

export function createBot({ feeds, channels, adapter, ...parts }: BotParts): Bot {
  const { store, clock } = parts;
  const publishing: PublishParts = {
    ...parts,
    adapters: new Map([[adapter.name, adapter]]),
    topics: () => TOPICS.map(({ name }) => name),
    // As long as it takes others to have their turn.
    sleep: () => sleep(1),
    onReach: async () => {},
  };
  const gathering = {
    ...parts,
    assign: compileTopics(TOPICS),
    concurrency: 4,
    backfill: 100,
    roundMs: 1_800_000,
    chance: () => 0.5,
  };
  const round = async (): Promise<void> => {
    await gather(gathering);
    for (const channel of channels) await resume(publishing, channel);
  };
  return {
    start: async () => {
      await syncFeeds(store, feeds, []);
      for (const channel of channels.filter(({ from }) => from === "now")) await store.pending(channel);
      for (const channel of channels) await resume(publishing, channel);
      await gather(gathering, { eager: true });
      for (const channel of channels) await publish(publishing, channel, slotOf(clock));
    },
    tick: async () => {
      await Promise.all([round(), ...channels.map((channel) => publish(publishing, channel, slotOf(clock)))]);
    },
  };
}

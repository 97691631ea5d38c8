/** The running bot: configuration, store and adapters put together. Everything it needs comes in by argument. */
import { type AnswerParts, createAnswer } from "./command/answer.ts";
import { type Config, configChannels, configFeeds } from "./config.ts";
import { renderNothingNew } from "./digest/render.ts";
import { type FeedOutcome, type GatherOptions, type GatherParts, gather } from "./flow/gather.ts";
import { type PublishParts, publish, resume } from "./flow/publish.ts";
import { type Job, periodOf, type Schedule, startSchedule, toSlot } from "./flow/schedule.ts";
import { syncFeeds } from "./flow/sync.ts";
import { messagesFor } from "./locale/locale.ts";
import type { Channel, Feed } from "./model.ts";
import type { Adapter, Answer, Clock, Fetch, Log, Store } from "./ports.ts";
import { compileTopics } from "./topic/assign.ts";

export interface AppParts {
  readonly config: Config;
  /** How the file of the configuration is named in messages. */
  readonly configFile: string;
  /** The demo, shown while no feed is configured. */
  readonly samples: readonly Feed[];
  readonly adapters: readonly Adapter[];
  readonly store: Store;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1, by chance. */
  readonly chance: () => number;
  readonly onProgress?: GatherOptions["onProgress"];
}

export interface App {
  /** Resolves once everything runs; `ready` is logged at that moment. */
  start(): Promise<void>;
  /** Ends what runs; safe to call twice. */
  stop(): Promise<void>;
  readonly ready: boolean;
  /** Feeds of the configuration into the store, the demo in or out. `start` does it by itself. */
  sync(): Promise<void>;
  gather(options?: GatherOptions): Promise<FeedOutcome[]>;
  readonly channels: readonly Channel[];
  readonly answer: Answer;
  readonly answerParts: AnswerParts;
}

const GATHER = "gather";

export function createApp(parts: AppParts): App {
  const { config, store, clock, log, adapters } = parts;
  const channels = configChannels(config);
  const stopping = new AbortController();
  const topics = config.topics.map(({ name }) => name);
  const gatherParts: GatherParts = {
    ...parts,
    assign: compileTopics(config.topics),
    concurrency: config.gather.concurrency,
    backfill: config.gather.backfill,
    roundMs: periodOf(config.gather.cron, config.gather.timezone),
  };
  const publishParts: PublishParts = {
    store,
    clock,
    log,
    topics,
    adapters: new Map(adapters.map((adapter) => [adapter.name, adapter])),
  };
  const gatherNow = (options: GatherOptions = {}): Promise<FeedOutcome[]> =>
    gather(gatherParts, { onProgress: parts.onProgress, signal: stopping.signal, ...options });
  const answerParts: AnswerParts = {
    ...parts,
    channels,
    topics,
    workspace: config.workspace,
    rsshub: config.gather.rsshub,
    defaultChannel: defaultChannel(config),
    gatherFeed: async (feedId) => {
      const [outcome] = await gatherNow({ feedIds: [feedId] });
      if (!outcome) throw new Error(`feed ${feedId} vanished while it was read`);
      return outcome;
    },
  };
  const answer = createAnswer(answerParts);
  let schedule: Schedule | undefined;
  let ready = false;
  let stopped: Promise<void> | undefined;

  const posting = channels.filter((channel) => !channel.paused);
  const jobs: Job[] = [
    { name: GATHER, ...config.gather, run: async () => void (await gatherNow()) },
    ...posting.map((channel) => ({
      name: channel.id,
      cron: channel.cron,
      timezone: channel.timezone,
      run: async (slot: string) => void (await publish(publishParts, channel, slot)),
    })),
  ];

  async function start(): Promise<void> {
    await syncFeeds(store, configFeeds(config), parts.samples);
    for (const adapter of adapters) await adapter.start(answer);
    // The store notes when it first sees a channel: "from now on" includes what this round brings.
    for (const channel of posting.filter(({ from }) => from === "now")) await store.pending(channel);
    for (const channel of posting) await resume(publishParts, channel);
    const outcomes = await gatherNow({ eager: true });
    for (const channel of posting.filter(({ atStart }) => atStart)) await greet(publishParts, channel, outcomes);
    if (stopping.signal.aborted) return;
    schedule = startSchedule(jobs, log);
    ready = true;
    log.info({ next: nextDigest(schedule, posting)?.toISOString(), feeds: outcomes.length }, "ready");
  }

  async function stop(): Promise<void> {
    ready = false;
    schedule?.stop();
    stopping.abort(new Error("stopping"));
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await store.close();
  }

  return {
    start,
    stop: () => (stopped ??= stop()),
    get ready() {
      return ready;
    },
    sync: () => syncFeeds(store, configFeeds(config), parts.samples),
    gather: gatherNow,
    channels,
    answer,
    answerParts,
  };
}

/** A channel that asks before anybody configured it. */
function defaultChannel(config: Config): Channel {
  const {
    locale,
    workspace,
    gather: { timezone },
  } = config;
  const rest = {
    id: "",
    cron: "0 9 * * *",
    topics: [],
    minScore: 0.3,
    limit: 40,
    from: "all",
    atStart: false,
  } as const;
  return { ...rest, locale, workspace, timezone, paused: false };
}

/** What a channel sees when the bot starts: its digest, or that there is nothing new. */
async function greet(parts: PublishParts, channel: Channel, outcomes: readonly FeedOutcome[]): Promise<void> {
  const slot = `start ${toSlot(parts.clock.now())}`;
  const publication = await publish(parts, channel, slot);
  if (publication !== "nothing") return;
  const messages = messagesFor(channel.locale);
  const nothing = renderNothingNew(messages);
  const past = outcomes
    .filter(({ backfill, added }) => backfill && added > 0)
    .map(
      ({ feed, added }) =>
        ({ type: "note", inlines: [{ type: "text", value: messages.backfilled(feed.title, added) }] }) as const,
    );
  const document = { ...nothing, blocks: [...past, ...nothing.blocks] };
  await parts.adapters
    .get(channel.id.split(":")[0] ?? "")
    ?.post(channel.id, { key: slot, ordinal: 1, total: 1, document });
}

function nextDigest(schedule: Schedule, channels: readonly Channel[]): Date | undefined {
  return channels.flatMap((channel) => schedule.next(channel.id) ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
}

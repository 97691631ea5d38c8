/** The running bot: configuration, store and adapters put together. Everything it needs comes in by argument. */
import { type AnswerParts, createAnswer } from "./command/answer.ts";
import { type Config, configChannels, configFeeds, defaultChannel } from "./config.ts";
import { renderNothingNew } from "./digest/render.ts";
import { type FeedOutcome, type GatherOptions, type GatherParts, gather } from "./flow/gather.ts";
import type { AppStatus, Installation } from "./flow/health.ts";
import { type NoticeParts, tell, tellOfFeeds } from "./flow/notice.ts";
import { type PublishParts, publish, resume } from "./flow/publish.ts";
import { createSchedule, type Job, periodOf, toSlot } from "./flow/schedule.ts";
import { createSlots, quietEnd, type Slots } from "./flow/slot.ts";
import { listChannels, syncFeeds } from "./flow/sync.ts";
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
  /** Told after each round over all feeds how long it took. */
  readonly onRound?: ((seconds: number) => void) | undefined;
  readonly installation: Installation;
}

export interface App {
  /** Resolves once everything runs; `ready` is logged at that moment. */
  start(): Promise<void>;
  /** Ends what runs; safe to call twice. */
  stop(): Promise<void>;
  readonly ready: boolean;
  status(): AppStatus;
  /** Feeds of the configuration into the store, the demo in or out. `start` does it by itself. */
  sync(): Promise<void>;
  gather(options?: GatherOptions): Promise<FeedOutcome[]>;
  readonly answer: Answer;
  readonly answerParts: AnswerParts;
}

const GATHER = "gather";
/** How long the first round may take before the bot is ready all the same. */
const FIRST_ROUND_MS = 15_000;

const patience = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

export function createApp(parts: AppParts): App {
  const { config, store, clock, log, adapters } = parts;
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
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onReach: async ({ id }, failure) => {
      if (failure) unreachable.add(id);
      await tell(noticeParts, {
        key: `channel ${id}`,
        cause: failure?.code,
        sentence: (messages) => (failure ? messages.errors[failure.code]({ channel: id }) : messages.channelHealed(id)),
      });
      if (failure) await setSchedule();
    },
  };
  const { adminChannel, locale } = config;
  const noticeParts: NoticeParts = { ...publishParts, adminChannel, locale };
  /** Channels that cannot be posted to until somebody mends them; a restart tries them again. */
  const unreachable = new Set<string>();
  const slots = createSlots(publishParts);
  const schedule = createSchedule(log);
  const lost: string[] = [];
  let ready = false;
  let stopped: Promise<void> | undefined;

  const gatherNow = async (options: GatherOptions = {}): Promise<FeedOutcome[]> => {
    const began = performance.now();
    const outcomes = await gather(gatherParts, { onProgress: parts.onProgress, signal: stopping.signal, ...options });
    if (!options.feedIds) parts.onRound?.((performance.now() - began) / 1000);
    return outcomes;
  };
  const channels = () => listChannels(store, configChannels(config));
  const posting = async (): Promise<Channel[]> =>
    (await channels()).filter(({ id, paused }) => !paused && !unreachable.has(id));

  async function round(): Promise<void> {
    await gatherNow();
    await tellOfFeeds(noticeParts);
    for (const channel of await posting()) await resume(publishParts, channel);
  }

  async function setSchedule(): Promise<void> {
    const jobs: Job[] = [{ name: GATHER, ...config.gather, run: round }];
    for (const channel of await posting()) jobs.push(...jobsOf(channel, slots));
    schedule.set(jobs);
  }

  const answerParts: AnswerParts = {
    ...parts,
    channels,
    topics,
    workspace: config.workspace,
    rsshub: config.gather.rsshub,
    newChannel: (id, addedBy) => defaultChannel(config, id, addedBy),
    gatherFeed: async (feedId) => {
      const [outcome] = await gatherNow({ feedIds: [feedId] });
      if (!outcome) throw new Error(`feed ${feedId} vanished while it was read`);
      return outcome;
    },
    channelsChanged: async (id) => {
      unreachable.delete(id);
      if (ready) await setSchedule();
    },
    publishNow: (channel) => publish(publishParts, channel, `now ${clock.now().toISOString()}`),
  };
  const answer = createAnswer(answerParts);

  async function start(): Promise<void> {
    await syncFeeds(store, configFeeds(config), parts.samples);
    for (const adapter of adapters) await startAdapter(adapter);
    const active = await posting();
    // The store notes when it first sees a channel: "from now on" includes what this round brings.
    for (const channel of active) await store.seeChannel(channel.id);
    for (const channel of active) await resume(publishParts, channel);
    const first = firstRound(active).catch((error: unknown) => {
      if (!stopping.signal.aborted) log.error({ cause: error }, "the first round failed");
    });
    // One source that hangs must not keep everything else waiting.
    await Promise.race([first, patience(FIRST_ROUND_MS)]);
    if (stopping.signal.aborted) return;
    await setSchedule();
    ready = true;
    const next = active.flatMap(({ id }) => schedule.next(id) ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
    log.info({ next: next?.toISOString(), feeds: (await store.listFeeds()).length }, "ready");
  }

  /** One that cannot start does not keep the others from it, unless it is the last. */
  async function startAdapter(adapter: Adapter): Promise<void> {
    try {
      await adapter.start(answer);
    } catch (cause) {
      lost.push(adapter.name);
      log.error({ adapter: adapter.name, cause }, "adapter is lost");
      if (lost.length === adapters.length) throw cause;
    }
  }

  async function firstRound(active: readonly Channel[]): Promise<void> {
    const outcomes = await gatherNow({ eager: true });
    for (const channel of active) {
      if (channel.atStart) await greet(publishParts, channel, outcomes);
      await slots.catchUp(channel);
    }
  }

  async function stop(): Promise<void> {
    ready = false;
    schedule.stop();
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
    status: () => ({ phase: stopped ? "stopping" : ready ? "ready" : "starting", lost }),
    sync: () => syncFeeds(store, configFeeds(config), parts.samples),
    gather: gatherNow,
    answer,
    answerParts,
  };
}

/** One job a slot, and one at the end of the quiet hours. */
function jobsOf(channel: Channel, slots: Slots): Job[] {
  const { id, crons, weekly, timezone, quiet } = channel;
  const jobs: Job[] = crons.map((cron) => ({
    name: id,
    cron,
    timezone,
    run: async (slot) => void (await slots.run(channel, slot)),
  }));
  if (weekly) {
    jobs.push({
      name: `${id} weekly`,
      cron: weekly,
      timezone,
      run: async (slot) => void (await slots.runWeekly(channel, slot)),
    });
  }
  if (quiet) jobs.push({ name: `${id} quiet`, cron: quietEnd(quiet), timezone, run: () => slots.endQuiet(channel) });
  return jobs;
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

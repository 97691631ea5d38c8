/** The running bot: configuration, store and adapters put together. Everything it needs comes in by argument. */
import { type AnswerParts, createAnswer } from "./command/answer.ts";
import { opensDialog } from "./command/parse.ts";
import { createSuggest } from "./command/suggest.ts";
import { type Config, configFeeds, defaultChannel } from "./config.ts";
import type { JuyaoError } from "./errors.ts";
import { type Connections, createConnections } from "./flow/connection.ts";
import { type FeedOutcome, type GatherOptions, type GatherParts, gather } from "./flow/gather.ts";
import type { AppStatus, Installation } from "./flow/health.ts";
import { type NoticeParts, tellOfAdapter } from "./flow/notice.ts";
import { type PublishParts, publish, resume, targetOf } from "./flow/publish.ts";
import { editPosted } from "./flow/revise.ts";
import { createRoster, type Roster } from "./flow/roster.ts";
import { followRound } from "./flow/round.ts";
import { createSchedule, type Job, periodOf, type Schedule } from "./flow/schedule.ts";
import { createSlots, greet, jobsOf, type Slots } from "./flow/slot.ts";
import { syncFeeds } from "./flow/sync.ts";
import { type Channel, type Feed, OWN_WORKSPACE } from "./model.ts";
import type { Adapter, Answer, Host } from "./platform.ts";
import type { Clock, Fetch, Log, Store } from "./ports.ts";
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
  /** Called when the last adapter that people talk to is lost. */
  readonly onDeserted: (failure: JuyaoError) => void;
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
  /** Goes on with another configuration; adapters stay as they are. */
  reload(config: Config): Promise<void>;
  readonly answer: Answer;
  readonly answerParts: AnswerParts;
}

const GATHER = "gather";
/** How long the first round may take before the bot is ready all the same. */
const FIRST_ROUND_MS = 15_000;

const patience = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

export const createApp = (parts: AppParts): App => new RunningApp(parts);

class RunningApp implements App {
  /** `config` is exchanged by `reload`: nothing may keep it, or what follows from it. */
  #parts: AppParts;
  #gather: GatherParts;
  readonly #publish: PublishParts;
  readonly #slots: Slots;
  readonly #schedule: Schedule;
  readonly #stopping = new AbortController();
  readonly #connections: Connections;
  readonly #roster: Roster = createRoster(
    () => this.#parts.config,
    () => this.#noticeParts(),
  );
  #ready = false;
  #stopped: Promise<void> | undefined;

  constructor(parts: AppParts) {
    const { store, clock, log, adapters } = parts;
    this.#parts = parts;
    this.#gather = this.#createGatherParts();
    this.#publish = {
      ...{ store, clock, log },
      topics: () => this.#parts.config.topics.map(({ name }) => name),
      adapters: new Map(adapters.map((adapter) => [adapter.name, adapter])),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onReach: (channel, failure) => this.#onReach(targetOf(channel), failure),
    };
    this.#slots = createSlots(this.#publish);
    this.#schedule = createSchedule(log, (run) => store.winRun(run));
    this.#connections = createConnections({
      ...parts,
      onChange: (adapter, failure) => tellOfAdapter(this.#noticeParts(), adapter, failure),
    });
  }

  #createGatherParts(): GatherParts {
    const { gather: settings, topics } = this.#parts.config;
    const { concurrency, backfill, cron, timezone } = settings;
    const roundMs = periodOf(cron, timezone);
    return { ...this.#parts, concurrency, backfill, assign: compileTopics(topics), roundMs };
  }

  async reload(config: Config): Promise<void> {
    this.#parts = { ...this.#parts, config };
    this.#gather = this.#createGatherParts();
    await this.sync();
    for (const { id } of await this.#roster.posting()) await this.#parts.store.seeChannel(id);
    if (this.#ready) await this.#setSchedule();
    this.#parts.log.info({ feeds: config.feeds.length, channels: config.channels.length }, "configuration read again");
  }

  readonly answer: Answer = (request) => createAnswer(this.answerParts)(request);

  get #host(): Omit<Host, "onLost"> {
    return {
      ...{ answer: this.answer, suggest: createSuggest(this.#publish), opensDialog, grants: this.#parts.store },
      onRemoved: (id, failure) => void this.#onRemoved(id, failure),
      onWorkspace: (id, failure) => void this.#roster.reportWorkspace(id, failure).then(() => this.#setSchedule()),
    };
  }

  get answerParts(): AnswerParts {
    const { config, clock, store } = this.#parts;
    return {
      ...this.#parts,
      topics: this.#publish.topics,
      admins: config.admins,
      workspace: OWN_WORKSPACE,
      rsshub: config.gather.rsshub,
      channels: this.#roster.channels,
      newChannel: (id, addedBy) => defaultChannel(config, id, addedBy),
      gatherFeed: async (feedId) => {
        const [outcome] = await this.gather({ feedIds: [feedId] });
        if (!outcome) throw new Error(`feed ${feedId} vanished while it was read`);
        return outcome;
      },
      channelsChanged: async (id) => {
        this.#roster.retry(id);
        if (this.#ready) await this.#setSchedule();
      },
      watchesPerHour: config.watchesPerHour,
      editLast: async (channel) => {
        const last = await store.lastDelivery(channel.id);
        if (last) await editPosted(this.#publish, channel, last);
      },
      publishNow: (channel) => publish(this.#publish, channel, `now ${clock.now().toISOString()}`),
    };
  }

  get ready(): boolean {
    return this.#ready;
  }

  status(): ReturnType<App["status"]> {
    return { phase: this.#stopped ? "stopping" : this.#ready ? "ready" : "starting", lost: this.#connections.lost };
  }

  sync(): Promise<void> {
    const { store, config, samples } = this.#parts;
    return syncFeeds(store, configFeeds(config), samples);
  }

  async gather(options: GatherOptions = {}): Promise<FeedOutcome[]> {
    const { onProgress, onRound } = this.#parts;
    const began = performance.now();
    const outcomes = await gather(this.#gather, { onProgress, signal: this.#stopping.signal, ...options });
    if (!options.feedIds) onRound?.((performance.now() - began) / 1000);
    return outcomes;
  }

  async start(): Promise<void> {
    const { store, log } = this.#parts;
    await this.sync();
    await this.#roster.recall();
    await this.#connections.start(this.#host);
    const active = await this.#roster.posting();
    // The store notes when it first sees a channel: "from now on" includes what this round brings.
    for (const channel of active) await store.seeChannel(channel.id);
    for (const channel of active) await resume(this.#publish, channel);
    const first = this.#firstRound(active).catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) log.error({ cause: error }, "the first round failed");
    });
    // One source that hangs must not keep everything else waiting.
    await Promise.race([first, patience(FIRST_ROUND_MS)]);
    if (this.#stopping.signal.aborted) return;
    await this.#setSchedule();
    this.#ready = true;
    const [next] = active.flatMap(({ id }) => this.#schedule.next(id) ?? []).sort((a, b) => a.getTime() - b.getTime());
    log.info({ next: next?.toISOString(), feeds: (await store.listFeeds()).length }, "ready");
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  async #end(): Promise<void> {
    this.#ready = false;
    this.#schedule.stop();
    this.#stopping.abort(new Error("stopping"));
    await this.#connections.stop();
    await this.#parts.store.close();
  }

  async #firstRound(active: readonly Channel[]): Promise<void> {
    const outcomes = await this.gather({ eager: true });
    // Before anything is made up for: what falls due meanwhile is nobody's otherwise.
    await this.#setSchedule();
    for (const channel of active) {
      if (channel.atStart) await greet(this.#publish, channel, outcomes);
      await this.#slots.catchUp(channel);
    }
  }

  async #round(): Promise<void> {
    await this.gather();
    const { installation, fetch, config } = this.#parts;
    const { posting: channels, watches } = this.#roster;
    const told = { ...this.#noticeParts(), ...this.#publish, fetch, disk: installation.disk };
    await followRound({ ...told, channels, watches, watchesPerHour: config.watchesPerHour });
  }

  async #setSchedule(): Promise<void> {
    const jobs: Job[] = [{ name: GATHER, ...this.#parts.config.gather, onOneReplica: true, run: () => this.#round() }];
    for (const channel of await this.#roster.posting()) jobs.push(...jobsOf(channel, this.#slots));
    if (!this.#stopping.signal.aborted) this.#schedule.set(jobs);
  }

  #noticeParts(): NoticeParts {
    const { adminChannel, locale } = this.#parts.config;
    return { ...this.#publish, adminChannel, locale };
  }

  /** Of a channel that gets no digest there is nothing to tell. */
  async #onRemoved(address: string, failure: JuyaoError): Promise<void> {
    if ((await this.#roster.posting()).some(({ id }) => id === address)) await this.#onReach(address, failure);
  }

  async #onReach(address: string, failure: JuyaoError | undefined): Promise<void> {
    await this.#roster.report(address, failure);
    if (failure) await this.#setSchedule();
  }
}

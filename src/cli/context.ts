/** Configuration, store and way out, opened for one run of the command line and closed after it. */
import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { parse as parseYaml } from "yaml";
import { type App, createApp } from "../app.ts";
import { Config, configFeeds } from "../config.ts";
import { type ConfigProblem, type ConfigReading, readConfig } from "../config-file.ts";
import { JuyaoError } from "../errors.ts";
import type { GatherOptions } from "../flow/gather.ts";
import { isCron } from "../flow/schedule.ts";
import { readDisk } from "../io/disk.ts";
import { type Environment, readEnvironment } from "../io/environment.ts";
import { createHttpFetch } from "../io/http.ts";
import { createLog } from "../io/log.ts";
import type { Metrics } from "../io/metrics.ts";
import { withRobots } from "../io/robots.ts";
import { withSamples } from "../io/sample.ts";
import { messagesFor } from "../locale/locale.ts";
import type { Messages } from "../locale/messages.ts";
import type { Feed } from "../model.ts";
import type { Adapter } from "../platform.ts";
import type { Fetch, Log, Store } from "../ports.ts";
import { findBot } from "../store/lock.ts";
import { openStore } from "../store/open.ts";
import type { Runtime } from "./runtime.ts";

/** Thrown where the configuration has mistakes; all of them are told, and the exit code is that of wrong usage. */
export class ConfigProblems extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super("config-invalid");
    this.problems = problems;
  }
}

export interface Context {
  readonly environment: Environment;
  readonly config: Config;
  /** The file of the configuration as messages name it. */
  readonly configFile: string;
  readonly messages: Messages;
  readonly log: Log;
}

export interface OpenContext extends Context {
  readonly store: Store;
  readonly fetch: Fetch;
  readonly app: App;
  close(): Promise<void>;
}

/** A file as people would name it from where they are. */
export const nameFile = (file: string): string => {
  const near = relative(process.cwd(), file);
  return near.startsWith("..") ? file : near || basename(file);
};

export async function readConfigFile(runtime: Runtime, file: string): Promise<ConfigReading> {
  try {
    const source = await readFile(file, "utf8");
    return readConfig(source, { file: nameFile(file), isCron, adapters: runtime.adapterNames });
  } catch (cause) {
    throw new JuyaoError("config-not-found", { cause, detail: { file: nameFile(file) } });
  }
}

/**
 * Throws ConfigProblems or a JuyaoError before anything is opened or connected. `logLevel` holds where LOG_LEVEL says
 * nothing: a command that tells people what fails need not log it as well.
 */
export async function readContext(runtime: Runtime, logLevel = "error"): Promise<Context> {
  const environment = readEnvironment(runtime.variables, runtime.root);
  const { config, problems } = await readConfigFile(runtime, environment.configFile);
  if (!config) throw new ConfigProblems(problems);
  const log = createLog({
    level: environment.logLevel ?? logLevel,
    secrets: environment.secrets,
    human: Boolean(runtime.stderr.isTTY),
    write: runtime.writeLog,
  });
  const configFile = nameFile(environment.configFile);
  return { environment, config, configFile, messages: messagesFor(config.locale), log };
}

/** The demo's feeds, in the shape of the configuration. */
async function readSamples(root: string): Promise<Feed[]> {
  const source: unknown = parseYaml(await readFile(join(root, "config", "sample", "feeds.yaml"), "utf8"));
  return configFeeds(Config.parse(source)).map((feed) => ({ ...feed, addedBy: "sample" }));
}

const VERSION = "0.1.0";

export function openFetch(
  runtime: Runtime,
  { config, environment }: Context,
): { fetch: Fetch; close(): Promise<void> } {
  const userAgent = `Juyao/${VERSION} (+${config.gather.contact})`;
  const http = createHttpFetch({
    userAgent,
    allowPrivateHosts: environment.allowPrivateHosts,
    concurrency: config.gather.concurrency,
    proxy: environment.proxy,
  });
  const polite = withRobots(http.fetch, { userAgent, clock: runtime.clock });
  return { fetch: withSamples(join(runtime.root, "config", "sample"), polite), close: () => http.close() };
}

/** What only the running bot brings along. */
export interface OpenOptions {
  readonly adapters?: readonly Adapter[];
  readonly onProgress?: GatherOptions["onProgress"];
  readonly logLevel?: string;
  readonly metrics?: Metrics | undefined;
  readonly onDeserted?: (failure: JuyaoError) => void;
}

export async function openContext(runtime: Runtime, options: OpenOptions = {}): Promise<OpenContext> {
  const { metrics } = options;
  const context = await readContext(runtime, options.logLevel);
  const { database, sealKeys } = context.environment;
  const store = await openStore({ url: database, clock: runtime.clock, sealKeys });
  const { fetch: rawFetch, close } = openFetch(runtime, context);
  const fetch = metrics?.countRequests(rawFetch) ?? rawFetch;
  const app = createApp({
    ...context,
    ...options,
    adapters: options.adapters ?? [],
    onDeserted: options.onDeserted ?? (() => {}),
    samples: await readSamples(runtime.root),
    store,
    fetch,
    clock: runtime.clock,
    chance: Math.random,
    onRound: metrics?.observeRound,
    installation: {
      version: VERSION,
      runningSince: () => findBot(database),
      disk: () => readDisk(dirname(database)),
    },
  });
  return {
    ...context,
    store,
    fetch,
    app,
    close: async () => {
      await app.stop();
      await close();
    },
  };
}

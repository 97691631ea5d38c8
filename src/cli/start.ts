/** `start`: the bot, until it is asked to stop. */
import type { App } from "../app.ts";
import { JuyaoError } from "../errors.ts";
import { messagesFor } from "../locale/locale.ts";
import type { Log } from "../ports.ts";
import { lockStore } from "../store/lock.ts";
import { ConfigProblems, type OpenContext, openContext, readContext } from "./context.ts";
import { startMonitor } from "./monitor.ts";
import { createProgress } from "./output.ts";
import { EXIT, type Exit, type Runtime } from "./runtime.ts";

/** After this the process ends even if something still hangs. */
const STOP_DEADLINE_MS = 1_500;

/** Throws `store-in-use` where another bot runs on the same store. */
export async function start(runtime: Runtime): Promise<Exit> {
  const { config, environment, log } = await readContext(runtime, "info");
  const { address, database } = environment;
  let requestStop = (): void => {};
  const stopRequested = new Promise<void>((resolve) => {
    requestStop = resolve;
  });
  runtime.onStop(requestStop);
  /** What the bot ends with where nobody asked it to. */
  let desertion: JuyaoError | undefined;
  const onDeserted = (failure: JuyaoError): void => {
    desertion = failure;
    requestStop();
  };
  const lock = await lockStore(database, runtime.clock.now());
  let context: OpenContext | undefined;
  try {
    const names = [...new Set(config.channels.map(({ id }) => id.split(":")[0] ?? ""))];
    const { locale, workspace } = config;
    const platform = { credentials: environment.credentials, locale, workspace, log, clock: runtime.clock };
    const adapters = runtime.createAdapters(names, platform, requestStop);
    // First to come and last to go: whoever watches sees the whole way up and down.
    const endpoints = adapters.flatMap(({ endpoints = [] }) => endpoints);
    if (endpoints[0] && !address) throw new JuyaoError("port-missing", { detail: { path: endpoints[0].path } });
    const monitor = address && (await startMonitor({ address, endpoints, log }, () => context));
    try {
      const { update: onProgress } = createProgress(runtime, messagesFor(config.locale));
      const running = { adapters, onProgress, onDeserted, logLevel: "info", metrics: monitor?.metrics };
      context = await openContext(runtime, running);
      const { app } = context;
      runtime.onReload(() => void reload(runtime, app, log));
      await run(context, stopRequested);
    } finally {
      await monitor?.stop();
    }
  } finally {
    lock.release();
  }
  if (desertion) throw desertion;
  return EXIT.done;
}

/** A file with mistakes changes nothing: all of them are told, and the bot goes on as it was. */
async function reload(runtime: Runtime, app: App, log: Log): Promise<void> {
  try {
    const { config } = await readContext(runtime);
    await app.reload(config);
  } catch (error) {
    const problems = error instanceof ConfigProblems ? error.problems : undefined;
    log.error({ problems, cause: error }, "configuration not read again; the bot goes on with the last one");
  }
}

async function run(context: OpenContext, stopRequested: Promise<void>): Promise<void> {
  const started = context.app.start();
  // A stop that comes while it still starts wins; what the start then fails with is a consequence, not news.
  const failure = await Promise.race([started.then(() => stopRequested), stopRequested]).then(
    () => undefined,
    (error: unknown) => error,
  );
  started.catch(() => {});
  const deadline = new Promise<void>((resolve) => setTimeout(resolve, STOP_DEADLINE_MS).unref());
  await Promise.race([context.close(), deadline]);
  if (failure !== undefined) throw failure;
}

/** `start`: the bot, until it is asked to stop. */
import { messagesFor } from "../locale/locale.ts";
import { openContext, readContext } from "./context.ts";
import { createProgress } from "./output.ts";
import { EXIT, type Exit, type Runtime } from "./runtime.ts";

/** After this the process ends even if something still hangs. */
const STOP_DEADLINE_MS = 1_500;

export async function start(runtime: Runtime): Promise<Exit> {
  const { config } = await readContext(runtime);
  let requestStop = (): void => {};
  const stopRequested = new Promise<void>((resolve) => {
    requestStop = resolve;
  });
  runtime.onStop(requestStop);
  const names = [...new Set(config.channels.map(({ id }) => id.split(":")[0] ?? ""))];
  const adapters = runtime.createAdapters(names, config.locale, requestStop);
  const progress = createProgress(runtime, messagesFor(config.locale));
  const context = await openContext(runtime, { adapters, onProgress: progress.update, logLevel: "info" });
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
  return EXIT.done;
}

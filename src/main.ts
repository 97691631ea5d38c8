/** The roof: the only file that touches the process, and the only one that knows which adapters there are. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ADAPTER_NAMES, createAdapters } from "../adapters/registry.ts";
import { renderTerminal, type TerminalStyle } from "../adapters/terminal/render.ts";
import { createScreen } from "../adapters/terminal/screen.ts";
import { runProgram } from "./cli/program.ts";
import type { Runtime } from "./cli/runtime.ts";
import { messagesFor } from "./locale/locale.ts";

const { env, stdin, stdout, stderr } = process;
/** Columns where the output is a file or a pipe. */
const PIPE_COLUMNS = 80;
const style = (): TerminalStyle => ({
  columns: stdout.columns ?? PIPE_COLUMNS,
  color: Boolean(stdout.isTTY) && !env.NO_COLOR,
});
const screen = createScreen(stdin, stdout);
const interactive = Boolean(stdin.isTTY && stdout.isTTY);

const runtime: Runtime = {
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  variables: env,
  stdin,
  stdout,
  stderr,
  clock: { now: () => new Date() },
  adapterNames: ADAPTER_NAMES,
  createAdapters: (names, options, interrupt) => {
    const { locale } = options;
    const terminal = { screen, style, interactive, locale, hint: messagesFor(locale).promptHint, interrupt };
    return createAdapters(names, { ...options, terminal });
  },
  print: (document) => void stdout.write(renderTerminal(document, style())),
  // The prompt and the log share the terminal; into a file or a pipe the log goes by itself.
  writeLog: (line) => (stderr.isTTY && interactive ? screen.print(line) : void stderr.write(line)),
  onReload: (reload) => void process.on("SIGHUP", reload),
  onStop: (stop) => {
    // Not once: npm passes on what the whole group has had already, and the second would end the process at once.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  },
};

const exit = await runProgram(runtime, process.argv.slice(2));
// Ends at once: a socket that is being kept alive must not hold a script up.
stdout.write("", () => process.exit(exit));

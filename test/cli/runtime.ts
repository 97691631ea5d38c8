/** The command line run inside the test: its own data folder, its input from a string, its output collected. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { ADAPTER_NAMES, createAdapters } from "../../adapters/registry.ts";
import { renderTerminal } from "../../adapters/terminal/render.ts";
import { createScreen } from "../../adapters/terminal/screen.ts";
import { runProgram } from "../../src/cli/program.ts";
import type { Runtime } from "../../src/cli/runtime.ts";

export const ROOT = join(import.meta.dirname, "..", "..");
const STYLE = { columns: 80, color: false };

export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), "juyao-"));

function collect(): { stream: NodeJS.WriteStream; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => Buffer.concat(chunks).toString("utf8") };
}

/** Every run begins a second after the one before. */
let clockRuns = 0;

export async function runCli(
  args: readonly string[],
  variables: Record<string, string> = {},
  stdin = "",
): Promise<Run> {
  const out = collect();
  const err = collect();
  const input = Readable.from([stdin]) as unknown as NodeJS.ReadStream;
  let stopStart = (): void => {};
  clockRuns += 1;
  const now = new Date(Date.UTC(2026, 10, 22, 2, 0, clockRuns));
  const runtime: Runtime = {
    root: ROOT,
    variables: { LANG: "zh_CN.UTF-8", ...variables },
    stdin: input,
    stdout: out.stream,
    stderr: err.stream,
    clock: { now: () => now },
    adapterNames: ADAPTER_NAMES,
    createAdapters: (names, options, interrupt) => {
      const screen = createScreen(input, out.stream);
      const { locale } = options;
      const terminal = { screen, style: () => STYLE, interactive: false, locale, hint: "", interrupt };
      return createAdapters(names, { ...options, terminal });
    },
    print: (document) => void out.stream.write(renderTerminal(document, STYLE)),
    // `start` is asked to stop as soon as it says that it is ready.
    writeLog: (line) => {
      err.stream.write(line);
      if (line.includes('"msg":"ready"')) stopStart();
    },
    onReload: () => {},
    onStop: (stop) => {
      stopStart = stop;
    },
  };
  const exit = await runProgram(runtime, args);
  await new Promise(setImmediate);
  return { exit, out: out.text(), err: err.text() };
}

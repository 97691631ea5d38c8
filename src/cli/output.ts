/** How the command line prints: values for scripts, lines for people, progress for those who wait. */
import { createInterface } from "node:readline";
import type { Messages } from "../locale/messages.ts";
import type { Runtime } from "./runtime.ts";

export const printJson = (runtime: Runtime, value: unknown): void =>
  void runtime.stdout.write(`${JSON.stringify(value, null, runtime.stdout.isTTY ? 2 : undefined)}\n`);

/** One line on a terminal that is written again and again; one line in all where the output is a file. */
export function createProgress(runtime: Runtime, messages: Messages) {
  const { stderr } = runtime;
  let begun = false;
  return {
    update(done: number, total: number): void {
      if (total === 0) return;
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${done < total ? messages.gathering(done, total) : ""}`);
      else if (!begun) stderr.write(`${messages.gathering(done, total)}\n`);
      begun = true;
    },
  };
}

/** Lines of standard input, in order, as they come. */
export const readLines = (runtime: Runtime): AsyncIterable<string> =>
  createInterface({ input: runtime.stdin, crlfDelay: Number.POSITIVE_INFINITY });

/** Writes and waits where the reader is slower than we are. */
export async function writeLine(runtime: Runtime, line: string): Promise<void> {
  if (!runtime.stdout.write(`${line}\n`)) await new Promise((resolve) => runtime.stdout.once("drain", resolve));
}

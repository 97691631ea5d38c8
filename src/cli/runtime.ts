/** What the command line stands on: given by `main.ts`, so that it can be run in a test as well. */
import type { Document } from "../document.ts";
import type { Adapter, PlatformOptions } from "../platform.ts";
import type { Clock } from "../ports.ts";

export interface Runtime {
  /** Folder of the installation: `config/` is below it. */
  readonly root: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly clock: Clock;
  readonly adapterNames: readonly string[];
  /**
   * Makes the adapters with these names, and those there are credentials for. `interrupt` is called when a person ends
   * the program from within one.
   */
  readonly createAdapters: (names: readonly string[], options: PlatformOptions, interrupt: () => void) => Adapter[];
  /** A Document as people read it on this output. */
  readonly print: (document: Document) => void;
  /** One line of the log, with its line break. */
  readonly writeLog: (line: string) => void;
  /** Calls `stop` when the process is asked to end (SIGINT, SIGTERM). */
  readonly onStop: (stop: () => void) => void;
  /** Calls `reload` when the process is asked to read its configuration again (SIGHUP). */
  readonly onReload: (reload: () => void) => void;
}

/** Exit codes, as scripts rely on them. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Name → how to make it. Adding a platform is adding a line. */
import type { Adapter } from "../src/ports.ts";
import { createTerminalAdapter, type TerminalOptions } from "./terminal/adapter.ts";

export interface AdapterOptions {
  readonly terminal: TerminalOptions;
}

const ADAPTERS = {
  terminal: (options) => createTerminalAdapter(options.terminal),
} satisfies Record<string, (options: AdapterOptions) => Adapter>;

export type AdapterName = keyof typeof ADAPTERS;

export const ADAPTER_NAMES = Object.keys(ADAPTERS) as AdapterName[];

export const createAdapter = (name: AdapterName, options: AdapterOptions): Adapter => ADAPTERS[name](options);

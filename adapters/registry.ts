/** Name → how to make it. Adding a platform is adding a line. */
import type { Adapter, PlatformOptions } from "../src/platform.ts";
import { createDiscordAdapter } from "./discord/adapter.ts";
import { createSlackAdapter } from "./slack/adapter.ts";
import { createTerminalAdapter, type TerminalOptions } from "./terminal/adapter.ts";

export interface AdapterOptions extends PlatformOptions {
  readonly terminal: TerminalOptions;
}

interface Entry {
  readonly create: (options: AdapterOptions) => Adapter;
  /** Variables without which there is nothing to connect with; one that is set is reason enough to connect. */
  readonly credentials?: readonly string[];
}

const ADAPTERS = {
  discord: { create: (options) => createDiscordAdapter(options), credentials: ["DISCORD_TOKEN"] },
  terminal: { create: (options) => createTerminalAdapter(options.terminal) },
  slack: {
    create: (options) => createSlackAdapter(options),
    credentials: ["SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"],
  },
} as const satisfies Record<string, Entry>;

export const ADAPTER_NAMES = Object.keys(ADAPTERS);

/** Those that are named, and those there are credentials for. */
export function createAdapters(names: readonly string[], options: AdapterOptions): Adapter[] {
  const entries: [string, Entry][] = Object.entries(ADAPTERS);
  return entries
    .filter(([name, { credentials }]) => names.includes(name) || credentials?.some((one) => options.credentials[one]))
    .map(([, { create }]) => create(options));
}

/** An adapter for Discord in front of a Discord of our own. */
import { createDiscordAdapter, type Times } from "../../adapters/discord/adapter.ts";
import type { Document } from "../../src/document.ts";
import type { JuyaoError } from "../../src/errors.ts";
import type { Adapter, Host, Part, Request } from "../../src/platform.ts";
import type { Log } from "../../src/ports.ts";
import { DiscordServer } from "./discord-server.ts";
import { hostOf } from "./host.ts";

const TIMES: Times = {
  ...{ startMs: 10_000, retryMs: 10, promptMs: 40, dialogMs: 80 },
  ...{ waitsMs: [1, 5], drainMs: 100 },
};

export interface DiscordStage {
  readonly server: DiscordServer;
  readonly adapter: Adapter;
  readonly clock: { now: () => Date };
  readonly asked: Request[];
  readonly logged: string[];
  readonly lost: JuyaoError[];
  readonly removed: string[];
  start(): Promise<void>;
  close(): Promise<void>;
}

export const say = (title: string, more: Partial<Document> = {}): Document => ({ title, blocks: [], ...more });

export const partOf = (document: Document, more: Partial<Part> = {}): Part => ({
  ...{ key: "key", ordinal: 1, total: 1, document, since: new Date(Date.now() - 1_000).toISOString(), again: false },
  ...more,
});

/** `host.answer` is told of in `asked` as well. */
export async function openStage(
  host: Partial<Host> = {},
  more: Record<string, string> = {},
  times: Partial<Times> = {},
): Promise<DiscordStage> {
  const server = await new DiscordServer().start();
  const asked: Request[] = [];
  const logged: string[] = [];
  const lost: JuyaoError[] = [];
  const removed: string[] = [];
  const write = (fields: object, message: string): void => {
    const { cause, ...rest } = fields as { cause?: Error };
    logged.push(
      [message, JSON.stringify(rest), cause ? JSON.stringify({ ...cause, said: cause.message }) : ""].join(" "),
    );
  };
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const clock = { now: () => new Date() };
  const credentials = { ...server.credentials, ...more };
  const adapter = createDiscordAdapter({ credentials, locale: "zh-CN", log, clock }, { ...TIMES, ...times });
  const answer: Host["answer"] = async (request) => {
    asked.push(request);
    return host.answer ? host.answer(request) : say(`答：${request.line}`);
  };
  const told = {
    onLost: (failure: JuyaoError) => void lost.push(failure),
    onRemoved: (channel: string, { code }: JuyaoError) => void removed.push(`${channel} ${code}`),
  };
  return {
    ...{ server, adapter, clock, asked, logged, lost, removed },
    start: () => adapter.start(hostOf(answer, { ...told, ...host, answer })),
    close: async () => {
      await adapter.stop();
      await server.stop();
    },
  };
}

/** Waits until it is so, at most five seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 2));
  if (!isSo()) throw new Error("it never was so");
}

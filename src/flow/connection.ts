/** The adapters as they come and go: one that is lost does not take the others along. */
import { JuyaoError } from "../errors.ts";
import type { Adapter, Host } from "../platform.ts";
import type { Log } from "../ports.ts";

export interface ConnectionParts {
  readonly adapters: readonly Adapter[];
  readonly log: Log;
  /** Called when an adapter is lost for good, and with undefined once it has started. */
  readonly onChange: (adapter: string, failure: JuyaoError | undefined) => Promise<void>;
  /** Called when the bot has nobody left to talk to. */
  readonly onDeserted: (failure: JuyaoError) => void;
}

export interface Connections {
  /** Names of the adapters that are lost until somebody mends them and starts the bot anew. */
  readonly lost: readonly string[];
  /** Throws what the last adapter failed with, if none could be started. */
  start(host: Omit<Host, "onLost">): Promise<void>;
  stop(): Promise<void>;
}

const toFailure = (cause: unknown): JuyaoError =>
  cause instanceof JuyaoError ? cause : new JuyaoError("internal", { cause });

export function createConnections({ adapters, log, onChange, onDeserted }: ConnectionParts): Connections {
  const lost = new Set<string>();
  let stopping = false;

  /** A terminal beside a chat keeps nobody company: the bot was started for the chat. */
  function isDeserted(): boolean {
    const chats = adapters.filter(({ chat }) => chat);
    return (chats.length > 0 ? chats : adapters).every(({ name }) => lost.has(name));
  }

  async function lose(adapter: Adapter, failure: JuyaoError): Promise<void> {
    if (lost.has(adapter.name) || stopping) return;
    lost.add(adapter.name);
    log.error({ adapter: adapter.name, code: failure.code, cause: failure.cause }, "adapter is lost");
    await onChange(adapter.name, failure);
  }

  return {
    get lost() {
      return [...lost];
    },
    start: async (host) => {
      for (const adapter of adapters) {
        const onLost = (failure: JuyaoError): void =>
          void lose(adapter, failure).then(() => {
            if (isDeserted()) onDeserted(failure);
          });
        try {
          await adapter.start({ ...host, onLost });
          await onChange(adapter.name, undefined);
        } catch (cause) {
          await lose(adapter, toFailure(cause));
          if (isDeserted()) throw cause;
        }
      }
    },
    stop: async () => {
      stopping = true;
      await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    },
  };
}

/** The life of the connection: found however long it takes, kept, and given up only where nothing but a person helps. */
import { type ErrorCode, JuyaoError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { AUTHENTICATION_FAILED, sleep } from "./fault.ts";
import type { Gateway, GatewayEvents, SdkOptions } from "./sdk.ts";

export interface ConnectionOptions extends SdkOptions {
  readonly log: Log;
  /** How long `start` waits for Discord before it lets the bot go on without, in milliseconds. */
  readonly startMs: number;
  /** Before the second attempt; doubled up to a minute. */
  readonly retryMs: number;
  readonly events: Pick<GatewayEvents, "onReady" | "onInteraction" | "onGuildGone" | "onChannelGone">;
  /** Called once, after `start` has resolved. */
  readonly onLost: (failure: JuyaoError) => void;
}

export interface Connection {
  /** Resolves when connected, or when waiting any longer would keep the rest of the bot; throws if the token is refused. */
  start(): Promise<void>;
  /** The token was refused elsewhere. */
  lose(): void;
  stop(): Promise<void>;
}

const NAME = { adapter: "Discord", variable: "DISCORD_TOKEN" };
const MOST_MS = 60_000;
/** A gateway that is gone must not hold up the end. */
const CLOSE_MS = 300;

const REFUSALS: Readonly<Record<number, ErrorCode>> = {
  [AUTHENTICATION_FAILED]: "adapter-token-refused",
  4013: "adapter-intents-refused",
  4014: "adapter-intents-refused",
};

const toRefusal = (code: number): JuyaoError =>
  new JuyaoError(REFUSALS[code] ?? "adapter-refused", { detail: { ...NAME, code } });

export const noToken = (): JuyaoError => new JuyaoError("adapter-no-token", { detail: NAME });

export function createConnection(options: ConnectionOptions): Connection {
  const { log, events, startMs, retryMs, onLost } = options;
  let gateway: Gateway | undefined;
  let refusal: JuyaoError | undefined;
  let stopped = false;
  let starting = true;
  let troubled = false;

  const close = async (): Promise<void> => {
    // It fails where the gateway is gone, and there is nothing left to close then.
    await Promise.race([gateway?.destroy().catch(() => {}), sleep(CLOSE_MS)]);
  };

  function refuse(code: number): void {
    if (refusal || stopped) return;
    refusal = toRefusal(code);
    void close();
    if (!starting) onLost(refusal);
  }

  /** An outage fails twice a second; it is told when it begins and when it ends. */
  function noteTrouble(cause: unknown): void {
    if (!troubled && !stopped) log.warn({ cause }, "Discord: the gateway is out of reach; the bot goes on trying");
    troubled = true;
  }

  function noteConnected(): void {
    if (troubled) log.info({}, "Discord: connected again");
    troubled = false;
  }

  async function connect(): Promise<void> {
    const { openGateway } = await import("./sdk.ts");
    for (let wait = retryMs; !stopped; wait = Math.min(wait * 2, MOST_MS)) {
      const onUnreadable = (cause: unknown): void => log.warn({ cause }, "Discord: an event could not be read");
      const life = { onRefused: refuse, onTrouble: noteTrouble, onConnected: noteConnected, onUnreadable };
      gateway = openGateway(options, { ...events, ...life });
      try {
        return await gateway.login();
      } catch (cause) {
        if (refusal || stopped) return;
        noteTrouble(cause);
      }
      await sleep(wait);
    }
  }

  return {
    start: async () => {
      await Promise.race([connect(), sleep(startMs)]);
      starting = false;
      if (refusal) throw refusal;
    },
    lose: () => refuse(AUTHENTICATION_FAILED),
    stop: async () => {
      stopped = true;
      await close();
    },
  };
}

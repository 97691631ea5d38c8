/** The only file that names discord.js: its way out (REST) and its gateway, behind narrow types of our own. */
import {
  Client,
  GatewayDispatchEvents,
  GatewayIntentBits,
  REST,
  type RequestMethod,
  SimpleShardingStrategy,
} from "discord.js";
import { AUTHENTICATION_FAILED, RestError } from "./fault.ts";

export interface Ask {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** False for the answers to interactions, which carry a token of their own. */
  readonly auth?: boolean;
}

/** Throws RestErrors. JSON comes parsed; anything else comes as bytes. */
export type Rest = (method: "GET" | "POST" | "PUT" | "PATCH", path: `/${string}`, ask?: Ask) => Promise<unknown>;

export interface SdkOptions {
  readonly token: string;
  /** Base of the REST API without version; Discord's own, if absent. */
  readonly api: string | undefined;
}

/** A wait that is shorter is waited for inside. */
const SHORT_WAIT_MS = 2_000;
const REQUEST_TIMEOUT_MS = 10_000;

const baseOf = ({ api }: SdkOptions) => (api === undefined ? {} : { api });

/** Nothing is repeated by itself: the SDK would repeat what was heard and only its answer lost. */
export function openRest(options: SdkOptions): Rest {
  const rest = new REST({
    ...baseOf(options),
    version: "10",
    retries: 0,
    timeout: REQUEST_TIMEOUT_MS,
    // Zero: refused without being told how long, which the SDK would try again at once and for ever.
    rejectOnRateLimit: ({ retryAfter, timeToReset }) =>
      retryAfter === 0 || Math.max(retryAfter, timeToReset) > SHORT_WAIT_MS,
    // Their timers would outlive the adapter; channels are few.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  });
  return async (method, path, { body, query, auth = true } = {}) => {
    // The SDK forgets the token as soon as it was refused once.
    rest.setToken(options.token);
    const search = query && { query: new URLSearchParams(query) };
    try {
      return await rest.request({ method: method as RequestMethod, fullRoute: path, auth, body, ...search });
    } catch (error) {
      throw new RestError(error);
    }
  };
}

export interface GatewayEvents {
  /** A new session; not called when one is resumed. */
  readonly onReady: (applicationId: string) => void;
  /** An interaction as Discord sends it. */
  readonly onInteraction: (raw: unknown) => void;
  /** The bot was removed from a guild that had these channels. */
  readonly onGuildGone: (channelIds: readonly string[]) => void;
  readonly onChannelGone: (channelId: string) => void;
  /** Closed with a code after which Discord wants no other attempt. */
  readonly onRefused: (code: number) => void;
  /** A shard has a session, whether new or resumed. */
  readonly onConnected: () => void;
  /** Trouble that it goes on after by itself. */
  readonly onTrouble: (cause: unknown) => void;
  /** The SDK cannot read an event; the next one may be as good as ever. */
  readonly onUnreadable: (cause: unknown) => void;
}

export interface Gateway {
  /** Resolves once all shards have a session. Goes on trying where the gateway cannot be reached; rejects where the API cannot. */
  login(): Promise<void>;
  destroy(): Promise<void>;
}

/** What a shard tells its manager. */
interface GatewayEvent {
  readonly data?: { readonly t?: string; readonly d?: unknown };
}

type ShardManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

const DISPATCH = "dispatch";

interface Socket {
  on(event: "error", listener: () => void): void;
}

/**
 * A shard that is destroyed while it still connects stops listening to its socket, and when that fails a moment later,
 * an error that nobody hears would end the process. So each socket keeps a listener of ours.
 */
class HeardShards extends SimpleShardingStrategy {
  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids);
    const shards = Reflect.get(this, "shards") as ReadonlyMap<number, object>;
    for (const shard of shards.values()) {
      let connection: Socket | null = null;
      Object.defineProperty(shard, "connection", {
        get: () => connection,
        set: (socket: Socket | null) => {
          connection = socket;
          socket?.on("error", () => {});
        },
      });
    }
  }
}

/** What the SDK's shards need so that they end when they are asked to, and end nothing else. */
function tameShards(manager: ShardManager, events: GatewayEvents, isEnded: () => boolean): SimpleShardingStrategy {
  // A shard goes on connecting after it was destroyed while it could not connect. It asks for its session before each
  // attempt: in the end that is never answered.
  const { retrieveSessionInfo } = manager.options;
  manager.options.retrieveSessionInfo = (id) => (isEnded() ? new Promise(() => {}) : retrieveSessionInfo(id));
  const emit: (name: string, event: GatewayEvent) => boolean = manager.emit.bind(manager);
  Object.assign(manager, {
    emit: (name: string, event: GatewayEvent) => {
      const { t, d } = event.data ?? {};
      try {
        // Interactions are read by us alone: before all guilds are there the SDK would keep them waiting.
        if (name === DISPATCH && t === GatewayDispatchEvents.InteractionCreate) events.onInteraction(d);
        else return emit(name, event);
      } catch (cause) {
        // Thrown on it would end the process.
        events.onUnreadable(cause);
      }
      return true;
    },
  });
  return new HeardShards(manager);
}

function listen(client: Client, events: GatewayEvents): void {
  client.ws.on(GatewayDispatchEvents.Ready, ({ application }: { application: { id: string } }) =>
    events.onReady(application.id),
  );
  // The event as it comes: by the time the SDK tells of it, it has forgotten which channels there were.
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
    if (!unavailable) events.onGuildGone([...(client.guilds.cache.get(id)?.channels.cache.keys() ?? [])]);
  });
  client.on("channelDelete", ({ id }) => events.onChannelGone(id));
  client.on("threadDelete", ({ id }) => events.onChannelGone(id));
  client.on("shardReady", events.onConnected);
  client.on("shardResume", events.onConnected);
  client.on("shardDisconnect", ({ code }) => events.onRefused(code));
  client.on("shardError", events.onTrouble);
  // Without a listener an error would end the process.
  client.on("error", events.onTrouble);
}

/** One connection to the gateway. It resumes and connects anew by itself until it is refused or destroyed. */
export function openGateway(options: SdkOptions, events: GatewayEvents): Gateway {
  let ended = false;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: "auto",
    allowedMentions: { parse: [] },
    rest: baseOf(options),
    ws: { buildStrategy: (manager) => tameShards(manager, events, () => ended) },
  });
  listen(client, events);
  return {
    login: async () => {
      try {
        await client.login(options.token);
      } catch (error) {
        // The SDK has destroyed the client by now, and its shards would still go on.
        ended = true;
        if ((error as { code?: unknown }).code === "TokenInvalid") events.onRefused(AUTHENTICATION_FAILED);
        throw error;
      }
    },
    destroy: async () => {
      ended = true;
      await client.destroy();
    },
  };
}

/** Discord: digests as messages, commands as slash commands, forms as modals. */
import { JuyaoError } from "../../src/errors.ts";
import type { Adapter, Host, PlatformOptions } from "../../src/platform.ts";
import { type Connection, createConnection, noToken } from "./connection.ts";
import { type Conversation, createConversation } from "./conversation.ts";
import { insist } from "./fault.ts";
import { describeCommands, isRegistered } from "./menu.ts";
import { createPosting } from "./post.ts";
import { fits } from "./render.ts";
import type { Rest } from "./sdk.ts";

/** How long things may take, in milliseconds; tests are in a hurry. */
export interface Times {
  /** How long a start waits for Discord before the bot goes on without. */
  readonly startMs: number;
  /** Before the gateway is tried again where the API cannot be reached; doubled each time. */
  readonly retryMs: number;
  readonly promptMs: number;
  readonly dialogMs: number;
  /** Before each further attempt of one request. */
  readonly waitsMs: readonly number[];
  /** How long a stop waits for what is being answered. */
  readonly drainMs: number;
}

const TIMES: Times = {
  startMs: 5_000,
  retryMs: 1_000,
  promptMs: 800,
  dialogMs: 2_000,
  waitsMs: [300, 1_000],
  drainMs: 900,
};

/**
 * View Channels, Send Messages, Read Message History (so that nothing is posted twice), Create Public Threads, Send
 * Messages in Threads (for what does not fit one message).
 */
const PERMISSIONS = String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n));

const inviteLink = (application: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${application}&permissions=${PERMISSIONS}&scope=bot+applications.commands`;

export function createDiscordAdapter(options: PlatformOptions, times: Times = TIMES): Adapter {
  const { credentials, log, clock } = options;
  const { DISCORD_TOKEN: token = "", DISCORD_API_URL: api, DISCORD_GUILD_ID: guild } = credentials;
  const sdk = { token, api };
  // The SDK takes a quarter of a second and 57 MB to load, which only who uses Discord shall pay.
  let opened: Promise<Rest> | undefined;
  const rest: Rest = async (...request) => {
    opened ??= import("./sdk.ts").then(({ openRest }) => openRest(sdk));
    return (await opened)(...request);
  };
  let connection: Connection | undefined;
  let conversation: Conversation | undefined;
  let invited = false;
  const posting = createPosting({ rest, clock, ...times, onRefused: () => connection?.lose() });

  /** Discord counts registrations by the day, so they are compared first. */
  async function register(application: string): Promise<void> {
    const path = `/applications/${application}${guild ? (`/guilds/${guild}` as const) : ""}/commands` as const;
    try {
      const known = await insist(() => rest("GET", path, { query: { with_localizations: "true" } }), times.waitsMs);
      if (isRegistered(known)) return;
      await insist(() => rest("PUT", path, { body: describeCommands() }), times.waitsMs);
      log.info({ guild: guild ?? "all" }, "Discord: commands registered");
    } catch (cause) {
      log.error({ cause, guild: guild ?? "all" }, "Discord: commands could not be registered; a restart tries again");
    }
  }

  function onReady(applicationId: string): void {
    const application = credentials.DISCORD_APPLICATION_ID ?? applicationId;
    if (!invited) log.info({ invite: inviteLink(application) }, "Discord: connected; this link invites the bot");
    invited = true;
    void register(application);
  }

  function connect(host: Host): Connection {
    const lose = (id: string, code: "post-not-member" | "post-channel-gone"): void => {
      const channel = `discord:${id}`;
      host.onRemoved(channel, new JuyaoError(code, { detail: { channel } }));
    };
    return createConnection({
      ...{ ...sdk, ...times, log, onLost: host.onLost },
      events: {
        onReady,
        onInteraction: (raw) => conversation?.take(raw),
        onGuildGone: (ids) => {
          for (const id of ids) lose(id, "post-not-member");
        },
        onChannelGone: (id) => lose(id, "post-channel-gone"),
      },
    });
  }

  return {
    name: "discord",
    chat: true,
    fits,
    start: async (host) => {
      if (token === "") throw noToken();
      conversation = createConversation({ host, rest, log, ...times });
      connection = connect(host);
      await connection.start();
    },
    post: posting.post,
    edit: posting.edit,
    stop: async () => {
      await conversation?.drain(times.drainMs);
      await connection?.stop();
    },
  };
}

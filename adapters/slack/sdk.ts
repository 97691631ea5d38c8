/** The only file that names Slack's SDK. What the others need of it has narrow types of our own. */
import type { IncomingMessage, ServerResponse } from "node:http";
import {
  App,
  type BlockAction,
  type Context,
  HTTPReceiver,
  type HTTPReceiverOptions,
  LogLevel,
  type Receiver,
  SocketModeReceiver,
  type SocketModeReceiverOptions,
} from "@slack/bolt";
import type { Log } from "../../src/ports.ts";
import type { ModalView } from "./blocks.ts";
import { readFault } from "./fault.ts";
import type { ViewState } from "./view.ts";

/** Calls a method of the Web API as one workspace, once. Rejects with what `readFault` reads. */
export type Call = (method: string, args: object) => Promise<Readonly<Record<string, unknown>>>;

/** Posts to the `response_url` of an interaction, once. */
export type Respond = (message: object) => Promise<unknown>;

interface ViewOrigin {
  readonly id: string;
  readonly type: string;
  readonly private_metadata: string;
}

/** What people do. Ids are Slack's own; `team` is the workspace whose installation heard of it, empty if it is not said. */
export interface Incoming {
  onCommand(asked: {
    readonly team: string;
    /** `/policy`, and what was typed after it. */
    readonly command: string;
    readonly text: string;
    readonly channel: string;
    readonly user: string;
    readonly trigger: string;
    readonly acknowledge: () => Promise<void>;
    readonly respond: Respond;
  }): Promise<void>;
  onButton(pressed: {
    readonly team: string;
    readonly line: string;
    readonly user: string;
    readonly trigger: string;
    readonly acknowledge: () => Promise<void>;
    /** Where it was: in a message, or in a view. */
    readonly message?: {
      readonly channel: string;
      readonly ephemeral: boolean;
      readonly thread?: string | undefined;
      readonly respond: Respond;
    };
    readonly view?: ViewOrigin | undefined;
  }): Promise<void>;
  onSubmit(sent: {
    readonly team: string;
    readonly user: string;
    readonly view: ViewOrigin;
    readonly state: ViewState;
    /** With a view, the dialog shows that one now; without, it closes. */
    readonly acknowledge: (view?: ModalView) => Promise<void>;
  }): Promise<void>;
  onHome(opened: { readonly team: string; readonly user: string }): Promise<void>;
  /** Any other event that the manifest asks for. */
  onEvent(event: {
    readonly team: string;
    readonly type: string;
    /** When it was, in seconds since 1970. */
    readonly at?: number | undefined;
    /** Of revoked tokens: our users whose tokens they were. */
    readonly bots?: readonly string[] | undefined;
    readonly channel?: string | undefined;
    readonly user?: string | undefined;
  }): void;
}

/** One connection of Socket Mode; never opened a second time. */
export interface Socket {
  /** Resolves once Slack has greeted it. */
  open(): Promise<void>;
  /** Resolves when it is lost, and as soon as Slack announces that it will be. */
  readonly ending: Promise<void>;
  close(): void;
}

export type SlackHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** What the SDK needs to let workspaces install the app. */
export type Installer = Pick<
  HTTPReceiverOptions,
  "clientId" | "clientSecret" | "scopes" | "installationStore" | "installerOptions"
>;

export interface SlackSdk {
  /** To be called once, before anything can come in. */
  readonly listen: (incoming: Incoming) => void;
  readonly call: (token: string, ...asked: Parameters<Call>) => ReturnType<Call>;
  readonly createSocket: (appToken: string) => Socket;
  readonly createHandler: (signingSecret: string, path: string, installer?: Installer) => SlackHandler;
}

export interface SdkOptions {
  /** Undefined for Slack's own. */
  readonly apiUrl: string | undefined;
  readonly timeoutMs: number;
  /** A connection that has not answered for so long is lost. */
  readonly pingTimeoutMs: number;
  readonly log: Log;
}

/** The SDK logs payloads, tokens of responses among them: only what it complains of is kept, and only for debugging. */
function createSdkLogger(log: Log) {
  const complain = (...said: unknown[]): void => log.debug({ sdk: said.map(String).join(" ") }, "slack sdk");
  const ignore = (): void => {};
  const level = { setLevel: ignore, getLevel: () => LogLevel.WARN, setName: ignore };
  return { debug: ignore, info: ignore, warn: complain, error: complain, ...level };
}

/** Slack renews its connections now and then, and says so some seconds before. */
function isFarewell(said: string): boolean {
  try {
    return (JSON.parse(said) as { type?: string }).type === "disconnect";
  } catch {
    return false;
  }
}

interface EventSaid {
  readonly type: string;
  readonly channel?: string;
  readonly user?: string;
  readonly tokens?: { readonly bot?: readonly string[] };
}

const teamOf = ({ teamId }: Context): string => teamId ?? "";

const EVENTS = /^(?!app_home_opened$)/;

function listen(app: App, incoming: Incoming): void {
  app.command(/./, ({ command, context, ack, respond }) =>
    incoming.onCommand({
      ...{ team: teamOf(context), command: command.command, text: command.text, channel: command.channel_id },
      ...{ user: command.user_id, trigger: command.trigger_id, acknowledge: () => ack(), respond },
    }),
  );
  app.action<BlockAction>(/^run:/, ({ action, body, context, ack, respond }) => {
    const { user, trigger_id: trigger, channel, container, message, view } = body;
    const place = channel && {
      message: {
        channel: channel.id,
        ephemeral: container.is_ephemeral === true,
        thread: message?.thread_ts as string | undefined,
        respond,
      },
    };
    const line = "value" in action ? String(action.value) : "";
    const who = { team: teamOf(context), user: user.id };
    return incoming.onButton({ ...who, line, trigger, acknowledge: () => ack(), ...place, view });
  });
  app.view(/./, ({ body, context, view, ack }) =>
    incoming.onSubmit({
      ...{ team: teamOf(context), user: body.user.id, view, state: view.state.values as ViewState },
      acknowledge: (next) => (next ? ack({ response_action: "update", view: next as never }) : ack()),
    }),
  );
  app.event("app_home_opened", async ({ event, context }) => {
    if (event.tab === "home") await incoming.onHome({ team: teamOf(context), user: event.user });
  });
  app.event(EVENTS, async ({ event, body, context }) => {
    const { type, channel, user, tokens } = event as EventSaid;
    incoming.onEvent({ type, channel, user, team: teamOf(context), at: body.event_time, bots: tokens?.bot });
  });
}

function createSocket(app: App, options: SocketModeReceiverOptions): Socket {
  // Its own way to reconnect ends in an unhandled rejection where the token was revoked, and leaves a gap each time.
  const socket = new SocketModeReceiver({ ...options, autoReconnectEnabled: false });
  socket.init(app);
  const ending = new Promise<void>((resolve) => {
    socket.client.on("disconnected", () => resolve());
    socket.client.on("ws_message", (said: unknown) => {
      if (isFarewell(String(said))) resolve();
    });
  });
  let closed = false;
  const close = (): void => {
    closed = true;
    void socket.stop();
  };
  const open = async (): Promise<void> => {
    await socket.start();
    // Nobody waited for it any longer.
    if (closed) close();
  };
  return { open, ending, close };
}

function createHandler(app: App, options: HTTPReceiverOptions): SlackHandler {
  const http = new HTTPReceiver(options);
  http.init(app);
  return (request, response) => {
    try {
      http.requestListener(request, response);
    } catch {
      // Anything but a POST.
      response.writeHead(404).end();
    }
  };
}

export function createSlackSdk({ apiUrl, timeoutMs, pingTimeoutMs, log }: SdkOptions): SlackSdk {
  const logger = createSdkLogger(log);
  /** A second try of a post is a second message, so none is made here; a rate limit is told, not slept through. */
  const clientOptions = {
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: timeoutMs, logger },
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
  /** What comes in comes through receivers that come and go; the app needs none of its own. */
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    ...{ receiver, logger, clientOptions, convoStore: false, ignoreSelf: false },
    // Nothing is done with the client of an event: who calls says with which token.
    authorize: async ({ teamId }) => (teamId === undefined ? {} : { teamId }),
  });
  app.error(async (cause) => log.error({ fault: readFault(cause) }, "slack event failed"));
  const socketOptions = { logger, clientPingTimeout: pingTimeoutMs, installerOptions: { clientOptions } };
  return {
    listen: (incoming) => listen(app, incoming),
    call: async (token, method, args) => ({ ...(await app.client.apiCall(method, { token, ...args })) }),
    createSocket: (appToken) => createSocket(app, { ...socketOptions, appToken }),
    createHandler: (signingSecret, path, installer) => {
      const installerOptions = { ...installer?.installerOptions, clientOptions };
      return createHandler(app, { ...installer, installerOptions, signingSecret, endpoints: [path], logger });
    },
  };
}

/** Slack: over Socket Mode, which needs no public address, or over HTTP on the server of the bot. */
import { type ErrorCode, JuyaoError } from "../../src/errors.ts";
import type { Adapter, Endpoint, Host, MessageRef, Part, PlatformOptions } from "../../src/platform.ts";
import type { Log } from "../../src/ports.ts";
import { APP_TOKEN, BOT_TOKEN, isForInstalling, isHttp, NAME, readAccess, type TokenAccess } from "./access.ts";
import type { Answers } from "./answers.ts";
import { readFault, toScopeOrTokenError } from "./fault.ts";
import { createInstaller, INSTALL_PATHS } from "./install.ts";
import { type Granted, Installed } from "./installed.ts";
import { fits } from "./render.ts";
import type { Call, Incoming, SlackHandler, SlackSdk } from "./sdk.ts";
import { keepConnected, pause, type SocketPace, tryUntilDone } from "./socket.ts";
import { createWorkspace, decline, type Workspace, type WorkspaceParts, type Workspaces } from "./workspace.ts";

/** All in milliseconds. */
export interface SlackPace extends SocketPace {
  /** For one call of the Web API. */
  readonly callMs: number;
  readonly pingMs: number;
  /** How long the start of the bot waits for a Slack that does not answer; connecting goes on after it. */
  readonly startMs: number;
  /** How long the stop waits for answers on their way. */
  readonly drainMs: number;
  /** Before a second try, and before looking whether a message has arrived. */
  readonly settleMs: number;
  readonly userMs: number;
}

const PACE: SlackPace = {
  ...{ callMs: 10_000, pingMs: 2_000, startMs: 5_000, drainMs: 1_000, settleMs: 1_000, userMs: 1_500 },
  ...{ openMs: 15_000, steadyMs: 1_000, retryMs: [500, 10_000] },
};

/** Those of the manifest that a digest, a command or the peace of mind that nothing comes twice depend on. */
export const SCOPES = ["chat:write", "commands", "users:read", "channels:history", "groups:history"];
const EVENTS_PATH = "/slack/events";

/** What these events say of the channel they name. */
export const REMOVALS: Readonly<Record<string, ErrorCode>> = {
  ...{ channel_left: "post-not-member", group_left: "post-not-member" },
  ...{ channel_archive: "post-channel-gone", channel_deleted: "post-channel-gone" },
  ...{ group_archive: "post-channel-gone", group_deleted: "post-channel-gone" },
};
export const UNINSTALLED = ["app_uninstalled", "tokens_revoked"];

const refused = (variable: string, cause?: unknown): JuyaoError =>
  new JuyaoError("adapter-token-refused", { cause, detail: { adapter: NAME, variable } });

export function createSlackAdapter(options: PlatformOptions, pace: SlackPace = PACE): Adapter {
  return new SlackAdapter(options, pace);
}

class SlackAdapter implements Adapter {
  readonly name = NAME;
  readonly chat = true;
  readonly fits = fits;
  readonly endpoints: readonly Endpoint[];
  readonly #options: PlatformOptions;
  readonly #pace: SlackPace;
  /** Given when the bot stops, and when Slack is lost for good. */
  readonly #ended = new AbortController();
  /** What people wait for. */
  readonly #work = new Set<Promise<unknown>>();
  #host: Host | undefined;
  #workspaces: Workspaces | undefined;
  #handler: SlackHandler | undefined;

  constructor(options: PlatformOptions, pace: SlackPace) {
    this.#options = options;
    this.#pace = pace;
    const { credentials } = options;
    const handle: SlackHandler = (request, response) => {
      if (this.#handler && !this.#ended.signal.aborted) this.#handler(request, response);
      else response.writeHead(503).end();
    };
    const paths = [EVENTS_PATH, ...(isForInstalling(credentials) ? INSTALL_PATHS : [])];
    this.endpoints = isHttp(credentials) ? paths.map((path) => ({ path, handle })) : [];
  }

  async start(host: Host): Promise<void> {
    this.#host = host;
    const { log, credentials } = this.#options;
    const access = readAccess(credentials);
    const apiUrl = credentials.SLACK_API_URL;
    // Loaded only here: whoever has no Slack need not wait for it.
    const { createSlackSdk } = await import("./sdk.ts");
    const { callMs: timeoutMs, pingMs: pingTimeoutMs, userMs } = this.#pace;
    const sdk = createSlackSdk({ apiUrl, timeoutMs, pingTimeoutMs, log });
    const settle = () => this.#wait(this.#pace.settleMs);
    const parts: WorkspaceParts = { call: sdk.call, host, options: this.#options, userMs, settle };
    if (access.kind === "token") return this.#startOne(access, sdk, parts);
    const installed = new Installed(parts);
    const unreadable = await installed.load();
    const { clock } = this.#options;
    const revoke = (token: string) => sdk.call(token, "auth.revoke", {});
    const keep = (granted: Granted) => this.#track(installed.keep(granted));
    const installer = createInstaller({ access, apiUrl, clock, log, keep, revoke });
    this.#listen(sdk, installed, ({ team, at }) => void this.#track(installed.drop(team, at)));
    this.#handler = sdk.createHandler(access.signingSecret, EVENTS_PATH, installer);
    installed.announce(unreadable);
  }

  /** The one workspace whose token stands in the environment. */
  async #startOne(access: TokenAccess, sdk: SlackSdk, parts: WorkspaceParts): Promise<void> {
    const { token, appToken, signingSecret } = access;
    const toAddress = (id: string): string => `${NAME}:${id}`;
    const workspace = createWorkspace(parts, { team: "", token: () => token, toAddress });
    let botUser: string | undefined;
    const only: Workspaces = {
      ...{ from: () => workspace, at: () => workspace, tokenOf: () => token },
      ofBot: (user) => (user === botUser ? workspace : undefined),
      refuse: (_workspace, _token, cause) => {
        // It will not be taken again.
        this.#lose(refused(BOT_TOKEN, cause.cause));
        return cause;
      },
    };
    this.#listen(sdk, only, () => this.#lose(refused(BOT_TOKEN)));
    if (signingSecret !== undefined) this.#handler = sdk.createHandler(signingSecret, EVENTS_PATH);
    const introduce = async (): Promise<void> => {
      botUser = await introduceTo(workspace.call, this.#options.log);
    };
    const life = this.#live(sdk, introduce, appToken);
    const patience = this.#wait(this.#pace.startMs).then(() => "late" as const);
    // What it fails with before then is what the start fails with.
    const first = await Promise.race([life.connected, life.end, patience]);
    if (first === "late") this.#options.log.warn({}, "slack does not answer yet; the bot goes on and keeps trying");
    life.end.catch((failure: JuyaoError) => this.#lose(failure));
  }

  post(channel: string, part: Part): Promise<MessageRef> {
    return this.#track(this.#reach(channel, ({ poster }) => poster.post(channel, part)));
  }

  edit(ref: MessageRef, part: Part): Promise<void> {
    return this.#track(this.#reach(ref.channel, ({ poster }) => poster.edit(ref, part)));
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    const enough = new AbortController();
    const drained = Promise.allSettled(this.#work).then(() => enough.abort());
    await Promise.race([drained, pause(this.#pace.drainMs, enough.signal)]);
  }

  #wait(ms: number): Promise<void> {
    return pause(ms, this.#ended.signal);
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    const forget = (): void => void this.#work.delete(work);
    work.then(forget, forget);
    return work;
  }

  async #reach<T>(channel: string, act: (workspace: Workspace) => Promise<T>): Promise<T> {
    const workspaces = this.#workspaces;
    if (!workspaces) throw new JuyaoError("post-failed", { detail: { channel } });
    const workspace = workspaces.at(channel);
    const token = workspaces.tokenOf(workspace);
    return act(workspace).catch((cause: JuyaoError) => {
      throw cause.code === "post-token-refused" ? workspaces.refuse(workspace, token, cause) : cause;
    });
  }

  #lose(failure: JuyaoError): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#host?.onLost(failure);
  }

  /** `onUninstalled` is called for the event that says so. */
  #listen(sdk: SlackSdk, workspaces: Workspaces, onUninstalled: Incoming["onEvent"]): void {
    this.#workspaces = workspaces;
    const refuse = (asked: Parameters<typeof decline>[0]) => decline(asked, this.#options);
    const answersOf = (team: string): Answers | undefined => workspaces.from(team)?.answers;
    sdk.listen({
      onCommand: (asked) => this.#track(answersOf(asked.team)?.onCommand(asked) ?? refuse(asked)),
      onButton: (pressed) =>
        this.#track(answersOf(pressed.team)?.onButton(pressed) ?? refuse({ ...pressed, ...pressed.message })),
      onSubmit: (sent) => this.#track(answersOf(sent.team)?.onSubmit(sent) ?? refuse(sent)),
      onHome: (opened) => this.#track(answersOf(opened.team)?.onHome(opened) ?? Promise.resolve()),
      onEvent: (event) => {
        const { type, team, channel, user = "", bots } = event;
        // Tokens of people are none of ours.
        if (UNINSTALLED.includes(type) && bots?.length !== 0) onUninstalled(event);
        const left = type === "member_left_channel" ? workspaces.ofBot(user) : undefined;
        const code = left ? "post-not-member" : REMOVALS[type];
        const place = left ?? workspaces.from(team);
        if (code && channel && place)
          this.#host?.onRemoved(place.toAddress(channel), new JuyaoError(code, { detail: { channel } }));
      },
    });
  }

  /** `end` resolves when there is no more to keep up; it rejects with what only a person can mend. */
  #live(
    sdk: SlackSdk,
    introduce: () => Promise<void>,
    appToken: string | undefined,
  ): { connected: Promise<void>; end: Promise<void> } {
    const { promise: connected, resolve: onOpen } = Promise.withResolvers<void>();
    const { log } = this.#options;
    const shared = { pace: this.#pace, log, signal: this.#ended.signal };
    const live = async (): Promise<void> => {
      const toFailure = (cause: unknown) => toScopeOrTokenError(readFault(cause), BOT_TOKEN, cause);
      await tryUntilDone({ ...shared, act: introduce, toFailure });
      if (appToken === undefined) return onOpen();
      const toSocketFailure = (cause: unknown) => toScopeOrTokenError(readFault(cause), APP_TOKEN, cause);
      await keepConnected({ ...shared, create: () => sdk.createSocket(appToken), onOpen, toFailure: toSocketFailure });
    };
    return { connected, end: live() };
  }
}

/** Asks Slack who we are, and what we may do. */
async function introduceTo(call: Call, log: Log): Promise<string | undefined> {
  const { user_id: user, response_metadata: metadata } = (await call("auth.test", {})) as {
    readonly user_id?: string;
    readonly response_metadata?: { readonly scopes?: readonly string[] };
  };
  const granted = metadata?.scopes;
  const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
  if (missing.length > 0) log.warn({ missing }, "slack gave fewer scopes than config/slack-manifest.yaml asks for");
  return user;
}

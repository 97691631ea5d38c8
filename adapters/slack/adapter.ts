/** Slack: over Socket Mode, which needs no public address, or over HTTP on the server of the bot. */
import { type ErrorCode, JuyaoError } from "../../src/errors.ts";
import type { Adapter, Endpoint, Host, MessageRef, Part, PlatformOptions } from "../../src/platform.ts";
import { createAnswers } from "./answers.ts";
import { readFault, toScopeOrTokenError } from "./fault.ts";
import { createPeople } from "./people.ts";
import { createPoster, type Poster } from "./post.ts";
import { fits } from "./render.ts";
import type { Call, Incoming, SlackHandler, SlackSdk } from "./sdk.ts";
import { keepConnected, pause, type SocketPace, tryUntilDone } from "./socket.ts";

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

const NAME = "slack";
const BOT_TOKEN = "SLACK_BOT_TOKEN";
const APP_TOKEN = "SLACK_APP_TOKEN";
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

interface Access {
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** One of them, by the mode. */
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
}

/** Throws `adapter-no-token` where one is missing that the mode needs. */
function readAccess(credentials: PlatformOptions["credentials"]): Access {
  const need = (variable: string): string => {
    const value = credentials[variable];
    if (value === undefined) throw new JuyaoError("adapter-no-token", { detail: { adapter: NAME, variable } });
    return value;
  };
  const token = need(BOT_TOKEN);
  const http = isHttp(credentials);
  return {
    token,
    apiUrl: credentials.SLACK_API_URL,
    appToken: http ? undefined : need(APP_TOKEN),
    signingSecret: http ? need("SLACK_SIGNING_SECRET") : undefined,
  };
}

const isHttp = ({ SLACK_MODE: mode }: PlatformOptions["credentials"]): boolean => mode?.toLowerCase() === "http";

const refused = (variable: string, cause?: unknown): JuyaoError =>
  new JuyaoError("adapter-token-refused", { cause, detail: { adapter: NAME, variable } });

export function createSlackAdapter(options: PlatformOptions, pace: SlackPace = PACE): Adapter {
  return new SlackAdapter(options, pace);
}

class SlackAdapter implements Adapter {
  readonly name = NAME;
  readonly chat = true;
  readonly fits = fits;
  readonly endpoint: Endpoint | undefined;
  readonly #options: PlatformOptions;
  readonly #pace: SlackPace;
  /** Given when the bot stops, and when Slack is lost for good. */
  readonly #ended = new AbortController();
  /** What people wait for. */
  readonly #work = new Set<Promise<unknown>>();
  #host: Host | undefined;
  #poster: Poster | undefined;
  #handler: SlackHandler | undefined;
  #botUser: string | undefined;

  constructor(options: PlatformOptions, pace: SlackPace) {
    this.#options = options;
    this.#pace = pace;
    const handle: SlackHandler = (request, response) => {
      if (this.#handler && !this.#ended.signal.aborted) this.#handler(request, response);
      else response.writeHead(503).end();
    };
    this.endpoint = isHttp(options.credentials) ? { path: EVENTS_PATH, handle } : undefined;
  }

  async start(host: Host): Promise<void> {
    this.#host = host;
    const { log, credentials } = this.#options;
    const { appToken, signingSecret, ...access } = readAccess(credentials);
    // Loaded only here: whoever has no Slack need not wait for it.
    const { createSlackSdk } = await import("./sdk.ts");
    const sdk = createSlackSdk({ ...access, timeoutMs: this.#pace.callMs, pingTimeoutMs: this.#pace.pingMs, log });
    sdk.listen(this.#createIncoming(sdk.call, host));
    this.#poster = createPoster({ call: sdk.call, settle: () => this.#wait(this.#pace.settleMs) });
    if (signingSecret !== undefined) this.#handler = sdk.createHandler(signingSecret, EVENTS_PATH);
    const life = this.#live(sdk, appToken);
    const patience = this.#wait(this.#pace.startMs).then(() => "late" as const);
    // What it fails with before then is what the start fails with.
    const first = await Promise.race([life.connected, life.end, patience]);
    if (first === "late") log.warn({}, "slack does not answer yet; the bot goes on and keeps trying");
    life.end.catch((failure: JuyaoError) => this.#lose(failure));
  }

  async post(channel: string, part: Part): Promise<MessageRef> {
    if (!this.#poster) throw new JuyaoError("post-failed", { detail: { channel } });
    return this.#track(this.#watch(this.#poster.post(channel, part)));
  }

  async edit(ref: MessageRef, part: Part): Promise<void> {
    if (!this.#poster) throw new JuyaoError("post-failed", { detail: { channel: ref.channel } });
    return this.#track(this.#watch(this.#poster.edit(ref, part)));
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

  /** A token that is refused in the middle of life will not be taken again. */
  #watch<T>(posting: Promise<T>): Promise<T> {
    return posting.catch((cause: JuyaoError) => {
      if (cause.code === "post-token-refused") this.#lose(refused(BOT_TOKEN, cause.cause));
      throw cause;
    });
  }

  #lose(failure: JuyaoError): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#host?.onLost(failure);
  }

  #createIncoming(call: Call, host: Host): Incoming {
    const { locale, clock, log } = this.#options;
    const people = createPeople({ call, locale, clock, log, patienceMs: this.#pace.userMs });
    const answers = createAnswers({ call, host, people, log, pause: () => this.#wait(this.#pace.settleMs) });
    return {
      onCommand: (asked) => this.#track(answers.onCommand(asked)),
      onButton: (pressed) => this.#track(answers.onButton(pressed)),
      onSubmit: (sent) => this.#track(answers.onSubmit(sent)),
      onHome: (user) => this.#track(answers.onHome(user)),
      onEvent: ({ type, channel, user }) => {
        if (UNINSTALLED.includes(type)) this.#lose(refused(BOT_TOKEN));
        const isOurs = type === "member_left_channel" && user === this.#botUser;
        const code = isOurs ? "post-not-member" : REMOVALS[type];
        if (code && channel) host.onRemoved(`${NAME}:${channel}`, new JuyaoError(code, { detail: { channel } }));
      },
    };
  }

  /** `end` resolves when there is no more to keep up; it rejects with what only a person can mend. */
  #live(sdk: SlackSdk, appToken: string | undefined): { connected: Promise<void>; end: Promise<void> } {
    const { promise: connected, resolve: onOpen } = Promise.withResolvers<void>();
    const { log } = this.#options;
    const shared = { pace: this.#pace, log, signal: this.#ended.signal };
    const live = async (): Promise<void> => {
      const toFailure = (cause: unknown) => toScopeOrTokenError(readFault(cause), BOT_TOKEN, cause);
      await tryUntilDone({ ...shared, act: () => this.#introduce(sdk.call), toFailure });
      if (appToken === undefined) return onOpen();
      const toSocketFailure = (cause: unknown) => toScopeOrTokenError(readFault(cause), APP_TOKEN, cause);
      await keepConnected({ ...shared, create: () => sdk.createSocket(appToken), onOpen, toFailure: toSocketFailure });
    };
    return { connected, end: live() };
  }

  /** Asks Slack who we are, and what we may do. */
  async #introduce(call: Call): Promise<void> {
    const { user_id: user, response_metadata: metadata } = (await call("auth.test", {})) as {
      readonly user_id?: string;
      readonly response_metadata?: { readonly scopes?: readonly string[] };
    };
    this.#botUser = user;
    const granted = metadata?.scopes;
    const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
    if (missing.length > 0) {
      this.#options.log.warn({ missing }, "slack gave fewer scopes than config/slack-manifest.yaml asks for");
    }
  }
}

/** The doors between the core and the platforms: types only. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Choice, Document, Reply } from "./document.ts";
import type { JuyaoError } from "./errors.ts";
import type { Clock, Grants, Log } from "./ports.ts";

/** One message to one channel. Posting the same key twice shows one message. */
export interface Part {
  readonly key: string;
  readonly ordinal: number;
  readonly total: number;
  readonly document: Document;
  /** No message with this key is older than this moment. */
  readonly since: string;
  /** True if it may be there already: it was sent before, and nobody heard how that ended. */
  readonly again: boolean;
  /** Message id of the first part, which the others follow in a thread. */
  readonly parent?: string | undefined;
}

export interface MessageRef {
  readonly channel: string;
  readonly messageId: string;
}

/** What a person asked, on whatever platform. `line` is what was typed, `/policy 一季度`, or the command of a button. */
export interface Request {
  /** Its id says in which workspace this is asked, see `workspaceOf`: the one whose installation heard it. */
  readonly channel: string;
  readonly user: string;
  /** By the rights the platform gives them; those whom the configuration names are known to the core. */
  readonly admin: boolean;
  readonly locale: string;
  readonly line: string;
  /** Where `post` reaches the asker alone; the channel, if the platform has no such place. */
  readonly direct?: string | undefined;
  /** What was filled into a form, by the names of its fields; `line` is then the command of the form. */
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined;
}

export type Answer = (request: Request) => Promise<Reply>;

/** What may be completed while it is typed. */
export type Subject = "topic" | "period" | "issuer" | "feed";

/** At most 25, best first. */
export type Suggest = (subject: Subject, typed: string, locale: string) => Promise<readonly Choice[]>;

/** What the core is to an adapter. None of it throws. */
export interface Host {
  readonly answer: Answer;
  readonly suggest: Suggest;
  /** True for a line that is best answered in a dialog, which some platforms must open before the answer is known. */
  readonly opensDialog: (line: string) => boolean;
  /** Called once the connection is gone for good: nothing but a person helps. */
  readonly onLost: (failure: JuyaoError) => void;
  /** Called when the bot was removed from a channel, or the channel from the world. */
  readonly onRemoved: (channel: string, failure: JuyaoError) => void;
  /** Called when a workspace, `slack:T1`, cannot be posted to any more, and with undefined once it installed the bot (again). */
  readonly onWorkspace: (workspace: string, failure: JuyaoError | undefined) => void;
  /** What workspaces granted, where an adapter lets them install the bot by themselves. */
  readonly grants: Grants;
}

/** Where an adapter is called over HTTP, on the server that it shares with `/healthz`. */
export interface Endpoint {
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface Adapter {
  /** `slack`; prefixes every channel and user id. */
  readonly name: string;
  /** True for a platform where a team meets: without the last of these a bot that had one is of no use. */
  readonly chat: boolean;
  /** Whether it can be shown as one message; what cannot is cut into parts. */
  readonly fits: (document: Document) => boolean;
  readonly endpoints?: readonly Endpoint[] | undefined;
  /** Connects and begins to answer. Throws if it cannot, and only a person can mend it. */
  start(host: Host): Promise<void>;
  /** Throws `post-*` errors; `post-rate-limited` with the wait asked for. */
  post(channel: string, part: Part): Promise<MessageRef>;
  /** Shows another document in place of what a message showed, where the platform can. */
  edit?(ref: MessageRef, part: Part): Promise<void>;
  /** Drains; may be called twice; bounded in time. */
  stop(): Promise<void>;
}

/** What every adapter of a platform is made of. */
export interface PlatformOptions {
  /** What the operator calls the own one of several workspaces, `slack:T1`: its channels are written without it. */
  readonly workspace?: string | undefined;
  /** By the names of their variables, such as `SLACK_BOT_TOKEN`; only those that are set. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Of what the platform shows before anybody has asked anything. */
  readonly locale: string;
  readonly log: Log;
  readonly clock: Clock;
}

/** Posting, so that a message is there once: in a channel, in the thread of its first part, as a post of a forum, as a DM. */
import type { JuyaoError } from "../../src/errors.ts";
import type { MessageRef, Part } from "../../src/platform.ts";
import type { Clock } from "../../src/ports.ts";
import {
  askFor,
  hasCode,
  hasStatus,
  insist,
  isUnknown,
  RestError,
  sleep,
  THREAD_EXISTS,
  toPostError,
} from "./fault.ts";
import { createHistory, markOf, nonceOf, type Target } from "./history.ts";
import { cut, LIMITS } from "./limits.ts";
import { clean } from "./markdown.ts";
import { renderMessage } from "./render.ts";
import type { Rest } from "./sdk.ts";

export interface PostingOptions {
  readonly rest: Rest;
  readonly clock: Clock;
  /** Before each further attempt, in milliseconds. */
  readonly waitsMs: readonly number[];
  /** Called when the token is refused for good. */
  readonly onRefused: () => void;
}

export interface Posting {
  post(channel: string, part: Part): Promise<MessageRef>;
  edit(ref: MessageRef, part: Part): Promise<void>;
}

/** How long a nonce surely holds; Discord says “the past few minutes”. */
const NONCE_MS = 120_000;
const WEEK_MINUTES = 10_080;

/** Kinds of channels where a message can have a thread of its own, and where nothing but threads can be posted. */
const WITH_THREADS: readonly number[] = [0, 5];
const FORUMS: readonly number[] = [15, 16];

const UNKNOWN_CHANNEL = 10_003;
const UNKNOWN_MESSAGE = 10_008;

/** `discord:123` is a channel, `discord:@123` the user whom a direct message is for. */
const ID = /^discord:(@?)(.+)$/;

const isMessage = ({ id }: { readonly id?: unknown }): boolean => typeof id === "string";
const nameThread = (title: string): string => cut(clean(title).trim(), LIMITS.threadName) || "…";

export function createPosting({ rest, clock, waitsMs, onRefused }: PostingOptions): Posting {
  const history = createHistory(rest, waitsMs);
  const targets = new Map<string, Target>();
  /** Where the parts after a first one go, by the id of the first. */
  const places = new Map<string, string>();

  async function findTarget(channel: string): Promise<Target> {
    const known = targets.get(channel);
    if (known) return known;
    const [, user, id = ""] = ID.exec(channel) ?? [];
    const request = (): ReturnType<Rest> =>
      user ? rest("POST", "/users/@me/channels", { body: { recipient_id: id } }) : rest("GET", `/channels/${id}`);
    const target = await insist(() => askFor<Target>(request(), isMessage), waitsMs);
    targets.set(channel, target);
    return target;
  }

  /** A message has one thread at the most, and it has the id of the message: asking twice makes one. */
  async function openThread(target: Target, parent: string, name: string): Promise<string> {
    const path = `/channels/${target.id}/messages/${parent}/threads` as const;
    const body = { name: nameThread(name), auto_archive_duration: WEEK_MINUTES };
    try {
      await insist(() => askFor(rest("POST", path, { body }), isMessage), waitsMs);
    } catch (error) {
      if (hasCode(error, THREAD_EXISTS)) return parent;
      // Where no thread may be made, the parts stand one below the other.
      if (error instanceof RestError && error.status !== undefined) return target.id;
      throw error;
    }
    return parent;
  }

  async function findPlace(target: Target, { ordinal, parent, document }: Part): Promise<string> {
    if (ordinal === 1 || parent === undefined) return target.id;
    if (FORUMS.includes(target.type)) return parent;
    if (!WITH_THREADS.includes(target.type)) return target.id;
    const place = places.get(parent) ?? (await openThread(target, parent, document.title));
    places.set(parent, place);
    return place;
  }

  /** How the message is sent and found again; a post of a forum knows no nonce. */
  async function planPost(channel: string, target: Target, part: Part) {
    const name = `${channel} ${part.key}`;
    const mark = markOf(name);
    const message = renderMessage(part.document, mark);
    if (FORUMS.includes(target.type) && part.parent === undefined) {
      const body = { name: nameThread(part.document.title), auto_archive_duration: WEEK_MINUTES, message };
      const send = () => rest("POST", `/channels/${target.id}/threads`, { body });
      return { send, find: (sinceMs: number) => history.findForumPost(target, mark, sinceMs), nonceMs: 0 };
    }
    const place = await findPlace(target, part);
    const body = { ...message, nonce: nonceOf(name), enforce_nonce: true };
    const send = () => rest("POST", `/channels/${place}/messages`, { body });
    return { send, find: (sinceMs: number) => history.findMessage(place, mark, sinceMs), nonceMs: NONCE_MS };
  }

  async function postOnce(channel: string, part: Part): Promise<string> {
    const { send, find, nonceMs } = await planPost(channel, await findTarget(channel), part);
    const sinceMs = part.again ? Date.parse(part.since) : clock.now().getTime();
    let unsure = part.again;
    for (let attempt = 0; ; attempt++) {
      if (unsure && clock.now().getTime() - sinceMs >= nonceMs) {
        const found = await find(sinceMs);
        if (found) return found;
      }
      try {
        return (await askFor<{ id: string }>(send(), isMessage)).id;
      } catch (error) {
        const wait = waitsMs[attempt];
        if (!isUnknown(error) || wait === undefined) throw error;
        unsure = true;
        await sleep(wait);
      }
    }
  }

  async function editOnce({ channel, messageId }: MessageRef, part: Part): Promise<void> {
    const target = await findTarget(channel);
    const inThread = part.ordinal > 1 ? part.parent : FORUMS.includes(target.type) ? messageId : undefined;
    const body = renderMessage(part.document, markOf(`${channel} ${part.key}`));
    const patch = (place: string): Promise<unknown> =>
      insist(() => askFor(rest("PATCH", `/channels/${place}/messages/${messageId}`, { body }), isMessage), waitsMs);
    if (inThread === undefined) return void (await patch(target.id));
    try {
      await patch(inThread);
    } catch (error) {
      if (!hasCode(error, UNKNOWN_CHANNEL) && !hasCode(error, UNKNOWN_MESSAGE)) throw error;
      await patch(target.id);
    }
  }

  /** A token that is refused once may be a hiccup of Discord's; twice, it is refused. */
  async function withToken<T>(channel: string, work: () => Promise<T>): Promise<T> {
    const fail = (error: unknown): JuyaoError => {
      if (hasStatus(error, 401)) onRefused();
      return toPostError(error, channel);
    };
    return work()
      .catch((error: unknown) => {
        if (hasStatus(error, 401)) return work();
        throw error;
      })
      .catch((error: unknown) => {
        throw fail(error);
      });
  }

  return {
    post: async (channel, part) => ({ channel, messageId: await withToken(channel, () => postOnce(channel, part)) }),
    edit: (ref, part) => withToken(ref.channel, () => editOnce(ref, part)),
  };
}

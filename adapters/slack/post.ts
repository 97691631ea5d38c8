/** Messages to channels, each shown once whatever happens on the way. */
import { createHash } from "node:crypto";
import { JuyaoError } from "../../src/errors.ts";
import type { MessageRef, Part } from "../../src/platform.ts";
import type { SlackBlock } from "./blocks.ts";
import { readFault, toPostError } from "./fault.ts";
import { renderPlain } from "./plain.ts";
import { renderMessages } from "./render.ts";
import type { Call } from "./sdk.ts";

export interface PostParts {
  readonly call: Call;
  /** Before looking whether a message has arrived, of which nobody heard. */
  readonly settle: () => Promise<void>;
}

/** `slack:C1`, `slack:T1/C1` → `C1`. */
export const idOf = (channel: string): string => channel.replace(/^\w+:(?:[^/]*\/)?/, "");

const EVENT_TYPE = "juyao_part";
/** A message of ours is known by the id of its first block as well, which no scope hides. */
const blockIdOf = (key: string): string => `juyao-${createHash("sha256").update(key).digest("hex").slice(0, 32)}`;

/** Slack's clock and ours need not agree. */
const SKEW_MS = 5 * 60_000;
const PAGE = { size: 100, most: 5 };
/** In one call of `post`; what is still in doubt then is for a later one. */
const SENDS = 2;

interface Shown {
  readonly ts?: string;
  readonly metadata?: { readonly event_payload?: { readonly key?: string } };
  readonly blocks?: readonly { readonly block_id?: string }[];
}

function toMessage({ key, document }: Part) {
  const [message] = renderMessages(document, 1);
  const [first, ...others] = message?.blocks ?? [];
  const blocks: (SlackBlock & { block_id?: string })[] = first
    ? [{ ...first, block_id: blockIdOf(key) }, ...others]
    : [];
  const metadata = { event_type: EVENT_TYPE, event_payload: { key } };
  return { text: message?.text, blocks, metadata };
}

const isPart =
  (key: string) =>
  ({ metadata, blocks }: Shown): boolean =>
    metadata?.event_payload?.key === key || blocks?.[0]?.block_id === blockIdOf(key);

/** A message to a person stands in a channel of that person and ours, which has an id of its own. */
async function findConversation({ call }: PostParts, channel: string): Promise<string> {
  const id = idOf(channel);
  if (!/^[UW]/.test(id)) return id;
  const { channel: direct } = (await call("conversations.open", { users: id })) as {
    readonly channel?: { readonly id?: string };
  };
  return direct?.id ?? id;
}

/** Its `ts`, if it is there; throws unless everything since was looked through. */
async function findPart(parts: PostParts, channel: string, part: Part): Promise<string | undefined> {
  const { call } = parts;
  const { key, since, parent } = part;
  const oldest = String((Date.parse(since) - SKEW_MS) / 1_000);
  const where = parent === undefined ? "conversations.history" : "conversations.replies";
  const thread = parent === undefined ? {} : { ts: parent };
  const asked = { channel: await findConversation(parts, channel), ...thread, oldest };
  let cursor = "";
  for (let page = 0; page < PAGE.most; page++) {
    const more = cursor === "" ? {} : { cursor };
    const found = await call(where, { ...asked, ...more, include_all_metadata: true, limit: PAGE.size });
    const {
      messages,
      response_metadata: next,
      has_more,
    } = found as {
      readonly messages?: readonly Shown[];
      readonly response_metadata?: { readonly next_cursor?: string };
      readonly has_more?: boolean;
    };
    // No answer of Slack's: it says nothing of what is there.
    if (!messages) break;
    const shown = messages.find(isPart(key));
    if (shown?.ts !== undefined) return shown.ts;
    cursor = next?.next_cursor ?? "";
    if (!has_more && cursor === "") return undefined;
  }
  throw new JuyaoError("post-failed", { detail: { channel }, cause: new Error("history not read to its end") });
}

/** Limits that are not documented are found out one by one: what Slack calls too much comes without blocks. */
const UNFIT = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"];

async function sendPart({ call }: PostParts, channel: string, part: Part): Promise<string> {
  const { parent } = part;
  const thread = parent === undefined ? {} : { thread_ts: parent };
  const quiet = { unfurl_links: false, unfurl_media: false };
  const send = (message: object) =>
    call("chat.postMessage", { channel: idOf(channel), ...message, ...thread, ...quiet });
  const { metadata, ...shown } = toMessage(part);
  const { ts } = await send({ metadata, ...shown }).catch((cause: unknown) => {
    const fault = readFault(cause);
    if (fault.kind !== "refused" || !UNFIT.includes(fault.code)) throw cause;
    return send({ metadata, text: renderPlain(part.document), mrkdwn: false });
  });
  if (typeof ts !== "string") throw new Error("no ts in the answer");
  return ts;
}

export interface Poster {
  post(channel: string, part: Part): Promise<MessageRef>;
  edit(ref: MessageRef, part: Part): Promise<void>;
}

export function createPoster(parts: PostParts): Poster {
  /** Sent by this process, nobody knows with what end: a rate limit on looking must not make the next try a blind one. */
  const doubtful = new Set<string>();

  async function postOnce(channel: string, part: Part): Promise<string> {
    let inDoubt = part.again || doubtful.has(part.key);
    for (let sends = 0; ; ) {
      const found = inDoubt ? await findPart(parts, channel, part) : undefined;
      if (found !== undefined) return found;
      if (sends === SENDS) throw new Error("still in doubt");
      try {
        return await sendPart(parts, channel, part);
      } catch (cause) {
        const fault = readFault(cause);
        if (fault.kind !== "outcome-unknown") throw cause;
        doubtful.add(part.key);
        inDoubt = true;
        // What timed out may still be on its way, and arrive after somebody looked for it.
        sends = fault.timedOut ? SENDS : sends + 1;
        await parts.settle();
      }
    }
  }

  return {
    post: async (channel, part) => {
      try {
        const messageId = await postOnce(channel, part);
        doubtful.delete(part.key);
        return { channel, messageId };
      } catch (cause) {
        throw cause instanceof JuyaoError ? cause : toPostError(readFault(cause), channel, cause);
      }
    },
    edit: async ({ channel, messageId }, part) => {
      try {
        const conversation = await findConversation(parts, channel);
        const update = () => parts.call("chat.update", { channel: conversation, ts: messageId, ...toMessage(part) });
        // Twice the same is once: it may be tried again.
        await update().catch((cause) =>
          readFault(cause).kind === "outcome-unknown" ? update() : Promise.reject(cause),
        );
      } catch (cause) {
        throw toPostError(readFault(cause), channel, cause);
      }
    },
  };
}

/**
 * What of ours a channel already shows. Discord drops a nonce after some minutes and does not give it back; the id of a
 * component it keeps, so the first one of each message carries a mark made of the part's key.
 */
import { createHash } from "node:crypto";
import { JuyaoError } from "../../src/errors.ts";
import { askFor, insist } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import type { Rest } from "./sdk.ts";

export interface Target {
  readonly id: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly last_message_id?: string | null;
}

interface Posted {
  readonly id: string;
  readonly components?: readonly { readonly id?: number }[];
}

interface Thread {
  readonly id: string;
  readonly parent_id?: string | null;
}

const DISCORD_EPOCH = 1_420_070_400_000;
/** Clocks differ: ours may be so much ahead of Discord's. */
const SKEW_MS = 60_000;

const digestOf = (name: string): Buffer => createHash("sha256").update(name).digest();

/** The same for the same message, also after a restart. */
export const nonceOf = (name: string): string => digestOf(name).toString("base64url").slice(0, LIMITS.nonce);

/** 31 bits, and none of the small numbers that Discord itself gives to components. */
export const markOf = (name: string): number => (digestOf(name).readUInt32BE() & 0x7fff_ffff) | 0x1_0000;

/** Ids tell their time: the one that something sent at this moment (ms) would have. */
export const toSnowflake = (ms: number): string => String(BigInt(Math.max(0, ms - DISCORD_EPOCH)) << 22n);

const isLater = (id: string, other: string): boolean => BigInt(id) > BigInt(other);

const carries = ({ components }: Posted, mark: number): boolean => components?.[0]?.id === mark;

export interface History {
  /** The message with this mark among those after `sinceMs`. Throws `post-history-hidden` where nothing may be read. */
  findMessage(channelId: string, mark: number, sinceMs: number): Promise<string | undefined>;
  /** The same among the posts of a forum. */
  findForumPost(forum: Target, mark: number, sinceMs: number): Promise<string | undefined>;
}

export function createHistory(rest: Rest, waitsMs: readonly number[]): History {
  const read = <T>(path: `/${string}`, isIt: (answer: T) => boolean, query?: Record<string, string>): Promise<T> =>
    insist(() => askFor<T>(rest("GET", path, query && { query }), isIt), waitsMs);

  /** Without the permission to read a channel's history Discord says that it is empty. */
  async function refuseHidden(channelId: string, after: string): Promise<void> {
    const { last_message_id: last } = await read<Target>(`/channels/${channelId}`, ({ id }) => id === channelId);
    if (!last || !isLater(last, after)) return;
    throw new JuyaoError("post-history-hidden", { detail: { channel: `discord:${channelId}` } });
  }

  return {
    findMessage: async (channelId, mark, sinceMs) => {
      const path = `/channels/${channelId}/messages` as const;
      let after = toSnowflake(sinceMs - SKEW_MS);
      for (let pages = 1; ; pages++) {
        const page = await read<Posted[]>(path, Array.isArray, { after, limit: String(LIMITS.history) });
        const found = page.find((message) => carries(message, mark));
        if (found) return found.id;
        if (pages === 1 && page.length === 0) await refuseHidden(channelId, after);
        if (page.length < LIMITS.history) return undefined;
        after = page.reduce((latest, { id }) => (isLater(id, latest) ? id : latest), after);
      }
    },

    findForumPost: async ({ id: forum, guild_id }, mark, sinceMs) => {
      const after = toSnowflake(sinceMs - SKEW_MS);
      const path = `/guilds/${guild_id}/threads/active` as const;
      const { threads } = await read<{ threads: Thread[] }>(path, (answer) => Array.isArray(answer.threads));
      for (const { id, parent_id } of threads) {
        if (parent_id !== forum || !isLater(id, after)) continue;
        // The first message of a post has the id of the post.
        const first = await read<Posted>(`/channels/${id}/messages/${id}`, (message) => message.id === id);
        if (carries(first, mark)) return id;
      }
      return undefined;
    },
  };
}

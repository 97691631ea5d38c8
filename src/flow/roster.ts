/** Channels that cannot be posted to until somebody mends them. */
import type { JuyaoError } from "../errors.ts";
import { type NoticeParts, tell } from "./notice.ts";

export interface Reach {
  isReachable(channel: string): boolean;
  /** Notes that a channel cannot be posted to, or that it can again, and tells the admins what is new of it. */
  report(channel: string, failure: JuyaoError | undefined): Promise<void>;
  /** Somebody says that it is mended. A restart does the same for all. */
  retry(channel: string): void;
}

export function createReach(parts: () => NoticeParts): Reach {
  const unreachable = new Set<string>();
  return {
    isReachable: (channel) => !unreachable.has(channel),
    retry: (channel) => void unreachable.delete(channel),
    report: async (channel, failure) => {
      if (failure) unreachable.add(channel);
      await tell(parts(), {
        key: `channel ${channel}`,
        cause: failure?.code,
        sentence: (messages) =>
          failure ? messages.errors[failure.code]({ channel }) : messages.channelHealed(channel),
      });
    },
  };
}

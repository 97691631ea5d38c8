/** Who is posted to: channels of the file and of the chats, watches; and which of them cannot be reached now. */
import { type Config, configChannels, defaultChannel } from "../config.ts";
import type { JuyaoError } from "../errors.ts";
import { type Channel, homeOf, workspaceOf } from "../model.ts";
import { type NoticeParts, tell } from "./notice.ts";
import { targetOf } from "./publish.ts";
import { listChannels } from "./sync.ts";
import { toChannel } from "./watch.ts";

export interface Roster {
  /** All channels: what the file says goes before what was subscribed from a chat. */
  channels(): Promise<Channel[]>;
  /** Those that may be posted to. */
  posting(): Promise<Channel[]>;
  /** Watches that may be posted to, as channels. */
  watches(): Promise<Channel[]>;
  /** Notes that an address cannot be posted to, or that it can again, and tells the admins what is new of it. */
  report(address: string, failure: JuyaoError | undefined): Promise<void>;
  /** The same for all channels of a workspace, `slack:T1`. */
  reportWorkspace(workspace: string, failure: JuyaoError | undefined): Promise<void>;
  /** Remembers which workspaces could not be reached before a restart: they are not tried until they install the bot again. */
  recall(): Promise<void>;
  /** Somebody says that it is mended. A restart does the same for all. */
  retry(address: string): void;
}

/** Before its name, the key of what was told of a workspace. */
const WORKSPACE = "workspace ";

export function createRoster(config: () => Config, parts: () => NoticeParts): Roster {
  /** Addresses and workspaces. */
  const unreachable = new Set<string>();
  const isReachable = (channel: Channel): boolean =>
    !unreachable.has(targetOf(channel)) && !unreachable.has(homeOf(targetOf(channel)));
  const channels = (): Promise<Channel[]> => listChannels(parts().store, configChannels(config()));

  const tellOfWorkspace = (workspace: string, failure: JuyaoError | undefined): Promise<void> =>
    tell(parts(), {
      key: `${WORKSPACE}${workspace}`,
      cause: failure?.code,
      sentence: (messages) =>
        failure
          ? messages.errors[failure.code]({ ...failure.detail, channel: workspace })
          : messages.workspaceHealed(workspace),
    });

  async function reportWorkspace(workspace: string, failure: JuyaoError | undefined): Promise<void> {
    if (failure) unreachable.add(workspace);
    else for (const one of unreachable) if (one === workspace || homeOf(one) === workspace) unreachable.delete(one);
    await tellOfWorkspace(workspace, failure);
  }

  return {
    channels,
    posting: async () => (await channels()).filter((channel) => !channel.paused && isReachable(channel)),
    watches: async () => {
      const watches = await parts().store.listWatches();
      return watches.map((watch) => toChannel(watch, defaultChannel(config(), watch.channel, ""))).filter(isReachable);
    },
    reportWorkspace,
    recall: async () => {
      for (const { key } of await parts().store.listNotices())
        if (key.startsWith(WORKSPACE)) unreachable.add(key.slice(WORKSPACE.length));
    },
    retry: (address) => void unreachable.delete(address),
    report: async (address, failure) => {
      // Told once, and not for each of its channels.
      if (failure?.code === "post-not-installed") return reportWorkspace(homeOf(address), failure);
      if (failure) unreachable.add(address);
      else if (workspaceOf(address)) await tellOfWorkspace(workspaceOf(address), undefined);
      await tell(parts(), {
        key: `channel ${address}`,
        cause: failure?.code,
        sentence: (messages) =>
          failure
            ? messages.errors[failure.code]({ ...failure.detail, channel: address })
            : messages.channelHealed(address),
      });
    },
  };
}

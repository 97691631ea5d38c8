/** What the commands of one workspace see and change: nothing that is another's. */
import type { HealthParts } from "../flow/health.ts";
import { OWN_WORKSPACE, workspaceOf } from "../model.ts";
import type { Store } from "../ports.ts";

/** The store as one workspace sees it. What goes by a channel goes by its workspace already. */
export function storeWithin(store: Store, workspace: string): Store {
  const seen = async (asked?: readonly string[]) => asked ?? (await store.seenFeeds(workspace));
  return {
    ...store,
    listFeeds: () => store.listFeeds(workspace),
    changeFeed: (id, change) => store.changeFeed(id, change, workspace),
    removeFeed: (id) => store.removeFeed(id, workspace),
    findArticle: async (url) => store.findArticle(url, await seen()),
    search: async (query) => store.search({ ...query, carriedBy: await seen(query.carriedBy) }),
    count: async (query) => store.count({ ...query, carriedBy: await seen(query.carriedBy) }),
    breakDown: async (query) => store.breakDown({ ...query, carriedBy: await seen(query.carriedBy) }),
    listIssuers: async () => store.listIssuers(await seen()),
    countArchive: async (carriedBy) => store.countArchive(await seen(carriedBy)),
    listNotices: async () => (await store.listNotices()).filter(({ key }) => isOwnNotice(key, workspace)),
  };
}

/** Others read of their own channels; of adapters, feeds and the disk the operator does. */
function isOwnNotice(key: string, workspace: string): boolean {
  const [kind, address = ""] = key.split(" ");
  if (kind === "channel") return workspaceOf(address) === workspace;
  if (kind === "workspace" && address === workspace) return true;
  return workspace === OWN_WORKSPACE;
}

interface Parts extends HealthParts {
  readonly workspace: string;
}

/** What an answer is made of, for somebody of this workspace. */
export function partsWithin<P extends Parts>(parts: P, workspace: string): P {
  const { channels, installation } = parts;
  return {
    ...parts,
    workspace,
    store: storeWithin(parts.store, workspace),
    channels: async () => (await channels()).filter(({ id }) => workspaceOf(id) === workspace),
    // The disk is the operator's.
    installation: workspace === OWN_WORKSPACE ? installation : { ...installation, disk: async () => undefined },
  };
}

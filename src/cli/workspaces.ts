/** `workspaces`: who installed the app, and whose token shall be deleted. */
import { type Document, strong, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import { workspaceOf } from "../model.ts";
import { dayIn } from "../text/day.ts";
import { type Options, withContext } from "./commands.ts";
import { printJson } from "./output.ts";
import { EXIT, type Exit, type Runtime } from "./runtime.ts";

/** Throws `secret-key-missing` without the key that their tokens are sealed with. */
export const workspacesShow = (runtime: Runtime, options: Options): Promise<Exit> =>
  withContext(runtime, async ({ store, config, messages }) => {
    const channels = await store.listChannels();
    const found = [];
    for (const { workspace, secret, grantedAt } of await store.listGrants()) {
      const own = (await store.listFeeds(workspace)).filter((feed) => feed.workspace === workspace);
      const subscribed = channels.filter(({ id }) => workspaceOf(id) === workspace);
      const counts = { channels: subscribed.length, feeds: own.length };
      found.push({ workspace, installedAt: grantedAt, ...counts, readable: secret !== undefined });
    }
    if (options.json) printJson(runtime, found);
    else {
      const items = found.map((one) => {
        const day = dayIn(one.installedAt, config.gather.timezone);
        const facts = messages.workspaceFacts(day, one.channels, one.feeds, one.readable);
        return { inlines: [strong(one.workspace), text(` · ${facts}`)] };
      });
      const none = { type: "paragraph", inlines: [text(messages.noWorkspaces)] } as const;
      const blocks: Document["blocks"] = items.length > 0 ? [{ type: "list", ordered: false, items }] : [none];
      runtime.print({ title: messages.workspacesTitle, blocks });
    }
    return EXIT.done;
  });

/** What it has configured stays, for the day that it installs the app again. */
export const workspacesForget = (runtime: Runtime, workspace: string, options: Options): Promise<Exit> =>
  withContext(runtime, async ({ store, messages }) => {
    if (!(await store.removeGrant(workspace))) throw new JuyaoError("workspace-not-found", { detail: { workspace } });
    if (options.json) printJson(runtime, { forgotten: workspace });
    else runtime.stdout.write(`${messages.workspaceForgotten(workspace)}\n`);
    return EXIT.done;
  });

/** The workspaces that installed the app: each with its own token, kept sealed by the core. */
import { JuyaoError } from "../../src/errors.ts";
import { workspaceOf } from "../../src/model.ts";
import type { Host, PlatformOptions } from "../../src/platform.ts";
import { NAME } from "./access.ts";
import { readFault } from "./fault.ts";
import { createWorkspace, notInstalled, type Workspace, type WorkspaceParts, type Workspaces } from "./workspace.ts";

/** What a workspace granted. */
export interface Granted {
  readonly team: string;
  readonly token: string;
  /** Our user there. */
  readonly botUser: string;
}

interface Known extends Granted {
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Nothing but installing it again helps. Other refusals may pass: an address that is not allowed, a suspended team. */
const GONE: readonly string[] = ["token_revoked", "account_inactive", "token_expired", "user_removed_from_team"];

export class Installed implements Workspaces {
  readonly #parts: WorkspaceParts;
  readonly #host: Host;
  readonly #options: PlatformOptions;
  readonly #known = new Map<string, Known>();
  /** They stay when the app goes, with what they know of posts on their way. */
  readonly #workspaces = new Map<string, Workspace>();

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    this.#host = parts.host;
    this.#options = parts.options;
  }

  /**
   * Throws `secret-key-missing`, and `grants-unreadable` if the key opens none of those there are. Returns the teams
   * whose token it does not open.
   */
  async load(): Promise<string[]> {
    const own = (await this.#host.grants.listGrants()).filter(({ workspace }) => workspace.startsWith(`${NAME}:`));
    const unreadable: string[] = [];
    for (const { workspace, secret, grantedAt } of own) {
      const team = workspace.slice(NAME.length + 1);
      if (secret === undefined) unreadable.push(team);
      else this.#known.set(team, { ...(JSON.parse(secret) as Granted), team, since: Date.parse(grantedAt) });
    }
    if (unreadable.length > 0 && this.#known.size === 0)
      throw new JuyaoError("grants-unreadable", { detail: { count: own.length } });
    this.#options.log.info({ workspaces: this.#known.size }, "slack workspaces are connected");
    return unreadable;
  }

  /** Installed, or installed once more: the new token takes the place of the old one. */
  async keep({ team, token, botUser }: Granted): Promise<void> {
    await this.#host.grants.putGrant(`${NAME}:${team}`, JSON.stringify({ token, botUser }));
    this.#known.set(team, { team, token, botUser, since: this.#options.clock.now().getTime() });
    this.#options.log.info({ team }, "a slack workspace installed the app");
    this.#host.onWorkspace(this.#homeOf(team), undefined);
  }

  /** Uninstalled. `at`: when Slack says that was, in seconds; it may say so late, when the app is there again. */
  async drop(team: string, at = Number.POSITIVE_INFINITY): Promise<void> {
    const known = this.#known.get(team);
    if (known && at < Math.floor(known.since / 1_000)) return;
    this.#known.delete(team);
    this.#options.log.warn({ team }, "a slack workspace has removed the app; its token is deleted");
    await this.#host.grants.removeGrant(`${NAME}:${team}`);
    this.#tell(team, "post-not-installed");
  }

  from(team: string): Workspace | undefined {
    if (!this.#known.has(team)) return undefined;
    const workspace = this.#workspaces.get(team) ?? this.#create(team);
    this.#workspaces.set(team, workspace);
    return workspace;
  }

  at(address: string): Workspace {
    const [platform, team = ""] = (workspaceOf(address) || (this.#options.workspace ?? "")).split(":");
    const workspace = platform === NAME ? this.from(team) : undefined;
    if (!workspace) throw notInstalled(address);
    return workspace;
  }

  ofBot(user: string): Workspace | undefined {
    const known = [...this.#known.values()].find(({ botUser }) => botUser === user);
    return known && this.from(known.team);
  }

  tokenOf({ team }: Workspace): string {
    return this.#known.get(team)?.token ?? "";
  }

  refuse({ team }: Workspace, token: string, cause: JuyaoError): JuyaoError {
    const fault = readFault(cause.cause);
    const isGone = fault.kind === "refused" && GONE.includes(fault.code);
    // Somebody may have installed it anew meanwhile.
    if (isGone && this.#known.get(team)?.token === token)
      this.drop(team).catch((failure: unknown) =>
        this.#options.log.error({ cause: failure }, "a token was not deleted"),
      );
    return notInstalled(String(cause.detail.channel ?? ""), cause.cause);
  }

  #create(team: string): Workspace {
    const prefix = this.#homeOf(team) === NAME ? `${NAME}:` : `${NAME}:${team}/`;
    const toAddress = (id: string): string => `${prefix}${id}`;
    return createWorkspace(this.#parts, { team, token: () => this.#known.get(team)?.token ?? "", toAddress });
  }

  /** The operator's own is called by the name of the platform alone, as its addresses are. */
  #homeOf(team: string): string {
    const workspace = `${NAME}:${team}`;
    return this.#options.workspace === workspace ? NAME : workspace;
  }

  /** Tells the core which can be posted to, once they can. `unreadable` are those that `load` returned. */
  announce(unreadable: readonly string[]): void {
    for (const team of this.#known.keys()) this.#host.onWorkspace(this.#homeOf(team), undefined);
    for (const team of unreadable) this.#tell(team, "grant-unreadable");
  }

  #tell(team: string, code: "grant-unreadable" | "post-not-installed"): void {
    const home = this.#homeOf(team);
    this.#host.onWorkspace(home, new JuyaoError(code, { detail: { channel: home } }));
  }
}

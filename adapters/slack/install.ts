/** How a workspace installs the app by itself: what the SDK's installer asks for, and what the browser is shown. */
import type { ServerResponse } from "node:http";
import type { Clock, Log } from "../../src/ports.ts";
import type { InstallAccess } from "./access.ts";
import { readFault } from "./fault.ts";
import type { Granted } from "./installed.ts";
import {
  type InstallRefusal,
  PAGE_HEADERS,
  renderInstalledPage,
  renderInstallPage,
  renderRefusedPage,
} from "./pages.ts";
import type { Installer } from "./sdk.ts";
import { createStates, STATE_SECONDS } from "./state.ts";

/** The paths besides that of the events; the SDK has them so. */
export const INSTALL_PATHS = ["/slack/install", "/slack/oauth_redirect"];

/** Those of the manifest. */
export const INSTALL_SCOPES = [
  ...["chat:write", "commands", "users:read", "channels:history", "groups:history"],
  ...["im:history", "im:write", "channels:read", "groups:read"],
];

export interface InstallParts {
  readonly access: InstallAccess;
  readonly apiUrl: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly keep: (granted: Granted) => Promise<void>;
  /** Gives back a token that is not wanted. */
  readonly revoke: (token: string) => Promise<unknown>;
}

class Refusal extends Error {
  readonly reason: InstallRefusal;

  constructor(reason: InstallRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** By the codes of the SDK's errors. */
const REASONS: Readonly<Record<string, InstallRefusal>> = {
  slack_oauth_installer_authorization_error: "cancelled",
  slack_oauth_invalid_state: "late",
  slack_oauth_missing_state: "late",
  slack_oauth_missing_code: "late",
};

const STATUS: Readonly<Record<InstallRefusal, number>> = {
  ...{ cancelled: 400, late: 400, orgWide: 400 },
  ...{ failed: 502, rotation: 500 },
};

const reasonOf = (error: Error & { readonly code?: string }): InstallRefusal =>
  error instanceof Refusal ? error.reason : (REASONS[error.code ?? ""] ?? "failed");

const send = (response: ServerResponse, status: number, body: string): void =>
  void response.writeHead(status, PAGE_HEADERS).end(body);

type Installation = Parameters<NonNullable<Installer["installationStore"]>["storeInstallation"]>[0];

function refusalOf({ bot, isEnterpriseInstall }: Installation): InstallRefusal | undefined {
  if (isEnterpriseInstall) return "orgWide";
  return bot?.refreshToken ? "rotation" : undefined;
}

/** What we do not take is given back: nobody shall hold a token that nobody uses. */
async function readInstallation(installation: Installation, { revoke }: InstallParts): Promise<Granted> {
  const { team, bot } = installation;
  const reason = refusalOf(installation);
  if (!reason && team && bot) return { team: team.id, token: bot.token, botUser: bot.userId };
  if (bot) await revoke(bot.token).catch(() => {});
  throw new Refusal(reason ?? "failed");
}

export function createInstaller(parts: InstallParts): Installer {
  const { access, apiUrl, clock, log, keep } = parts;
  const states = createStates(access.stateSecret, clock);
  const scopes = INSTALL_SCOPES;
  return {
    ...{ clientId: access.clientId, clientSecret: access.clientSecret, scopes },
    installationStore: {
      storeInstallation: async (installation) => keep(await readInstallation(installation, parts)),
      fetchInstallation: () => Promise.reject(new Error("tokens are not asked for here")),
    },
    installerOptions: {
      stateStore: {
        generateStateParam: async () => states.create(),
        verifyStateParam: async (_now, state) => {
          if (!states.take(state)) throw new Refusal("late");
          return { scopes };
        },
      },
      stateCookieExpirationSeconds: STATE_SECONDS,
      renderHtmlForInstallPath: renderInstallPage,
      installPathOptions: {
        beforeRedirection: async (_request, response) => {
          for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
          return true;
        },
      },
      callbackOptions: {
        success: ({ team }, _options, _request, response) =>
          send(response, 200, renderInstalledPage(team?.name ?? team?.id ?? "")),
        failure: (error, _options, _request, response) => {
          const reason = reasonOf(error);
          if (STATUS[reason] >= 500)
            log.error({ reason, fault: readFault(error), cause: error }, "slack app not installed");
          send(response, STATUS[reason], renderRefusedPage(reason));
        },
      },
      ...(apiUrl === undefined ? {} : { authorizationUrl: new URL("/oauth/v2/authorize", apiUrl).href }),
    },
  };
}

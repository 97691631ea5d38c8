/** By what Slack is reached: the tokens of one workspace, or an app that several install by themselves. */
import { type ErrorCode, JuyaoError } from "../../src/errors.ts";
import type { PlatformOptions } from "../../src/platform.ts";

type Credentials = PlatformOptions["credentials"];

/** The bot token of one workspace; of the other two one, by the mode. */
export interface TokenAccess {
  readonly kind: "token";
  readonly token: string;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
}

/** What the app itself is known by; each workspace that installs it brings its token. */
export interface InstallAccess {
  readonly kind: "install";
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly signingSecret: string;
}

export const NAME = "slack";
export const BOT_TOKEN = "SLACK_BOT_TOKEN";
export const APP_TOKEN = "SLACK_APP_TOKEN";
const SIGNING_SECRET = "SLACK_SIGNING_SECRET";
const INSTALL = { clientId: "SLACK_CLIENT_ID", clientSecret: "SLACK_CLIENT_SECRET", stateSecret: "SLACK_STATE_SECRET" };

export const isHttp = ({ SLACK_MODE: mode }: Credentials): boolean => mode?.toLowerCase() === "http";

const findInstall = (credentials: Credentials): string | undefined =>
  Object.values(INSTALL).find((variable) => credentials[variable] !== undefined);

export const isForInstalling = (credentials: Credentials): boolean => findInstall(credentials) !== undefined;

/** Throws `adapter-no-token` for what is missing, and `adapter-two-ways`, `adapter-needs-http` for what does not go together. */
export function readAccess(credentials: Credentials): TokenAccess | InstallAccess {
  const refuse = (code: ErrorCode, variable: string): JuyaoError =>
    new JuyaoError(code, { detail: { adapter: NAME, variable } });
  const need = (variable: string): string => {
    const value = credentials[variable];
    if (value === undefined) throw refuse("adapter-no-token", variable);
    return value;
  };
  const http = isHttp(credentials);
  const install = findInstall(credentials);
  if (install === undefined) {
    return {
      kind: "token",
      token: need(BOT_TOKEN),
      appToken: http ? undefined : need(APP_TOKEN),
      signingSecret: http ? need(SIGNING_SECRET) : undefined,
    };
  }
  if (credentials[BOT_TOKEN] !== undefined) throw refuse("adapter-two-ways", install);
  if (!http) throw refuse("adapter-needs-http", install);
  return {
    kind: "install",
    clientId: need(INSTALL.clientId),
    clientSecret: need(INSTALL.clientSecret),
    stateSecret: need(INSTALL.stateSecret),
    signingSecret: need(SIGNING_SECRET),
  };
}

/** What is read from the environment, in one place. Every secret has a `*_FILE` twin that names a file holding it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JuyaoError } from "../errors.ts";
import type { Address } from "./server.ts";

export interface Environment {
  readonly configFile: string;
  /** Path of the SQLite file. */
  readonly database: string;
  readonly logLevel: string | undefined;
  /** Where the HTTP server listens; none without PORT. */
  readonly address: Address | undefined;
  readonly allowPrivateHosts: readonly string[];
  readonly proxy: { readonly https?: string; readonly http?: string; readonly no?: string };
  /** By their names, such as `SLACK_BOT_TOKEN`; only those that are set. */
  readonly credentials: Readonly<Record<string, string>>;
  /** That what workspaces grant is sealed with: the key in use, then the former one. 32 bytes each. */
  readonly sealKeys: readonly Uint8Array[];
  /** Values that must never be printed. */
  readonly secrets: readonly string[];
}

/** What the chats ask for. Secret, and so read like the secrets. */
const CREDENTIALS = [
  ...(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"] as const),
  ...(["SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET", "DISCORD_TOKEN"] as const),
];
/** What goes with them and is no secret. */
const PLATFORM_SETTINGS = ["SLACK_MODE", "SLACK_API_URL", "SLACK_CLIENT_ID"].concat([
  "DISCORD_APPLICATION_ID",
  "DISCORD_GUILD_ID",
  "DISCORD_API_URL",
]);

type Variables = Readonly<Record<string, string | undefined>>;

/** Read under these names, and under each with `_FILE` behind it. */
const SECRETS = ["DATABASE_URL", "HTTPS_PROXY", "HTTP_PROXY"] as const;

/** The key in use, then the one before it. */
const SEAL_KEYS = ["JUYAO_SECRET_KEY", "JUYAO_SECRET_KEY_PREVIOUS"] as const;
const SEAL_KEY_BYTES = 32;

const LEVELS = ["trace", "debug", "info", "warn", "error", "silent"];

function readSecret(variables: Variables, name: string): string | undefined {
  const file = variables[`${name}_FILE`];
  // Proxies are named in lower case as often as not.
  if (!file) return variables[name] || variables[name.toLowerCase()] || undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new JuyaoError("file-unreadable", { cause, detail: { file } });
  }
}

/** `sqlite:data/x.db`, `file:data/x.db` and plain paths name a file. */
function toDatabase(url: string): string {
  if (/^postgres(ql)?:/i.test(url)) throw new JuyaoError("database-unsupported");
  return url.replace(/^(sqlite|file):(\/\/(?=\/))?/i, "");
}

function readAddress({ HOST: host, PORT: port }: Variables): Address | undefined {
  if (!port) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new JuyaoError("config-port", { detail: { port } });
  return { host: host || "127.0.0.1", port: Number(port) };
}

function readCredentials(variables: Variables): Record<string, string> {
  const read = (name: string): [string, string | undefined] => [name, variables[name] || undefined];
  const pairs = [...CREDENTIALS.map((name) => [name, readSecret(variables, name)]), ...PLATFORM_SETTINGS.map(read)];
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** 64 hexadecimal digits, or base64, in either alphabet. */
function readSealKey(variable: string, text: string): Uint8Array {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
  if (key.length !== SEAL_KEY_BYTES || !/^[\w+/-]+={0,2}$/.test(text))
    throw new JuyaoError("config-secret-key", { detail: { variable } });
  return key;
}

/** Throws a JuyaoError for what makes no sense. `root` is the folder of the installation, for defaults. */
export function readEnvironment(variables: Variables, root: string): Environment {
  const [databaseUrl, https, http] = SECRETS.map((name) => readSecret(variables, name));
  const sealTexts = SEAL_KEYS.map((name) => readSecret(variables, name));
  const level = variables.LOG_LEVEL?.toLowerCase() ?? "";
  const no = variables.NO_PROXY || variables.no_proxy;
  const credentials = readCredentials(variables);
  const dataDir = variables.DATA_DIR || "data";
  return {
    configFile: variables.JUYAO_CONFIG || join(root, "config", "juyao.yaml"),
    database: databaseUrl ? toDatabase(databaseUrl) : join(dataDir, "juyao.db"),
    logLevel: LEVELS.includes(level) ? level : undefined,
    address: readAddress(variables),
    allowPrivateHosts: (variables.ALLOW_PRIVATE_HOSTS ?? "")
      .split(",")
      .map((host) => host.trim())
      .filter(Boolean),
    proxy: { ...(https && { https }), ...(http && { http }), ...(no && { no }) },
    credentials,
    // A former key alone opens what nobody could seal again.
    sealKeys: sealTexts[0] ? sealTexts.flatMap((text, i) => (text ? readSealKey(SEAL_KEYS[i] ?? "", text) : [])) : [],
    secrets: [databaseUrl, https, http, ...sealTexts, ...CREDENTIALS.map((name) => credentials[name])].filter(
      (secret) => secret !== undefined,
    ),
  };
}

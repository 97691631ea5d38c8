/** The log: JSON lines, or short lines for a person at a terminal. Secrets and the private parts of URLs never get in. */
import { styleText } from "node:util";
import { pino } from "pino";
import type { Log } from "../ports.ts";

export interface LogOptions {
  /** trace, debug, info, warn, error or silent. */
  readonly level: string;
  /** Values that must never be written, such as tokens. */
  readonly secrets: readonly string[];
  /** Short coloured lines instead of JSON. */
  readonly human: boolean;
  readonly write: (line: string) => void;
}

const MASK = "***";
/** Tokens that a chat gives out while the bot runs; `user:password@` and everything after `?` in a URL. */
const PRIVATE_PARTS: readonly (readonly [RegExp, string])[] = [
  [/\bxox[a-z]{1,2}[-.][\w.-]{6,}/g, MASK],
  [/(\bhttps?:\/\/)[^\s/@"']+@/g, `$1${MASK}@`],
  // The link that invites a bot holds nothing secret, and is of no use without what stands there.
  [/(\bhttps?:\/\/(?!discord\.com\/oauth2\/authorize\?)[^\s?"'\\]+\?)[^\s"'\\]+/g, `$1${MASK}`],
];

/** Replaces secrets and the private parts of URLs in a line. */
export function maskSecrets(line: string, secrets: readonly string[]): string {
  let masked = line;
  for (const secret of secrets) if (secret.length >= 4) masked = masked.replaceAll(secret, MASK);
  for (const [pattern, replacement] of PRIVATE_PARTS) masked = masked.replace(pattern, replacement);
  return masked;
}

const COLORS: Readonly<Record<string, "dim" | "yellow" | "red">> = { info: "dim", warn: "yellow", error: "red" };

/** `12:03 ready · next 2026-11-23T01:00:00.000Z` */
function toHuman(line: string): string {
  const { level, time, msg, cause, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const facts = Object.entries(fields).map(([key, value]) => `${key} ${String(value)}`);
  const reason = (cause as { message?: string } | undefined)?.message;
  if (reason) facts.push(reason);
  const clock = new Date(String(time)).toTimeString().slice(0, 5);
  const text = `${clock} ${[msg, ...facts].join(" · ")}`;
  return `${styleText(COLORS[String(level)] ?? "dim", text, { validateStream: false })}\n`;
}

export function createLog(options: LogOptions): Log {
  const write = (line: string): void => {
    const masked = maskSecrets(line, options.secrets);
    options.write(options.human ? toHuman(masked) : masked);
  };
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { cause: pino.stdSerializers.err },
    },
    { write },
  );
}

/** The manifest asks Slack for what the adapter needs, and offers no command that the core does not know. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { REMOVALS, SCOPES, UNINSTALLED } from "../../adapters/slack/adapter.ts";
import { toLine } from "../../adapters/slack/answers.ts";
import { INSTALL_SCOPES } from "../../adapters/slack/install.ts";
import { parseCommand } from "../../src/command/parse.ts";

interface Manifest {
  readonly features: {
    readonly slash_commands: readonly { command: string; description: string; usage_hint?: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

const FILE = join(import.meta.dirname, "../../config/slack-manifest.yaml");
const { features, oauth_config, settings } = parse(readFileSync(FILE, "utf8")) as Manifest;

it("offers commands that the core knows, alone and as hinted", () => {
  const lines = features.slash_commands.flatMap(({ command, usage_hint: hint = "" }) => {
    const said = hint.replace(/^\[(\w+).*/, "$1 https://a.example");
    return ["", said].map((more) => toLine(command, more));
  });
  expect(lines.filter((line) => parseCommand(line, { today: "2026-11-22" }).name === "unknown")).toEqual([]);
});

it("stays within what Slack takes of a command", () => {
  const long = features.slash_commands.filter(
    ({ description, usage_hint: hint = "" }) => description.length > 100 || hint.length > 100,
  );
  expect(long).toEqual([]);
});

it("asks for the scopes and events that are used", () => {
  expect(oauth_config.scopes.bot).toEqual(expect.arrayContaining(SCOPES));
  expect(oauth_config.scopes.bot.toSorted()).toEqual(INSTALL_SCOPES.toSorted());
  const events = ["app_home_opened", "member_left_channel", ...UNINSTALLED, ...Object.keys(REMOVALS)];
  expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(events.toSorted());
});

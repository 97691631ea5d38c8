import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Config, configChannels, configFeeds } from "../../src/config.ts";
import { readConfig } from "../../src/config-file.ts";
import { isCron } from "../../src/flow/schedule.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (source: string) => readConfig(source, { file: "juyao.yaml", isCron, adapters: ["terminal", "slack"] });

describe("readConfig", () => {
  it("reads the file that ships, without a mistake", () => {
    const { config, problems } = read(readFileSync(join(ROOT, "config", "juyao.yaml"), "utf8"));
    expect(problems).toEqual([]);
    expect(config?.channels[0]).toMatchObject({ id: "terminal:console", from: "all", atStart: true });
  });

  it("takes an empty file for all defaults", () => {
    expect(read("").config).toMatchObject({ locale: "zh-CN", feeds: [], gather: { backfill: 30 } });
  });

  it("tells all mistakes at once, each with line and key, in the language of the file", () => {
    const source = [
      "locale: zh-CN",
      "feeds:",
      "  - id: a b",
      "    url: ftp://a.example",
      "    titel: x",
      "channels:",
      "  - id: fax:1",
      '    cron: "soon"',
      "    timezone: Mars/Base",
      "    limit: 0",
    ].join("\n");
    const { problems } = read(source);
    expect(problems.map(({ line, key }) => [line, key])).toEqual([
      [3, "feeds[0].id"],
      [3, "feeds[0].title"],
      [4, "feeds[0].url"],
      [5, "feeds[0].titel"],
      [7, "channels[0].id"],
      [8, "channels[0].cron"],
      [9, "channels[0].timezone"],
      [10, "channels[0].limit"],
    ]);
    expect(problems.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true);
    expect(read(source.replace("zh-CN", "en")).problems.map(({ message }) => message)).toContain("is missing; add it");
  });

  it.each([
    [
      "twice the same feed",
      "feeds: [{id: a, url: 'https://a.example', title: A}, {id: a, url: 'https://b.example', title: B}]",
      "feeds[1].id",
    ],
    ["an unknown key at the top", "fedes: []", "fedes"],
    ["text that is no YAML", "feeds: [1", ""],
    ["a list where a mapping is wanted", "- 1", ""],
    ["a number for a cron", "gather: {cron: 5}", "gather.cron"],
    ["one wrong cron of several", "channels: [{id: 'terminal:x', cron: ['0 9 * * *', 'noon']}]", "channels[0].cron[1]"],
    ["quiet hours that are none", "channels: [{id: 'terminal:x', quiet: '22-7'}]", "channels[0].quiet"],
    ["a beginning that is none", "channels: [{id: 'terminal:x', from: 'last week'}]", "channels[0].from"],
  ])("names the place of %s", (_, source, key) => {
    expect(read(source).problems[0]?.key).toBe(key);
  });

  it("gives channels the language of the file", () => {
    const { config } = read(
      "locale: en\nfeeds: [{id: a, url: 'https://a.example', title: A}]\nchannels: [{id: 'terminal:x'}]",
    );
    expect(config && configFeeds(config)[0]).toMatchObject({ workspace: "", addedBy: "config", kind: "feed" });
    expect(config && configChannels(config)[0]).toMatchObject({
      ...{ locale: "en", from: "now", crons: ["0 9 * * *"], addedBy: "config" },
    });
  });
});

it("the JSON Schema beside the file is fresh (npm run -s schema)", () => {
  const written: unknown = JSON.parse(readFileSync(join(ROOT, "config", "juyao.schema.json"), "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Config, { io: "input" }))));
});

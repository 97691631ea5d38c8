/** The house is a test: who may import whom. DESIGN in `docs/architecture.md`. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** Rooms (folders, or single files) by floor, from the ground up. A file imports only from floors below its own room. */
const FLOORS: readonly (readonly string[])[] = [
  ["src/model.ts", "src/document.ts", "src/errors.ts"],
  ["src/text", "src/locale"],
  [
    ...["src/period", "src/feed", "src/article", "src/measure", "src/issuer", "src/topic", "src/quantity"],
    ...["src/ports.ts", "src/config.ts"],
  ],
  ["src/platform.ts"],
  [
    ...["src/digest", "src/store", "src/io", "src/config-file.ts"],
    ...["adapters/terminal", "adapters/slack", "adapters/discord"],
  ],
  ["src/flow", "adapters/registry.ts"],
  ["src/command"],
  ["src/app.ts"],
  ["src/cli"],
  ["src/main.ts"],
];

/** No clock, no chance, no process, no files, no network. */
const PURE = [
  "src/text",
  "src/locale",
  "src/period",
  "src/feed",
  "src/article",
  "src/measure",
  "src/issuer",
  "src/topic",
  "src/quantity",
]
  .concat(["src/model.ts", "src/document.ts", "src/errors.ts", "src/ports.ts", "src/config.ts", "src/config-file.ts"])
  .concat(["src/digest", "src/command/parse.ts", "src/command/query.ts", "adapters/terminal/render.ts"])
  .concat(
    ["render", "plain", "rich", "view", "escape", "blocks", "pages", "access"].map(
      (file) => `adapters/slack/${file}.ts`,
    ),
  )
  .concat(
    ["render", "markdown", "button", "form", "menu", "interaction", "limits"].map(
      (file) => `adapters/discord/${file}.ts`,
    ),
  );

const IMPURE =
  /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|from "node:(?!util"|crypto")|\brandom[A-Z]|\bperformance\.now\(|\bsetTimeout\(/;

/** A package that only one file may name. */
const ONE_NAMER: Readonly<Record<string, string>> = {
  "discord.js": "adapters/discord/sdk.ts",
  "node-cron": "src/flow/schedule.ts",
  "rss-parser": "src/feed/parse.ts",
  htmlparser2: "src/text/tree.ts",
  "opencc-js": "src/text/shadow.ts",
  "@eslint-community/regexpp": "src/text/pattern-atoms.ts",
  commander: "src/cli/program.ts",
  "robots-parser": "src/io/robots.ts",
  pino: "src/io/log.ts",
  "prom-client": "src/io/metrics.ts",
  "@slack/bolt": "adapters/slack/sdk.ts",
  "string-width": "adapters/terminal/render.ts",
  "html-encoding-sniffer": "src/text/decode.ts",
  "@exodus/bytes": "src/text/decode.ts",
  "ipaddr.js": "src/io/guard.ts",
  "node:sqlite": "src/store/sqlite.ts",
};

/** What an adapter may know of the core. */
const DOORS = ["src/platform.ts", "src/ports.ts", "src/model.ts", "src/document.ts", "src/errors.ts", "src/locale/"];

const listFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));

const files = [...listFiles("src"), ...listFiles("adapters")];
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));

const importsOf = (file: string): string[] =>
  [...(sources.get(file) ?? "").matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"/gm)].map(([, from = ""]) =>
    from.startsWith(".") ? relative(ROOT, normalize(join(ROOT, dirname(file), from))) : from,
  );

const isIn = (file: string, room: string): boolean => file === room || file.startsWith(`${room}/`);
type Storeys = readonly (readonly string[])[];
const roomOf = (file: string, storeys: Storeys): string => storeys.flat().find((room) => isIn(file, room)) ?? "";
const floorOf = (file: string, storeys: Storeys): number =>
  storeys.findIndex((rooms) => rooms.some((room) => isIn(file, room)));

/** Imports that run up, or into another room of the same floor. */
const wrongIn = (storeys: Storeys): string[] =>
  files
    .filter((file) => floorOf(file, storeys) !== -1)
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => sources.has(target) && floorOf(target, storeys) >= floorOf(file, storeys))
        .filter((target) => roomOf(target, storeys) !== roomOf(file, storeys))
        .map((target) => `${file} → ${target}`),
    );

/** Rooms inside of a room, from the ground up; those of one line do not know each other. */
const STAIRS: readonly (readonly string[])[] = [
  ["src/measure/reading.ts", "src/measure/draft.ts", "src/measure/phrase"],
  ["src/measure/score"],
  ["src/measure/kind"],
  ["src/measure/list"],
  ["src/measure/series", "src/measure/clause"],
  ["src/measure/extract.ts"],
];

describe("the house", () => {
  it("has a room for every file", () => {
    expect(files.filter((file) => floorOf(file, FLOORS) === -1)).toEqual([]);
    expect(listFiles("src/measure").filter((file) => floorOf(file, STAIRS) === -1)).toEqual([]);
  });

  it("lets imports run only downwards, or within a room", () => {
    expect([...wrongIn(FLOORS), ...wrongIn(STAIRS)]).toEqual([]);
  });

  it("has no circle", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (done.has(file) || path.includes(file)) return;
      for (const target of importsOf(file)) if (sources.has(target)) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it("lets adapters into the core only through the doors, and the core to adapters only from the roof", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => file.startsWith("adapters/") && target.startsWith("src/"))
        .filter((target) => !DOORS.some((door) => target.startsWith(door)))
        .map((target) => `${file} → ${target}`),
    );
    const inward = files
      .filter((file) => file.startsWith("src/") && file !== "src/main.ts")
      .filter((file) => importsOf(file).some((target) => target.startsWith("adapters/")));
    expect([...wrong, ...inward]).toEqual([]);
  });

  it("keeps the middle pure", () => {
    const wrong = files
      .filter((file) => PURE.some((room) => isIn(file, room)))
      .filter((file) => IMPURE.test((sources.get(file) ?? "").replace(/^\s*(?:\/?\*|\/\/).*$/gm, "")));
    expect(wrong).toEqual([]);
  });

  it("names each package that could be exchanged in one file", () => {
    const wrong = Object.entries(ONE_NAMER).flatMap(([name, owner]) =>
      files
        .filter((file) => file !== owner)
        .filter((file) => importsOf(file).some((from) => from === name || from.startsWith(`${name}/`)))
        .map((file) => `${file} names ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no barrels, and no file that is too long to read", () => {
    expect(files.filter((file) => file.endsWith("/index.ts"))).toEqual([]);
    // Tables are read by looking things up, not from top to bottom.
    const isTable = (source: string): boolean =>
      /^export const [A-Z_]+\b/m.test(source) && !/^export function/m.test(source);
    const long = [...sources].filter(([, source]) => source.split("\n").length > 251 && !isTable(source));
    expect(long.map(([file, source]) => `${file} ${source.split("\n").length}`)).toEqual([]);
  });
});

/**
 * Pages a second of the extractor beside Readability, on two DOMs, and a bare htmlparser2 walk: the same pages, one run.
 * The ratios are what counts, since they do not depend on the machine. `BENCH_PAGES=<folder>` reads *.html from there
 * instead of the pages that are made.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { isTag, isText, type ParentNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";
import { cleanText } from "../../src/article/clean.ts";
import { extractArticle } from "../../src/article/extract.ts";
import { decodeBytes } from "../../src/text/decode.ts";
import { KINDS } from "./article/pages.ts";

const PAGES_PER_KIND = 4;
const ROUNDS = 25;
/** The extractor must reach these multiples. */
const MIN_OF_READABILITY = 10;
const MIN_OF_WALK = 0.25;

interface Reader {
  readonly name: string;
  readonly rounds: number;
  readonly read: (html: string) => unknown;
}

function walkText(node: ParentNode): number {
  let length = 0;
  for (const child of node.children) {
    if (isText(child)) length += child.data.length;
    else if (isTag(child) && child.name !== "script" && child.name !== "style") length += walkText(child);
  }
  return length;
}

function readInJsdom(html: string): unknown {
  // A console of its own keeps what it thinks of the style sheets to itself.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const article = new Readability(window.document).parse();
  window.close();
  return article;
}

const EXTRACTOR: Reader = { name: "extractor", rounds: ROUNDS, read: (html) => extractArticle({ html }) };
const WALK: Reader = { name: "bare walk", rounds: ROUNDS, read: (html) => walkText(parseDocument(html)) };
const ON_LINKEDOM: Reader = {
  name: "Readability on linkedom",
  rounds: 7,
  read: (html) => new Readability(parseHTML(html).document).parse(),
};
const READERS: readonly Reader[] = [
  EXTRACTOR,
  { name: "extractor and cleaning", rounds: ROUNDS, read: (html) => cleanText(extractArticle({ html }).text) },
  WALK,
  ON_LINKEDOM,
  { name: "Readability on jsdom", rounds: 2, read: readInJsdom },
];

function readFolder(folder: string): Map<string, string[]> {
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => decodeBytes(readFileSync(join(folder, file)), { kind: "html" }).text);
  return new Map([[folder, pages]]);
}

const makePages = (): Map<string, string[]> =>
  new Map(KINDS.map(({ name, make }) => [name, Array.from({ length: PAGES_PER_KIND }, (_, seed) => make(seed))]));

/** Milliseconds that a reader needs for these pages. The best round counts: a busy machine only slows down. */
function time({ read, rounds }: Reader, pages: readonly string[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    for (const page of pages) read(page);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const folder = process.env.BENCH_PAGES;
const kinds = folder === undefined ? makePages() : readFolder(folder);
/** By kind. One reader after the other, since the garbage of one slows down the next: the worst comes last. */
const times = new Map(READERS.map((reader) => [reader, [...kinds.values()].map((pages) => time(reader, pages))]));

function report(name: string, count: number, pick: (times: readonly number[]) => number): void {
  const own = pick(times.get(EXTRACTOR) ?? []);
  const cells = READERS.map((reader) => {
    const ms = pick(times.get(reader) ?? []);
    const ratio = reader === EXTRACTOR ? "" : ` (${(ms / own).toPrecision(3)}×)`;
    return `${reader.name} ${((count / ms) * 1000).toFixed(0)}${ratio}`;
  });
  process.stdout.write(`${name}: ${cells.join(" · ")}\n`);
}

const sum = (numbers: readonly number[] = []): number => numbers.reduce((total, each) => total + each, 0);

process.stdout.write("pages a second; in brackets how many times as fast the extractor is\n");
for (const [at, [name, pages]] of [...kinds].entries()) {
  const size = sum(pages.map((page) => page.length)) / pages.length / 1000;
  report(`${name}, ${size.toFixed(0)} k characters`, pages.length, (byKind) => byKind[at] ?? 0);
}
report("all", sum([...kinds.values()].map((pages) => pages.length)), sum);
const own = sum(times.get(EXTRACTOR));
const ofReadability = sum(times.get(ON_LINKEDOM)) / own;
const ofWalk = sum(times.get(WALK)) / own;
process.stdout.write(
  `${ofReadability.toFixed(1)} times Readability on linkedom (floor ${MIN_OF_READABILITY}), ${ofWalk.toFixed(2)} of a bare walk (floor ${MIN_OF_WALK})\n`,
);
if (ofReadability < MIN_OF_READABILITY || ofWalk < MIN_OF_WALK) process.exitCode = 1;

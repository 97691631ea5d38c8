/**
 * Pages a second of the extractor beside Readability, on two DOMs, and a bare htmlparser2 walk, over the same pages. The
 * ratios are what counts, since they do not depend on the machine. `BENCH_PAGES=<folder>` reads *.html from there
 * instead of the pages that are made.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readKinds } from "./article/pages.ts";
import { READERS, type ReaderKey } from "./article/readers.ts";

/** The extractor must reach these multiples. */
const MIN_OF_READABILITY = 10;
const MIN_OF_WALK = 0.25;
/** Turns of all readers; the best counts, since a busy machine only slows down. */
const TURNS = 3;

const keys = Object.keys(READERS) as ReaderKey[];
const kinds = readKinds();
const file = fileURLToPath(new URL("./article/time.ts", import.meta.url));
/** Milliseconds by kind. */
const times = new Map<ReaderKey, number[]>();
for (let turn = 0; turn < TURNS; turn++) {
  for (const key of keys) {
    const found: number[] = JSON.parse(execFileSync(process.execPath, [file, key], { encoding: "utf8" }));
    const known = times.get(key);
    times.set(
      key,
      found.map((ms, kind) => Math.min(ms, known?.[kind] ?? ms)),
    );
  }
}

const sum = (numbers: readonly number[] = []): number => numbers.reduce((total, each) => total + each, 0);

function report(name: string, count: number, pick: (times: readonly number[]) => number): void {
  const msOf = (key: ReaderKey): number => pick(times.get(key) ?? []);
  const cells = keys.map((key) => {
    const ratio = key === "extractor" ? "" : ` (${(msOf(key) / msOf("extractor")).toPrecision(3)}×)`;
    return `${READERS[key].name} ${((count / msOf(key)) * 1000).toFixed(0)}${ratio}`;
  });
  process.stdout.write(`${name}: ${cells.join(" · ")}\n`);
}

process.stdout.write("pages a second; in brackets how many times as fast the extractor is\n");
for (const [at, { name, pages }] of kinds.entries()) {
  const size = sum(pages.map((page) => page.length)) / pages.length / 1000;
  report(`${name}, ${size.toFixed(0)} k characters`, pages.length, (byKind) => byKind[at] ?? 0);
}
report("all", sum(kinds.map(({ pages }) => pages.length)), sum);
const own = sum(times.get("extractor"));
const ofReadability = sum(times.get("linkedom")) / own;
const ofWalk = sum(times.get("walk")) / own;
process.stdout.write(
  `${ofReadability.toFixed(1)} times Readability on linkedom (floor ${MIN_OF_READABILITY}), ${ofWalk.toFixed(2)} of a bare walk (floor ${MIN_OF_WALK})\n`,
);
if (ofReadability < MIN_OF_READABILITY || ofWalk < MIN_OF_WALK) process.exitCode = 1;

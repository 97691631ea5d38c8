/**
 * Look-ups at 10,000, 100,000 and 1,000,000 measures: how long the store takes, newest first and ranked, what its index
 * takes, and other means beside it. `LOOKUP_SIZES=10000,100000` asks for fewer, `LOOKUP_FOLDER` keeps the databases.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answered } from "./lookup/answer.ts";
import { type Filled, fill } from "./lookup/fill.ts";
import { type Asked, makeQueries } from "./lookup/queries.ts";
import { createRivals } from "./lookup/rivals.ts";

const SIZES = (process.env.LOOKUP_SIZES ?? "10000,100000,1000000").split(",").map(Number);
const kept = process.env.LOOKUP_FOLDER;
const folder = kept ?? mkdtempSync(join(tmpdir(), "juyao-lookup-"));
const QUERIES = 1000;
const RIVAL_QUERIES = 100;
/** The bars, at a million measures. */
const BARS = { newestMs: 20, rankedMs: 150, heldMs: 20, indexRatio: 2.5, indexRate: 3000, rss: 150e6, likeRatio: 50 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
const cells = (values: readonly (string | number)[]): string =>
  values.map((value) => String(value).padStart(11)).join("");

function tellTimes(name: string, times: readonly number[]): void {
  const shown = [0.5, 0.95, 0.99, 1].map((share) => round(quantile(times, share)));
  say(`  ${name.padEnd(24)}${cells(shown)}`);
}

function answer({ file }: Filled, queries: readonly Asked[]): Answered {
  const script = join(import.meta.dirname, "lookup/answer.ts");
  const output = execFileSync(process.execPath, [script, file], { input: JSON.stringify(queries), maxBuffer: 1e8 });
  return JSON.parse(output.toString()) as Answered;
}

function tellStore(filled: Filled, queries: readonly Asked[]): Answered {
  const answered = answer(filled, queries);
  say(`\n  ${`${queries.length} mixed queries`.padEnd(24)}${cells(["p50 ms", "p95", "p99", "longest"])}`);
  tellTimes("newest first", answered.newest);
  tellTimes("ranked", answered.ranked);
  for (const name of new Set(queries.map((asked) => asked.name)))
    tellTimes(
      `  ${name}, ranked`,
      answered.ranked.filter((_, i) => queries[i]?.name === name),
    );
  return answered;
}

/** Words only: that is what all of them can. Returns how the index stands beside LIKE. */
function tellRivals(filled: Filled, queries: readonly Asked[]): { readonly p95: number; readonly p50: number } {
  const asked = queries
    .map(({ query }) => query)
    .filter(({ words, about, publishedIn, without, from, topics, after }) => {
      const others = [about, publishedIn, without, topics, from && [from], after && [after]];
      const isOne = words.length === 1 || words.every((word) => word.length > 1);
      return words.length > 0 && isOne && others.every((list) => !list?.length);
    })
    .slice(0, RIVAL_QUERIES);
  say(`\n  ${`${asked.length} queries of words`.padEnd(24)}${cells(["p50 ms", "p95", "p99", "longest", "not found"])}`);
  const times = new Map<string, number[]>();
  const expected: number[] = [];
  for (const { name, takes, ask } of createRivals(filled)) {
    let unlike = 0;
    const own = asked.map((query, i) => {
      if (!takes(query)) {
        unlike++;
        return undefined;
      }
      const began = performance.now();
      const found = ask(query);
      const taken = performance.now() - began;
      expected[i] ??= found;
      if (found < (expected[i] ?? 0)) unlike++;
      return taken;
    });
    const known = own.filter((time) => time !== undefined);
    times.set(name, known);
    const shown = [0.5, 0.95, 0.99, 1].map((share) => round(quantile(known, share)));
    say(`  ${name.padEnd(24)}${cells([...shown, unlike])}`);
  }
  const ratio = (share: number): number =>
    quantile(times.get("LIKE") ?? [], share) / quantile(times.get("index") ?? [], share);
  return { p95: ratio(0.95), p50: ratio(0.5) };
}

const tellBar = (name: string, value: string, reached: boolean): void =>
  say(`  ${reached ? "reached" : "MISSED "}  ${name}: ${value}`);

try {
  for (const size of SIZES) {
    const filled = await fill(folder, size);
    const { measures, articles, textBytes, ownBytes, indexBytes, trigramBytes, indexRate, singleRate } = filled;
    say(`\n${measures} measures of ${articles} articles`);
    const [ratio, ownRatio, trigramRatio] = [indexBytes / textBytes, indexBytes / ownBytes, trigramBytes / textBytes];
    say(`  text ${round(textBytes / 1e6)} MB; index ${round(indexBytes / 1e6)} MB, ${round(ratio)} times the text`);
    say(
      `  (${round(ownRatio)} times, with what measures of one article share taken once; trigram ${round(trigramRatio)})`,
    );
    say(`  indexed ${round(indexRate)} articles a second; archived one by one, ${round(singleRate)} a second`);
    const queries = makeQueries(QUERIES, articles);
    const { newest, ranked, heldMs, rss } = tellStore(filled, queries);
    say(`  event loop held for ${round(heldMs)} ms at the longest; ${round(rss / 1e6)} MB resident`);
    const faster = tellRivals(filled, queries);
    say(`  LIKE takes ${round(faster.p50)} times as long at the median, ${round(faster.p95)} at p95`);
    if (size < 1_000_000) continue;
    say("");
    const [newestMs, rankedMs] = [quantile(newest, 0.99), quantile(ranked, 0.99)];
    tellBar(`p99 newest first ≤ ${BARS.newestMs} ms`, round(newestMs), newestMs <= BARS.newestMs);
    tellBar(`p99 ranked ≤ ${BARS.rankedMs} ms`, round(rankedMs), rankedMs <= BARS.rankedMs);
    tellBar(`event loop held ≤ ${BARS.heldMs} ms`, round(heldMs), heldMs <= BARS.heldMs);
    tellBar(`index ≤ ${BARS.indexRatio} times the text`, round(ratio), ratio <= BARS.indexRatio);
    tellBar(`≥ ${BARS.indexRate} articles a second`, round(indexRate), indexRate >= BARS.indexRate);
    tellBar("≤ 150 MB resident", round(rss / 1e6), rss <= BARS.rss);
    tellBar(`≥ ${BARS.likeRatio} times faster than LIKE at p95`, round(faster.p95), faster.p95 >= BARS.likeRatio);
    tellBar("not slower than LIKE at the median", round(faster.p50), faster.p50 >= 1);
  }
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

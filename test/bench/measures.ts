/**
 * Articles a second of the extractor beside simple ways to do without it, in one run: TextRank (the five sentences that
 * share most with the others), made here and, where there is one, by the scorer of the evaluation, and a regular
 * expression for every common marker. The ratios count. Then hostile text of 1 MB beside a quarter of it: what is linear
 * takes four times as long.
 *
 * Takes the articles of a folder with JSON files { title, text }, those made here where there is none:
 *
 *     BENCH_MEASURES=<folder, ../shared/eval/dev if not named> npm run bench measures
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cleanText } from "../../src/article/clean.ts";
import { extractMeasures } from "../../src/measure/extract.ts";
import { fold } from "../../src/text/shadow.ts";

const FOLDER = "../shared/eval/dev";
const SCORER = "../shared/eval/score.mjs";
const ROUNDS = 40;
const BEST = 5;
const ITERATIONS = 50;
const DAMPING = 0.85;
const MB = 2 ** 20;
/**
 * The extractor must reach this share of TextRank, whose sentences are told apart and folded here by the project's own
 * quick tables, which others, asking a map for each character, do not have.
 */
const MIN_RATIO = 0.8;
const MIN_RATIO_TO_SCORER = 1;
/** Four times as long a text may take this much longer; what is quadratic takes 16 times as long. */
const MAX_GROWTH = 10;

interface Text {
  readonly text: string;
  readonly title: string;
  readonly language: string;
}

function readTexts(): readonly Text[] {
  const folder = process.env.BENCH_MEASURES ?? FOLDER;
  if (!existsSync(folder)) return Array.from({ length: 60 }, (_, i) => makeText(i));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const { text, title = "", language = "zh-Hans" } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Text;
      return { text: cleanText(text).text, title, language };
    });
}

const BACKGROUND =
  "近年来，当地产业基础不断夯实，企业数量稳步增长。业内人士认为，市场需求仍在恢复之中。记者在现场看到，生产线正有序运转。";

/** As long as most articles are; half of them with a list. */
function makeText(seed: number): Text {
  const deeds = Array.from({ length: 8 }, (_, i) => `支持${seed + i}家企业改造设备，安排资金${i + 1}亿元`);
  const listed = deeds
    .map((deed, i) => `（${"一二三四五六七八"[i]}）${deed}。各地要抓好落实，按月公布进展。`)
    .join("\n");
  const told = deeds.map((deed) => `市工信局表示，今年将${deed}，推动产业升级。${BACKGROUND}`).join("\n");
  const text = seed % 2 === 0 ? `${listed}\n${BACKGROUND.repeat(6)}` : told;
  return { title: "设备改造方案公布", language: "zh-Hans", text: `设备改造方案公布\n${text}` };
}

/** As long as a sentence must be that TextRank ranks, by the share of Chinese in the text. */
const SHORTEST = 8;
const SHORTEST_ENGLISH = 20;

function splitSentences(text: string): string[] {
  const english = !/\p{Script=Han}{4}/u.test(text);
  const sentences = text.split(english ? /(?<=[.!?])\s+|\n+/ : /(?<=[。！？!?])|\n+/);
  const shortest = english ? SHORTEST_ENGLISH : SHORTEST;
  return sentences.filter((words) => words.replace(/[\s\p{P}]/gu, "").length >= shortest);
}

function pairsOf(words: string): Set<string> {
  const plain = fold(words).replace(/[\s\p{P}\p{S}\p{C}]+/gu, "");
  return new Set([...plain].map((_, i) => plain.slice(i, i + 2)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return shared / (Math.log(1 + one.size) + Math.log(1 + other.size));
}

function rankText({ text }: Text): string[] {
  const sentences = splitSentences(text);
  const pairs = sentences.map(pairsOf);
  const links = pairs.map((one, i) => pairs.map((other, k) => (i === k ? 0 : likeness(one, other))));
  const out = links.map((row) => row.reduce((sum, link) => sum + link, 0));
  let ranks = sentences.map(() => 1 / sentences.length);
  for (let round = 0; round < ITERATIONS; round++) {
    ranks = ranks.map(
      (_, i) =>
        (1 - DAMPING) / sentences.length +
        DAMPING *
          links.reduce((sum, row, k) => sum + (out[k] ? ((row[i] ?? 0) / (out[k] ?? 1)) * (ranks[k] ?? 0) : 0), 0),
    );
  }
  const order = ranks.map((rank, i) => ({ rank, i })).sort((a, b) => b.rank - a.rank);
  return order.slice(0, BEST).map(({ i }) => sentences[i] ?? "");
}

const MARKER =
  /(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}[，,、]|(?:^|\n)\s*[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|(?:^|\n)\s*\d{1,2}[.．、](?!\d)|(?:^|\n)\s*[•·-]\s)\s*([^。；;：:\n]{2,})/g;
const markText = ({ text }: Text): string[] => [...text.matchAll(MARKER)].map((match) => match[1] ?? "");

interface Way {
  readonly name: string;
  readonly read: (text: Text) => unknown;
  /** The extractor must read so many times as many articles a second. */
  readonly floor?: number;
}

async function scorerRank(): Promise<readonly Way[]> {
  if (!existsSync(SCORER)) return [];
  const { BASE } = (await import(pathToFileURL(resolve(SCORER)).href)) as {
    BASE: Readonly<Record<string, (text: string, language: string) => unknown>>;
  };
  const rank = BASE["textrank-5"];
  if (rank === undefined) return [];
  const read = ({ text, language }: Text): unknown => rank(text, language);
  return [{ name: "scorer's textrank-5", read, floor: MIN_RATIO_TO_SCORER }];
}

const WAYS: readonly Way[] = [
  { name: "juyao", read: extractMeasures },
  { name: "textrank-5", read: rankText, floor: MIN_RATIO },
  ...(await scorerRank()),
  { name: "marker regex", read: markText },
];

/** Milliseconds for all texts. */
function time(texts: readonly Text[], read: (text: Text) => unknown): number {
  const started = performance.now();
  for (const text of texts) read(text);
  return performance.now() - started;
}

/** The best of some rounds, since a busy machine only slows down; by turns, so that it slows down all of them. */
function timeWays(texts: readonly Text[]): number[] {
  const best = WAYS.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++)
    WAYS.forEach(({ read }, i) => {
      best[i] = Math.min(best[i] ?? 0, time(texts, read));
    });
  return best;
}

const texts = readTexts();
const length = texts.reduce((sum, { text }) => sum + text.length, 0);
process.stdout.write(`${texts.length} articles, ${length} characters\n`);
const spent = timeWays(texts);
WAYS.forEach(({ name }, i) => {
  const ms = spent[i] ?? 0;
  const [rate, cost] = [(texts.length / ms) * 1000, (ms * 1e6) / length];
  process.stdout.write(
    `${name.padEnd(20)}${rate.toFixed(0).padStart(7)} articles/s${cost.toFixed(0).padStart(7)} µs per 1,000 characters\n`,
  );
});
let failed = false;
WAYS.forEach(({ name, floor }, i) => {
  if (floor === undefined) return;
  const ratio = (spent[i] ?? 0) / (spent[0] ?? 1);
  failed ||= ratio < floor;
  process.stdout.write(`juyao to ${name}: ${ratio.toFixed(2)} (floor ${floor})\n`);
});

const HOSTILE_ROUNDS = 3;
const HOSTILE = [
  "一是",
  "、",
  "一是。二是。",
  "（",
  "1.",
  "\n- a",
  "，",
  "将加快，",
  "从加快、",
  "will ",
  "字",
  "三个方面:、",
  "一、甲\n",
  "加强管理：甲。\n",
];
for (const piece of HOSTILE) {
  const [quarter, whole] = [MB / 4, MB].map((size) => {
    const text: Text = { text: piece.repeat(size / piece.length), title: "", language: "" };
    return Math.min(...Array.from({ length: HOSTILE_ROUNDS }, () => time([text], extractMeasures)));
  });
  const growth = (whole ?? 0) / (quarter ?? 1);
  const bad = growth > MAX_GROWTH && (whole ?? 0) > 500;
  failed ||= bad;
  process.stdout.write(
    `1 MB of ${JSON.stringify(piece).padEnd(16)} ${(whole ?? 0).toFixed(0).padStart(6)} ms, ${growth.toFixed(1)}× a quarter${bad ? "  ✗" : ""}\n`,
  );
}
if (failed) process.exitCode = 1;

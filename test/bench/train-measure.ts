/**
 * Fits the weights of `src/measure/score/weights.ts` on annotated articles and prints them as a table to paste there, with
 * the F1 of held-out fifths. The folder is no part of the project; without one nothing is done:
 *
 *     TRAIN_MEASURE=<folder> npm run bench train-measure
 *
 * Each file is a JSON object { id, text, title, gold: { points: [{ headline, group }] } }; points of group 0 are those
 * of running text. Only the development half is read: the articles whose SHA-256 of the id begins with an odd byte. The
 * other half is there to check what was learned from this one, and nothing else.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanText } from "../../src/article/clean.ts";
import { findCandidates } from "../../src/measure/clause/clauses.ts";
import { ignoreDrop } from "../../src/measure/draft.ts";
import { findLists } from "../../src/measure/list/lists.ts";
import { ownedBy } from "../../src/measure/list/owned.ts";
import { readText } from "../../src/measure/reading.ts";
import { type FeatureFinder, featureFinder } from "../../src/measure/score/feature.ts";
import { CHINESE_FEATURES } from "../../src/measure/score/features.ts";
import { ENGLISH_FEATURES } from "../../src/measure/score/features-english.ts";
import { findSeries } from "../../src/measure/series/series.ts";
import { fold } from "../../src/text/shadow.ts";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly title?: string | null;
  readonly gold: { readonly points: readonly { readonly headline: string; readonly group: number }[] };
}

interface Row {
  /** Numbers of the features that hold. */
  readonly held: readonly number[];
  readonly printed: boolean;
}

interface ArticleRows {
  readonly rows: readonly Row[];
  readonly points: number;
}

const ROUNDS = 1500;
const RATE = 0.5;
const FOLDS = 5;
/** Partitions into folds whose F1 are averaged: one alone is off by some hundredths. */
const PARTITIONS = 4;
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
/** Strength of the pull of all weights towards their priors, in rows: there are few articles and many features. */
const RIDGE = 16;

const isForDevelopment = ({ id }: Gold): boolean => (createHash("sha256").update(id).digest()[0] ?? 0) % 2 === 1;

const plain = (words: string): string => fold(words).replace(/[\s\p{P}\p{S}]+/gu, "");
const bigramsOf = (words: string): Set<string> => new Set([...words].map((_, i) => words.slice(i, i + 2)));

/** The same statement: one holds the other and is not twice as long, or most pairs of characters are shared. */
function isSame(a: string, b: string): boolean {
  const ratio = Math.min(a.length, b.length) / Math.max(a.length, b.length, 1);
  if (ratio >= 0.5 && (a.includes(b) || b.includes(a))) return true;
  const [one, other] = [bigramsOf(a), bigramsOf(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared >= 0.6 * (one.size + other.size - shared);
}

function rowsOf(gold: Gold, find: FeatureFinder, english: boolean): ArticleRows | undefined {
  const reading = readText(cleanText(gold.text).text, cleanText(gold.title ?? "").text);
  if (reading.english !== english) return undefined;
  const marked = findLists(reading, ignoreDrop);
  const lists = [...marked, ...findSeries(reading, ownedBy(reading, marked).regions)];
  const points = gold.gold.points.filter(({ group }) => group === 0).map(({ headline }) => plain(headline));
  const candidates = findCandidates(reading, ownedBy(reading, lists));
  const rows = find(candidates).map((held, i): Row => {
    const words = plain(candidates[i]?.words ?? "");
    return { held, printed: points.some((point) => isSame(words, point)) };
  });
  return { rows, points: points.length };
}

const chanceOf = (weights: readonly number[], held: readonly number[]): number =>
  1 / (1 + Math.exp(-held.reduce((sum, i) => sum + (weights[i] ?? 0), weights.at(-1) ?? 0)));

/** Logistic regression by gradient descent; the last weight is the bias, which nothing pulls. */
function fitWeights(rows: readonly Row[], priors: readonly number[]): number[] {
  const size = priors.length;
  const weights = [...priors, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, i) => RIDGE * (weight - (priors[i] ?? weight)));
    for (const { held, printed } of rows) {
      const error = chanceOf(weights, held) - (printed ? 1 : 0);
      for (const i of [...held, size]) slope[i] = (slope[i] ?? 0) + error;
    }
    slope.forEach((value, i) => {
      weights[i] = (weights[i] ?? 0) - (RATE * value * 10) / rows.length;
    });
  }
  return weights;
}

/** F1 of the clauses at each threshold, every article scored by weights that have not seen it. */
function crossValidate(articles: readonly ArticleRows[], priors: readonly number[]): string {
  const points = articles.reduce((sum, article) => sum + article.points, 0);
  const sums = THRESHOLDS.map(() => 0);
  for (let partition = 0; partition < PARTITIONS; partition++) {
    const scored = articles.map((article, k) => ({ article, part: (k * (partition + 1) + (k >> partition)) % FOLDS }));
    const models = Array.from({ length: FOLDS }, (_, held) =>
      fitWeights(
        scored.filter(({ part }) => part !== held).flatMap(({ article }) => article.rows),
        priors,
      ),
    );
    THRESHOLDS.forEach((threshold, i) => {
      const chosen = scored.flatMap(({ article, part }) =>
        article.rows.filter(({ held }) => chanceOf(models[part] ?? [], held) >= threshold),
      );
      const right = chosen.filter(({ printed }) => printed).length;
      sums[i] = (sums[i] ?? 0) + (2 * right) / (chosen.length + points);
    });
  }
  return THRESHOLDS.map((threshold, i) => `${threshold}: ${((sums[i] ?? 0) / PARTITIONS).toFixed(3)}`).join("  ");
}

function train(folder: string, english: boolean): void {
  const features = english ? ENGLISH_FEATURES : CHINESE_FEATURES;
  const find = featureFinder(features);
  const articles = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Gold)
    .filter(isForDevelopment)
    .flatMap((gold) => rowsOf(gold, find, english) ?? []);
  const rows = articles.flatMap((article) => article.rows);
  if (rows.length === 0) return;
  const priors = features.map(({ prior }) => prior);
  const weights = fitWeights(rows, priors);
  const table = [...features.map(({ name }) => name), "bias"].map(
    (name, i) => `  ${/^[a-z]+$/.test(name) ? name : `"${name}"`}: ${(weights[i] ?? 0).toFixed(2)},`,
  );
  process.stdout.write(
    `${english ? "ENGLISH_WEIGHTS" : "CHINESE_WEIGHTS"}: ${articles.length} articles, ${rows.length} clauses\n` +
      `held-out F1 by threshold  ${crossValidate(articles, priors)}\n${table.join("\n")}\n`,
  );
}

const folder = process.env.TRAIN_MEASURE;
if (folder === undefined) process.stdout.write("skipped: set TRAIN_MEASURE to a folder of annotated articles\n");
else for (const english of [false, true]) train(folder, english);

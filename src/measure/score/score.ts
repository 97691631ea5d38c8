/** How surely an editor would print each candidate. */
import type { Candidate } from "./candidate.ts";
import { type Feature, featureFinder } from "./feature.ts";
import { CHINESE_FEATURES } from "./features.ts";
import { ENGLISH_FEATURES } from "./features-english.ts";
import { CHINESE_WEIGHTS, ENGLISH_WEIGHTS, type Weights } from "./weights.ts";

export interface Verdict {
  /** 0 to 1. */
  readonly score: number;
  /** The features that hold with their weights, the weightiest first: `strong +1.13`. */
  readonly reasons: readonly string[];
}

type Scale = (candidates: readonly Candidate[]) => Verdict[];

const tell = (name: string, weight: number): string =>
  `${name} ${weight < 0 ? "-" : "+"}${Math.abs(weight).toFixed(2)}`;

function makeScale(features: readonly Feature[], weights: Weights): Scale {
  const weighed = features
    .map(({ name, holds }) => {
      const weight = weights[name] ?? 0;
      return { holds, weight, reason: tell(name, weight) };
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const find = featureFinder(weighed);
  const bias = weights.bias ?? 0;
  return (candidates) =>
    find(candidates).map((held) => {
      let sum = bias;
      const reasons: string[] = [];
      for (const index of held) {
        const feature = weighed[index];
        if (feature === undefined) continue;
        sum += feature.weight;
        reasons.push(feature.reason);
      }
      return { score: 1 / (1 + Math.exp(-sum)), reasons };
    });
}

const CHINESE = makeScale(CHINESE_FEATURES, CHINESE_WEIGHTS);
const ENGLISH = makeScale(ENGLISH_FEATURES, ENGLISH_WEIGHTS);

/** Scores of the candidates of one text, in their order. */
export const scoreCandidates = (candidates: readonly Candidate[], english: boolean): Verdict[] =>
  (english ? ENGLISH : CHINESE)(candidates);

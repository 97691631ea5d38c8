/** How surely an editor would print each candidate. */
import type { Candidate } from "./candidate.ts";
import { type Feature, isHeld } from "./feature.ts";
import { CHINESE_FEATURES } from "./features.ts";
import { ENGLISH_FEATURES } from "./features-english.ts";
import { CHINESE_WEIGHTS, ENGLISH_WEIGHTS, type Weights } from "./weights.ts";

export interface Verdict {
  /** 0 to 1. */
  readonly score: number;
  /** The features that hold with their weights, the weightiest first: `strong +1.13`. */
  readonly reasons: readonly string[];
}

interface Scale {
  readonly bias: number;
  readonly features: readonly { readonly holds: Feature["holds"]; readonly weight: number; readonly reason: string }[];
}

const tell = (name: string, weight: number): string =>
  `${name} ${weight < 0 ? "-" : "+"}${Math.abs(weight).toFixed(2)}`;

function makeScale(features: readonly Feature[], weights: Weights): Scale {
  const weighed = features.map(({ name, holds }) => {
    const weight = weights[name] ?? 0;
    return { holds, weight, reason: tell(name, weight) };
  });
  return { bias: weights.bias ?? 0, features: weighed.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) };
}

const CHINESE = makeScale(CHINESE_FEATURES, CHINESE_WEIGHTS);
const ENGLISH = makeScale(ENGLISH_FEATURES, ENGLISH_WEIGHTS);

/** Scores of the candidates of one text, in their order. Feature by feature, which engines do quicker than one by one. */
export function scoreCandidates(candidates: readonly Candidate[], english: boolean): Verdict[] {
  const { bias, features } = english ? ENGLISH : CHINESE;
  const sums = candidates.map(() => bias);
  const reasons = candidates.map((): string[] => []);
  for (const feature of features) {
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i];
      if (candidate === undefined || !isHeld(feature, candidate)) continue;
      sums[i] = (sums[i] ?? 0) + feature.weight;
      reasons[i]?.push(feature.reason);
    }
  }
  return sums.map((sum, i) => ({ score: 1 / (1 + Math.exp(-sum)), reasons: reasons[i] ?? [] }));
}

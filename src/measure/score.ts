/** How surely an editor would print a candidate. */
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

export function scoreCandidate(candidate: Candidate, english: boolean): Verdict {
  const { bias, features } = english ? ENGLISH : CHINESE;
  let sum = bias;
  const reasons: string[] = [];
  for (const feature of features) {
    if (!isHeld(feature, candidate)) continue;
    sum += feature.weight;
    reasons.push(feature.reason);
  }
  return { score: 1 / (1 + Math.exp(-sum)), reasons };
}

/** How surely an editor would print a candidate. */
import type { Candidate } from "./candidate.ts";
import { CHINESE_FEATURES } from "./features.ts";
import { ENGLISH_FEATURES } from "./features-english.ts";
import { CHINESE_WEIGHTS, ENGLISH_WEIGHTS } from "./weights.ts";

export interface Verdict {
  /** 0 to 1. */
  readonly score: number;
  /** Names of the features that hold. */
  readonly reasons: readonly string[];
}

export function scoreCandidate(candidate: Candidate, english: boolean): Verdict {
  const weights = english ? ENGLISH_WEIGHTS : CHINESE_WEIGHTS;
  let sum = weights.bias ?? 0;
  const reasons: string[] = [];
  for (const feature of english ? ENGLISH_FEATURES : CHINESE_FEATURES) {
    if (!feature.holds(candidate)) continue;
    sum += weights[feature.name] ?? 0;
    reasons.push(feature.name);
  }
  return { score: 1 / (1 + Math.exp(-sum)), reasons };
}

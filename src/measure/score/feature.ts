/** What speaks for or against a candidate; each is true or false. */
import { patternSet } from "../../text/pattern-set.ts";
import type { Candidate } from "./candidate.ts";

export interface Feature {
  readonly name: string;
  /** The weight that the guideline of an editor lets expect, in log odds; training moves it where articles say otherwise. */
  readonly prior: number;
  /** A pattern is looked for in the candidate's words. */
  readonly holds: RegExp | ((candidate: Candidate) => boolean);
}

/** Which features hold for each candidate of a text: their indices, in their order. */
export type FeatureFinder = (candidates: readonly Candidate[]) => number[][];

/** Patterns are asked together; what is none, one by one of all candidates, which engines do quicker than all of one. */
export function featureFinder(features: readonly Pick<Feature, "holds">[]): FeatureFinder {
  const patterns = features.flatMap(({ holds }, index) => (holds instanceof RegExp ? [{ index, holds }] : []));
  const asked = features.flatMap(({ holds }, index) => (holds instanceof RegExp ? [] : [{ index, holds }]));
  const { matching } = patternSet(patterns.map(({ holds }) => holds));
  return (candidates) => {
    const found = matching(candidates.map(({ words }) => words)).map((held) =>
      held.flatMap((at) => patterns[at]?.index ?? []),
    );
    for (const { index, holds } of asked)
      for (let i = 0; i < candidates.length; i++) {
        const candidate = candidates[i];
        if (candidate !== undefined && holds(candidate)) found[i]?.push(index);
      }
    return found.map((held) => held.sort((a, b) => a - b));
  };
}

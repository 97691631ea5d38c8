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

export function featureFinder(features: readonly Pick<Feature, "holds">[]): FeatureFinder {
  const patterns = features.flatMap(({ holds }) => (holds instanceof RegExp ? [holds] : []));
  const inWords = patternSet(patterns);
  const asked = features.map(({ holds }) => (holds instanceof RegExp ? patterns.indexOf(holds) : holds));
  return (candidates) => {
    const found = candidates.map((): number[] => []);
    const matches = inWords(candidates.map(({ words }) => words));
    asked.forEach((holds, feature) => {
      for (let i = 0; i < candidates.length; i++) {
        const candidate = candidates[i] as Candidate;
        if (typeof holds === "number" ? matches(holds, i) : holds(candidate)) found[i]?.push(feature);
      }
    });
    return found;
  };
}

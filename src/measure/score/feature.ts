/** What speaks for or against a candidate; each is true or false. */
import type { Candidate } from "./candidate.ts";

export interface Feature {
  readonly name: string;
  /** The weight that the guideline of an editor lets expect, in log odds; training moves it where articles say otherwise. */
  readonly prior: number;
  /** A pattern is looked for in the candidate's words. */
  readonly holds: RegExp | ((candidate: Candidate) => boolean);
}

export const isHeld = ({ holds }: Pick<Feature, "holds">, candidate: Candidate): boolean =>
  typeof holds === "function" ? holds(candidate) : holds.test(candidate.words);

/** A clause of running text that may be a measure, with what the scorer asks about it. */
import type { Span } from "../../model.ts";

export interface Candidate {
  readonly span: Span;
  /** The clause, in the shadow's writing. */
  readonly words: string;
  /** Up to 40 units of the same sentence before and after it. */
  readonly before: string;
  readonly after: string;
  /** `own`: 将, 要 … stood right before it; `shared`: earlier in its sentence. */
  readonly modal: "own" | "shared" | "none";
  /** Opens with a verb of action (Chinese) or is a verb phrase after a modal (English). */
  readonly action: boolean;
  /** Place of its clause in the sentence and of its sentence in the text, from 0. */
  readonly clause: number;
  readonly sentence: number;
  readonly sentences: number;
  /** Number of action clauses in its sentence. */
  readonly chain: number;
  /** Stands first in its sentence or right after a semicolon. */
  readonly leads: boolean;
  readonly attributed: boolean;
  /** The clause before it in its sentence is an action. */
  readonly follows: boolean;
  readonly title: string;
  /** Share of its pairs of characters, in English of its longer words, that the title has too. */
  readonly titled: number;
  /** Number of candidates in the text: the more there are, the fewer of them are printed. */
  readonly among: number;
  /** Share of the text's candidates that are actions. */
  readonly actions: number;
  /** Share of the text's candidates that hold a figure. */
  readonly figures: number;
  /** What follows only compares: 同比…, 占…. */
  readonly compared: boolean;
  /** The text also has lists. */
  readonly besideLists: boolean;
}

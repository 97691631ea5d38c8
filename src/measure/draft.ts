/** A measure in the making; spans point into the reading's text. */
import type { DropReason, MeasureKind, Span } from "../model.ts";

export interface Draft {
  readonly headline: Span;
  readonly detail?: Span | undefined;
  readonly level: 1 | 2;
  /** Number of the list; 0 for running text. */
  readonly list: number;
  readonly kind: MeasureKind;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What was taken for a measure, and left out. */
export interface Dropped {
  readonly span: Span;
  readonly why: DropReason;
  /** 0 to 1, where it was scored. */
  readonly score?: number | undefined;
  /** The rules and weighed features that spoke for or against it: `figure +0.80`. */
  readonly reasons: readonly string[];
}

/** Told of each candidate that is left out; nobody listens but those who ask why. */
export type OnDrop = (dropped: Dropped) => void;

export const ignoreDrop: OnDrop = () => {};

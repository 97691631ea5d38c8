/** Measures in running text. */
import type { Draft } from "./draft.ts";
import type { List } from "./lists.ts";
import type { Reading } from "./reading.ts";

export function draftClauses(_reading: Reading, _lists: readonly List[]): Draft[] {
  return [];
}

/** The look-ups of a store, and how they are asked for across threads. */
import type { ErrorCode, ErrorDetail } from "../errors.ts";
import type { ArchiveQuery, Store } from "../ports.ts";
import type { Database } from "./schema.ts";
import { breakDown, count, search } from "./search.ts";

export type Lookups = Pick<Store, "search" | "count" | "breakDown">;

export const createLookups = (db: Database): Lookups => ({
  search: (query) => search(db, query),
  count: (query) => count(db, query),
  breakDown: (query) => breakDown(db, query),
});

export interface Question {
  readonly number: number;
  readonly name: keyof Lookups;
  readonly query: ArchiveQuery;
}

/** Errors lose their class on the way between threads. */
export type Answer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly failed: ErrorCode; readonly detail: ErrorDetail; readonly cause: string };

/** What the parent tells a child, and hears from it. */
export interface Orders {
  readonly database: string;
  readonly origin: string;
  /** The bot's clock when it starts. */
  readonly startAt: string;
  readonly seed: number;
  readonly slots: number;
  /** Also the channel that is not there from the beginning. */
  readonly withLate: boolean;
  /** The clock jumps for days, forwards and backwards. */
  readonly jumps: boolean;
  /** Where it kills itself, at which time; the parent kills it otherwise. */
  readonly crash?: { readonly place: string; readonly nth: number };
  /** Pages to which the database may grow, where no file system can be filled. */
  readonly mostPages?: number;
}

export type News =
  | { readonly type: "loaded" }
  | { readonly type: "began" }
  /** The start is over, so many milliseconds after it began. */
  | { readonly type: "started"; readonly ms: number }
  | { readonly type: "clock"; readonly now: string; readonly jumped: "forwards" | "backwards" | undefined }
  /** A code that it logged, and the cause, if the code says nothing. */
  | { readonly type: "trouble"; readonly code: string; readonly cause: string };

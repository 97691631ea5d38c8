import type { Limits } from "../../src/platform.ts";

/** A terminal scrolls: a digest is never cut into parts. */
export const LIMITS: Limits = { blocks: Number.MAX_SAFE_INTEGER, characters: Number.MAX_SAFE_INTEGER };

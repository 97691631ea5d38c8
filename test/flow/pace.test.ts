import { describe, expect, it } from "vitest";
import { isSilent, nextLook, nextTry, paceOf } from "../../src/flow/pace.ts";
import type { Entry } from "../../src/model.ts";

const NOW = new Date("2026-11-20T00:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ROUND = 30 * MINUTE;

const entryAgo = (ms: number): Entry => ({
  ...{ id: String(ms), url: "https://a.test/", title: "题" },
  publishedAt: new Date(NOW.getTime() - ms).toISOString(),
});
const wait = (more: Partial<Parameters<typeof nextLook>[0]>): number =>
  nextLook({ now: NOW, roundMs: ROUND, entries: [], headers: {}, ...more }).getTime() - NOW.getTime();

describe("nextLook", () => {
  it.each([
    ["an hour", HOUR, 1],
    ["three days", 3 * DAY, 2],
    ["ten days", 10 * DAY, 3],
    ["a year", 365 * DAY, 4],
  ])("looks the less often, the longer a source is quiet: %s", (_, quietFor, rounds) => {
    expect(wait({ entries: [entryAgo(quietFor), entryAgo(quietFor + DAY)] })).toBe(rounds * ROUND - MINUTE);
  });

  it("looks in every round where no entry has a date, or all are in the future", () => {
    expect(wait({})).toBe(ROUND - MINUTE);
    expect(wait({ entries: [entryAgo(-DAY)] })).toBe(ROUND - MINUTE);
  });

  it.each([
    ["max-age", { "cache-control": "public, max-age=7200" }, undefined, 2 * HOUR],
    ["Expires", { expires: new Date(NOW.getTime() + 3 * HOUR).toUTCString() }, undefined, 3 * HOUR],
    ["ttl", {}, 240, 4 * HOUR],
    [
      "max-age before Expires",
      { "cache-control": "max-age=0", expires: "Fri, 20 Nov 2026 09:00:00 GMT" },
      undefined,
      ROUND - MINUTE,
    ],
    ["no-cache", { "cache-control": "no-cache, max-age=7200" }, undefined, ROUND - MINUTE],
    ["never more than a day", { "cache-control": "max-age=31536000" }, 100_000, DAY],
    ["nothing of what is no number", { "cache-control": "max-age=soon", expires: "0" }, undefined, ROUND - MINUTE],
  ])("waits as the source asks: %s", (_, headers, ttlMinutes, expected) => {
    expect(wait({ headers, ttlMinutes })).toBe(expected);
  });
});

describe("nextTry", () => {
  it("waits twice as long after each failure, a day at the most", () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map(
      (failures) => (nextTry(NOW, failures, undefined, 0).getTime() - NOW.getTime()) / HOUR,
    );
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24]);
  });

  it("spreads those that failed together, and never comes before a server allows", () => {
    expect(nextTry(NOW, 1, undefined, 1).getTime() - NOW.getTime()).toBe(0.9 * HOUR);
    expect(nextTry(NOW, 1, 5 * HOUR, 1).getTime() - NOW.getTime()).toBe(5 * HOUR);
  });
});

describe("silence", () => {
  it("is five days without news where three a day are normal", () => {
    const busy = paceOf(Array.from({ length: 16 }, (_, i) => entryAgo(i * 6 * HOUR)));
    expect(busy).toBeCloseTo(4);
    const ago = (days: number): string => new Date(NOW.getTime() - days * DAY).toISOString();
    expect(isSilent(NOW, ago(6), busy)).toBe(true);
    expect(isSilent(NOW, ago(4), busy)).toBe(false);
    expect(isSilent(NOW, ago(60), 0.2)).toBe(false);
    expect(isSilent(NOW, undefined, busy)).toBe(false);
  });

  it("is not judged by a handful of entries", () => {
    expect(paceOf([entryAgo(0), entryAgo(1)])).toBeUndefined();
  });
});

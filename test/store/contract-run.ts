import { expect, test } from "vitest";
import type { Subject } from "./contract.ts";

export function runContract(subject: () => Subject): void {
  test("a run has one winner, whoever asks", async () => {
    const { store } = subject();
    const won = await Promise.all(Array.from({ length: 10 }, () => store.winRun("gather:09:00")));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await store.winRun("gather:09:30")).toBe(true);
    expect(await store.winRun("other:09:00")).toBe(true);
  });

  test.each([
    ["2026-03-02T01:40:00.000Z", false],
    ["2026-03-03T01:00:00.000Z", true],
    ["2026-03-01T01:00:00.000Z", true],
  ])("who won is remembered for a while: at %s it can be won anew: %s", async (at, anew) => {
    const { store, clock } = subject();
    await store.winRun("gather:09:00");
    clock.set(at);
    expect(await store.winRun("gather:09:00")).toBe(anew);
  });
}

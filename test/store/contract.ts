/** What every store must do: run for each implementation of the port. */
import { afterEach, beforeEach, describe } from "vitest";
import type { Clock, Store } from "../../src/ports.ts";
import { archiveContract } from "./contract-archive.ts";
import { deliveryContract } from "./contract-delivery.ts";
import { feedContract } from "./contract-feed.ts";
import { pendingContract } from "./contract-pending.ts";
import { readerContract } from "./contract-reader.ts";
import { runContract } from "./contract-run.ts";
import { searchContract } from "./contract-search.ts";
import { workspaceContract } from "./contract-workspace.ts";
import { createClock, type TestClock } from "./sample.ts";

/** Looked up at the time of the test: each has a store of its own. */
export interface Subject {
  readonly store: Store;
  readonly clock: TestClock;
}

/** `open` hands out an empty store each time; what lies behind it is the caller's to tidy up. */
export function storeContract(name: string, open: (clock: Clock) => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let current: Subject | undefined;
    beforeEach(async () => {
      const clock = createClock();
      current = { store: await open(clock), clock };
    });
    afterEach(async () => {
      await current?.store.close();
      current = undefined;
    });
    const subject = (): Subject => {
      if (!current) throw new Error("no store is open");
      return current;
    };
    describe("feeds", () => feedContract(subject));
    describe("archive", () => archiveContract(subject));
    describe("search", () => searchContract(subject));
    describe("pending", () => pendingContract(subject));
    describe("deliveries", () => deliveryContract(subject));
    describe("readers", () => readerContract(subject));
    describe("runs", () => runContract(subject));
    describe("workspaces", () => workspaceContract(subject));
  });
}

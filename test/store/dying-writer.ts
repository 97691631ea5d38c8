/** Run as a process of its own: archives one article, then kills itself in the middle of archiving the next. */
import { openStore } from "../../src/store/open.ts";
import { createClock, makeRecord } from "./sample.ts";

const store = await openStore({ url: process.argv[2] ?? "", clock: createClock() });
await store.archive(makeRecord("前"));

const measures = Array.from({ length: 50 }, (_, index) => ({ headline: `举措${index}` }));
const record = makeRecord("中", { measures });
const last = record.measures.at(-1);
// Read when the article, its entry and all the other measures are written, and nothing is committed.
const fatal = new Proxy({ ...last } as NonNullable<typeof last>, {
  get: (target, key, receiver) => {
    if (key === "reasons") process.kill(process.pid, "SIGKILL");
    return Reflect.get(target, key, receiver);
  },
});
await store.archive({ ...record, measures: [...record.measures.slice(0, -1), fatal] });

/** Times one reader in a process of its own, so that it carries away no garbage but its own: milliseconds by kind, as JSON. */
import { readKinds } from "./pages.ts";
import { READERS, type Reader, type ReaderKey } from "./readers.ts";

const { read, rounds }: Reader = READERS[process.argv[2] as ReaderKey];
const times = readKinds().map(({ pages }) => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    for (const page of pages) read(page);
    best = Math.min(best, performance.now() - started);
  }
  return best;
});
process.stdout.write(JSON.stringify(times));

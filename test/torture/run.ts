/**
 * `npm run -s torture -- --rounds 300 --seed 1`: the promise that each digest arrives once, put to the proof. Every round
 * is one life of the bot on one database, and ends in kill -9. Exits with 1 if anything was lost or told twice.
 * `--keep` leaves the database and the journal of what was shown where they are.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createChance } from "./chance.ts";
import { CHANNELS } from "./channels.ts";
import { inspect } from "./database.ts";
import { createDisk } from "./disk.ts";
import { createPlatform } from "./platform.ts";
import { report } from "./report.ts";
import { Network } from "./server.ts";
import { Sources } from "./sources.ts";
import { Torture, type World } from "./torture.ts";
import { judge } from "./verdict.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  process.stderr.write("usage: npm run -s torture -- [--rounds 300] [--seed 1] [--keep]\n");
  process.exit(2);
}

const startedAt = performance.now();
const root = mkdtempSync(join(tmpdir(), "juyao-torture-"));
const chance = createChance(seed);
const disk = createDisk(root, "juyao.db");
const platform = createPlatform(join(root, "journal.jsonl"));
const sources = new Sources(chance);
const network = await Network.start(createChance(seed + 1), platform, sources);
const world: World = { root, database: join(disk.folder, "juyao.db"), disk, platform, sources, network };
const torture = new Torture(world, chance);

const show = (line: string): void => void (process.stderr.isTTY && process.stderr.write(`\r\x1b[K${line}`));
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    torture.stop();
    disk.remove();
    process.exit(130);
  });
}

try {
  await torture.firstDay();
  for (let round = 1; round <= rounds; round++) {
    await torture.round(round, round > rounds / 2);
    show(`${round}/${rounds}  ${platform.shown.length} messages`);
  }
  await torture.calmDays();
  show("");
  const verdict = judge(CHANNELS, sources.items, platform.shown);
  const wholeness = inspect(world.database);
  const { text, good } = report({ rounds, seed, startedAt, world, tally: torture.tally, verdict, wholeness });
  process.stdout.write(`${text}\n`);
  process.exitCode = good ? 0 : 1;
} finally {
  await network.close();
  if (values.keep) process.stdout.write(`\nkept: ${root}\n`);
  else disk.remove();
}

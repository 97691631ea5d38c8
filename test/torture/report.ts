/** The table at the end, and whether it is good. */
import type { Wholeness } from "./database.ts";
import { formatTable, type Row } from "./table.ts";
import type { Tallies, World } from "./torture.ts";
import type { Verdict } from "./verdict.ts";

interface Findings {
  readonly rounds: number;
  readonly seed: number;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly world: World;
  readonly tally: Tallies;
  readonly verdict: Verdict;
  readonly wholeness: Wholeness;
}

/** Enough to begin looking. */
const SHOWN = 10;
const few = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", `${title}:`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`)];

function workOf({ platform, sources }: World, verdict: Verdict, { articles, deliveries }: Wholeness): Row[] {
  return [
    ["articles published, reposts included", sources.items.length],
    ["articles archived", articles],
    ["deliveries", deliveries],
    ["messages shown", platform.shown.length],
    ["messages sent again, not shown again", platform.again.same],
    ["measures wanted, over all channels", verdict.wanted],
    ["measures told", verdict.told],
    ["measures counted as omitted", verdict.omitted],
    ["reposts told anew after a fortnight", verdict.toldAnew],
  ];
}

export function report({ world, tally, verdict, wholeness, ...run }: Findings): { text: string; good: boolean } {
  const kills = tally.kills.rows();
  const killed = kills.reduce((sum, [, count]) => sum + Number(count), 0);
  const seconds = Math.round((performance.now() - run.startedAt) / 1000);
  const promise: Row[] = [
    ["lost", verdict.lost.length],
    ["repeated", verdict.repeated.length],
    ["told though not wanted", verdict.unasked.length],
    ["parts not sent", wholeness.unsentParts + wholeness.unsentDeliveries],
    ["parts sent again as something else", world.platform.again.different],
    ["dangling keys", wholeness.danglingKeys],
  ];
  const rounds: Row[] = [
    ["rounds", run.rounds],
    ["kills", killed],
  ];
  const table = formatTable([
    [`torture, seed ${run.seed}, ${seconds} s, disk: ${world.disk.kind}`, rounds],
    ["kill -9", kills],
    ["faults", [...tally.faults.rows(), ...[...world.network.faults].sort()]],
    ["command line beside it", [...tally.writers].sort()],
    ["told to the log", tally.troubles.rows()],
    ["work", workOf(world, verdict, wholeness)],
    ["promise", [...promise, ["integrity check", wholeness.integrity]]],
  ]);
  const surprises = tally.surprises.rows().map(([cause, count]) => `${count} × ${cause}`);
  const details = [
    ...few("lost", verdict.lost),
    ...few("repeated", verdict.repeated),
    ...few("told though not wanted", verdict.unasked),
    ...few("faults that should not be", surprises),
  ];
  const good = promise.every(([, count]) => count === 0) && wholeness.integrity === "ok";
  return { text: [table, ...details].join("\n"), good };
}

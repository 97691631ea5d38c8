/** The only file that names node-cron: when what runs. */
import { createTask, schedule as scheduleTask, validate } from "node-cron";
import type { Log } from "../ports.ts";

export interface Job {
  readonly name: string;
  readonly cron: string;
  /** IANA time zone in which the expression is read. */
  readonly timezone: string;
  /** Of several replicas only one runs it. If that one dies at it, the run is lost: not for what must not be missed. */
  readonly onOneReplica?: boolean;
  /** `slot` is the moment that was due, to the second, in UTC: the same on every replica. */
  readonly run: (slot: string) => Promise<void>;
}

export interface Schedule {
  /** Jobs of the same name, expression and zone stay as they are, and do what the new one says. */
  set(jobs: readonly Job[]): void;
  /** When the jobs of this name are next due. */
  next(name: string): Date | undefined;
  stop(): void;
}

export const isCron = (expression: string): boolean => validate(expression);

/** Milliseconds between the next two times; one minute where there are none. */
export function periodOf(cron: string, timezone: string): number {
  const task = createTask(cron, () => {}, { timezone });
  const [first, second] = task.getNextRuns(2);
  void task.destroy();
  return first && second ? second.getTime() - first.getTime() : 60_000;
}

/** The next times, soonest first. */
export function nextTimes(cron: string, timezone: string, count: number): Date[] {
  const task = createTask(cron, () => {}, { timezone });
  const times = task.getNextRuns(count);
  void task.destroy();
  return times;
}

const MINUTE = 60_000;

/** The latest time at or before `now` for which the expression stands, looking back so many milliseconds. */
export function lastDue(cron: string, timezone: string, now: Date, lookBackMs: number): Date | undefined {
  const task = createTask(cron, () => {}, { timezone });
  const newest = Math.floor(now.getTime() / MINUTE) * MINUTE;
  let found: Date | undefined;
  for (let time = newest; found === undefined && time > newest - lookBackMs; time -= MINUTE) {
    if (task.match(new Date(time))) found = new Date(time);
  }
  void task.destroy();
  return found;
}

export const toSlot = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, "Z");

const SILENT = { info: () => {}, warn: () => {}, debug: () => {}, error: () => {} };

/**
 * A job that is still running when it is due again is left out that time. A job that throws is logged and stays. After a
 * sleep of the machine the latest run that it slept through is made up for, once. `winRun` is asked, with a name for job
 * and slot, whether this replica is the one that runs it.
 */
export function createSchedule(log: Log, winRun: (key: string) => Promise<boolean>): Schedule {
  const entries = new Map<string, { job: Job; readonly task: ReturnType<typeof scheduleTask> }>();

  /** Two runs too many do no harm, since what is posted is claimed; a job that never runs does. */
  const winOrDoubt = (key: string): Promise<boolean> =>
    winRun(key).catch((error: unknown) => {
      log.warn({ run: key, cause: error }, "nobody could tell whether another replica runs this; it runs here");
      return true;
    });

  async function run(key: string, slot: string): Promise<void> {
    // It may have been taken off while the store was asked.
    const job = entries.get(key)?.job;
    try {
      await job?.run(slot);
    } catch (error) {
      log.error({ job: job?.name, cause: error }, "scheduled job failed");
    }
  }

  const createEntry = (key: string, job: Job) => ({
    job,
    task: scheduleTask(job.cron, ({ date }) => run(key, toSlot(date)), {
      name: job.name,
      timezone: job.timezone,
      noOverlap: true,
      missedExecutionTolerance: Number.POSITIVE_INFINITY,
      distributed: job.onOneReplica ?? false,
      runCoordinator: { shouldRun: winOrDoubt },
      logger: SILENT,
    }),
  });

  function set(jobs: readonly Job[]): void {
    const wanted = new Map(jobs.map((job) => [JSON.stringify([job.name, job.cron, job.timezone]), job]));
    for (const [key, { task }] of entries) {
      if (wanted.has(key)) continue;
      void task.destroy();
      entries.delete(key);
    }
    for (const [key, job] of wanted) {
      const known = entries.get(key);
      // A task that was begun anew would not know that it still runs, nor that it is due in this very moment.
      if (known) known.job = job;
      else entries.set(key, createEntry(key, job));
    }
  }

  return {
    set,
    next: (name) => {
      const times = [...entries.values()].flatMap(({ job, task }) =>
        job.name === name ? (task.getNextRun() ?? []) : [],
      );
      return times.sort((a, b) => a.getTime() - b.getTime())[0];
    },
    stop: () => set([]),
  };
}

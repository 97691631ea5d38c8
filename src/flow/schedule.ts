/** The only file that names node-cron: when what runs. */
import { createTask, schedule as scheduleTask, validate } from "node-cron";
import type { Log } from "../ports.ts";

export interface Job {
  readonly name: string;
  readonly cron: string;
  /** IANA time zone in which the expression is read. */
  readonly timezone: string;
  /** `slot` is the moment that was due, to the second, in UTC: the same on every replica. */
  readonly run: (slot: string) => Promise<void>;
}

export interface Schedule {
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

/**
 * A job that is still running when it is due again is left out that time. A job that throws is logged and stays. `set`
 * replaces all jobs.
 */
export function createSchedule(log: Log): Schedule {
  const quiet = { info: () => {}, warn: () => {}, debug: () => {}, error: () => {} };
  let tasks: { name: string; task: ReturnType<typeof scheduleTask> }[] = [];
  const stop = (): void => {
    for (const { task } of tasks) void task.destroy();
    tasks = [];
  };
  const start = (job: Job) => ({
    name: job.name,
    task: scheduleTask(
      job.cron,
      async ({ date }) => {
        try {
          await job.run(toSlot(date));
        } catch (error) {
          log.error({ job: job.name, cause: error }, "scheduled job failed");
        }
      },
      { name: job.name, timezone: job.timezone, noOverlap: true, logger: quiet },
    ),
  });
  return {
    set: (jobs) => {
      stop();
      tasks = jobs.map(start);
    },
    next: (name) => {
      const times = tasks.filter((one) => one.name === name).flatMap(({ task }) => task.getNextRun() ?? []);
      return times.sort((a, b) => a.getTime() - b.getTime())[0];
    },
    stop,
  };
}

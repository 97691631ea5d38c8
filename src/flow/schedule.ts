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
  /** When a job is next due. */
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

export const toSlot = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, "Z");

/** A job that is still running when it is due again is left out that time. A job that throws is logged and stays. */
export function startSchedule(jobs: readonly Job[], log: Log): Schedule {
  const quiet = { info: () => {}, warn: () => {}, debug: () => {}, error: () => {} };
  const tasks = new Map(
    jobs.map((job) => [
      job.name,
      scheduleTask(
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
    ]),
  );
  return {
    next: (name) => tasks.get(name)?.getNextRun() ?? undefined,
    stop: () => {
      for (const task of tasks.values()) void task.destroy();
    },
  };
}

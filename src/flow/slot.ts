/** When a channel's digest is due, and whether it is posted then, later, or not at all. */
import { renderNothingNew } from "../digest/render.ts";
import { type Block, text } from "../document.ts";
import { messagesFor } from "../locale/locale.ts";
import type { Channel, QuietHours } from "../model.ts";
import { dayIn } from "../text/day.ts";
import type { FeedOutcome } from "./gather.ts";
import { type Publication, type PublishParts, publish } from "./publish.ts";
import { type Job, lastDue, toSlot } from "./schedule.ts";
import { judgeWorkday } from "./workday.ts";

/** How far back a slot that was missed is made up for. */
const CATCH_UP_MS = 8 * 86_400_000;

const clockIn = (time: Date, timezone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: timezone, hour: "2-digit", minute: "2-digit" }).format(time);

export function isQuiet(time: Date, { from, to }: QuietHours, timezone: string): boolean {
  const clock = clockIn(time, timezone);
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** A daily cron expression for the end of the quiet hours. */
export function quietEnd({ to }: QuietHours): string {
  const [hour, minute] = to.split(":").map(Number);
  return `${minute} ${hour} * * *`;
}

export interface Slots {
  /** At a moment that the schedule names. */
  run(channel: Channel, slot: string): Promise<Publication | "held" | "holiday">;
  /** At a moment for looking back on the week. */
  runWeekly(channel: Channel, slot: string): Promise<Publication>;
  /** At the end of a channel's quiet hours: what was held back. */
  endQuiet(channel: Channel): Promise<void>;
  /** At start: the latest slot, if it was missed. One, however many were. */
  catchUp(channel: Channel): Promise<void>;
}

export function createSlots(parts: PublishParts): Slots {
  const held = new Map<string, string>();
  const toldYears = new Set<string>();

  function isHoliday({ id, timezone, workdays }: Channel, slot: string): boolean {
    if (!workdays) return false;
    const day = dayIn(slot, timezone);
    const { workday, known } = judgeWorkday(day);
    const year = day.slice(0, 4);
    if (!known && !toldYears.has(year)) {
      toldYears.add(year);
      parts.log.warn({ channel: id, year }, "no holidays are known for this year; only weekends count as days off");
    }
    return !workday;
  }

  async function run(channel: Channel, slot: string): Promise<Publication | "held" | "holiday"> {
    if (isHoliday(channel, slot)) return "holiday";
    if (channel.quiet && isQuiet(parts.clock.now(), channel.quiet, channel.timezone)) {
      held.set(channel.id, slot);
      return "held";
    }
    const publication = await publish(parts, channel, slot);
    if (publication === "nothing" && channel.sayNothing) await publish(parts, channel, slot, { kind: "nothing" });
    return publication;
  }

  return {
    run,
    runWeekly: (channel, slot) => publish(parts, channel, slot, { kind: "weekly" }),
    endQuiet: async (channel) => {
      const slot = held.get(channel.id);
      held.delete(channel.id);
      if (slot !== undefined) await run(channel, slot);
    },
    catchUp: async (channel) => {
      const now = parts.clock.now();
      const due = channel.crons
        .flatMap((cron) => lastDue(cron, channel.timezone, now, CATCH_UP_MS) ?? [])
        .sort((a, b) => b.getTime() - a.getTime())[0];
      // Before the channel was there, nothing was missed.
      if (due && due.toISOString() >= (await parts.store.seeChannel(channel.id))) await run(channel, toSlot(due));
    },
  };
}

/** One job a slot, and one at the end of the quiet hours. */
export function jobsOf(channel: Channel, slots: Slots): Job[] {
  const { id, crons, weekly, timezone, quiet } = channel;
  const jobs: Job[] = crons.map((cron) => ({
    name: id,
    cron,
    timezone,
    run: async (slot) => void (await slots.run(channel, slot)),
  }));
  if (weekly) {
    jobs.push({
      name: `${id} weekly`,
      cron: weekly,
      timezone,
      run: async (slot) => void (await slots.runWeekly(channel, slot)),
    });
  }
  if (quiet) jobs.push({ name: `${id} quiet`, cron: quietEnd(quiet), timezone, run: () => slots.endQuiet(channel) });
  return jobs;
}

/** What a channel sees when the bot starts: its digest, or that there is nothing new. */
export async function greet(parts: PublishParts, channel: Channel, outcomes: readonly FeedOutcome[]): Promise<void> {
  const slot = `start ${toSlot(parts.clock.now())}`;
  const publication = await publish(parts, channel, slot);
  if (publication !== "nothing") return;
  const { backfilled } = messagesFor(channel.locale);
  const past = outcomes.filter(({ backfill, added }) => backfill && added > 0);
  const notes = past.map(({ feed, added }): Block => {
    return { type: "note", inlines: [text(backfilled(feed.title, added))] };
  });
  const nothing = renderNothingNew(messagesFor(channel.locale));
  const document = { ...nothing, blocks: [...notes, ...nothing.blocks] };
  await publish(parts, channel, slot, { kind: "nothing", document });
}

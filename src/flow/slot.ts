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

/** `held`: over quiet hours; `holiday`: left out, and what is new comes with the next slot. */
export type Outcome = Publication | "held" | "holiday";

export interface Slots {
  /** At a moment that the schedule names. */
  run(channel: Channel, slot: string): Promise<Outcome>;
  /** At a moment for looking back on the week. */
  runWeekly(channel: Channel, slot: string): Promise<Outcome>;
  /** At the end of a channel's quiet hours: what was held back. */
  endQuiet(channel: Channel): Promise<void>;
  /** At start: the latest slot of each kind, if it was missed. One, however many were. */
  catchUp(channel: Channel): Promise<void>;
}

type Post = (parts: PublishParts, channel: Channel, slot: string) => Promise<Publication>;

async function publishDaily(parts: PublishParts, channel: Channel, slot: string): Promise<Publication> {
  const publication = await publish(parts, channel, slot);
  if (publication === "nothing" && channel.sayNothing) await publish(parts, channel, slot, { kind: "nothing" });
  return publication;
}

const publishWeekly: Post = (parts, channel, slot) => publish(parts, channel, slot, { kind: "weekly" });

/** The kinds of slots that a channel has: how they are posted, and when. */
const KINDS: readonly { readonly post: Post; readonly cronsOf: (channel: Channel) => readonly string[] }[] = [
  { post: publishDaily, cronsOf: ({ crons }) => crons },
  { post: publishWeekly, cronsOf: ({ weekly }) => (weekly === undefined ? [] : [weekly]) },
];

export function createSlots(parts: PublishParts): Slots {
  /** Slots by channel, and how they are posted: the latest of each kind. */
  const held = new Map<string, Map<Post, string>>();
  const toldYears = new Set<string>();

  function isDayOff({ id, timezone, workdays }: Channel, time: string | Date): boolean {
    if (!workdays) return false;
    const day = dayIn(time, timezone);
    const { workday, known } = judgeWorkday(day);
    const year = day.slice(0, 4);
    if (!known && !toldYears.has(year)) {
      toldYears.add(year);
      parts.log.warn({ channel: id, year }, "no holidays are known for this year; only weekends count as days off");
    }
    return !workday;
  }

  async function run(post: Post, channel: Channel, slot: string): Promise<Outcome> {
    const { id, quiet, timezone } = channel;
    const now = parts.clock.now();
    // An evening's digest is held until the next morning, and a missed one is made up for later: that may be a day off.
    if (isDayOff(channel, slot) || isDayOff(channel, now)) return "holiday";
    if (!quiet || !isQuiet(now, quiet, timezone)) return post(parts, channel, slot);
    held.set(id, new Map(held.get(id)).set(post, slot));
    return "held";
  }

  return {
    run: (channel, slot) => run(publishDaily, channel, slot),
    runWeekly: (channel, slot) => run(publishWeekly, channel, slot),
    endQuiet: async (channel) => {
      const waiting = held.get(channel.id) ?? [];
      held.delete(channel.id);
      for (const [post, slot] of waiting) await run(post, channel, slot);
    },
    catchUp: async (channel) => {
      const now = parts.clock.now();
      // Before the channel was there, nothing was missed.
      const since = await parts.store.seeChannel(channel.id);
      for (const { post, cronsOf } of KINDS) {
        const due = cronsOf(channel)
          .flatMap((cron) => lastDue(cron, channel.timezone, now, CATCH_UP_MS) ?? [])
          .sort((a, b) => b.getTime() - a.getTime())[0];
        if (due && due.toISOString() >= since) await run(post, channel, toSlot(due));
      }
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

/** The settings of a channel as a form, and what was filled in. */
import type { Field, Form } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import type { Messages } from "../locale/messages.ts";
import type { Channel } from "../model.ts";
import { type ChannelParts, readSchedule, saveChannel } from "./channels.ts";

type Answers = Readonly<Record<string, readonly string[]>>;

const MOST_MEASURES = 500;

/** A daily expression as people say it: `0 9 * * *` is 9:00. */
function tellCron(cron: string): string {
  const [, minute, hour] = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(cron) ?? [];
  return hour === undefined || minute === undefined ? cron : `${hour}:${minute.padStart(2, "0")}`;
}

const tellCrons = (crons: readonly string[]): string => {
  const told = crons.map(tellCron);
  return told.join(told.some((one) => one.includes(" ")) ? "; " : " ");
};

/** `9:00 18:30`, or cron expressions with a semicolon between them. */
export function readTimes(typed: string): string[] {
  const text = typed.replaceAll("：", ":").trim();
  const times = text.split(/[\s,，、;；]+/).map((word) => /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(word));
  if (times.every((time) => time !== null)) {
    return times.map((time) => `${Number(time?.[2])} ${Number(time?.[1])} * * *`);
  }
  return text.split(/[;；]/).map((cron) => cron.trim());
}

export function settingsForm(channel: Channel, topics: readonly string[], messages: Messages): Form {
  const { settings, button } = messages;
  const days = [
    { label: settings.everyDay, value: "every" },
    { label: settings.workdays, value: "work" },
  ];
  const text = { kind: "text", required: true } as const;
  const fields: Field[] = [
    { ...text, name: "times", label: settings.times, hint: settings.timesHint, value: tellCrons(channel.crons) },
    { ...text, name: "timezone", label: settings.timezone, value: channel.timezone },
    {
      ...{ kind: "choice", name: "days", label: settings.days, choices: days, many: false },
      values: [channel.workdays ? "work" : "every"],
    },
    { ...text, name: "limit", label: settings.limit, value: String(channel.limit) },
  ];
  if (topics.length > 0) {
    const choices = topics.map((topic) => ({ label: topic, value: topic }));
    const values = channel.topics.filter((topic) => topics.includes(topic));
    fields.push({ kind: "choice", name: "topics", label: settings.topics, choices, many: true, values });
  }
  return { title: messages.settingsTitle, fields, submit: button.save, command: "/digest settings" };
}

function readLimit(typed: string): number {
  const limit = Number(typed.normalize("NFKC"));
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_MEASURES)
    throw new JuyaoError("limit-invalid", { detail: { typed, most: MOST_MEASURES } });
  return limit;
}

/** What is left out of the answers stays as it was. Throws `schedule-invalid` and `limit-invalid`. */
export async function saveSettings(parts: ChannelParts, channel: Channel, answers: Answers): Promise<Channel> {
  const given = (name: string, before: string): string => answers[name]?.[0]?.trim() || before;
  const { crons, timezone } = readSchedule(
    readTimes(given("times", channel.crons.join(";"))),
    given("timezone", channel.timezone),
  );
  const changed = {
    ...channel,
    ...{ crons, timezone },
    workdays: given("days", channel.workdays ? "work" : "every") === "work",
    limit: readLimit(given("limit", String(channel.limit))),
    topics: answers.topics ?? channel.topics,
  };
  await saveChannel(parts, changed);
  return changed;
}

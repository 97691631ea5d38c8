/** The schema of `config/juyao.yaml`. `config-file.ts` reads the file; `config/juyao.schema.json` is made from this. */
import { z } from "zod";
import { type Channel, type ChannelStart, type Feed, OWN_WORKSPACE, type QuietHours } from "./model.ts";

const isTimezone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

/** `22:00-07:00` */
const QUIET_HOURS = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;
const CHANNEL_START = /^(?:now|all|last [1-9]\d{0,2}|since \d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/;

const timezone = z
  .string()
  .refine(isTimezone, { params: { rule: "timezone" } })
  .meta({ description: "IANA time zone, such as Asia/Shanghai" });

const httpUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), { params: { rule: "url" } });

const names = z.array(z.string().min(1)).default([]);

const FeedConfig = z
  .strictObject({
    id: z
      .string()
      .refine((value) => /^[\w.-]+$/.test(value), { params: { rule: "id" } })
      .meta({ description: "Letters, digits, . _ - ; never changes" }),
    url: httpUrl,
    title: z.string().min(1),
    kind: z.enum(["feed", "page"]).default("feed").meta({
      description: "feed: RSS, Atom or JSON Feed; page: a list of articles on a site that has no feed",
    }),
    topics: names.meta({ description: "Topics of everything in this feed" }),
    timezone: timezone.default("Asia/Shanghai").meta({ description: "Zone of dates that name none" }),
    paused: z.boolean().default(false),
  })
  .meta({ id: "feed" });

const cron = z.string().meta({ description: "A cron expression: minute hour day month weekday" });

const ChannelConfig = z
  .strictObject({
    id: z
      .string()
      .refine((value) => /^[a-z]+:\S+$/.test(value), { params: { rule: "channel" } })
      .meta({ description: "platform:channel, such as terminal:console" }),
    cron: z
      .union([cron, z.array(cron).min(1)])
      .default("0 9 * * *")
      .meta({ description: "When the digest comes; a list for several a day" }),
    weekly: cron
      .optional()
      .meta({ description: "When a weekly digest looks back on what was told, as a cron expression" }),
    timezone: timezone.default("Asia/Shanghai"),
    workdays: z.boolean().default(false).meta({ description: "Only on Chinese working days, 调休 included" }),
    quiet: z
      .string()
      .refine((value) => QUIET_HOURS.test(value), { params: { rule: "quiet" } })
      .optional()
      .meta({ description: "Hours without posts, such as 22:00-07:00; a digest due then comes when they end" }),
    topics: names.meta({ description: "Only these topics; empty: everything" }),
    notTopics: names.meta({ description: "None of these topics" }),
    sources: names.meta({ description: "Only feeds with these ids; empty: all" }),
    notSources: names.meta({ description: "No feeds with these ids" }),
    locale: z.enum(["zh-CN", "en"]).optional().meta({ description: "Language of this channel" }),
    minScore: z.number().min(0).max(1).default(0.3).meta({ description: "Leave out measures scored lower" }),
    limit: z.int().min(1).max(500).default(40).meta({ description: "Measures in one digest at the most" }),
    from: z
      .string()
      .refine((value) => CHANNEL_START.test(value), { params: { rule: "from" } })
      .default("now")
      .meta({
        description: "What the first digest holds: now (nothing old), all, last 20 (articles), since 2026-11-01",
      }),
    atStart: z.boolean().default(false).meta({ description: "Also post when the bot starts" }),
    sayNothing: z.boolean().default(false).meta({ description: "Say so when there is nothing new" }),
    corrections: z.enum(["off", "edit", "post"]).default("off").meta({
      description: "When a posted article is changed or withdrawn: edit the message, post a correction, or neither",
    }),
    paused: z.boolean().default(false),
  })
  .meta({ id: "channel" });

const TopicConfig = z
  .strictObject({
    name: z.string().min(1),
    words: z.array(z.string().min(1)).min(1).meta({ description: "Words that show the topic, simplified or not" }),
  })
  .meta({ id: "topic" });

export const Config = z.strictObject({
  locale: z.enum(["zh-CN", "en"]).default("zh-CN").meta({ description: "Language of messages and digests" }),
  workspace: z.string().min(1).default("default").meta({
    description:
      "Yours, where several Slack workspaces installed the app: slack:T…, whose channels are written slack:C…",
  }),
  gather: z
    .strictObject({
      cron: z.string().default("*/30 * * * *").meta({ description: "When feeds are looked at, as a cron expression" }),
      timezone: timezone.default("Asia/Shanghai"),
      concurrency: z.int().min(1).max(64).default(8).meta({ description: "Feeds read at the same time" }),
      backfill: z.int().min(0).max(200).default(30).meta({ description: "Articles read from the past of a new feed" }),
      rsshub: httpUrl.optional().meta({ description: "Base of an RSSHub that feeds add may look at, if you run one" }),
      contact: z.string().default("https://juyao.invalid/contact").meta({
        description: "URL or address that site owners find in the User-Agent",
      }),
    })
    .prefault({}),
  feeds: z.array(FeedConfig).default([]).meta({ description: "Empty: the demo of config/sample is shown" }),
  channels: z.array(ChannelConfig).default([]),
  adminChannel: z
    .string()
    .refine((value) => /^[a-z]+:\S+$/.test(value), { params: { rule: "channel" } })
    .optional()
    .meta({ description: "Channel that is told what needs attention, once per cause and again when it is healed" }),
  watchesPerHour: z.int().min(1).max(60).default(4).meta({
    description: "Messages of one watch in an hour, at the most; what is more comes bundled",
  }),
  admins: names.meta({ description: "Users who may change feeds and channels, as platform:user" }),
  topics: z.array(TopicConfig).default([]).meta({ description: "Topics, in the order in which digests show them" }),
});
export type Config = z.infer<typeof Config>;

/** The feeds of the file as the core knows them. */
export const configFeeds = (config: Config): Feed[] =>
  config.feeds.map((feed) => ({ ...feed, addedBy: "config", workspace: OWN_WORKSPACE }));

/** The channels of the file as the core knows them. */
export const configChannels = (config: Config): Channel[] =>
  config.channels.map(({ cron: crons, quiet, from, corrections, ...channel }) => ({
    ...channel,
    crons: typeof crons === "string" ? [crons] : crons,
    quiet: readQuietHours(quiet),
    from: from as ChannelStart,
    corrections: corrections === "off" ? undefined : corrections,
    locale: channel.locale ?? config.locale,
    addedBy: "config",
  }));

function readQuietHours(quiet: string | undefined): QuietHours | undefined {
  const [, from, to] = QUIET_HOURS.exec(quiet ?? "") ?? [];
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** A channel that nobody configured: what `subscribe` begins with, and what look-ups elsewhere go by. */
export const defaultChannel = (config: Config, id: string, addedBy: string): Channel => {
  const parsed = ChannelConfig.parse({ id: "any:channel", timezone: config.gather.timezone });
  const [channel] = configChannels({ ...config, channels: [parsed] });
  return { ...(channel as Channel), id, addedBy };
};

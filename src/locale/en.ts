/** English. */
import { formatBytes } from "./bytes.ts";
import type { Messages, PeriodWords } from "./messages.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

function namePeriod({ grain, year, ordinal, plan, first, last }: PeriodWords): string {
  if (plan) return `the ${plan}${plan === 3 ? "rd" : "th"} Five-Year Plan (${year}–${last.slice(0, 4)})`;
  if (grain === "year") return String(year);
  if (grain === "half") return `H${ordinal} ${year}`;
  if (grain === "quarter") return `Q${ordinal} ${year}`;
  if (grain === "month") return `${MONTHS[(ordinal ?? 1) - 1]} ${year}`;
  return first === last ? first : `${first} to ${last}`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const thousands = (count: number): string => count.toLocaleString("en");

export const EN: Messages = {
  locale: "en",
  product: "Juyao",
  errors: {
    "adapter-refused": ({ adapter, code }) =>
      `${adapter} refused the connection (code ${code}). See the log, mend it and restart.`,
    "adapter-intents-refused": ({ adapter }) =>
      `${adapter} does not let the bot connect with the intents it asks for. Check the application's settings, then restart.`,
    "adapter-needs-http": ({ adapter, variable }) =>
      `${variable} is set, to let several workspaces install the ${adapter} app; that needs HTTP mode. Set SLACK_MODE=http and PORT, or unset ${variable} to use it in your own workspace only.`,
    "adapter-no-token": ({ adapter, variable }) =>
      `${variable} is needed to connect to ${adapter}. Get it as the README says, put it into the environment and start again.`,
    "adapter-scope-missing": ({ adapter, scope }) =>
      `The ${adapter} app lacks the scope ${scope}. Add it in the settings of the app, install the app anew, then start again.`,
    "adapter-token-refused": ({ adapter, variable }) =>
      `${adapter} does not accept ${variable}. See whether it is mistyped, mixed up or revoked; start again with a valid one.`,
    "adapter-two-ways": ({ adapter, variable }) =>
      `${adapter} has both SLACK_BOT_TOKEN and ${variable}. Unset ${variable} to use it in your own workspace only, or SLACK_BOT_TOKEN to let several workspaces install it.`,
    "channel-not-found": ({ channel }) => `There is no channel ${channel}. Check channels in the configuration.`,
    "channel-from-config": ({ file }) => `This channel stands in the configuration; change it in ${file}.`,
    "channel-not-subscribed": () => "This channel is not subscribed. Begin with /subscribe.",
    "config-invalid": ({ count }) => `The configuration has ${count} mistakes; correct them and start again.`,
    "config-not-found": ({ file }) => `There is no configuration file ${file}. Set JUYAO_CONFIG to its place.`,
    "config-port": ({ port }) => `PORT is “${port}”, which is no port (0 to 65535). Correct it, or unset it.`,
    "config-secret-key": ({ variable }) =>
      `${variable} is no key of 32 bytes. Make one with openssl rand -base64 32 (base64, or 64 hexadecimal digits) and put it into the environment.`,
    "database-unsupported": () =>
      "DATABASE_URL names PostgreSQL, which this version cannot use yet; set it to the path of an SQLite file, or unset it.",
    "feed-common": ({ title }) =>
      `“${title}” is provided to all workspaces by the operator of Juyao and cannot be changed here. /digest adjust mutes it.`,
    "feed-duplicate": ({ title }) => `This feed is already there: ${title}.`,
    "feed-empty": ({ host }) =>
      `No list of articles was found on ${host}. Give the page of a section, or its RSS feed.`,
    "feed-from-config": ({ title, file }) => `“${title}” stands in the configuration; change it in ${file}.`,
    "feed-garbled": ({ host }) =>
      `The text of ${host} is garbled: it is not in the encoding it names. Tell the site, or use another URL.`,
    "feed-not-a-feed": ({ host }) =>
      `What ${host} sent is no feed (RSS, Atom or JSON Feed). Check the URL; for a site without a feed give its list page.`,
    "feed-not-found": ({ id }) => `There is no feed ${id}. See them all with feeds list.`,
    "feed-silent": ({ host }) =>
      `${host} answers, but where something new came every day nothing has for days. It may have been rebuilt; check the URL.`,
    "file-unreadable": ({ file }) => `The file ${file} cannot be read. Check its path and permissions.`,
    "grant-unreadable": ({ channel }) =>
      `${channel}: JUYAO_SECRET_KEY does not open the token of this workspace, so it gets nothing. Install it again at /slack/install, or set the former key as JUYAO_SECRET_KEY_PREVIOUS and restart.`,
    "grants-unreadable": ({ count }) =>
      `JUYAO_SECRET_KEY is not the key that the tokens of ${count} workspaces were sealed with; it opens none of them. Put the former key back, or set it as JUYAO_SECRET_KEY_PREVIOUS; if it is lost, juyao workspaces forget each of them and have them install again.`,
    "http-certificate": ({ host }) => `The certificate of ${host} is not valid, so nothing was read. Use another URL.`,
    "http-dns": ({ host }) => `There is no site ${host}. Check the spelling and this machine's DNS.`,
    "http-forbidden": ({ host }) => `${host} refused us (perhaps a bot check). Use its RSS feed, or ask the site.`,
    "http-gone": ({ host }) => `${host} says that this address is gone for good. Change or remove the feed.`,
    "http-not-found": ({ host }) => `${host} has no such page (404). Check the URL; the site may have been rebuilt.`,
    "http-rate-limited": ({ host }) => `${host} asks us to slow down; Juyao tries again later.`,
    "http-redirects": ({ host }) => `${host} redirects too often or in a circle. Give the final URL.`,
    "http-refused": ({ host }) => `${host} did not accept the request. Check the URL.`,
    "http-robots": ({ host }) => `The robots.txt of ${host} forbids this page. Use its RSS feed, or ask the site.`,
    "http-server": ({ host }) => `The server of ${host} failed; Juyao tries again later.`,
    "http-timeout": ({ host }) => `${host} took too long to answer; Juyao tries again later.`,
    "http-too-large": ({ host }) => `What ${host} sent is too large and was not read.`,
    "http-unreachable": ({ host }) => `${host} cannot be reached. Check the network; a proxy goes into HTTPS_PROXY.`,
    internal: () => "Something unexpected failed; no data was lost. See the log, and please report it.",
    "limit-invalid": ({ typed, most }) => `“${typed}” is not a number of measures. Enter one from 1 to ${most}.`,
    "measure-not-found": () => "No digest of late holds this measure. /digest adjust shows those that can be hidden.",
    "not-permitted": () => "Only admins may change this. Ask one, or add your id to admins in the configuration.",
    "post-channel-gone": ({ channel }) =>
      `${channel} no longer exists and gets no more digests. /unsubscribe it, or remove it from the configuration.`,
    "post-dm-closed": ({ channel }) =>
      `${channel} takes no direct messages from the bot. Allow them from server members in Discord's privacy settings.`,
    "post-failed": ({ channel }) => `The digest did not reach ${channel}; it goes on by itself later.`,
    "post-history-hidden": ({ channel }) =>
      `The history of ${channel} cannot be read, so nobody knows whether the digest is there, and it was not sent again. Let the bot Read Message History.`,
    "post-not-installed": ({ channel }) =>
      `${channel}: this workspace has not installed Juyao, or has removed it or revoked its token, and gets nothing. It goes on by itself once somebody installs it again at /slack/install.`,
    "post-not-member": ({ channel }) => `The bot is not in ${channel} and cannot post. Invite it, then /digest resume.`,
    "post-rate-limited": ({ channel }) =>
      `The platform asks to slow down; the digest of ${channel} goes on by itself later.`,
    "post-token-refused": ({ channel }) =>
      `The platform no longer takes the bot's token, so ${channel} gets nothing. Set a new one and restart.`,
    "secret-key-missing": () =>
      "JUYAO_SECRET_KEY is needed to let several workspaces install the app: their tokens are sealed with it. Make one with openssl rand -base64 32, put it into the environment and start again.",
    "schedule-invalid": ({ typed }) => `“${typed}” is no schedule. Try: /digest schedule "0 9 * * 1-5" Asia/Shanghai`,
    "port-in-use": ({ host, port }) =>
      `Port ${port} of ${host} is taken by another program. Set PORT to another one, or unset it.`,
    "port-missing": ({ path }) => `A platform is to call ${path}, but PORT is not set. Set a port, then start again.`,
    "port-unavailable": ({ host, port }) => `Port ${port} of ${host} cannot be served. Check HOST and PORT.`,
    "store-full": () => "The disk is full and nothing was written. Make room where DATA_DIR is; nothing was lost.",
    "store-in-use": ({ file }) =>
      `Another Juyao runs on the database ${file}. Stop it first, or set DATA_DIR to another folder; look-ups work beside it.`,
    "store-locked": () => "Another process is using the database. Stop the other Juyao and try again.",
    "store-newer": () => "A newer Juyao wrote this database. Upgrade, or use another DATA_DIR.",
    "store-unreadable": ({ file }) => `The database ${file} cannot be opened. Check DATA_DIR, or restore a backup.`,
    "url-invalid": ({ url }) => `“${url}” is not a URL. Begin with http:// or https://.`,
    "url-private": ({ host }) =>
      `${host} is an address of a private network and was not visited. If it must be, add host:port to ALLOW_PRIVATE_HOSTS.`,
    "watch-not-found": ({ words }) => `“${words}” is not watched here. /watch shows all watches.`,
    "watch-too-long": ({ most }) => `These are too many words to watch. Keep them within ${most} characters.`,
    "watches-too-many": ({ most }) => `A channel can hold ${most} watches. Remove one with /watch first.`,
    "workspace-not-found": ({ workspace }) =>
      `There is no token of a workspace ${workspace}. See them all with workspaces show.`,
    usage: ({ typed, usage }) => `“${typed}” is not understood. Usage: ${usage}`,
  },
  seeLog: "See the log for details.",

  digestTitle: (day) => `Juyao · ${day}`,
  weeklyTitle: (first, last) => `Juyao, the week · ${first} to ${last}`,
  digestCount: (articles, measures) => `${plural(articles, "article")}, ${plural(measures, "measure")}`,
  otherTopics: "Other",
  alsoAt: (count) => `Also at ${plural(count, "other place")}: `,
  moreMeasures: (count) => `${count} more in this article`,
  omitted: (count) => `${count} more not shown; /digest more shows them.`,
  nothingNew: "No new measures today",
  seeLastDigest: "To see the last digest again: /digest last",
  demoNote: "This is a demo; its bodies and figures are invented. Add feeds to config/juyao.yaml and it disappears.",
  noDigestYet: "No digest was posted yet. /digest previews what there is.",
  backfilled: (feed, articles) =>
    `New feed “${feed}”: ${plural(articles, "past article")} can be looked up; new ones will be in the digest.`,

  lookupTitle: (query) => `Look-up: ${query}`,
  lookupCount: (measures, more) => (more ? `more than ${thousands(measures)} measures` : plural(measures, "measure")),
  lookupByTopic: (measures, more) =>
    `${measures}${more ? " or more" : ""} others only match by their topic and come last`,
  lookupOnlyByTopic: "matched by the name of a topic, not by the text alone",
  unknownKinds: (typed) =>
    `There is no kind “${typed.join("”, “")}”, so it was left out; use measure, finding or other.`,
  lookupShown: (first, last) => `${first}–${last}. Add a word to narrow it down.`,
  readAsPeriod: (period) => `read as ${namePeriod(period)}`,
  aboutPeriod: (period) => `About ${namePeriod(period)}`,
  publishedInPeriod: (period) => `Published in ${namePeriod(period)}`,
  matchedTopic: "Topic: ",
  matchedNumber: "Document number: ",
  nearestHeading: "What there is instead:",
  offer: (name, measures, more) =>
    `${typeof name === "string" ? name : namePeriod(name)} (${more ? `${thousands(measures)}+` : measures})`,
  trendTitle: (query) => `Trend: ${query}`,
  trendSpan: (first, last) => `${namePeriod(first)} to ${namePeriod(last)}, by quarter of publication`,
  compareTitle: (query) => `Comparison: ${query}`,
  nothingFound: (query) => `No measure matches “${query}”.`,
  nothingFoundHint: "Use fewer words, another period, or try: /policy 一季度",
  csvColumns: {
    headline: "Measure",
    detail: "Detail",
    title: "Article",
    issuer: "Issuer",
    source: "Source",
    published: "Published",
    kind: "Kind",
    topics: "Topics",
    url: "URL",
    quantities: "Quantities",
    deadline: "Deadline",
    effective: "In force from",
  },
  emptyLookup: "What are you looking for? For instance: /policy Q1 · /policy 新能源汽车 · /policy 2026H1 storage",
  lookupExamples: ["Q1", "last week"],

  feedsTitle: "Feeds",
  noFeeds: "There are no feeds yet.",
  feedHealthy: (day) => `healthy, checked ${day}`,
  feedNeverChecked: "not checked yet",
  feedPaused: "paused",
  feedFailing: (sentence, failures) => `failed ${plural(failures, "time")} in a row: ${sentence}`,
  feedOrigin: (addedBy) => ({ sample: "demo", config: "configuration" })[addedBy] ?? "added by hand",
  feedAdded: (title, articles, measures) =>
    `Added “${title}”: ${plural(articles, "past article")} with ${plural(measures, "measure")} can be looked up now; new ones will be in the digest.`,
  feedRemoved: (title) => `Removed “${title}”; its articles can still be looked up.`,
  feedIsPaused: (title) => `Paused “${title}”.`,
  feedIsResumed: (title) => `Resumed “${title}”.`,
  listPage: "list page",
  feedsFound: (count) => `Found ${count}. Look whether the latest articles are what you want, and add one:`,

  noticeTitle: "Needs attention",
  healedTitle: "Healed",
  feedHealed: (title) => `“${title}” is healthy again.`,
  channelHealed: (channel) => `${channel} gets its digests again.`,
  workspacesTitle: "Workspaces that installed the app",
  workspaceFacts: (day, channels, feeds, readable) =>
    `installed ${day} · ${plural(channels, "channel")} · ${plural(feeds, "feed")} of its own${readable ? "" : " · its token cannot be opened"}`,
  noWorkspaces: "No workspace has installed the app.",
  workspaceForgotten: (workspace) =>
    `The token of ${workspace} is deleted. A bot that runs lets go of it when it is restarted.`,
  workspaceHealed: (workspace) => `The workspace ${workspace} can be posted to again.`,
  adapterLost: (adapter, sentence) => `The connection to ${adapter} is lost: ${sentence}`,
  adapterHealed: (adapter) => `The connection to ${adapter} is back.`,
  channelTitle: "This channel",
  subscribed: "Subscribed; the digest comes here.",
  previewNote: "A digest will look like this. These recent articles are only a preview and will not be sent:",
  unsubscribed: "Unsubscribed; no more digests.",
  channelPaused: "Paused; /digest resume goes on.",
  channelResumed: "Resumed.",
  scheduled: "The schedule is changed.",
  publication: {
    posted: "The digest was posted.",
    taken: "This slot has had its digest.",
    failed: "It could not be posted and goes on by itself later.",
  },
  nextTimes: (times, timezone) => `Next: ${times.join(", ")} (${timezone})`,
  moment: (time, timezone) =>
    new Intl.DateTimeFormat("en-GB", {
      timeZone: timezone,
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).format(time),

  healthTitle: "Health",
  healthRunning: (version, since) => `Juyao ${version}, running for ${since}`,
  healthStopped: (version) => `Juyao ${version}, the bot is not running`,
  duration: (days, hours, minutes) =>
    days > 0
      ? `${plural(days, "day")} ${plural(hours, "hour")}`
      : hours > 0
        ? `${plural(hours, "hour")} ${plural(minutes, "minute")}`
        : plural(minutes, "minute"),
  healthFeeds: (total, failing, paused) =>
    [
      plural(total, "feed"),
      failing > 0 ? `${failing} in trouble` : "all well",
      ...(paused > 0 ? [`${paused} paused`] : []),
    ].join(", "),
  feedTrouble: (since, sentence) => (since === undefined ? sentence : `since ${since}: ${sentence}`),
  healthChannels: (count) => (count > 0 ? plural(count, "channel") : "no channel yet"),
  lastDelivery: (when) => (when === undefined ? "no digest posted yet" : `last digest ${when}`),
  unfinishedDeliveries: (count) => `${plural(count, "digest")} not posted to the end`,
  channelIsPaused: "paused",
  healthArchive: (articles, measures) => `Archive: ${plural(articles, "article")}, ${plural(measures, "measure")}`,
  healthDisk: (free) => `${formatBytes(free)} of disk free`,
  healthDiskNearlyFull: (free) => `The disk is nearly full: ${formatBytes(free)} left. Make room where DATA_DIR is.`,

  helpTitle: "What Juyao can do",
  help: [
    ["/policy 一季度 新能源汽车", "look up measures by words and periods"],
    [
      "/policy 储能|氢能 -补贴 from:工信部",
      "either word, without a word, from a source; topic:, kind: and “exactly” as well",
    ],
    ["/policy trend 新能源汽车", "how often, by quarter; side by side: /policy compare 2023Q1 2024Q1 集成电路"],
    ["/digest", "preview what was not posted yet"],
    ["/digest last", "see the last digest again"],
    ["/subscribe", "get the digest in this channel every day; /unsubscribe ends it"],
    ["/digest now", "post it now; pause and resume"],
    ['/digest schedule "0 9 * * 1-5"', "change when the digest comes"],
    ["/digest settings", "times, working days, topics, limit; adjust hides measures or sources"],
    ["/watch battery storage", "tells this channel what is new; /watch me tells only you"],
    ["/feeds", "the feeds and how they are; /feeds add adds one"],
    ["/why URL", "what happened to an article at each step"],
    ["/health", "how the bot is"],
    ["/help", "this page"],
  ],
  unknownCommand: (typed, nearest) =>
    nearest ? `There is no command “${typed}”; did you mean ${nearest}?` : `There is no command “${typed}”. See /help.`,

  whyTitle: "What happened to this article",
  whyStep: {
    feed: "Feed",
    page: "Fetch",
    article: "Article",
    clean: "Clean",
    measures: "Measures",
    dropped: "Left out",
    archive: "Archive",
    delivery: "Delivery",
  },
  whyRemoved: (count) => `${count} removed:`,
  whyMeasures: (count) => `${count}:`,
  whyArchived: (day) => `archived, first seen ${day}`,
  whyNotArchived: "not archived: no feed ever named it",
  whyNoMeasures: "no measure was found, so it is in no digest",
  dropped: {
    "below-threshold": "not sure enough",
    repeated: "said before",
    "beyond-most": "enough others are surer",
    overlaps: "overlaps another",
    "no-list": "no list of measures",
    "crosses-list": "crosses another list",
    "too-deep": "nested too deep",
    topic: "a heading that states nothing",
    question: "a question",
    "breaks-off": "breaks off",
    denied: "is denied",
    "if-passed": "only if a bill is passed",
    "too-short": "too short",
  },
  characters: (count) => plural(count, "character"),

  gathering: (done, total) => `Reading feeds ${done}/${total}`,
  gathered: (articles) => `${plural(articles, "article")} new or changed`,
  feedFailed: (feed, sentence) => `“${feed}” was not read: ${sentence}`,
  ready: (next) => `ready · next digest ${next}`,
  stopping: "stopping",
  configValid: (file) => `${file} has no mistakes.`,
  configInvalid: (count) => `The configuration has ${plural(count, "mistake")}:`,
  configProblem: (file, line, key, message) => `${file} line ${line}${key ? ` ${key}` : ""}: ${message}`,
  promptHint: "/help lists the commands, Ctrl-C ends",
  usage: {
    start: "start the bot",
    digest: "gather once and show what was not posted yet; marks nothing as delivered",
    policy: "look up measures by words and periods",
    why: "what happened to an article at each step",
    feeds: "manage feeds",
    list: "list feeds and how they are",
    add: "add a feed and archive its recent articles",
    remove: "remove a feed; its articles stay",
    pause: "pause a feed",
    resume: "resume a feed",
    config: "check the configuration",
    check: "check the configuration file and list all mistakes at once",
    schema: "print the JSON Schema of the configuration file",
    workspaces: "Manage the Slack workspaces that installed the app",
    show: "List the workspaces that installed the app",
    forget: "Delete the token of a workspace; it may install the app again",
    health: "how the bot is: feeds in trouble, the last digest of each channel, archive, disk",
    measures: "extract measures from articles",
    article: "extract the article from pages",
    feed: "parse feeds",
    explain: "also tell which rules made each measure, and what was left out and why",
    page: "read it as a list page, whatever feeds it names",
    help: "show how it is used",
    json: "print one JSON value",
    csv: "print a table as CSV, a line a measure, as Excel reads it",
    md: "print Markdown",
    jsonl: "read JSON lines from standard input, print JSON lines",
    root: "folder that relative paths start from",
    channel: "preview with the settings of this channel",
  },
  correctionTitle: (day) => `Juyao correction · ${day}`,
  correctionOld: (day) => `The digest of ${day} said this, and the article does not say it any more:`,
  correctionNow: "The article was changed. Its measures now:",
  corrected: "The article was changed; this is what it says now.",
  withdrawn: "The page of this article is gone; it may have been withdrawn.",
  allHidden: "Hidden by an admin.",
  watchTitle: (words) => `Watch: ${words}`,
  watchesTitle: "Watches",
  noWatches: "No watches yet. For example: /watch battery storage",
  watchAdded: (words, perHour) =>
    `Watching “${words}”: new measures are told here as soon as they come, once each, in at most ${perHour} messages an hour.`,
  watchRemoved: (words) => `No longer watching “${words}”.`,
  adjustTitle: "Adjust the digest",
  adjustHint: "Hide a measure that should not be there, or mute a source for this channel. Both can be undone.",
  hiddenHeading: "Hidden",
  mutedHeading: "Muted sources",
  measureHidden: (headline) => `Hidden: ${headline}`,
  measureShown: (headline) => `Shown again: ${headline}`,
  sourceMuted: (title) => `“${title}” is muted in this channel.`,
  sourceUnmuted: (title) => `“${title}” is back in this channel.`,
  onlyTitle: "One topic only",
  settingsTitle: "Digest settings",
  settingsSaved: "Saved.",
  settings: {
    times: "Times",
    timesHint: "such as 9:00 18:00, or cron: 0 9 * * 1-5",
    timezone: "Time zone",
    days: "Days",
    everyDay: "Every day",
    workdays: "Chinese working days only",
    topics: "Topics (all if none)",
    limit: "Measures in one digest",
  },
  feedAddTitle: "Add a feed",
  feedAddUrl: "URL",
  feedAddHint: "of a site, a list page or a feed",
  feedTested: (title, added, sentence) =>
    sentence ? `“${title}” could not be read: ${sentence}` : `“${title}” was read, ${added} new articles.`,
  button: {
    more: "More",
    last: "Last digest",
    only: "Only…",
    adjust: "Adjust",
    hide: "Hide",
    show: "Show again",
    mute: "Mute",
    unmute: "Unmute",
    share: "Share in channel",
    save: "Save",
    find: "Find",
    pause: "Pause",
    resume: "Resume",
    remove: "Remove",
    test: "Test",
    feeds: "Feeds",
    help: "Help",
    settings: "Settings",
    open: "Open",
  },
  working: "Working on it…",
  dialogLate: "This took a little long; please open it once more.",
  sharedHere: "Sent to the channel, for all to see.",
  install: {
    title: "Add Juyao to your Slack workspace",
    what: "Every morning a digest of policy and industry news in a channel, each measure word for word from its source. Juyao reads messages only of channels it is in, to be sure that no digest comes twice.",
    button: "Add to Slack",
    done: (workspace) => `Juyao is installed in “${workspace}”`,
    next: "What is next: type /invite @Juyao in the channel that shall get the digest, then let an admin type /subscribe. /feeds add adds a feed, /juyao helps. You can close this page.",
    refused: "Juyao was not installed",
    again: "Try again",
    because: {
      cancelled: "You cancelled the installation in Slack; nothing has changed.",
      failed:
        "Slack did not complete the installation. Try again later; if that does not help, ask the operator of Juyao.",
      late: "This installation was not begun in this browser, or more than ten minutes ago, and was refused to be safe. Begin once more.",
      orgWide:
        "Juyao cannot be installed in a whole Enterprise Grid organization yet. Choose one workspace at the top right of the installation page.",
      rotation:
        "Token rotation is on for this app, which Juyao does not support yet. Ask the operator of Juyao to turn it off in the app's settings.",
    },
  },
};

/** What users read, one table a language. A sentence that names something takes it as an argument. */
import type { ErrorCode, ErrorDetail } from "../errors.ts";
import type { DropReason, Grain } from "../model.ts";
import type { CsvColumn } from "./columns.ts";

/** The calendar facts a period is told by. `ordinal`: 1–4 for quarters, 1–2 for halves, 1–12 for months. */
export interface PeriodWords {
  readonly grain: Grain;
  readonly year: number;
  readonly ordinal?: number | undefined;
  /** Which five-year plan it is, 14 for “十四五”, where it was called so. */
  readonly plan?: number | undefined;
  /** First and last day, for what has no shorter name. */
  readonly first: string;
  readonly last: string;
}

export interface Messages {
  readonly locale: string;
  readonly product: string;
  readonly errors: Readonly<Record<ErrorCode, (detail: ErrorDetail) => string>>;
  /** What to do where a sentence is not enough: the log. */
  readonly seeLog: string;

  readonly digestTitle: (day: string) => string;
  readonly weeklyTitle: (first: string, last: string) => string;
  readonly digestCount: (articles: number, measures: number) => string;
  readonly otherTopics: string;
  readonly alsoAt: (count: number) => string;
  readonly moreMeasures: (count: number) => string;
  readonly omitted: (count: number) => string;
  readonly nothingNew: string;
  readonly seeLastDigest: string;
  readonly demoNote: string;
  readonly noDigestYet: string;
  readonly backfilled: (feed: string, articles: number) => string;

  readonly lookupTitle: (query: string) => string;
  /** `more`: there are more than these. */
  readonly lookupCount: (measures: number, more: boolean) => string;
  /** Besides those counted, so many match by the name of a topic only. */
  readonly lookupByTopic: (measures: number, more: boolean) => string;
  /** All of them do. */
  readonly lookupOnlyByTopic: string;
  /** What was typed after `kind:` and is none, and what would be one. */
  readonly unknownKinds: (typed: readonly string[]) => string;
  readonly lookupShown: (first: number, last: number) => string;
  readonly readAsPeriod: (period: PeriodWords) => string;
  readonly aboutPeriod: (period: PeriodWords) => string;
  readonly publishedInPeriod: (period: PeriodWords) => string;
  readonly matchedTopic: string;
  readonly matchedNumber: string;
  readonly nearestHeading: string;
  /** A button to another look-up, and how much it finds. */
  readonly offer: (name: string | PeriodWords, measures: number, more: boolean) => string;
  readonly trendTitle: (query: string) => string;
  /** The first and the last quarter that are told. */
  readonly trendSpan: (first: PeriodWords, last: PeriodWords) => string;
  readonly compareTitle: (query: string) => string;
  readonly nothingFound: (query: string) => string;
  readonly nothingFoundHint: string;
  readonly emptyLookup: string;
  /** Columns of the table that the command line writes. */
  readonly csvColumns: Readonly<Record<CsvColumn, string>>;
  readonly lookupExamples: readonly string[];

  readonly feedsTitle: string;
  readonly noFeeds: string;
  readonly feedHealthy: (day: string) => string;
  readonly feedNeverChecked: string;
  readonly feedPaused: string;
  readonly feedFailing: (sentence: string, failures: number) => string;
  readonly feedOrigin: (addedBy: string) => string;
  readonly feedAdded: (title: string, articles: number, measures: number) => string;
  readonly feedRemoved: (title: string) => string;
  readonly feedIsPaused: (title: string) => string;
  readonly feedIsResumed: (title: string) => string;
  readonly listPage: string;
  readonly feedsFound: (count: number) => string;

  readonly noticeTitle: string;
  readonly healedTitle: string;
  readonly feedHealed: (title: string) => string;
  readonly channelHealed: (channel: string) => string;
  readonly workspacesTitle: string;
  /** `readable`: the key opens its token. */
  readonly workspaceFacts: (day: string, channels: number, feeds: number, readable: boolean) => string;
  readonly noWorkspaces: string;
  readonly workspaceForgotten: (workspace: string) => string;
  readonly workspaceHealed: (workspace: string) => string;
  readonly adapterLost: (adapter: string, sentence: string) => string;
  readonly adapterHealed: (adapter: string) => string;
  readonly channelTitle: string;
  readonly subscribed: string;
  readonly previewNote: string;
  readonly unsubscribed: string;
  readonly channelPaused: string;
  readonly channelResumed: string;
  readonly scheduled: string;
  readonly publication: Readonly<Record<"posted" | "taken" | "failed", string>>;
  readonly nextTimes: (times: readonly string[], timezone: string) => string;
  /** A moment in a zone, with its weekday. */
  readonly moment: (time: Date, timezone: string) => string;

  readonly healthTitle: string;
  readonly healthRunning: (version: string, since: string) => string;
  readonly healthStopped: (version: string) => string;
  /** Told in its two largest units. */
  readonly duration: (days: number, hours: number, minutes: number) => string;
  readonly healthFeeds: (total: number, failing: number, paused: number) => string;
  readonly feedTrouble: (since: string | undefined, sentence: string) => string;
  readonly healthChannels: (count: number) => string;
  readonly lastDelivery: (when: string | undefined) => string;
  readonly unfinishedDeliveries: (count: number) => string;
  readonly channelIsPaused: string;
  readonly healthArchive: (articles: number, measures: number) => string;
  /** `free` in bytes. */
  readonly healthDisk: (free: number) => string;
  readonly healthDiskNearlyFull: (free: number) => string;

  readonly helpTitle: string;
  readonly help: readonly (readonly [command: string, what: string])[];
  readonly unknownCommand: (typed: string, nearest: string | undefined) => string;

  readonly whyTitle: string;
  readonly whyStep: Readonly<
    Record<"feed" | "page" | "article" | "clean" | "measures" | "dropped" | "archive" | "delivery", string>
  >;
  readonly whyRemoved: (count: number) => string;
  readonly whyMeasures: (count: number) => string;
  readonly whyArchived: (day: string) => string;
  readonly whyNotArchived: string;
  readonly whyNoMeasures: string;
  readonly dropped: Readonly<Record<DropReason, string>>;
  readonly characters: (count: number) => string;

  readonly gathering: (done: number, total: number) => string;
  readonly gathered: (articles: number) => string;
  readonly feedFailed: (feed: string, sentence: string) => string;
  readonly ready: (next: string) => string;
  readonly stopping: string;
  readonly configValid: (file: string) => string;
  readonly configInvalid: (count: number) => string;
  readonly configProblem: (file: string, line: number, key: string, message: string) => string;
  readonly promptHint: string;
  /** What each command and option of the command line does. */
  readonly usage: Readonly<
    Record<
      | "start"
      | "digest"
      | "policy"
      | "why"
      | "feeds"
      | "list"
      | "add"
      | "remove"
      | "pause"
      | "resume"
      | "config"
      | "check"
      | "schema"
      | "health"
      | "workspaces"
      | "show"
      | "forget"
      | "measures"
      | "article"
      | "feed"
      | "explain"
      | "page"
      | "help"
      | "json"
      | "jsonl"
      | "csv"
      | "md"
      | "root"
      | "channel",
      string
    >
  >;
  readonly correctionTitle: (day: string) => string;
  /** Above what was told and does not hold any more; `day` is when. */
  readonly correctionOld: (day: string) => string;
  readonly correctionNow: string;
  readonly corrected: string;
  readonly withdrawn: string;
  readonly allHidden: string;
  readonly watchTitle: (words: string) => string;
  readonly watchesTitle: string;
  readonly noWatches: string;
  readonly watchAdded: (words: string, perHour: number) => string;
  readonly watchRemoved: (words: string) => string;
  readonly adjustTitle: string;
  readonly adjustHint: string;
  readonly hiddenHeading: string;
  readonly mutedHeading: string;
  readonly measureHidden: (headline: string) => string;
  readonly measureShown: (headline: string) => string;
  readonly sourceMuted: (title: string) => string;
  readonly sourceUnmuted: (title: string) => string;
  readonly onlyTitle: string;
  readonly settingsTitle: string;
  readonly settingsSaved: string;
  readonly settings: Readonly<
    Record<"times" | "timesHint" | "timezone" | "days" | "everyDay" | "workdays" | "topics" | "limit", string>
  >;
  readonly feedAddTitle: string;
  readonly feedAddUrl: string;
  readonly feedAddHint: string;
  readonly feedTested: (title: string, entries: number, sentence: string | undefined) => string;
  readonly button: Readonly<
    Record<
      | "more"
      | "last"
      | "only"
      | "adjust"
      | "hide"
      | "show"
      | "mute"
      | "unmute"
      | "share"
      | "save"
      | "find"
      | "pause"
      | "resume"
      | "remove"
      | "test"
      | "feeds"
      | "help"
      | "settings"
      | "open",
      string
    >
  >;
  /** Shown in a dialog until its answer is there. */
  readonly working: string;
  /** A platform opens a dialog only within a few seconds; this stands above a button that tries again. */
  readonly dialogLate: string;
  readonly sharedHere: string;
  /** What a browser shows while somebody installs the app in a workspace. */
  readonly install: Readonly<
    Record<"title" | "what" | "button" | "next" | "refused" | "again", string> & {
      done: (workspace: string) => string;
      because: Readonly<Record<"cancelled" | "failed" | "late" | "orgWide" | "rotation", string>>;
    }
  >;
}

/** What admins do with feeds, from a chat and from the command line alike. */
import { createHash } from "node:crypto";
import { type Block, type Document, type Form, type ListItem, strong, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import type { FeedOutcome } from "../flow/gather.ts";
import { explainCause } from "../flow/health.ts";
import { dropDemo } from "../flow/sync.ts";
import { explainError } from "../locale/locale.ts";
import type { Messages } from "../locale/messages.ts";
import { type Check, type Feed, OWN_WORKSPACE } from "../model.ts";
import type { Fetch, Store } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { canonicalUrl, hostOf, redactUrl } from "../text/url.ts";
import { type Candidate, type Findings, findCandidates, readAsPage, TIMEZONE } from "./candidate.ts";

export interface FeedParts {
  readonly store: Store;
  readonly fetch: Fetch;
  /** Reads one feed now. */
  readonly gatherFeed: (feedId: string) => Promise<FeedOutcome>;
  /** How the file of the configuration is named in messages. */
  readonly configFile: string;
  /** Whose feeds these are. */
  readonly workspace: string;
  /** Base of an RSSHub, where one is configured. */
  readonly rsshub: string | undefined;
}

export interface FeedStatus {
  readonly feed: Feed;
  readonly check?: Check | undefined;
}

/** A page may offer several feeds; then nothing is added and the person chooses. */
export type Addition =
  | {
      readonly added: Feed;
      readonly outcome: FeedOutcome;
      /** What can be looked up now: what was read just now, or what another workspace had read. */
      readonly articles: number;
      readonly measures: number;
    }
  | { readonly choices: readonly Candidate[] };

/** `www-gov-cn-3f2a`: readable, and another URL of the same site gets another id. */
function toFeedId(url: string): string {
  const digest = createHash("sha256").update(url).digest("hex").slice(0, 4);
  return `${new URL(url).hostname.replace(/[^a-z0-9]+/gi, "-")}-${digest}`;
}

export async function listFeeds(store: Store): Promise<FeedStatus[]> {
  const checks = new Map((await store.listChecks()).map((check) => [check.feedId, check]));
  return (await store.listFeeds()).map((feed) => ({ feed, check: checks.get(feed.id) }));
}

async function refuseDuplicate(store: Store, url: string): Promise<void> {
  const same = (await store.listFeeds()).find((feed) => canonicalUrl(feed.url) === canonicalUrl(url));
  if (same) throw new JuyaoError("feed-duplicate", { detail: { title: same.title } });
}

export interface AddRequest {
  readonly url: string;
  /** Read the page's list of articles, whatever feeds it names. */
  readonly asPage: boolean;
  /** Add what was found on a page only if somebody has looked at it: a button does the rest. */
  readonly confirm: boolean;
  readonly addedBy: string;
}

async function findWhat(parts: FeedParts, { url, asPage }: AddRequest): Promise<Findings> {
  if (!asPage) return findCandidates(parts.fetch, url, parts.rsshub);
  const page = readAsPage(url, await parts.fetch(url));
  if (!page) throw new JuyaoError("feed-empty");
  return { exact: true, candidates: [page] };
}

/** Adds the feed behind a URL and reads its recent past into the archive; none of that is ever posted. */
export async function addFeed(parts: FeedParts, request: AddRequest): Promise<Addition> {
  const { url, addedBy } = request;
  const { workspace } = parts;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new JuyaoError("url-invalid", { detail: { url: redactUrl(url) } });
  }
  await refuseDuplicate(parts.store, url);
  const { exact, candidates } = await findWhat(parts, request).catch((error: unknown) => {
    throw error instanceof JuyaoError ? error.with({ host: hostOf(url) }) : error;
  });
  const [only, ...others] = candidates;
  if (!only || others.length > 0 || (request.confirm && !exact)) return { choices: candidates };
  if (only.url !== url) await refuseDuplicate(parts.store, only.url);
  const { kind, title } = only;
  const rest = { topics: [], timezone: TIMEZONE, paused: false, addedBy, workspace };
  const feed = await parts.store.shareFeed({ id: toFeedId(only.url), kind, url: only.url, title, ...rest });
  await dropDemo(parts.store);
  const before = await parts.store.countArchive();
  const outcome = await parts.gatherFeed(feed.id);
  if (outcome.added === 0) return { added: feed, outcome, ...(await parts.store.countArchive([feed.id])) };
  const after = await parts.store.countArchive();
  return { added: feed, outcome, articles: outcome.added, measures: after.measures - before.measures };
}

/** Finds a feed by id, by URL, or by the beginning of its title if only one begins so. */
async function findFeed(parts: FeedParts, target: string): Promise<Feed> {
  const feeds = await parts.store.listFeeds();
  const exact = feeds.find((feed) => feed.id === target || feed.url === target || feed.title === target);
  const begun = feeds.filter((feed) => feed.title.startsWith(target));
  const feed = exact ?? (begun.length === 1 ? begun[0] : undefined);
  if (!feed) throw new JuyaoError("feed-not-found", { detail: { id: target } });
  return feed;
}

/** What stands in the file is changed there, by whom the file belongs to. */
async function findOwnFeed(parts: FeedParts, target: string): Promise<Feed> {
  const feed = await findFeed(parts, target);
  if (feed.addedBy !== "config") return feed;
  if (parts.workspace !== OWN_WORKSPACE) throw new JuyaoError("feed-common", { detail: { title: feed.title } });
  throw new JuyaoError("feed-from-config", { detail: { title: feed.title, file: parts.configFile } });
}

export async function removeFeed(parts: FeedParts, target: string): Promise<Feed> {
  const feed = await findOwnFeed(parts, target);
  await parts.store.removeFeed(feed.id);
  return feed;
}

export async function pauseFeed(parts: FeedParts, target: string, paused: boolean): Promise<Feed> {
  const feed = { ...(await findOwnFeed(parts, target)), paused };
  await parts.store.changeFeed(feed.id, { paused });
  return feed;
}

function describeHealth({ feed, check }: FeedStatus, messages: Messages): string {
  if (feed.paused) return messages.feedPaused;
  if (!check) return messages.feedNeverChecked;
  if (!check.cause) return messages.feedHealthy(dayIn(check.checkedAt, feed.timezone));
  const sentence = explainCause(feed, check.cause, messages);
  // It may be read without failure and still need somebody: silent, or garbled.
  return check.failures === 0 ? sentence : messages.feedFailing(sentence, check.failures);
}

/** Reads a feed now, whatever its pace. */
export async function testFeed(parts: FeedParts, target: string): Promise<FeedOutcome> {
  return parts.gatherFeed((await findFeed(parts, target)).id);
}

export const feedForm = (messages: Messages): Form => ({
  title: messages.feedAddTitle,
  fields: [
    {
      ...{ kind: "text", name: "url", label: messages.feedAddUrl, hint: messages.feedAddHint },
      ...{ value: "", required: true },
    },
  ],
  submit: messages.button.find,
  command: "/feeds add",
});

/** Feeds on one page where each has its buttons. */
const PAGE_SIZE = 8;

/** With a row of buttons for each feed that can be changed here. */
export function renderEditableFeeds(statuses: readonly FeedStatus[], page: number, messages: Messages): Document {
  const { button } = messages;
  const shown = statuses.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const blocks = shown.flatMap((status): Block[] => {
    const { blocks: described } = renderFeeds([status], messages);
    const { id, addedBy, paused } = status.feed;
    if (addedBy === "config") return [...described];
    const change = paused ? "resume" : "pause";
    const actions = [
      { label: button.test, command: `/feeds test ${id}` },
      { label: button[change], command: `/feeds ${change} ${id}` },
      { label: button.remove, command: `/feeds remove ${id}`, danger: true },
    ];
    return [...described, { type: "actions", actions }];
  });
  const turn = { label: button.more, command: `/feeds list page:${page + 1}` };
  const add = { label: messages.feedAddTitle, command: "/feeds add" };
  blocks.push({ type: "actions", actions: page * PAGE_SIZE < statuses.length ? [turn, add] : [add] });
  return { title: messages.feedsTitle, blocks };
}

export function renderFeeds(statuses: readonly FeedStatus[], messages: Messages): Document {
  const items = statuses.map((status): ListItem => {
    const { feed } = status;
    const address = [text(`${feed.id} · ${messages.feedOrigin(feed.addedBy)} · ${redactUrl(feed.url)}`)];
    const inlines = [strong(feed.title), text(` · ${describeHealth(status, messages)}`)];
    return { inlines, children: [{ inlines: address }] };
  });
  if (items.length === 0) {
    return { title: messages.feedsTitle, blocks: [{ type: "paragraph", inlines: [text(messages.noFeeds)] }] };
  }
  return { title: messages.feedsTitle, blocks: [{ type: "list", ordered: false, items }] };
}

const addCommand = ({ kind, url }: Candidate): string => `/feeds add ${kind === "page" ? "--page " : ""}${url}`;

/** What was found, by its latest titles, with a button for each. */
function renderChoices(choices: readonly Candidate[], messages: Messages): Document {
  const items = choices.map((choice): ListItem => {
    const latest = choice.latest.map((title) => ({ inlines: [text(title)] }));
    const kind = choice.kind === "page" ? messages.listPage : messages.feedsTitle;
    return {
      inlines: [strong(choice.title), text(` · ${kind} · ${redactUrl(choice.url)}`)],
      children: [...latest, { inlines: [text(addCommand(choice))] }],
    };
  });
  const actions = choices.map((choice) => ({ label: choice.title, command: addCommand(choice) }));
  return {
    title: messages.feedsTitle,
    blocks: [
      { type: "paragraph", inlines: [text(messages.feedsFound(items.length))] },
      { type: "list", ordered: false, items },
      { type: "actions", actions },
    ],
  };
}

export function renderAddition(addition: Addition, messages: Messages): Document {
  if ("choices" in addition) return renderChoices(addition.choices, messages);
  const { added, outcome, articles, measures } = addition;
  const sentence = outcome.error
    ? messages.feedFailed(added.title, explainError(outcome.error, messages))
    : messages.feedAdded(added.title, articles, measures);
  return { title: messages.feedsTitle, blocks: [{ type: "paragraph", inlines: [strong(sentence)] }] };
}

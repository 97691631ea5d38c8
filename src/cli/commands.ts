/** The commands that ask and answer: `digest`, `feeds`, `why`, `health`, `config check`. */
import { channelFor } from "../command/answer.ts";
import { addFeed, listFeeds, pauseFeed, removeFeed, renderAddition, renderFeeds } from "../command/feeds.ts";
import { describeHealth, renderHealth } from "../command/health.ts";
import { explainArticle, renderWhy } from "../command/why.ts";
import { renderNothingNew } from "../digest/render.ts";
import type { Document } from "../document.ts";
import { type Attached, attach } from "../flow/attach.ts";
import { prepareDigest, renderFor } from "../flow/compose.ts";
import { readHealth } from "../flow/health.ts";
import { readEnvironment } from "../io/environment.ts";
import { explainError, messagesFor } from "../locale/locale.ts";
import type { ArchivedArticle, Article, Measure } from "../model.ts";
import { formatPeriod } from "../period/format.ts";
import { dayIn } from "../text/day.ts";
import { redactUrl } from "../text/url.ts";
import { describeAttachedWords } from "./attached.ts";
import { ConfigProblems, nameFile, type OpenContext, openContext, readConfigFile } from "./context.ts";
import { createProgress, printJson } from "./output.ts";
import { EXIT, type Exit, type Runtime } from "./runtime.ts";

export interface Options {
  readonly json?: boolean;
  readonly channel?: string;
  readonly page?: boolean;
}

const USER = "terminal:user";

export async function withContext<T>(runtime: Runtime, run: (context: OpenContext) => Promise<T>): Promise<T> {
  let update: ReturnType<typeof createProgress>["update"] | undefined;
  const context = await openContext(runtime, { onProgress: (done, total) => update?.(done, total) });
  update = createProgress(runtime, context.messages).update;
  try {
    await context.app.sync();
    return await run(context);
  } finally {
    await context.close();
  }
}

/** Reads the feeds; what failed is told, and the rest goes on. */
async function gatherAll(runtime: Runtime, { app, messages }: OpenContext): Promise<void> {
  for (const { feed, error } of await app.gather({ eager: true })) {
    if (error) runtime.stderr.write(`${messages.feedFailed(feed.title, explainError(error, messages))}\n`);
  }
}

/** The first look-up on a new machine reads the feeds once, so that there is something to find. */
export async function gatherFirst(runtime: Runtime, context: OpenContext): Promise<void> {
  const checks = await context.store.listChecks();
  if (checks.length === 0) await gatherAll(runtime, context);
}

const show = (runtime: Runtime, options: Options, value: unknown, document: () => Document): void =>
  options.json ? printJson(runtime, value) : runtime.print(document());

/** What is attached to a measure of an archived article. */
export const attachedTo = ({ text, publishedOn, publishedAt }: Article, measure: Measure): Attached =>
  attach(text, measure, publishedOn ?? publishedAt);

function describeMeasure(article: Article, whole: Measure) {
  const { id, articleId, reasons, headline, detail, ...rest } = whole;
  return {
    headline: article.text.slice(headline.start, headline.end),
    ...(detail ? { detail: article.text.slice(detail.start, detail.end) } : {}),
    ...rest,
    periods: whole.periods.map(formatPeriod),
    ...describeAttachedWords(attachedTo(article, whole)),
  };
}

export const describeArchived = ({ article, measures, source }: ArchivedArticle) => ({
  title: article.title,
  url: article.url,
  issuer: article.issuer ?? null,
  source,
  publishedAt: article.publishedAt ?? null,
  measures: measures.map((measure) => describeMeasure(article, measure)),
});

/** Gathers once and shows what has not been posted. Marks nothing. */
export const digest = (runtime: Runtime, options: Options): Promise<Exit> =>
  withContext(runtime, async (context) => {
    await gatherAll(runtime, context);
    const { app } = context;
    const { answerParts } = app;
    const terminal = (await answerParts.channels()).find(({ id }) => id.startsWith("terminal:"));
    const channel = await channelFor(answerParts, options.channel ?? terminal?.id ?? "terminal:console");
    const { digest: prepared } = await prepareDigest(answerParts, channel, "preview");
    const value = {
      day: dayIn(runtime.clock.now(), channel.timezone),
      sections: prepared.sections.map(({ topic, articles: grouped }) => ({
        topic,
        articles: grouped.map(({ alsoAt, ...archived }) => ({ ...describeArchived(archived), alsoAt })),
      })),
      omitted: prepared.omitted,
    };
    if (options.json) printJson(runtime, value);
    else if (prepared.sections.length === 0) runtime.print(renderNothingNew(messagesFor(channel.locale)));
    else runtime.print(await renderFor(answerParts, channel, prepared));
    return EXIT.done;
  });

export const feedsList = (runtime: Runtime, options: Options): Promise<Exit> =>
  withContext(runtime, async ({ store, messages }) => {
    const statuses = await listFeeds(store);
    const value = statuses.map(({ feed, check }) => ({ ...feed, url: redactUrl(feed.url), check: check ?? null }));
    show(runtime, options, value, () => renderFeeds(statuses, messages));
    return EXIT.done;
  });

export const feedsAdd = (runtime: Runtime, url: string, options: Options): Promise<Exit> =>
  withContext(runtime, async ({ app, messages }) => {
    const asked = { url, asPage: options.page ?? false, confirm: false };
    const addition = await addFeed(app.answerParts, { ...asked, addedBy: USER });
    const value =
      "choices" in addition
        ? addition
        : { added: { ...addition.added, url: redactUrl(addition.added.url) }, articles: addition.articles };
    show(runtime, options, value, () => renderAddition(addition, messages));
    return "choices" in addition || addition.outcome.error ? EXIT.failed : EXIT.done;
  });

type FeedChange = "remove" | "pause" | "resume";

export const feedsChange = (runtime: Runtime, change: FeedChange, target: string, options: Options): Promise<Exit> =>
  withContext(runtime, async ({ app, messages }) => {
    const feed =
      change === "remove"
        ? await removeFeed(app.answerParts, target)
        : await pauseFeed(app.answerParts, target, change === "pause");
    const sentence = { remove: messages.feedRemoved, pause: messages.feedIsPaused, resume: messages.feedIsResumed };
    if (options.json) printJson(runtime, { [change]: feed.id });
    else runtime.stdout.write(`${sentence[change](feed.title)}\n`);
    return EXIT.done;
  });

export const why = (runtime: Runtime, url: string, options: Options): Promise<Exit> =>
  withContext(runtime, async ({ config, store, fetch, messages }) => {
    const { timezone } = config.gather;
    const { archived, fetchError, ...report } = await explainArticle(store, fetch, url);
    const value = {
      ...report,
      measures: report.measures.map((measure) => ({
        ...measure,
        headline: report.text.slice(measure.headline.start, measure.headline.end),
      })),
      error: fetchError?.code ?? null,
      archivedAt: archived?.article.seenAt ?? null,
    };
    show(runtime, options, value, () => renderWhy({ ...report, archived, fetchError }, messages, timezone));
    return EXIT.done;
  });

export const health = (runtime: Runtime, options: Options): Promise<Exit> =>
  withContext(runtime, async ({ app, config, messages }) => {
    const found = await readHealth(app.answerParts);
    const now = runtime.clock.now();
    const { timezone } = config.gather;
    const value = describeHealth(found, messages, now);
    show(runtime, options, value, () => renderHealth(found, messages, { now, timezone }));
    return EXIT.done;
  });

export async function configCheck(runtime: Runtime, options: Options): Promise<Exit> {
  const { configFile } = readEnvironment(runtime.variables, runtime.root);
  const { config, problems } = await readConfigFile(runtime, configFile);
  if (options.json) printJson(runtime, { valid: Boolean(config), problems });
  else if (!config) throw new ConfigProblems(problems);
  else runtime.stdout.write(`${messagesFor(config.locale).configValid(nameFile(configFile))}\n`);
  return config ? EXIT.done : EXIT.usage;
}

/** The way of one article: what its page or feed says → Article, Measure[] — with what happened at each step. */
import { createHash } from "node:crypto";
import { cleanText } from "../article/clean.ts";
import { extractArticle } from "../article/extract.ts";
import { findIssuers } from "../issuer/find.ts";
import type { Dropped } from "../measure/draft.ts";
import { explainMeasures, extractMeasures } from "../measure/extract.ts";
import type { Article, Language, Measure, MeasureDraft, Removal, Span } from "../model.ts";
import { findPeriods, type PeriodMention } from "../period/parse.ts";
import { findDate } from "../text/date.ts";
import { dayIn } from "../text/day.ts";
import { canonicalUrl } from "../text/url.ts";
import type { AssignTopics } from "../topic/assign.ts";

/** The words of an article, cleaned, and what its page says of it. */
export interface CleanedArticle {
  readonly title: string;
  readonly publishedAt?: string | undefined;
  /** The 发文机关 line of the page, where there is one. */
  readonly issuer?: string | undefined;
  readonly language: Language;
  readonly text: string;
  readonly removed: readonly Removal[];
}

/** With everything that is read from it. */
export interface Reading extends CleanedArticle {
  /** The day of publication where the source is. */
  readonly publishedOn?: string | undefined;
  readonly issuers: readonly string[];
  readonly measures: readonly MeasureDraft[];
  /** What was left out and why; empty unless `explain` was asked for. */
  readonly dropped: readonly Dropped[];
  readonly periods: readonly PeriodMention[];
  readonly titlePeriods: readonly PeriodMention[];
}

/** What is known beforehand; it goes before what the page says. */
export interface ReadInput {
  readonly title?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly url?: string | undefined;
  readonly timezone?: string | undefined;
  /** Also say what was left out and why. */
  readonly explain?: boolean | undefined;
}

const TIMEZONE = "Asia/Shanghai";

/** The line “发布时间：…” is furniture of the page, but the date in it is what the page says of itself. */
function findPublished(removed: readonly Removal[], timezone: string): string | undefined {
  const line = removed.find(({ reason }) => reason === "publish-line");
  return line && findDate(line.text, timezone);
}

const hasMarkup = (source: string): boolean =>
  /<(?:html|body|div|p|br|article|table|section|span|ul|ol)\b/i.test(source.slice(0, 50_000));

/** Characters of an article that are read; what is longer is a book or a bomb. The longest real ones have 60,000. */
const MAX_TEXT = 200_000;

/** Cleans a text that has no HTML structure, or whose structure does not matter. */
function cleanWords(raw: string, input: ReadInput): CleanedArticle {
  const { text, language, removed } = cleanText(raw.slice(0, MAX_TEXT));
  const publishedAt = input.publishedAt ?? findPublished(removed, input.timezone ?? TIMEZONE);
  const title = cleanText(input.title ?? "").text.replaceAll("\n", " ");
  const cut: Removal[] =
    raw.length > MAX_TEXT ? [{ reason: "too-long", text: raw.slice(MAX_TEXT, MAX_TEXT + 80) }] : [];
  return { title, publishedAt, language, text, removed: [...removed, ...cut] };
}

/** Cleans a page, the HTML that a feed carries, or plain text. */
export function cleanPage(source: string, input: ReadInput): CleanedArticle {
  if (!hasMarkup(source)) return cleanWords(source, input);
  const page = extractArticle({ html: source, url: input.url, timezone: input.timezone });
  const title = input.title || page.title;
  const cleaned = cleanWords(page.text, { ...input, title, publishedAt: input.publishedAt ?? page.publishedAt });
  return { ...cleaned, issuer: page.issuer, removed: [...page.removed, ...cleaned.removed] };
}

/** Periods are told from the day where it was published: late on New Year's Eve in UTC is next year in Beijing. */
function readCleaned(cleaned: CleanedArticle, { timezone = TIMEZONE, explain = false }: ReadInput): Reading {
  const { text, title, publishedAt } = cleaned;
  const context = { text, title: title || undefined };
  const publishedOn = publishedAt?.includes("T") ? dayIn(publishedAt, timezone) : publishedAt;
  const published = { publishedAt: publishedOn };
  return {
    ...cleaned,
    publishedOn,
    issuers: findIssuers(context),
    ...(explain ? explainMeasures(context) : { measures: extractMeasures(context), dropped: [] }),
    periods: findPeriods(text, published),
    titlePeriods: findPeriods(title, published),
  };
}

/** Reads a text as found: it may hold stray tags, but its lines are its paragraphs. */
export const readText = (raw: string, input: ReadInput): Reading => readCleaned(cleanWords(raw, input), input);

/** Reads a page, the HTML that a feed carries, or plain text. */
export const readPage = (source: string, input: ReadInput): Reading => readCleaned(cleanPage(source, input), input);

const hash = (value: string): string => createHash("sha256").update(value).digest("hex").slice(0, 16);

/** One id for every way to write the URL of an article. */
export const articleIdOf = (url: string): string => hash(canonicalUrl(url));

/** What a feed says of an entry, as one value: another one means that the entry changed. */
export const fingerprintOf = (...parts: readonly (string | undefined)[]): string => hash(JSON.stringify(parts));

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/**
 * A measure is about the periods it names; if it names none, about those of the title, else of the first paragraph: the
 * items of “一季度重点工作” rarely repeat the quarter.
 */
function toMeasures(reading: Reading, articleId: string, topics: readonly string[], assign: AssignTopics): Measure[] {
  const titled = reading.titlePeriods;
  const lead: Span = { start: 0, end: Math.max(0, reading.text.indexOf("\n")) };
  const leading = reading.periods.filter(({ span }) => within(span, lead));
  const common = titled.some(({ period }) => period) ? titled : leading;
  const articleTopics = assign(`${reading.title}\n${reading.text}`);
  return reading.measures.map((draft) => {
    const whole = draft.detail ?? draft.headline;
    const own = reading.periods.filter(({ span }) => within(span, whole) || within(span, draft.headline));
    const mentions = own.some(({ period }) => period) ? own : common;
    return {
      ...draft,
      id: `${articleId}.${draft.ordinal}`,
      articleId,
      topics: [...new Set([...topics, ...articleTopics.slice(0, 1)])],
      periods: mentions.flatMap(({ period }) => (period ? [period] : [])),
    };
  });
}

export interface ArticleInput {
  readonly url: string;
  readonly seenAt: string;
  /** Topics of the feed. */
  readonly topics: readonly string[];
  readonly assign: AssignTopics;
}

export function toArticle(reading: Reading, input: ArticleInput): { article: Article; measures: Measure[] } {
  const id = articleIdOf(input.url);
  const article: Article = {
    id,
    url: input.url,
    title: reading.title || input.url,
    issuer: reading.issuer ?? reading.issuers[0],
    publishedAt: reading.publishedAt,
    seenAt: input.seenAt,
    language: reading.language,
    text: reading.text,
    removed: reading.removed,
  };
  return { article, measures: toMeasures(reading, id, input.topics, input.assign) };
}

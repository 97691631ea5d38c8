/** The way of one article: what its page or feed says → Article, Measure[] — with what happened at each step. */
import { createHash } from "node:crypto";
import { cleanText } from "../article/clean.ts";
import { extractArticle } from "../article/extract.ts";
import { findIssuers } from "../issuer/find.ts";
import { extractMeasures } from "../measure/extract.ts";
import type { Article, Language, Measure, MeasureDraft, Removal, Span } from "../model.ts";
import { findPeriods, type PeriodMention } from "../period/parse.ts";
import { dayIn } from "../text/day.ts";
import { canonicalUrl } from "../text/url.ts";
import type { AssignTopics } from "../topic/assign.ts";

/** A text with everything that is read from it. */
export interface Reading {
  readonly title: string;
  readonly publishedAt?: string | undefined;
  readonly language: Language;
  readonly text: string;
  readonly removed: readonly Removal[];
  readonly issuers: readonly string[];
  readonly measures: readonly MeasureDraft[];
  readonly periods: readonly PeriodMention[];
  readonly titlePeriods: readonly PeriodMention[];
}

export interface ReadInput {
  readonly title?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly url?: string | undefined;
  readonly timezone?: string | undefined;
}

const TIMEZONE = "Asia/Shanghai";

/** The day on which something was published, where it was published: late on New Year's Eve in UTC is next year there. */
const publishedOn = ({ publishedAt, timezone = TIMEZONE }: ReadInput): string | undefined =>
  publishedAt?.includes("T") ? dayIn(publishedAt, timezone) : publishedAt;

/** Reads a text that is already without HTML structure. */
export function readText(raw: string, input: ReadInput, removed: readonly Removal[] = []): Reading {
  const cleaned = cleanText(raw);
  const title = cleanText(input.title ?? "").text.replaceAll("\n", " ");
  const context = { text: cleaned.text, title: title || undefined };
  return {
    title,
    publishedAt: input.publishedAt,
    language: cleaned.language,
    text: cleaned.text,
    removed: [...removed, ...cleaned.removed],
    issuers: findIssuers(context),
    measures: extractMeasures(context),
    periods: findPeriods(cleaned.text, { publishedAt: publishedOn(input) }),
    titlePeriods: findPeriods(title, { publishedAt: publishedOn(input) }),
  };
}

/** Reads a page, or the HTML that a feed carries. What the caller knows of title and date goes before what the page says. */
export function readHtml(html: string, input: ReadInput): Reading & { readonly issuer?: string | undefined } {
  const page = extractArticle({ html, url: input.url, timezone: input.timezone });
  const reading = readText(
    page.text,
    { ...input, title: input.title || page.title, publishedAt: input.publishedAt ?? page.publishedAt },
    page.removed,
  );
  return { ...reading, issuer: page.issuer };
}

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
  readonly issuer?: string | undefined;
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
    issuer: input.issuer ?? reading.issuers[0],
    publishedAt: reading.publishedAt,
    seenAt: input.seenAt,
    language: reading.language,
    text: reading.text,
    removed: reading.removed,
  };
  return { article, measures: toMeasures(reading, id, input.topics, input.assign) };
}

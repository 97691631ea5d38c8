/** `why <url>`: what happened to an article at each step, and why. */
import { type Block, type Document, type ListItem, strong, text } from "../document.ts";
import { JuyaoError } from "../errors.ts";
import { articleIdOf, readPage } from "../flow/read.ts";
import { explainError } from "../locale/locale.ts";
import type { Messages } from "../locale/messages.ts";
import type { Dropped } from "../measure/draft.ts";
import type { ArchivedArticle, Article, Measure, MeasureDraft, Removal, Span } from "../model.ts";
import type { Fetch, Store } from "../ports.ts";
import { dayIn } from "../text/day.ts";
import { decodeBytes } from "../text/decode.ts";

export interface WhyReport {
  readonly url: string;
  readonly articleId: string;
  /** Why the page could not be read now, if so. */
  readonly fetchError?: JuyaoError | undefined;
  readonly archived?: ArchivedArticle | undefined;
  /** As the page reads now; as archived if it cannot be read. */
  readonly text: string;
  readonly title: string;
  readonly publishedAt?: string | undefined;
  readonly issuer?: string | undefined;
  readonly removed: readonly Removal[];
  readonly measures: readonly (Measure | MeasureDraft)[];
  /** What looked like a measure and was left out; known where the page could be read. */
  readonly dropped: readonly Dropped[];
}

const fromArticle = ({ text, title, publishedAt, issuer, removed }: Article) => ({
  text,
  title,
  publishedAt,
  issuer,
  removed,
});

/** Throws if neither the page nor the archive has anything under this URL. */
export async function explainArticle(store: Store, fetch: Fetch, url: string): Promise<WhyReport> {
  if (!URL.canParse(url)) throw new JuyaoError("url-invalid", { detail: { url } });
  const archived = await store.findArticle(url);
  const known = { url, articleId: articleIdOf(url), archived };
  try {
    const page = await fetch(url, { purpose: "page" });
    const { text: html } = decodeBytes(page.body, { contentType: page.headers["content-type"], kind: "html" });
    const reading = readPage(html, { url, explain: true });
    const issuer = reading.issuer ?? reading.issuers[0];
    const { text: cleaned, title, publishedAt, removed, measures, dropped } = reading;
    return { ...known, text: cleaned, title, publishedAt, issuer, removed, measures, dropped };
  } catch (error) {
    if (!(error instanceof JuyaoError)) throw error;
    if (!archived) throw error;
    return { ...known, fetchError: error, ...fromArticle(archived.article), measures: archived.measures, dropped: [] };
  }
}

const step = (label: string, value: string): Block => ({
  type: "paragraph",
  inlines: [strong(`${label}  `), text(value)],
});

const LONGEST = 120;

function quote(source: string, { start, end }: Span): string {
  const words = source.slice(start, end).replace(/\s+/g, " ");
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

type Read = Pick<WhyReport, "text" | "measures" | "dropped">;

/** The measures of a text with the rules that made them, and what was left out. */
export function renderReasons({ text: source, measures, dropped }: Read, messages: Messages): Block[] {
  const { whyStep: label } = messages;
  const found: ListItem[] = measures.map(({ headline, kind, score, reasons }) => ({
    inlines: [text(quote(source, headline))],
    children: [{ inlines: [text(`${kind} ${score.toFixed(2)}  ${reasons.join(", ")}`)] }],
  }));
  const left: ListItem[] = dropped.map(({ span, why, score, reasons }) => ({
    inlines: [text(quote(source, span))],
    children: [
      { inlines: [text([messages.dropped[why], score?.toFixed(2), reasons.join(", ")].filter(Boolean).join("  "))] },
    ],
  }));
  return [
    step(label.measures, measures.length > 0 ? messages.whyMeasures(measures.length) : messages.whyNoMeasures),
    ...(found.length > 0 ? [{ type: "list", ordered: true, items: found } as const] : []),
    ...(left.length > 0
      ? [step(label.dropped, messages.whyMeasures(left.length)), { type: "list", ordered: false, items: left } as const]
      : []),
  ];
}

/** Days are told in `timezone`. */
export function renderWhy(report: WhyReport, messages: Messages, timezone: string): Document {
  const { whyStep: label } = messages;
  const { archived, removed } = report;
  const cut: ListItem[] = removed.map(({ reason, text: gone }) => ({ inlines: [strong(reason), text(`  ${gone}`)] }));
  const day = report.publishedAt ? dayIn(report.publishedAt, timezone) : undefined;
  const facts = [report.title, report.issuer, day, messages.characters(report.text.length)];
  const blocks: Block[] = [
    step(label.feed, archived ? archived.source : messages.whyNotArchived),
    step(label.page, report.fetchError ? explainError(report.fetchError, messages) : report.url),
    step(label.article, facts.filter(Boolean).join(" · ")),
    step(label.clean, messages.whyRemoved(removed.length)),
    ...(cut.length > 0 ? [{ type: "list", ordered: false, items: cut } as const] : []),
    ...renderReasons(report, messages),
  ];
  if (archived) blocks.push(step(label.archive, messages.whyArchived(dayIn(archived.article.seenAt, timezone))));
  return { title: messages.whyTitle, blocks };
}

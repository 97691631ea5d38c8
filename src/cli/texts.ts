/** `measures`, `article`, `feed`: one room of the house on files, standard input or a URL. Nothing is stored. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { renderReasons } from "../command/why.ts";
import { JuyaoError } from "../errors.ts";
import { parseListing } from "../feed/listing.ts";
import { parseFeed } from "../feed/parse.ts";
import { attach } from "../flow/attach.ts";
import { cleanPage, type Reading, readPage, readText } from "../flow/read.ts";
import { guessLocale, messagesFor } from "../locale/locale.ts";
import type { Entry } from "../model.ts";
import { decodeBytes } from "../text/decode.ts";
import { describeAttached } from "./attached.ts";
import { openFetch, readContext } from "./context.ts";
import { readLines, writeLine } from "./output.ts";
import { EXIT, type Exit, type Runtime } from "./runtime.ts";

const TIMEZONE = "Asia/Shanghai";
const BASE_URL = "https://juyao.invalid/";

const optional = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const id = z.union([z.string(), z.number()]);

const MeasuresInput = z.object({
  id,
  text: optional,
  html: optional,
  title: optional,
  publishedAt: optional,
  url: optional,
});
const ArticleInput = z.object({ id, file: optional, html: optional, url: optional, contentType: optional });
const FeedInput = z.object({ id, file: z.string(), url: optional, contentType: optional });

/** A file or a page, as bytes with what is known of them. */
interface Source {
  readonly body: Uint8Array;
  readonly contentType?: string | undefined;
  readonly url?: string | undefined;
}

async function readSource(file: string, root: string): Promise<Source> {
  try {
    return { body: await readFile(resolve(root, file)) };
  } catch (cause) {
    throw new JuyaoError("file-unreadable", { cause, detail: { file } });
  }
}

/** What stands on the command line may be a URL too. */
async function openSource(runtime: Runtime, place: string): Promise<Source> {
  if (!/^https?:\/\//i.test(place)) return readSource(place, process.cwd());
  const { fetch, close } = openFetch(runtime, await readContext(runtime));
  try {
    const { body, headers, url } = await fetch(place);
    return { body, contentType: headers["content-type"], url };
  } finally {
    await close();
  }
}

function describeReading(key: string | number, reading: Reading, explain = false) {
  const { language, title, text, measures, dropped, periods, issuers, publishedOn } = reading;
  const left = dropped.map(({ span, ...rest }) => ({ text: text.slice(span.start, span.end), span, ...rest }));
  return {
    id: key,
    language,
    title,
    text,
    measures: measures.map(({ headline, detail, kind, level, list, ordinal, score, reasons }) => ({
      headline: text.slice(headline.start, headline.end),
      span: headline,
      kind,
      level,
      list,
      ordinal,
      score,
      ...describeAttached(attach(text, { headline, detail }, publishedOn)),
      ...(explain ? { reasons } : {}),
    })),
    ...(explain ? { dropped: left } : {}),
    periods: periods.map(({ text: mention, normalized }) => ({ mention, normalized })),
    issuers,
  };
}

const runMeasures =
  (explain: boolean | undefined) =>
  ({ id: key, text, html, ...known }: z.infer<typeof MeasuresInput>) => {
    const input = { ...known, explain };
    return describeReading(key, html === undefined ? readText(text ?? "", input) : readPage(html, input), explain);
  };

function describeArticle(key: string | number, html: string, url: string | undefined) {
  const { title, publishedAt, issuer, text, removed } = cleanPage(html, { url, timezone: TIMEZONE });
  return {
    id: key,
    title,
    publishedAt: publishedAt ?? null,
    ...(issuer === undefined ? {} : { issuer }),
    text,
    removed,
  };
}

const describePage = (key: string | number, { body, contentType, url }: Source) =>
  describeArticle(key, decodeBytes(body, { contentType, kind: "html" }).text, url);

const describeEntry = ({ id: entryId, url, title, publishedAt, ...texts }: Entry) => ({
  ...{ id: entryId, url, title, publishedAt: publishedAt ?? null },
  ...texts,
});

async function describeFeed(key: string | number, { body, contentType, url = BASE_URL }: Source) {
  const context = { url, timezone: TIMEZONE };
  try {
    const { kind, title, entries } = await parseFeed(decodeBytes(body, { contentType, kind: "xml" }).text, context);
    return { id: key, kind, title, entries: entries.map(describeEntry) };
  } catch (error) {
    if (!(error instanceof JuyaoError)) throw error;
    const html = decodeBytes(body, { contentType, kind: "html" }).text;
    return describeListing(key, html, context) ?? { id: key, error: error.code };
  }
}

/** A page of links is a feed too, if nothing says that it is an article. */
function describeListing(key: string | number, html: string, context: { url: string; timezone: string }) {
  if (!/<html|<body|<!doctype html/i.test(html.slice(0, 5000))) return undefined;
  try {
    const { title, entries } = parseListing({ html, ...context });
    return { id: key, kind: "page", title, entries: entries.map(describeEntry) };
  } catch (error) {
    if (error instanceof JuyaoError) return undefined;
    throw error;
  }
}

/** One JSON value a line in, one a line out; a line that is none is an error of its own and does not stop the rest. */
async function eachLine<T>(runtime: Runtime, schema: z.ZodType<T>, run: (input: T) => unknown): Promise<Exit> {
  for await (const line of readLines(runtime)) {
    if (line.trim() === "") continue;
    let key: unknown;
    try {
      const value: unknown = JSON.parse(line);
      key = (value as { id?: unknown } | null)?.id;
      await writeLine(runtime, JSON.stringify(await run(schema.parse(value))));
    } catch (error) {
      const code = error instanceof JuyaoError ? error.code : error instanceof z.ZodError ? "usage" : undefined;
      if (code === undefined && !(error instanceof SyntaxError)) throw error;
      await writeLine(runtime, JSON.stringify({ id: key ?? null, error: code ?? "usage" }));
    }
  }
  return EXIT.done;
}

export interface TextOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly root?: string;
  readonly explain?: boolean;
}

async function readStdin(runtime: Runtime): Promise<Source> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of runtime.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return { body: Buffer.concat(chunks) };
}

/** Each file or URL becomes one JSON value; with `--json` all of them are one. Without any, standard input is read. */
async function eachPlace(
  runtime: Runtime,
  places: readonly string[],
  options: TextOptions,
  run: (source: Source, place: string) => unknown,
): Promise<Exit> {
  const values: unknown[] = [];
  if (places.length === 0) values.push(await run(await readStdin(runtime), "-"));
  for (const place of places) values.push(await run(await openSource(runtime, place), place));
  const printed = options.json && values.length > 1 ? [values] : values;
  for (const value of printed) await writeLine(runtime, JSON.stringify(value, null, 2));
  return EXIT.done;
}

type Command = (runtime: Runtime, places: readonly string[], options: TextOptions) => Promise<Exit>;

/** The reasons of one text, for people to read. */
function printReasons(runtime: Runtime, place: string, reading: Reading): void {
  const blocks = renderReasons(reading, messagesFor(guessLocale(runtime.variables)));
  runtime.print({ title: reading.title || place, blocks });
}

export const measures: Command = async (runtime, places, options) => {
  const { explain, json, jsonl } = options;
  if (jsonl) return eachLine(runtime, MeasuresInput, runMeasures(explain));
  const read = ({ body, contentType, url }: Source): Reading =>
    readPage(decodeBytes(body, { contentType, kind: "html" }).text, { url, explain });
  if (!explain || json)
    return eachPlace(runtime, places, options, (source, place) => describeReading(place, read(source), explain));
  if (places.length === 0) printReasons(runtime, "-", read(await readStdin(runtime)));
  for (const place of places) printReasons(runtime, place, read(await openSource(runtime, place)));
  return EXIT.done;
};

export const article: Command = (runtime, places, options) => {
  const root = options.root ?? process.cwd();
  if (!options.jsonl) return eachPlace(runtime, places, options, (source, place) => describePage(place, source));
  return eachLine(runtime, ArticleInput, async ({ id: key, file, html, url, contentType }) => {
    if (html !== undefined) return describeArticle(key, html, url);
    return describePage(key, { ...(await readSource(file ?? "", root)), url, contentType });
  });
};

export const feed: Command = (runtime, places, options) => {
  const root = options.root ?? process.cwd();
  if (!options.jsonl) return eachPlace(runtime, places, options, (source, place) => describeFeed(place, source));
  return eachLine(runtime, FeedInput, async ({ id: key, file, url, contentType }) =>
    describeFeed(key, { ...(await readSource(file, root)), url, contentType }),
  );
};

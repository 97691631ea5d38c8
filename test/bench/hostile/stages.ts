/** What bytes from the web go through, as far as they can be hostile. */
import { extractArticle } from "../../../src/article/extract.ts";
import { JuyaoError } from "../../../src/errors.ts";
import { parseListing } from "../../../src/feed/listing.ts";
import { parseFeed } from "../../../src/feed/parse.ts";
import { readPage } from "../../../src/flow/read.ts";
import { decodeBytes } from "../../../src/text/decode.ts";
import { HOSTILE_FEEDS, HOSTILE_PAGES, type Input, NORMAL_FEED, NORMAL_PAGE } from "./inputs.ts";

export interface Stage {
  readonly name: string;
  readonly normal: Input;
  readonly hostile: readonly Input[];
  /** Ends in a result or in a JuyaoError; anything else is a fault. */
  readonly read: (bytes: Buffer) => Promise<void>;
}

const context = { url: "https://example.org/list/", timezone: "Asia/Shanghai" };
const decodePage = (bytes: Buffer): string => decodeBytes(bytes, { kind: "html" }).text;

/** What names itself in a JuyaoError is a result; with a cause it would be a crash that was caught. */
async function endIn(read: () => unknown): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof JuyaoError) || error.cause !== undefined) throw error;
  }
}

const readFeed = (bytes: Buffer): Promise<void> =>
  endIn(() => parseFeed(decodeBytes(bytes, { kind: "xml" }).text, context));

const onPage = (name: string, read: (html: string) => unknown): Stage => ({
  name,
  normal: NORMAL_PAGE,
  hostile: HOSTILE_PAGES,
  read: (bytes) => endIn(() => read(decodePage(bytes))),
});

export const STAGES: readonly Stage[] = [
  { name: "feed", normal: NORMAL_FEED, hostile: HOSTILE_FEEDS, read: readFeed },
  onPage("article", (html) => extractArticle({ html, ...context })),
  onPage("listing", (html) => parseListing({ html, ...context })),
  onPage("reading", (html) => readPage(html, context)),
];

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/article/clean.ts";
import { extractArticle } from "../../src/article/extract.ts";
import { SITES } from "./site-expected.ts";

/** The calendar date in China of a time in UTC. */
const dayOf = (publishedAt: string | undefined): string =>
  publishedAt === undefined ? "" : new Date(Date.parse(publishedAt) + 8 * 3_600_000).toISOString().slice(0, 10);

describe("pages in the manner of real ones, read and cleaned", () => {
  test.each(Object.entries(SITES))("%s", (name, { title, day, lines }) => {
    const html = readFileSync(new URL(`./site/${name}.html`, import.meta.url), "utf8");
    const article = extractArticle({ html });
    expect(cleanText(article.text).text.split("\n")).toEqual(lines);
    expect(article.title).toBe(title);
    expect(dayOf(article.publishedAt)).toBe(day);
  });
});

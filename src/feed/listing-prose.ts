/** Tells articles with a list beside them from pages that are lists, by where their running text stands. */
import type { ChildNode, ParentNode } from "domhandler";
import type { Page } from "./listing-page.ts";
import type { Sublist } from "./listing-row.ts";

export interface ListFacts {
  /** Where the rows lead. */
  readonly addresses: readonly string[];
  /** Characters of all titles together. */
  readonly titles: number;
  /** The list shows its dates, as main lists do and lists beside articles seldom. */
  readonly dated: boolean;
}

/** Characters of running text that make an article, if it is also more than the titles of the list. */
const MIN_PROSE = 400;
/** The same where the list shows no dates. */
const MIN_PROSE_UNDATED = 100;
/** Shorter numbers count sections, not articles. */
const MIN_DIGITS = 3;

/** The record of the list that holds this element, if any. The tree's depth is bounded. */
function findRecord(holder: ParentNode, records: ReadonlySet<ChildNode>): ChildNode | undefined {
  for (let node: ParentNode | null = holder; node !== null; node = node.parent) {
    if ("name" in node && records.has(node)) return node;
  }
  return undefined;
}

/** The most running text that one element holds; summaries in and between the rows of a list are left out. */
function findProse(page: Page, lists: readonly Sublist[]): number {
  const containers = new Set<ParentNode>(lists.map(({ container }) => container));
  const records = new Set<ChildNode>(lists.flatMap(({ rows }) => rows.map(({ node }) => node)));
  const summaries = new Map<ChildNode, number>();
  let most = 0;
  for (const [holder, length] of page.prose) {
    const record = findRecord(holder, records);
    if (record !== undefined) summaries.set(record, Math.max(summaries.get(record) ?? 0, length));
    else if (!containers.has(holder)) most = Math.max(most, length);
  }
  // Text in one row alone is no summary: the row is then a column of the page, and the text its article.
  return summaries.size * 2 >= records.size ? most : Math.max(most, ...summaries.values());
}

/** An address by its form, with the length of its longest number: articles of one site differ in nothing else. */
function kindOf(address: string): { readonly form: string; readonly digits: number } {
  const { host, pathname, search } = new URL(address);
  const numbers = `${pathname}${search}`.match(/\d+/g) ?? [];
  return {
    form: host + `${pathname}${search}`.replace(/\d+/g, "0"),
    digits: Math.max(0, ...numbers.map(({ length }) => length)),
  };
}

/** True if the page's own address is of the kind that its rows lead to: then it is one of them. */
function isOneOfThem(url: string, rows: readonly string[]): boolean {
  const { form, digits } = kindOf(url);
  if (digits < MIN_DIGITS) return false;
  const same = rows.map(kindOf).filter((row) => row.form === form && Math.abs(row.digits - digits) <= 1);
  return same.length > rows.length / 2;
}

/** True if the title of the page stands on it with a date right below, and that is no row of the list. */
function hasByline(page: Page, lists: readonly Sublist[]): boolean {
  const containers = new Set<ParentNode>(lists.map(({ container }) => container));
  const records = new Set<ChildNode>(lists.flatMap(({ rows }) => rows.map(({ node }) => node)));
  return page.bylines.some((holder) => !containers.has(holder) && findRecord(holder, records) === undefined);
}

/** True if the page is an article and the list only stands beside it. */
export function isArticle(page: Page, lists: readonly Sublist[], { addresses, titles, dated }: ListFacts): boolean {
  if (isOneOfThem(page.url, addresses) || hasByline(page, lists)) return true;
  const prose = findProse(page, lists);
  if (dated && !page.saysArticle) return prose > Math.max(MIN_PROSE, titles);
  return (page.saysArticle && !dated) || prose > Math.max(MIN_PROSE_UNDATED, titles / 4);
}

/** Tables of articles: which column a cell stands in, and which one tells when an article was published. */
import { type ChildNode, type Element, isTag, type ParentNode } from "domhandler";
import { textPieces } from "./listing-title.ts";

const PUBLISHED = /^(?:[发發][布佈表文]|公[布佈开開]|[发發]文|刊登|上传|上傳|更新|publi|posted|release)/i;
const DATE = /日期|[时時][间間]|\bdate\b|日$/i;
const MAX_SPAN = 1000;

const isCell = (node: ChildNode): node is Element => isTag(node) && (node.name === "td" || node.name === "th");

const readSpan = (cell: Element, name: string): number =>
  Math.min(MAX_SPAN, Math.max(1, Number.parseInt(cell.attribs[name] ?? "1", 10) || 1));

/** For each column of a table, how many more rows a cell from above reaches into. */
export type OpenSpans = number[];

/** The column of each cell of the next row, whose cells that span rows are added to `open`. */
export function placeCells(row: Element, open: OpenSpans): ReadonlyMap<ChildNode, number> {
  const columns = new Map<ChildNode, number>();
  let column = 0;
  const passSpans = (): void => {
    for (; (open[column] ?? 0) > 0; column++) open[column] = (open[column] ?? 0) - 1;
  };
  for (const cell of row.children.filter(isCell)) {
    passSpans();
    columns.set(cell, column);
    open[column] = readSpan(cell, "rowspan") - 1;
    column += readSpan(cell, "colspan");
  }
  passSpans();
  return columns;
}

function findFirstRow(container: ParentNode): Element | undefined {
  let table: ParentNode = container;
  if (isTag(table) && table.name === "tbody" && table.parent !== null) table = table.parent;
  const rows = table.children.flatMap((child) => (isTag(child) && child.name !== "tr" ? child.children : [child]));
  return rows.find((node) => isTag(node) && node.name === "tr") as Element | undefined;
}

/** The cell of a row that stands under 发布日期 or the like, where the table has other dates too: 成文日期, 生效日期. */
export function findPublishedCell(row: ChildNode): Element | undefined {
  if (!isTag(row) || row.name !== "tr" || row.parent === null) return undefined;
  const heads = findFirstRow(row.parent)?.children.filter(isCell) ?? [];
  const cells = row.children.filter(isCell);
  const texts = heads.map((head) => textPieces(head).join(""));
  const at = texts.findIndex((text) => PUBLISHED.test(text) && DATE.test(text));
  if (at < 0 || texts.filter((text) => DATE.test(text)).length < 2) return undefined;
  // Cells that reach in from above stand on the left: counted from the right, the others are in their places.
  return cells.length > heads.length ? undefined : cells.at(at - heads.length);
}

/** The first cell of a row that reaches into rows below, and into how many. */
export function findSpan(row: ChildNode): { readonly cell: Element; readonly rows: number } | undefined {
  const cells = isTag(row) && row.name === "tr" ? row.children.filter(isCell) : [];
  const cell = cells.find((each) => readSpan(each, "rowspan") > 1);
  return cell && { cell, rows: readSpan(cell, "rowspan") - 1 };
}

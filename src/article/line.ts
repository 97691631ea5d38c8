/** Kept blocks → the lines that readers and rules get: tables by row, list items with their markers. */
import type { ParentNode } from "domhandler";
import type { Block } from "./block.ts";

/** More than this is a layout table, whose cells are columns of a page. */
const MAX_ROW_UNITS = 400;
/** A cell of more blocks is a column of the page, too. */
export const MAX_BLOCKS_PER_CELL = 3;
const CELL_BORDER = " | ";
/** Items that bring their own marker: 一、 （一） 1. 第一 • */
const OWN_MARKER =
  /^(?:[（(]?[一二三四五六七八九十百\d]{1,3}[)）、.．:：]|第[一二三四五六七八九十百\d]{1,3}|[•·●○◆■★▲◎－-])/;

/** Blocks of one data row as one line; undefined if they are no such row. */
function joinRow(row: readonly Block[]): string | undefined {
  const cells: string[] = [];
  let units = 0;
  let last: number | undefined;
  for (const block of row) {
    if (block.cell === last) cells[cells.length - 1] += ` ${block.text}`;
    else cells.push(block.text);
    last = block.cell;
    units += block.units;
  }
  if (cells.length < 2 || units > MAX_ROW_UNITS || row.length > cells.length * MAX_BLOCKS_PER_CELL) return undefined;
  return cells.join(CELL_BORDER);
}

/** A list around the container is the layout of the page and gives no markers. */
function markerOf(block: Block, container: ParentNode): string {
  if (block.marker === "" || OWN_MARKER.test(block.text)) return "";
  let node: ParentNode | null = block.markerList ?? null;
  while (node !== null && node !== container) node = node.parent;
  return node === null ? "" : block.marker;
}

/** Renders the kept blocks of the container. */
export function renderLines(kept: readonly Block[], container: ParentNode): string[] {
  const lines: string[] = [];
  for (let at = 0; at < kept.length; ) {
    const block = kept[at];
    if (block === undefined) break;
    let end = at + 1;
    while (block.row > 0 && kept[end]?.row === block.row) end++;
    const row = end > at + 1 ? joinRow(kept.slice(at, end)) : undefined;
    if (row !== undefined) lines.push(row);
    else for (const single of kept.slice(at, end)) lines.push(markerOf(single, container) + single.text);
    at = end;
  }
  return lines;
}

/** Which list stands in which: 一、 holds （一） holds 1., and a count that runs on over several sections is cut at each. */
import type { DropReason, Span } from "../../model.ts";
import type { OnDrop } from "../draft.ts";
import { HEADING_RANKS } from "./markers.ts";
import { topicsAmong } from "./topic.ts";

export interface ListItem extends Span {
  /** Where the words of the item begin, after its marker. */
  readonly body: number;
  /** 1 or 2; headings that say nothing themselves do not count. */
  readonly level: number;
  /** A heading that states nothing itself, over text that does: 总体要求, 补助对象. */
  readonly topic: boolean;
}

export interface List {
  readonly family: string;
  readonly items: readonly ListItem[];
  /** What stands before the first item, up to 80 units: 主要内容如下： */
  readonly lead: string;
}

/** From the first marker to the end of the last item. */
export const spanOf = ({ items }: List): Span => ({ start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 });

const RUN_IN = 9;
/** Of a rule: they stand in sections or hold lists of their own. */
const ARTICLE = "第一条";
const DEEPEST = 2;
/** Items of all lists together; hostile text has more, articles never. */
const MOST_ITEMS = 5000;

interface Node {
  readonly list: number;
  readonly family: string;
  readonly item: ListItem;
  readonly rank: number;
  readonly last: boolean;
  end: number;
  topic: boolean;
  parent: Node | undefined;
}

function nodesOf(lists: readonly List[]): Node[] {
  const nodes = lists.flatMap((list, i) =>
    list.items.map((item, k): Node => {
      const rank = HEADING_RANKS[list.family] ?? RUN_IN;
      return {
        list: i,
        family: list.family,
        item,
        rank,
        last: k + 1 === list.items.length,
        end: item.end,
        topic: false,
        parent: undefined,
      };
    }),
  );
  return nodes.slice(0, MOST_ITEMS).sort((a, b) => a.item.start - b.item.start);
}

/** Does `node` go on what `open` began, although the guessed end of `open` lies before it? */
function continues(node: Node, open: Node, homes: ReadonlyMap<number, number>): boolean {
  if (!open.last || node.rank <= open.rank || open.rank === RUN_IN) return false;
  return node.item.start <= open.end + 2 || homes.get(node.list) === open.list;
}

/** Sets each node's parent; a coarser heading ends every finer one. */
function linkNodes(nodes: readonly Node[]): void {
  const stack: Node[] = [];
  /** By list, the list its items were last found in. */
  const homes = new Map<number, number>();
  const opened = new Map<number, number>();
  for (const node of nodes) {
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      // An item ends whatever lists still stand open inside of the one before it.
      const inside = (top.last || top.family === ARTICLE) && (opened.get(node.list) ?? 0) > 0 && top.list !== node.list;
      // 一是 … 二是 …, and then 一是 anew: no list holds one of its own kind.
      const anew = top.family === node.family && top.last;
      if (top.list === node.list || inside || anew || (top.rank > node.rank && top.rank !== RUN_IN)) {
        top.end = Math.min(top.end, node.item.start);
      } else if (node.item.start < top.end) {
        break;
      } else if (continues(node, top, homes)) {
        top.end = node.end;
        break;
      }
      stack.pop();
      opened.set(top.list, (opened.get(top.list) ?? 1) - 1);
    }
    const parent = stack.at(-1);
    node.parent = parent;
    if (parent !== undefined) homes.set(node.list, parent.list);
    if (parent?.last && parent.rank < node.rank) parent.end = Math.max(parent.end, node.end);
    stack.push(node);
    opened.set(node.list, (opened.get(node.list) ?? 0) + 1);
  }
}

function depthOf(node: Node): number {
  let depth = 1;
  for (let up = node.parent; up !== undefined; up = up.parent) if (!up.topic) depth++;
  return depth;
}

/** Run-in lists may not reach over the border of another item; headings may, and articles count on over sections. */
const crosses = (nodes: readonly Node[]): boolean =>
  nodes[0]?.rank === RUN_IN && nodes[0].family !== ARTICLE && nodes.some((node) => node.parent !== nodes[0]?.parent);

/** Gives each item its level and its end; drops lists that cross others or lie too deep. */
export function nestLists(text: string, lists: readonly List[], onDrop: OnDrop): List[] {
  const nodes = nodesOf(lists);
  linkNodes(nodes);
  const byList = lists.map((): Node[] => []);
  for (const node of nodes) byList[node.list]?.push(node);
  // A heading over nothing but its finer list counts as no level, so this is asked before the list is known to be its text.
  for (const own of byList) {
    const topics = topicsAmong(
      text,
      own[0]?.family ?? "",
      own.map(({ item }) => item),
    );
    for (const [k, node] of own.entries()) node.topic = topics[k] ?? false;
  }
  return lists.flatMap((list, i): List[] => {
    const own = byList[i] ?? [];
    const drop = (why: DropReason): List[] => {
      onDrop({ span: spanOf(list), why, reasons: [`list:${list.family}`] });
      return [];
    };
    if (own.length < 2 || crosses(own)) return drop("crosses-list");
    if (list.family === "一方面" && own[0]?.parent !== undefined) return drop("too-deep");
    const depths = own.map((node) => depthOf(node)).sort((a, b) => a - b);
    const level = depths[depths.length >> 1] ?? 1;
    if (level > DEEPEST) return drop("too-deep");
    const items = own.map(({ item, end }) => ({
      ...item,
      end: Math.max(item.body, trimmedEnd(text, item.body, end)),
      level,
    }));
    const topics = topicsAmong(text, list.family, items);
    return [{ ...list, items: items.map((item, k) => ({ ...item, topic: topics[k] ?? false })) }];
  });
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}

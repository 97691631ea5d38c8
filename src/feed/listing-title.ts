/** The title that a link in a list shows, whole, and a date that is printed inside the link. */
import { type ChildNode, type Element, isTag, isText } from "domhandler";
import type { FoundMoment } from "../text/date.ts";
import { collapse } from "../text/space.ts";
import { findFullDate } from "./listing-date.ts";

export interface LinkTitle {
  readonly title: string;
  readonly date: FoundMoment | undefined;
}

const SKIPPED_TAGS: ReadonlySet<string> = new Set(["script", "style", "noscript", "template", "textarea", "svg"]);
const BLOCK_TAG = /^(?:p|div|ul|ol|li|dl|dt|dd|h[1-6]|section|article|table|time)$/;
const TITLE_CLASS = /(?:^|[\s_-])(?:title|tit|bt|biaoti|headline|subject)(?:$|[\s_-])/i;
const BULLET = /^[\s·•●○■□▪◆◇★☆▶►>»›\-—]+/;
const ELLIPSIS = /(?:…|\.{2}|。{2}|．{2})$/;
/** 年月日 inside a title is part of it; a date in figures at its edge is the list's. */
const EDGE_DATE = /^[-/.\d\s:：T]+$/;
/** Nodes read for one link; enough for a card, too few for a page that nests links in links. */
const MAX_NODES = 200;

/** Longer ones are texts. */
const MAX_TITLE = 400;

/** What a title says: a Chinese character counts 1, a Latin letter or figure 0.4. */
export function weigh(title: string): number {
  let weight = 0;
  for (const char of title.slice(0, 200)) {
    if (char >= "\u3400") weight += 1;
    else if (/[a-z0-9]/i.test(char)) weight += 0.4;
  }
  return weight;
}

/** Elements and texts below a node in order, the first `MAX_NODES` of them. */
export function descendants(root: ChildNode): ChildNode[] {
  const found: ChildNode[] = [];
  const stack: ChildNode[] = [root];
  for (let node = stack.pop(); node !== undefined && found.length < MAX_NODES; node = stack.pop()) {
    found.push(node);
    if (!isTag(node) || SKIPPED_TAGS.has(node.name)) continue;
    for (let i = Math.min(node.children.length, MAX_NODES) - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return found;
}

const rawTexts = (nodes: readonly ChildNode[]): string[] =>
  nodes.flatMap((node) => (isText(node) ? [node.data.slice(0, 2_000)] : []));

/** The non-empty texts below a node, white space collapsed. */
export const textPieces = (root: ChildNode): string[] => rawTexts(descendants(root)).map(collapse).filter(Boolean);

/** What a `time` element below a node says to machines, for those that tell people only "yesterday". */
export function readDatetime(root: ChildNode): FoundMoment | undefined {
  const time = descendants(root).find((node) => isTag(node) && node.name === "time" && node.attribs.datetime);
  return time !== undefined && isTag(time) ? findFullDate((time.attribs.datetime ?? "").slice(0, 40)) : undefined;
}

const inlineText = (root: ChildNode): string => collapse(rawTexts(descendants(root)).join("")).slice(0, MAX_TITLE);

/** Takes a date in figures off the edge of a text. */
function splitEdgeDate(text: string): LinkTitle {
  const found = findFullDate(text);
  if (found === undefined) return { title: text, date: undefined };
  const at = text.indexOf(found.text);
  const before = text.slice(0, at).replace(/[\s[(（【]+$/, "");
  const after = text.slice(at + found.text.length).replace(/^[\s\])）】]+/, "");
  const own =
    EDGE_DATE.test(found.text) ||
    /[\s[【]$/.test(text.slice(0, at)) ||
    /^[\s\]】]/.test(text.slice(at + found.text.length));
  if (!own || (before !== "" && after !== "")) return { title: text, date: undefined };
  return { title: before === "" ? after : before, date: found };
}

/** The text of a link that wraps a whole card: its heading, else its first text of some weight that is no date. */
function readCard(anchor: Element, nodes: readonly ChildNode[]): LinkTitle {
  const heading = nodes.find(
    (node) =>
      node !== anchor && isTag(node) && (/^h[1-6]$/.test(node.name) || TITLE_CLASS.test(node.attribs.class ?? "")),
  );
  const own = heading === undefined ? "" : inlineText(heading);
  if (weigh(own) >= 2) return splitEdgeDate(own);
  const pieces = textPieces(anchor).filter((piece) => {
    const found = findFullDate(piece);
    return found === undefined || weigh(piece.replace(found.text, "")) >= 4;
  });
  return splitEdgeDate((pieces.find((piece) => weigh(piece) >= 5) ?? pieces[0] ?? "").slice(0, MAX_TITLE));
}

/** True for a title that was cut to a length, and says so. */
export const isCut = (title: string): boolean => ELLIPSIS.test(title);

function cutEllipsis(title: string): string {
  let end = title.length;
  while (isCut(title) && end > 0 && " …。．.".includes(title[end - 1] ?? "")) end--;
  return title.slice(0, end);
}

/** Some systems cut titles to a length and keep the whole in the `title` attribute. */
function completeTitle(shown: string, attribute: string): string {
  const whole = collapse(
    attribute
      .slice(0, MAX_TITLE)
      .split(/[\r\n]/)
      .find((line) => line.trim() !== "") ?? "",
  ).replace(/^标题[:：]\s*/, "");
  const stem = cutEllipsis(shown);
  if (whole.length <= stem.length) return shown;
  return whole.startsWith(stem) && (stem.length >= 4 || stem !== shown || stem === "") ? whole : shown;
}

/** What the link is called. Linear, and bounded for hostile markup. */
export function readLinkTitle(anchor: Element): LinkTitle {
  const nodes = descendants(anchor);
  const card =
    anchor.name !== "a" ||
    nodes.some(
      (node) =>
        node !== anchor && isTag(node) && (BLOCK_TAG.test(node.name) || TITLE_CLASS.test(node.attribs.class ?? "")),
    );
  const { title, date } = card ? readCard(anchor, nodes) : splitEdgeDate(inlineText(anchor));
  return { title: completeTitle(title.replace(BULLET, ""), anchor.attribs.title ?? ""), date };
}

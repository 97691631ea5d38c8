/** 来源, 发文机关 and attachments, as the page says them. */
import { type Element, isTag, type ParentNode } from "domhandler";
import { listElements, textOf } from "../text/tree.ts";
import { type Block, isFileLink } from "./block.ts";
import type { PageHead } from "./head.ts";
import { ruleKey } from "./rule.ts";

export interface Attachment {
  readonly title: string;
  readonly url: string;
}

const SOURCE_METAS = ["contentsource", "source"];
const SOURCE =
  /(?:信息来源|文章来源|新闻来源|稿件来源|本文来源|资料来源|来源|稿源|出处)\s?[:：]\s?["“《【]?([^\s|丨，。;；:：)）】》”"]{2,30})/;
const ISSUER =
  /(?:发文机关|发文单位|制发机关|发布机关|公开主体|颁布单位|发布单位|发布机构|制定机关)\s?(?:[:：]\s?|\s\|\s|$)([^\s|，。;；:：]{0,60})/;
/** Characters of which one stands in each label, in either script: most lines have none, and are not looked at further. */
const IN_SOURCE = /[源处處]/;
const IN_ISSUER = /[关關位体體构構]/;
/** Words that follow the source without a space: 来源：新华社作者：… */
const NEXT_LABEL = /(?:作者|时间|日期|发布|编辑|责任编辑|责编|浏览|点击|阅读|字号|字体|记者|访问).*$/;
const MAX_LINE = 300;
/** Menus name no source. */
const LINK_SHARE = 0.9;
const MAX_ATTACHMENTS = 100;
/** Attachments often stand beside the container, not in it. */
const LEVELS_ABOVE = 3;

/** 来源 of the page: its meta, else the line near the title, else the one below the text. */
export function findSource(head: PageHead, blocks: readonly Block[]): string | undefined {
  for (const name of SOURCE_METAS) {
    const content = head.metas.get(name);
    if (content !== undefined && content.length < 40 && !/^https?:/.test(content)) return content;
  }
  for (const { text, units, linkUnits } of blocks) {
    if (text.length > MAX_LINE || linkUnits > units * LINK_SHARE || !IN_SOURCE.test(text)) continue;
    const raw = SOURCE.exec(ruleKey(text))?.[1]?.replace(NEXT_LABEL, "");
    if (raw !== undefined && raw.length >= 2) return raw;
  }
  return undefined;
}

/** 发文机关 where a line or a table of facts names it. */
export function findIssuer(blocks: readonly Block[]): string | undefined {
  for (const [at, { text, row, units, linkUnits }] of blocks.entries()) {
    if (text.length > MAX_LINE || linkUnits > units * LINK_SHARE || !IN_ISSUER.test(text)) continue;
    const match = ISSUER.exec(ruleKey(text));
    if (match === null) continue;
    const next = blocks[at + 1];
    // In a table the label ends its cell and the name is the next one.
    const name = match[1] || (next !== undefined && next.row === row ? next.text : "");
    if (name.length >= 3 && name.length <= 60 && !/[:：]$/.test(name)) return name;
  }
  return undefined;
}

function resolve(href: string, base: string | undefined): string {
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

/** Files to download in and beside the container. Addresses are absolute where `base` is known. */
export function listAttachments(container: ParentNode, base: string | undefined): Attachment[] {
  let root: ParentNode = container;
  for (let level = 0; level < LEVELS_ABOVE; level++) {
    const parent: ParentNode | null = root.parent;
    if (parent === null || !isTag(parent) || parent.name === "body") break;
    root = parent;
  }
  const found = new Map<string, Attachment>();
  const links: Element[] = listElements(root).filter((element) => element.name === "a" && isFileLink(element));
  for (const link of links.slice(0, MAX_ATTACHMENTS)) {
    const url = resolve(link.attribs.href ?? "", base);
    const title = textOf(link, MAX_LINE) || (link.attribs.title ?? "").trim() || url.replace(/^.*\//, "");
    if (!found.has(url)) found.set(url, { title, url });
  }
  return [...found.values()];
}

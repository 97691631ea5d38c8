/** Takes the furniture out of a text line by line. */
import { simplify } from "../text/shadow.ts";
import { LINE_RULES, METADATA_LABEL, SECTION_RULES, type SectionRule, SPAM_WORDS } from "./clean-rules.ts";

export type Cut = (reason: string, text: string) => void;

const HEAD_LINES = 12;
const MIN_SENTENCE = 16;

/**
 * Lines in which a rule for the head of a page may apply: the first third, and none after a sentence, since a date
 * further down is a signature.
 */
function countHeadLines(lines: readonly string[]): number {
  const sentence = lines.findIndex((line) => line.length >= MIN_SENTENCE && /[。！？]$/.test(line));
  const most = Math.min(HEAD_LINES, Math.max(4, Math.ceil(lines.length / 3)));
  return sentence < 0 ? most : Math.min(most, sentence);
}
const RULE_MAX = 80;
const LINK_MAX = 70;

const SENTENCE_END = /[。；;！!？?…]["”』」）)]?$/;
const ITEM_MARK =
  /^(?:[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[,，、章条])/;

const isLinkLike = (line: string): boolean =>
  line.length <= LINK_MAX
    ? !SENTENCE_END.test(line) && !ITEM_MARK.test(line)
    : /(?:>>>?|》》|»)\s*(?:全文|详细|详情|更多)?$/.test(line);

const labelOf = (line: string): { label: string; value: string } | undefined => {
  const match = /^([^:：]{2,14})[:：]\s*(.*)$/s.exec(line.slice(0, 400));
  return match ? { label: simplify((match[1] ?? "").replace(/\s/g, "")), value: match[2] ?? "" } : undefined;
};

/**
 * Number of lines from `at` that are one entry of a document's head (索引号：… or the label and its value on the next
 * line), 0 if there is none.
 */
function metadataLength(lines: readonly string[], at: number): number {
  const entry = labelOf(lines[at] ?? "");
  if (!entry || !METADATA_LABEL.test(entry.label)) return 0;
  if (entry.value !== "") return 1;
  const next = lines[at + 1];
  if (next === undefined || next.length > RULE_MAX) return 1;
  const after = labelOf(next);
  if (after && METADATA_LABEL.test(after.label)) return 1;
  // Keywords are single words; what is no row of words begins the document.
  if (entry.label === "主题词" || entry.label === "关键词") return /^\S{1,8}(?:\s+\S{1,8})+$/.test(next) ? 2 : 1;
  return 2;
}

/** One label alone may be the article's own (标题：…); a head of a document has several. */
function metadataBlock(lines: readonly string[]): { start: number; end: number } | undefined {
  for (let start = 0; start < Math.min(lines.length, HEAD_LINES); start++) {
    let end = start;
    let entries = 0;
    for (let step = metadataLength(lines, end); step > 0; step = metadataLength(lines, end)) {
      end += step;
      entries++;
    }
    if (entries >= 2) return { start, end };
  }
  return undefined;
}

interface Place {
  readonly index: number;
  readonly total: number;
  readonly head: number;
}

function lineReason(line: string, { index, total, head }: Place): string | undefined {
  const shadow = line.length <= 2000 ? simplify(line) : "";
  for (const rule of LINE_RULES) {
    if (line.length > (rule.max ?? RULE_MAX)) continue;
    if (rule.where === "head" && index >= head) continue;
    if (rule.where === "tail" && index * 2 < total) continue;
    if (rule.pattern.test(shadow)) return rule.name;
  }
  return isSpam(line) ? "spam" : undefined;
}

/** A line is spam if a fifth of it is spam words; an article about gambling has other words too. */
function isSpam(line: string): boolean {
  if (line.length > 3000) return false;
  const words = new Set<string>();
  let length = 0;
  for (const [word] of simplify(line).matchAll(SPAM_WORDS)) {
    words.add(word);
    length += word.length;
  }
  return words.size >= 3 && length * 5 >= line.length;
}

/** The lines that are the article's, each trimmed and none empty. */
export function cutLines(input: readonly string[], cut: Cut): string[] {
  const block = metadataBlock(input);
  const lines = input.filter((line, index) => {
    const inBlock = block !== undefined && index >= block.start && index < block.end;
    if (inBlock) cut("document-head", line);
    return !inBlock;
  });
  const kept: string[] = [];
  const head = countHeadLines(lines);
  let section: SectionRule | undefined;
  for (const [index, line] of lines.entries()) {
    if (section && !continuesSection(section, line)) section = undefined;
    const opened = section ?? openedSection(line);
    const repeated = line.length >= 6 && line === kept.at(-1) ? "repeated-line" : undefined;
    const reason = opened?.name ?? lineReason(line, { index, total: lines.length, head }) ?? repeated;
    section = opened;
    if (reason) cut(reason, line);
    else kept.push(line);
  }
  return kept;
}

const openedSection = (line: string): SectionRule | undefined =>
  line.length <= RULE_MAX ? SECTION_RULES.find((rule) => rule.pattern.test(simplify(line))) : undefined;

function continuesSection(section: SectionRule, line: string): boolean {
  if (section.rest) return true;
  if (section.name !== "attachment-list") return isLinkLike(line);
  // Only the further numbered titles: the attachment itself may follow.
  return line.length <= LINK_MAX && /^\d{1,2}\s*[.．、]/.test(line) && !SENTENCE_END.test(line);
}

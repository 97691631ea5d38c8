/** 发文机关: whose decision, statement or data an article is. */
import { simplify } from "../text/shadow.ts";
import { GREATER_CHINA_BODIES, INTERNATIONAL_BODIES, MAINLAND_BODIES, TAIWAN_BODIES } from "./bodies.ts";
import { CUES } from "./cues.ts";
import { findEnglishIssuers } from "./english.ts";
import { findMentions, type Mention, type Place } from "./mention.ts";
import { findBulletin, findSpeaker, findSubject } from "./subject.ts";

/** Enough to see the lead and the body; issuers are named early. */
const TEXT_MAX = 12_000;
const LEAD = 500;
const BODY_LEAD = 1000;
const THRESHOLD = 2;

const isEnglish = (text: string): boolean =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 3 < (text.match(/[A-Za-z]/g)?.length ?? 0);

const OF_TAIWAN =
  /行政院|立法院|司法院|台币|立委|台湾|台北|台中|台南|高雄|桃园|中央社|金管会|卫福部|国银|主计总处|经济部|劳动部|内政部|健保|疾管署|农委会|台股|全台|民进党|国民党|民众党|新台币|报导|升息|通膨|房地合一|赋税署|中经院|政院|北市|新北/g;
const OF_HONG_KONG = /香港|港元|立法会|特区|特首|港府|港股|九龙|新界|本港|港人|澳门|加息|通胀|港币/g;

/** In the text itself: in its shadow both are 计划. */
const WRITTEN_IN_TAIWAN = /計畫|規畫/g;
const WRITTEN_IN_HONG_KONG = /計劃/g;

function placeOf(text: string, shadow: string): Place {
  let changed = 0;
  for (let i = 0; i < shadow.length; i++) if (shadow[i] !== text[i]) changed++;
  if (changed * 12 < shadow.length) return "mainland";
  const count = (words: string, cues: RegExp): number => words.match(cues)?.length ?? 0;
  const taiwan = count(shadow, OF_TAIWAN) + count(text, WRITTEN_IN_TAIWAN);
  return taiwan > count(shadow, OF_HONG_KONG) + count(text, WRITTEN_IN_HONG_KONG) ? "taiwan" : "greater";
}

/** Bodies joined by 、和 or a space act together. */
function groupRows(shadow: string, mentions: readonly Mention[]): Mention[][] {
  const rows: Mention[][] = [];
  for (const mention of mentions) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const joint = last ? shadow.slice(last.end, mention.start) : undefined;
    if (row && joint !== undefined && /^(?:[、和与及暨]?[ \u3000\n]?|[ \u3000]{2}|以及|会同|联合|，会同)$/.test(joint))
      row.push(mention);
    else rows.push([mention]);
  }
  return rows;
}

/** The strongest word for a row; a word against it decides. */
function weigh(shadow: string, row: readonly Mention[], inTitle: boolean): number {
  const start = row[0]?.start ?? 0;
  const end = row.at(-1)?.end ?? 0;
  const before = /[^。；！？，,\n]*$/.exec(shadow.slice(Math.max(0, start - 40), start))?.[0] ?? "";
  const after = /^[^。；！？\n]*/.exec(shadow.slice(end, end + 90))?.[0] ?? "";
  const quoted = /《[^》]*$/.test(before);
  let weight = 0;
  for (const cue of CUES) {
    if (cue.weight > 0 && (cue.ofDocument ?? false) !== quoted) continue;
    if ((cue.inTitle && !inTitle) || (cue.ofCompany && !row.every(({ company }) => company))) continue;
    if (cue.ofName && !row.every(({ name }) => cue.ofName?.test(name))) continue;
    if (cue.before && !cue.before.test(before)) continue;
    if (cue.after && !cue.after.test(after)) continue;
    if (cue.weight < 0) return cue.weight;
    weight = Math.max(weight, cue.weight);
  }
  return weight;
}

const MAINLAND = new Set(MAINLAND_BODIES.map((row) => row.split("|")[0] ?? ""));

interface Score {
  weight: number;
  company: boolean;
}

type Scores = Map<string, Score>;

function addWeight(scores: Scores, { name, company }: Pick<Mention, "name" | "company">, weight: number): void {
  const score = scores.get(name) ?? { weight: 0, company };
  score.weight += weight;
  scores.set(name, score);
}

/** Where a row stands: in the headline, or in an article whose headline names a body or does not. */
type Where = "title" | "titled" | "untitled";

/** Their decisions are the ground of everything; further down they are only quoted. */
const SUPREME = /^(?:国务院|中共中央|全国人民代表大会)/;

const gain = (weight: number, { name, start, known, company }: Mention, where: Where): number => {
  if (weight <= 0) return 0;
  if (where === "title") return start === 0 ? weight * 1.5 : weight;
  // News of an industry goes from company to company; a body further down is mostly quoted.
  if (known && company) return weight;
  const lead = known && where === "untitled" && !SUPREME.test(name) ? BODY_LEAD : LEAD;
  return start < lead ? weight : weight * 0.6;
};

/** Bodies of Hong Kong, Macau and Taiwan: the full name, and shorter ones that are a part of it, the fullest first. */
const OWN_FORMS = new Map(
  [...GREATER_CHINA_BODIES, ...TAIWAN_BODIES].map((row) => {
    const [name = "", ...forms] = row.split("|");
    return [name, [name, ...forms.filter((form) => name.includes(form))]] as const;
  }),
);

/** Bodies of the world: the full name and the shorter ones. */
const WORLD_FORMS = new Map(INTERNATIONAL_BODIES.map((row) => [row.split("|")[0] ?? "", row.split("|")] as const));

/**
 * Bodies of the mainland keep their official, simplified names, those of Hong Kong, Macau and Taiwan theirs, without a
 * part that the text leaves out: 警務處. All others are named in the characters of the text, if it has the name in full;
 * in traditional characters a text that has only a short name of a body of the world is taken at its word: 歐洲央行.
 */
function spell(name: string, company: boolean, text: string, shadow: string): string {
  if (!company && MAINLAND.has(name)) return name;
  const own = company ? undefined : OWN_FORMS.get(name);
  if (own) return own.find((form) => shadow.includes(simplify(form))) ?? name;
  const forms = shadow === text ? [name] : (WORLD_FORMS.get(name) ?? [name]);
  const written = forms.find((form) => shadow.includes(form)) ?? name;
  const at = shadow.indexOf(written);
  return at < 0 ? name : text.slice(at, at + written.length);
}

function scoreRows(scores: Scores, shadow: string, place: Place, where: Where): void {
  for (const row of groupRows(shadow, findMentions(shadow, place))) {
    const weight = weigh(shadow, row, where === "title");
    for (const mention of row) addWeight(scores, mention, gain(weight, mention, where));
  }
}

/** 国务院关于…的通知: who signs an official document is in its name, and nobody else in it issues it. */
function documentIssuers(shadow: string, place: Place): string[] {
  const row = groupRows(shadow, findMentions(shadow.slice(0, 120), place))[0];
  const end = row?.at(-1)?.end ?? 0;
  if (row?.[0]?.start !== 0) return [];
  return /^(?:办公厅)?\s?(?:关于|对)[^，。：:]{2,90}(?:的)?(?:通知|意见|决定|批复|函|复函|答复|公告|通告|通报|规定|办法|方案|条例|报告|令|请示|命令|细则|规划|纲要|解释)/.test(
    shadow.slice(end, end + 200).replace(/\n/g, ""),
  )
    ? row.map(({ name }) => name)
    : [];
}

/** A line that is nothing but the name, near the end: the signature. */
function scoreSignature(scores: Scores, shadow: string, place: Place): void {
  for (const line of shadow.slice(-400).split("\n").slice(-6)) {
    const bare = line.replace(/[\s\u3000]+/g, " ").trim();
    if (bare.length < 3 || bare.length > 60) continue;
    const mentions = findMentions(bare, place);
    const covered = mentions.reduce((sum, { start, end }) => sum + end - start, 0);
    if (covered >= bare.replace(/ /g, "").length * 0.9) {
      for (const mention of mentions) addWeight(scores, mention, 3);
    }
  }
}

const opensWithBody = (head: string, place: Place): boolean =>
  findMentions(head.slice(0, 40), place).some(({ start, known, company }) => start === 0 && known && !company);

function findChineseIssuers(text: string, title: string): string[] {
  const shadow = simplify(text);
  const place = placeOf(text, shadow);
  const scores: Scores = new Map();
  const head = simplify(title).trim();
  const signed = documentIssuers(head, place);
  if (signed.length > 0) return [...new Set(signed)];
  scoreRows(scores, head, place, "title");
  const titled = findMentions(head, place).some(({ company }) => !company);
  scoreRows(scores, shadow, place, titled ? "titled" : "untitled");
  scoreSignature(scores, shadow, place);
  // The Commission is the one that acts for the Union.
  if (scores.has("欧盟委员会")) scores.delete("欧洲联盟");
  const named = [...scores].filter(([, { weight }]) => weight >= THRESHOLD);
  const longer = (name: string): boolean => named.some(([other]) => other !== name && other.startsWith(name));
  const isPartOf = (name: string): boolean => named.some(([other]) => other !== name && other.endsWith(name));
  const bodies = named.some(([, { company }]) => !company);
  // Companies that are quoted where another one or a body speaks do not issue it, unless the headline names them.
  const opener = named.find(([name, { company }]) => company && head.startsWith(name))?.[0];
  const isInHead = (name: string): boolean => head.includes(name) || (opener !== undefined && name.startsWith(opener));
  const isTold = (name: string): boolean => !longer(name) && ((!bodies && !opener) || isInHead(name));
  const found = named
    .filter(([name, { company }]) => (company ? isTold(name) : !isPartOf(name)))
    .map(([name, { company }]) => spell(name, company, text, shadow));
  const bulletin = findBulletin({ shadow, head });
  if (bulletin.length > 0) return bulletin.map((name) => spell(name, true, text, shadow));
  const subject = opensWithBody(head, place) ? undefined : findSubject({ shadow, head });
  const told = found.some((name) => simplify(name).includes(subject ?? ""));
  if (subject && !told) {
    // 甲乙 of the headline is not the 甲 of the table.
    const others = found.filter((name) => !subject.startsWith(simplify(name)));
    return [...others, spell(subject, true, text, shadow)];
  }
  if (found.length > 0) return found;
  const speaker = findSpeaker(shadow);
  return speaker ? [spell(speaker, true, text, shadow)] : [];
}

/**
 * Official names of the bodies whose decision, statement or data the article is; empty if none is named. `text` is the
 * cleaned text. Linear in its length.
 */
export function findIssuers(input: { text: string; title?: string | undefined }): string[] {
  const text =
    input.text.length > TEXT_MAX ? `${input.text.slice(0, TEXT_MAX - 400)}\n${input.text.slice(-400)}` : input.text;
  const title = (input.title ?? /^[^\n。]{4,60}(?=\n)/.exec(text)?.[0] ?? "").slice(0, 200);
  return isEnglish(text) ? findEnglishIssuers(text, title) : findChineseIssuers(text, title);
}

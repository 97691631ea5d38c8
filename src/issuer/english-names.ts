/** Where an English text names a body: by a name of the table, by the form of a name, or by a short form that the text explains. */
import { ENGLISH_BODIES } from "./bodies.ts";
import { PLACE_WORDS } from "./english-words.ts";

export interface EnglishMention {
  /** Official name if the table has it, else the words of the text. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly known: boolean;
}

const NAME_BY_FORM = new Map<string, string>();
const FORMS = new Map<string, readonly string[]>();
for (const row of ENGLISH_BODIES) {
  const names = row.split("|");
  const forms = [
    ...new Set(names.flatMap((form) => [form, form.replace(" & ", " and "), form.replace(" and ", " & ")])),
  ];
  const [name = ""] = names;
  FORMS.set(name, forms);
  for (const form of forms) NAME_BY_FORM.set(form, name);
}

export const isKnown = (name: string): boolean => FORMS.has(name);

export const escapeForm = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Any of these, the longest first. */
function anyOf(forms: Iterable<string>): RegExp {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\w-])(?:${longestFirst.map(escapeForm).join("|")})(?![\\w-])`, "g");
}

const KNOWN = anyOf(NAME_BY_FORM.keys());

export const WORD = "[A-Z](?:(?!--)[\\w&-]){0,30}";
/** Farmers' Welfare. */
const OWNERS_WORD = `${WORD}(?:['’](?= [A-Z]))?`;
const OF = `(?:of|for|on) (?:the )?${OWNERS_WORD}(?:(?: and| of| &|,)? ${OWNERS_WORD}){0,5}`;
const BODY_NOUN =
  "Ministry|Department|Agency|Authority|Commission|Board|Council|Administration|Bureau|Association|Institute|Exchange|Secretariat|Centre|Taskforce|Federation|Organization|Organisation|Congress|Parliament|Bank|Division|Committee|Society|Foundation";
/** Ministry of X and Y. Repetitions are bounded here and below. */
const NOUN_FIRST = `(?:Ministry|Department|Office|Bureau|Bank|Institute|Board|Council|Registry|University|Committee) ${OF}`;
/** X and Y Agency; X Institute for Z. */
const NOUN_LAST = `(?:(?!(?:${BODY_NOUN})\\b)${OWNERS_WORD} (?:(?:and|&) )?){1,6}(?:(?:${BODY_NOUN})(?: ${OF})?|Corporation|Group|plc)`;
/** X.Y. Z Co; X, Inc. */
const COMPANY = `(?:[A-Z](?:(?!--)[\\w&.-]){0,30} ){0,4}[A-Z](?:(?!--)[\\w&.-]){0,30},? (?:Corp|Inc|Ltd|LLC|Co|AG|SE|PLC)(?:\\.(?=,| [(a-z]| ?['’]s))?`;
const GUESSED = new RegExp(`(?<!\\w)(?:${NOUN_FIRST}|${NOUN_LAST}|${COMPANY})(?![\\w-])`, "g");

/** “Food and Rivers Department (FRD)”. */
const EXPLAINED = / \((?:the )?["“']?([A-Z][A-Za-z]{1,9})["”']?\)/g;
const firstWord = (words: string): string => words.split(" ", 1)[0] ?? "";
const SMALL_WORD = /^(?:and|of|for|on|the|in|to|&)$/;
const IS_BODY = new RegExp(
  `\\b(?:${BODY_NOUN}|Office|Service|Union|Court|Fund|Trust|Chamber|College|Registry|University)\\b`,
);
const LONGEST_EXPLAINED = 120;

/** The words before a short form whose first letters it is: National Rivers and Lakes Division before NRLD. */
function explainedBy(short: string, before: string): string | undefined {
  let letters = short.replace(/[a-z]/g, "");
  const words = before.split(" ");
  for (let at = words.length - 1; at >= 0 && letters !== ""; at--) {
    const word = words[at] ?? "";
    if (SMALL_WORD.test(word)) continue;
    const initials = word
      .split("-")
      .map((part) => part.charAt(0))
      .join("");
    if (initials === "" || !/^[A-Z]+$/.test(initials) || !letters.endsWith(initials)) return undefined;
    letters = letters.slice(0, -initials.length);
    if (letters === "") return words.slice(at).join(" ");
  }
  return undefined;
}

/** Short forms that the text itself explains, with the full names. */
function explainedForms(text: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (const { index, 1: short = "" } of text.matchAll(EXPLAINED)) {
    if (NAME_BY_FORM.has(short) || forms.has(short)) continue;
    const before = text.slice(Math.max(0, index - LONGEST_EXPLAINED), index);
    const name = explainedBy(short, /[^\n.;:()]*$/.exec(before)?.[0] ?? "") ?? guessAtEnd(before);
    if (name !== undefined && IS_BODY.test(name)) forms.set(short, name);
  }
  return forms;
}

function guessAtEnd(before: string): string | undefined {
  for (const match of before.matchAll(GUESSED))
    if (match.index + match[0].length === before.length) return withoutOpeners(match[0]);
  return undefined;
}

/** Ministry of Rivers｜and Lakes: the known name is only the beginning. */
const GOES_ON = /^ (?:and|&) /;
const OF_NAME = /^[A-Z]\w+ (?:of|for|on) /;

/** Of a known name and a guess that holds it the guess is meant if it only says more of the same body. */
function isFuller(guess: EnglishMention, known: EnglishMention): boolean {
  const before = guess.name.slice(0, Math.max(0, known.start - guess.start));
  const after = guess.name.slice(Math.max(0, known.end - guess.start));
  if (before === "") return GOES_ON.test(after) && !IS_BODY.test(after);
  return (
    after === "" && !/ (?:and|&) $/.test(before) && !OF_NAME.test(known.name) && !PLACE_WORDS.has(firstWord(before))
  );
}

/** Words that stand before a name and are none of it: About Rivers Agency, The Rivers Agency. */
const OPENER =
  /^(?:The|This|That|These|In|On|At|If|As|For|From|With|About|An?|And|But|By|To|Of|When|While|After|and|&) /;
function withoutOpeners(guess: string): string {
  const name = guess.replace(OPENER, "");
  return name === guess ? name : withoutOpeners(name);
}

/** Mentions none of which lies within another, in the order of the text. */
function withoutNested(all: readonly EnglishMention[]): EnglishMention[] {
  const sorted = all.toSorted((a, b) => a.start - b.start || b.end - a.end || Number(b.known) - Number(a.known));
  const kept: EnglishMention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (!last || mention.start >= last.end) kept.push(mention);
    else if (mention.known && !last.known && !isFuller(last, mention)) kept[kept.length - 1] = mention;
  }
  return kept;
}

/** Every firm has one: whose, the text tells elsewhere. */
const OF_EVERY_FIRM = /^(?:Board of (?:Directors|Trustees)|(?:Audit|Executive|Management) (?:Committee|Board))$/;

/** All mentions, none within another, in the order of the text. Linear in its length. */
export function findEnglishMentions(text: string): EnglishMention[] {
  const explained = explainedForms(text);
  const names = new Map([...explained].flatMap(([short, name]) => [[short, name] as const, [name, name] as const]));
  const all: EnglishMention[] = [];
  const add = (pattern: RegExp, nameOf: (form: string) => string): void => {
    for (const { index, 0: form } of text.matchAll(pattern)) {
      const bare = withoutOpeners(form);
      // The Committee: which one, the text tells elsewhere.
      if ((!bare.includes(" ") && !NAME_BY_FORM.has(bare) && !names.has(bare)) || OF_EVERY_FIRM.test(bare)) continue;
      const name = nameOf(bare);
      all.push({ name, start: index + form.length - bare.length, end: index + form.length, known: isKnown(name) });
    }
  };
  const official = (form: string): string => NAME_BY_FORM.get(form) ?? form;
  add(KNOWN, official);
  add(GUESSED, official);
  if (names.size > 0) add(anyOf(names.keys()), (form) => names.get(form) ?? form);
  return withoutNested(all);
}

/** The official name if the text has it; else the words that it has: Commerce Department. Acronyms are told in full. */
export function spellEnglish(name: string, text: string): string {
  const form = FORMS.get(name)?.find((known) => known.includes(" ") && text.includes(known)) ?? name;
  return text.includes(`U.S. ${form}`) ? `U.S. ${form}` : form;
}

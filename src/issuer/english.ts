/** Issuers of English articles. */
import { findActor } from "./english-actor.ts";
import { cueOf } from "./english-cues.ts";
import { type EnglishMention, findEnglishMentions, isKnown, spellEnglish } from "./english-names.ts";

const LEAD = 900;
/** Weight of a body that surely acts, of one that acts if no company does, and of one that is better than none. */
const SURE = 2;
const FAIR = 1.2;
const WEAK = 0.9;
const MOST = 4;

/** Named as places more often than as actors. */
const PLACES = new Set(["European Union", "United Nations", "Parliament", "Congress", "Senate", "Supreme Court"]);

interface Score {
  weight: number;
  first: number;
}

type Scores = Map<string, Score>;

function addWeight(scores: Scores, name: string, at: number, weight: number): void {
  const score = scores.get(name) ?? { weight: 0, first: at };
  score.weight += weight;
  scores.set(name, score);
}

/** Minister for Trade and Industry, Treasury Secretary: who leads a body speaks for it. */
const LEADER =
  /(?<!\w)(?<asked>ask the )?(?:(?:Minister|Secretary) (?:for|of) (?:the )?(?<of>[A-Z]\w{1,20}(?:(?:,| and| of| &)?(?: the)? [A-Z]\w{1,20}){0,4})|(?<its>[A-Z]\w{2,20}) (?:Minister|Secretary))(?!\w)/g;

/** The body that a leader of something speaks for, if it is a known one. */
function bodyLed(of: string): string | undefined {
  const words = of.split(" ");
  for (let length = words.length; length > 0; length--) {
    const field = words.slice(0, length).join(" ");
    const names = [`Ministry of ${field}`, `Department of ${field}`, `Department of the ${field}`, `${field} Office`];
    const name = names.find(isKnown);
    if (name !== undefined) return name;
  }
  return undefined;
}

function scoreLeaders(text: string, scores: Scores): void {
  for (const { index, groups } of text.matchAll(LEADER)) {
    const name = bodyLed(groups?.of ?? groups?.its ?? "");
    if (name === undefined) continue;
    addWeight(scores, name, index, groups?.asked ? SURE : index < LEAD ? FAIR : 0.3);
  }
}

/** What a mention counts whatever is said of it; a known name counts more. */
const MENTIONED = { lead: 0.3, later: 0.15, known: 0.15, opensLine: 0.5 };

function scoreMentions(text: string, scores: Scores): void {
  for (const { name, start, end, known } of findEnglishMentions(text)) {
    const inLead = start < LEAD;
    const cue = cueOf(text, start, end) * (inLead ? 1 : 0.6);
    const opensLine = /(?:^|\n)(?:Source: )?$/.test(text.slice(Math.max(0, start - 9), start));
    const mentioned = PLACES.has(name)
      ? 0
      : (inLead ? MENTIONED.lead : MENTIONED.later) +
        (known ? MENTIONED.known : 0) +
        (opensLine ? MENTIONED.opensLine : 0);
    addWeight(scores, name, start, cue + mentioned);
  }
}

const BYLINE_LONGEST = 160;
const BYLINES_WITHIN = 1500;
/** What stands beside bodies in a line that only tells whose article it is. */
const BESIDE_NAMES = /\([^)]*\)|\b(?:and|The Rt Hon|Rt Hon|Hon|MP|Press Release|to)\b|[\d,:;|*_#\s]/g;

/** “Ministry of Rivers, Lakes Office and The Rt Hon A B MP”: a line of nothing but names. */
function scoreBylines(text: string, scores: Scores): void {
  let at = 0;
  for (const line of text.slice(0, BYLINES_WITHIN).split("\n")) {
    if (line.length <= BYLINE_LONGEST) {
      const mentions = findEnglishMentions(line);
      const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), line);
      const opens = /^\W{0,4}$/.test(line.slice(0, mentions[0]?.start ?? line.length));
      if (mentions.length > 0 && opens && !/[a-z]{2}/.test(rest.replace(BESIDE_NAMES, " ").replace(/[A-Z][a-z]+/g, "")))
        for (const { name } of mentions) addWeight(scores, name, at, SURE);
    }
    at += line.length + 1;
  }
}

/** A headline in capitals, as other headlines are written. */
const inTitleCase = (title: string): string =>
  /[a-z]/.test(title) ? title : title.replace(/[A-Z]{2,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());

export function findEnglishIssuers(text: string, title: string): string[] {
  const scores: Scores = new Map();
  scoreMentions(text, scores);
  scoreBylines(text, scores);
  scoreLeaders(`${inTitleCase(title)}\n${text}`, scores);
  const named = new Set(findEnglishMentions(title).map(({ name }: EnglishMention) => name));
  for (const name of named) if (!PLACES.has(name)) addWeight(scores, name, 0, FAIR);
  // The Commission is the one that acts for the Union.
  if (scores.has("European Commission")) scores.delete("European Union");
  const found = [...scores]
    .filter(([, { weight }]) => weight >= SURE)
    .sort((a, b) => a[1].first - b[1].first)
    .map(([name]) => spellEnglish(name, text));
  if (found.length > 0) return found.slice(0, MOST);
  const [name, score] =
    [...scores].filter(([body]) => !PLACES.has(body)).sort((a, b) => b[1].weight - a[1].weight)[0] ?? [];
  const weight = score?.weight ?? 0;
  const actor = weight < FAIR ? findActor(text, title) : undefined;
  if (actor) return [actor];
  return name !== undefined && weight >= WEAK ? [spellEnglish(name, text)] : [];
}

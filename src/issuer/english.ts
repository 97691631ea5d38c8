/** Issuers of English articles. */
import { ENGLISH_BODIES } from "./bodies.ts";

const LEAD = 900;
/** Weight of a body that surely acts, of one that acts if no company does, and of one that is better than none. */
const SURE = 2;
const FAIR = 1.2;
const WEAK = 0.9;
const NAME_BY_FORM = new Map<string, string>();
const FORMS = new Map<string, readonly string[]>();
for (const row of ENGLISH_BODIES) {
  const [name = "", ...forms] = row.split("|");
  FORMS.set(name, [name, ...forms]);
  for (const form of [name, ...forms]) NAME_BY_FORM.set(form, name);
}
const escapeForm = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const KNOWN = new RegExp(
  `(?<![\\w-])(?:${[...NAME_BY_FORM.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeForm)
    .join("|")})(?![\\w-])`,
  "g",
);

const WORD = "[A-Z][\\w&-]{0,30}";
/** Ministry of X and Y; X Y Agency. Repetitions are bounded. */
const GUESSED = new RegExp(
  `(?<!\\w)(?:(?:Ministry|Department|Office|Bureau|Bank|Institute|Board|Council|Registry|University|Committee) (?:of|for|on) (?:the )?${WORD}(?:(?: and| of| &|,)? ${WORD}){0,5}|(?:${WORD} ){1,6}(?:Ministry|Department|Agency|Authority|Commission|Board|Council|Administration|Bureau|Association|Institute|Exchange|Secretariat|Centre|Taskforce|Federation|Organization|Organisation|Congress|Parliament|Corporation|Corp|Inc|Ltd|Bank|Group|plc))(?![\\w-])`,
  "g",
);

const SAID =
  "said|says|announced?|announces|issued|issues|published|publishes|released|releases|launched|launches|launch|proposed|proposes|approved|approves|adopted|adopts|warned|warns|reported|reports|ordered|decided|unveiled|confirmed|expects|agreed|found|fined|recommends|urges|urged|told|estimates|forecasts|finalized|awarded|introduced|imposed|ruled|cut|raised|kept|plans|started|stepped up|revised|set out|signed|informed|held|passed|enacted|suspended|banned|blocked|maintained|tightened|eased";
const ADVERB =
  "(?: (?:also|already|today|yesterday|jointly|recently|now|further|later|earlier|on \\w+|last \\w+|this \\w+))?";
/** “and the Y Agency (YA)” between a body and what both did. */
const PARTNER = `(?: and (?:the )?${WORD}(?: ${WORD}){0,6}(?: \\([^)]{1,40}\\))?)?`;
const ACTS = new RegExp(
  `^(?:\\s*\\([^)]{1,40}\\))?${PARTNER},?${ADVERB},? (?:(?:has|have|had)${ADVERB} )?(?:${SAID})\\b`,
);
const WILL = new RegExp(`^(?:\\s*\\([^)]{1,40}\\))?${ADVERB},? (?:will|has|have|is|are|was|were)\\b`);
const SPEAKER =
  /^(?:'s|’s)?(?: \([^)]{1,40}\))?,? ?(?:chief|president|vice|minister|spokes|director|head|chair|governor|commissioner|secretary|report|study|survey|figures|data|rules|proposal|officials?|officers)/i;
const BEFORE =
  /(?:(?<!will be \w{1,20} )\b(?:[Bb]y|[Aa]ccording to|(?:report|data|figures|statement|study|survey|[Oo]fficers|advice) from)(?: the)? )$/;

/** How strongly the words around a mention say that it acts. */
function cueOf(text: string, start: number, end: number): number {
  const after = text.slice(end, end + 90);
  if (ACTS.test(after) || BEFORE.test(text.slice(Math.max(0, start - 30), start))) return 2;
  if (SPEAKER.test(after)) return 1.5;
  return WILL.test(after) ? 0.8 : 0;
}

/** Named as places more often than as actors. */
const PLACES = new Set(["EU", "European Union", "UN", "Parliament", "Congress", "Senate", "Supreme Court"]);

interface Score {
  weight: number;
  first: number;
}

/** “Road Transport Agency (RTA)”: short forms that the text itself gives. */
function ownShortForms(text: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (const match of text.matchAll(GUESSED)) {
    const end = match.index + match[0].length;
    const short = /^ \(([A-Z][A-Za-z]{1,9})\)/.exec(text.slice(end, end + 13))?.[1];
    if (short && !NAME_BY_FORM.has(short)) forms.set(short, match[0].replace(/^The /, ""));
  }
  return forms;
}

/** The official name if the text has it; else the words that it has: Commerce Department. Acronyms are told in full. */
function spell(name: string, text: string): string {
  const form = FORMS.get(name)?.find((known) => known.includes(" ") && text.includes(known)) ?? name;
  return text.includes(`U.S. ${form}`) ? `U.S. ${form}` : form;
}

/** Minister for Trade and Industry: the ministry speaks, if it is a known one. Who is asked in parliament answers. */
const MINISTER =
  /(?<!\w)(ask the )?Minister (?:for|of) ((?:the )?[A-Z]\w{1,20}(?:(?:,| and| of)?(?: the)? [A-Z]\w{1,20}){0,4})/g;

function scoreMinisters(text: string, scores: Map<string, Score>): void {
  for (const match of text.matchAll(MINISTER)) {
    const [, asked, of = ""] = match;
    const words = of.split(" ");
    for (let length = words.length; length > 0; length--) {
      const name = `Ministry of ${words.slice(0, length).join(" ")}`;
      if (!FORMS.has(name)) continue;
      const score = scores.get(name) ?? { weight: 0, first: match.index };
      score.weight += asked ? SURE : match.index < LEAD ? FAIR : 0.3;
      scores.set(name, score);
      break;
    }
  }
}

function scoreNames(text: string, pattern: RegExp, nameOf: (form: string) => string, scores: Map<string, Score>): void {
  for (const match of text.matchAll(pattern)) {
    // Half of a name that has “and” in it.
    if (/ and $/.test(text.slice(Math.max(0, match.index - 5), match.index)) && match[0].split(" ").length < 3)
      continue;
    const name = nameOf(match[0]);
    const cue = cueOf(text, match.index, match.index + match[0].length);
    const score = scores.get(name) ?? { weight: 0, first: match.index };
    const opensLine = /(?:^|\n)(?:Source: )?$/.test(text.slice(Math.max(0, match.index - 9), match.index)) ? 0.5 : 0;
    score.weight += (match.index < LEAD ? cue + 0.3 : cue * 0.6 + 0.15) + opensLine;
    scores.set(name, score);
  }
}

const COMPANY_WORLD =
  /\b(?:company|firm|shares?|profits?|carmaker|airline|retailer|bank|maker|group|chief executive|shareholders|giant)\b/i;
/** Words that begin sentences, and countries and towns: they act, but do not issue. */
const NO_ACTOR = new Set(
  (
    "The He She It They Mr Mrs Ms Dr Sir Lord Prof A An But And We I In On At If As That This There These Those However For From With While When After Before " +
    "What Who Why How Where Which Today Tomorrow Yesterday Its Their His Her Our Both Under Since Until Now Then Also Although Despite Last Next First Second Analyst Analysts Official Officials Minister Ministers Prime President Shares Some Most Many " +
    "Experts Critics Economists Investors Consumers Companies Banks Government Members Officers Singapore Malaysia Indonesia Thailand Vietnam Australia Canada Mexico Brazil Argentina Chile " +
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December " +
    "US UK EU U.S Japan China India Germany France Italy Spain Greece Ireland Portugal Poland Turkey Ukraine Russia Israel Iran Iraq Egypt Nigeria Kenya Britain England Scotland Wales London Washington " +
    "Tokyo Beijing Paris Berlin Moscow Brussels York Hong South North West East New Korea Taiwan Europe European America American British Chinese Japanese German French Indian Asia Africa Netherlands Sweden Norway Denmark Finland Austria Switzerland Belgium Hungary Romania Bulgaria Croatia Saudi Qatar Pakistan Bangladesh Sri Philippines Cambodia Laos Myanmar Brunei Mongolia Kazakhstan Peru Colombia Venezuela Cuba Morocco Tunisia Algeria Ethiopia Ghana Tanzania Uganda Zimbabwe Christmas Lord Prince Judge Section Annex Table Figure Minister"
  ).split(" "),
);
/** Words that lengthen a short name to the full one. */
const TAIL =
  "(?:Hotels|Resorts|Group|Airlines?|Airways|Motors?|Corporation|Inc|Bank|Holdings|Energy|International|Systems|Industries|Stores|Foods|Entertainment|Communications|Telecom|Boerse|Stock|Exchange)";

/** The company that acts: it says, decides or begins the article, and the title or the lead names it. */
function findActor(text: string, title: string): string | undefined {
  const body = text.slice(0, 6000);
  if (!COMPANY_WORLD.test(body)) return undefined;
  const lead = body.slice(0, 600);
  const scores = new Map<string, number>();
  /** A word that the text also writes small is no name: Revenues, Today. */
  const small = new Set(body.match(/\b[a-z][\w&-]*/g));
  const pattern = new RegExp(`(?<![\\w-])${WORD}(?: (?:& )?${WORD}){0,3}(?=(?:'s|’s)? [a-z]|,)`, "g");
  for (const match of body.matchAll(pattern)) {
    const name = match[0].replace(/(?:'s|’s)$/, "").replace(/[.,]$/, "");
    if (NO_ACTOR.has(name.split(" ")[0] ?? "") || !/^[A-Z][A-Z]?[a-z&]/.test(name)) continue;
    if (small.has(name.toLowerCase())) continue;
    const cue = cueOf(body, match.index, match.index + match[0].length);
    const named = (title.includes(name) ? 1 : 0) + (lead.includes(name) ? 0.5 : 0);
    const opens = match.index < 500 && /(?:^|\n)$/.test(body.slice(0, match.index)) ? 1.5 : 0;
    if (cue > 0) scores.set(name, (scores.get(name) ?? named * 1.5) + cue + opens);
  }
  const [name, score] = [...scores].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (name === undefined || score === undefined || score < 3) return undefined;
  if (new RegExp(`\\b(?:of|for|and) ${escapeForm(name)}\\b`).test(lead)) return undefined;
  const longer = new RegExp(`${escapeForm(name)}(?: (?:& )?${TAIL}){1,3}(?![\\w])`).exec(body)?.[0];
  return longer ?? name;
}

export function findEnglishIssuers(text: string, title: string): string[] {
  const scores = new Map<string, Score>();
  const known = (form: string): string => NAME_BY_FORM.get(form) ?? form;
  const own = ownShortForms(`${title}\n${text}`);
  scoreNames(text, KNOWN, known, scores);
  scoreNames(text, GUESSED, (form) => known(form.replace(/^The /, "")), scores);
  if (own.size > 0) {
    const pattern = new RegExp(`(?<![\\w(-])(?:${[...own.keys()].join("|")})(?![\\w-])`, "g");
    scoreNames(text, pattern, (form) => own.get(form) ?? form, scores);
  }
  scoreMinisters(`${title}\n${text}`, scores);
  for (const [form] of title.matchAll(KNOWN)) {
    if (PLACES.has(form)) continue;
    const score = scores.get(known(form)) ?? { weight: 0, first: 0 };
    score.weight += 1.2;
    scores.set(known(form), score);
  }
  // The Commission is the one that acts for the Union.
  if (scores.has("European Commission")) scores.delete("European Union");
  const found = [...scores]
    .filter(([, { weight }]) => weight >= SURE)
    .sort((a, b) => a[1].first - b[1].first)
    .map(([name]) => spell(name, text));
  if (found.length > 0) return found.slice(0, 4);
  const [name, score] =
    [...scores].filter(([body]) => !PLACES.has(body)).sort((a, b) => b[1].weight - a[1].weight)[0] ?? [];
  const weight = score?.weight ?? 0;
  const actor = weight < FAIR ? findActor(text, title) : undefined;
  if (actor) return [actor];
  return name !== undefined && weight >= WEAK ? [spell(name, text)] : [];
}

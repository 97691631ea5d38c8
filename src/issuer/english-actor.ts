/** The company that an English article is about. */
import { cueOf } from "./english-cues.ts";
import { escapeForm, WORD } from "./english-names.ts";
import { isNoActor } from "./english-words.ts";

const COMPANY_WORLD =
  /\b(?:company|firm|shares?|profits?|carmaker|airline|retailer|bank|maker|group|chief executive|shareholders|giant)\b/i;
/** “Some Firm (NASDAQ:SOFI)”: what stands behind the name of a company that is traded. */
const TICKER = / ?\((?:NYSE|NASDAQ|AMEX|LON|LSE|TSX?|ASX|BIT|ETR|EPA|SGX|HKG)\s?:\s?[\w.]{1,8}\)/;
const OPENS_WITH_TICKER = new RegExp(`^${TICKER.source}`, "i");
/** Words that lengthen a short name to the full one. */
const TAIL =
  "(?:Hotels|Resorts|Group|Airlines?|Airways|Motors?|Corporation|Inc|Bank|Holdings|Energy|International|Systems|Industries|Stores|Foods|Entertainment|Communications|Telecom|Boerse|Stock|Exchange)";

const ACTOR = new RegExp(`(?<![\\w-])${WORD}(?: (?:& )?${WORD}){0,3}(?=(?:'s|’s)? [a-z]|,| \\([A-Z])`, "g");
const BODY_MAX = 6000;
const LEAD = 600;
const ENOUGH = 3;

/** How strongly each name acts that may be a company's. */
function scoreActors(body: string, title: string): Map<string, number> {
  const lead = body.slice(0, LEAD);
  const scores = new Map<string, number>();
  /** A word that the text also writes small is no name: Revenues, Today. */
  const small = new Set(body.match(/\b[a-z][\w&-]*/g));
  for (const { index, 0: words } of body.matchAll(ACTOR)) {
    const name = words.replace(/(?:'s|’s)$/, "").replace(/[.,]$/, "");
    if (isNoActor(name.split(" ")[0] ?? "") || !/^[A-Z][A-Z]?[a-z&]/.test(name)) continue;
    if (small.has(name.toLowerCase())) continue;
    const end = index + words.length;
    const cue = cueOf(body, index, end);
    if (cue === 0) continue;
    const named = (title.includes(name) ? 1 : 0) + (lead.includes(name) ? 0.5 : 0);
    const opens = index < 500 && /(?:^|\n)$/.test(body.slice(0, index)) ? 1.5 : 0;
    const traded = OPENS_WITH_TICKER.test(body.slice(end, end + 24)) ? 1 : 0;
    scores.set(name, (scores.get(name) ?? named * 1.5) + cue + opens + traded);
  }
  return scores;
}

const TITLE =
  "(?:Mrs?|Ms|Dr|Prof)\\.?|Minister|President|Secretary|Sir|Chairman|Chairwoman|Chair|Chancellor|Governor|Judge|Justice|Senator|Commissioner|Professor|spokesman|spokeswoman";
/** Trade Minister Pat Harrow said. */
const isPerson = (name: string, body: string): boolean =>
  new RegExp(`\\b(?:${TITLE}) (?:[A-Z][\\w.'’-]{0,20} ){0,2}${escapeForm(name)}\\b`).test(body);

/** The company that acts: it says, decides or begins the article, and the title or the lead names it. */
export function findActor(text: string, title: string): string | undefined {
  const body = text.slice(0, BODY_MAX);
  if (!COMPANY_WORLD.test(body) && !TICKER.test(body)) return undefined;
  const actors = [...scoreActors(body, title)].filter(([name]) => !isPerson(name, body));
  const [name, score] = actors.sort((a, b) => b[1] - a[1])[0] ?? [];
  if (name === undefined || score === undefined || score < ENOUGH) return undefined;
  if (new RegExp(`\\b(?:of|for|and) ${escapeForm(name)}\\b`).test(body.slice(0, LEAD))) return undefined;
  const longer = new RegExp(`${escapeForm(name)}(?: (?:& )?${TAIL}){1,3}(?![\\w])`).exec(body)?.[0];
  return longer ?? name;
}

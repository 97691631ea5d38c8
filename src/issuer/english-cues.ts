/** What the words around the name of a body say of it. */
import { WORD } from "./english-names.ts";

const SAID =
  "said|says|announced?|announces|issued|issues|published|publishes|released|releases|launched|launches|launch|proposed|proposes|approved|approves|adopted|adopts|warned|warns|reported|reports|ordered|decided|unveiled|confirmed|expects|agreed|found|fined|recommends|urges|urged|told|estimates|forecasts|finalized|awarded|introduced|imposed|ruled|cut|raised|kept|plans|started|stepped up|revised|set out|signed|informed|held|passed|enacted|suspended|banned|blocked|maintained|tightened|eased|clarified|revealed|stated|commissioned|conducted|concluded|called (?:a|for|on)|completed|appointed|established|granted|invited|named|posted";
const ADVERB =
  "(?: (?:also|already|today|yesterday|jointly|recently|now|further|later|earlier|on \\w+|last \\w+|this \\w+))?";
/** “and the Y Agency (YA)” between a body and what both did. */
const PARTNER = `(?: and (?:the )?${WORD}(?: ${WORD}){0,6}(?: \\([^)]{1,40}\\))?)?`;
const ACTS = new RegExp(
  `^(?:\\s*\\([^)]{1,40}\\))?${PARTNER},?${ADVERB},? (?:(?:has|have|had)${ADVERB} )?(?:${SAID})\\b`,
);
const WILL = new RegExp(`^(?:\\s*\\([^)]{1,40}\\))?${ADVERB},? (?:will|would|has|have|is|are|was|were)\\b`);
const SPEAKER =
  /^(?:'s|’s)?(?: \([^)]{1,40}\))?,? ?(?:chief|president|vice|minister|spokes|director|head|chair|governor|commissioner|secretary|report|study|survey|figures|data|rules|proposal|officials?|officers)/i;
const BEFORE =
  /(?:(?<!will be \w{1,20} )\b(?:[Bb]y|[Aa]ccording to|(?:report|data|figures|statement|study|survey|analysis|research|guidance|[Oo]fficers|advice) from)(?: the)? )$/;

const FIRM = /\b(?:Corp|Inc|Ltd|LLC|Co|AG|SE|PLC)\.?$/;
/** X Co.’s sales, shares of X Inc.: what is told of a firm. */
const RESULTS =
  /^\.?(?: ?['’]s?)? (?:[a-z-]+ ){0,2}(?:sales|revenues?|profits?|shares|earnings|results|stock|income)\b/;
const RESULTS_BEFORE = /\b(?:[Ss]hares|[Ss]ales|[Pp]rofits?|[Ee]arnings) (?:of|at) $/;

/** How strongly the words around a mention say that it acts. */
export function cueOf(text: string, start: number, end: number): number {
  const after = text.slice(end, end + 90);
  const before = text.slice(Math.max(0, start - 30), start);
  if (ACTS.test(after) || BEFORE.test(before)) return 2;
  if (FIRM.test(text.slice(start, end)) && (RESULTS.test(after) || RESULTS_BEFORE.test(before))) return 2;
  if (SPEAKER.test(after)) return 1.5;
  return WILL.test(after) ? 0.8 : 0;
}

/** Does an English line open with what is done: buy nets, buying nets? */
import type { Span } from "../../model.ts";
import { ACTIONS } from "../phrase/english-verbs.ts";

/** Verbs that head a line, and do not follow "will" often. */
const MORE =
  "repair|maintain|encourage|use|keep|avoid|submit|appoint|complete|simplify|double|halve|triple|limit|restrict|end|stop|scrap|abolish|modernise|modernize|streamline|boost|attract|secure|deliver|save|scale up|speed up|tackle|address|prepare|apply|register|check|wear|lift|waive|extend|exempt";
const DEED = new RegExp(`^(?:[a-z-]{2,}ing|${ACTIONS}|${MORE}) (?!(?:of|for)\\b)`);
const LONGEST_HEAD = 80;

/** Opens with what is done, in the form that stands in lists: buy, buying. */
const opensWithDeed = (words: string): boolean => DEED.test(words);

/** Higher payouts for all, on a line of its own. */
export const isEnglishHeading = (words: string): boolean =>
  words.length <= LONGEST_HEAD && /\S \S/.test(words) && !/[.;:!?…,"”)–—-]$/.test(words) && opensWithDeed(words);

/** Buy new nets: the town pays half of the price. */
export function isEnglishLabelled(text: string, line: Span): boolean {
  const label = /^[^:.;,]{8,60}(?=: \S)/.exec(
    text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD)),
  )?.[0];
  return label !== undefined && opensWithDeed(label);
}

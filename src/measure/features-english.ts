/** Named features of an English candidate; each is true or false. Their weights are in weights.ts. */
import type { Candidate } from "./candidate.ts";
import { type Feature, matches } from "./features.ts";

const TITLE_REACH = 300;
const contentWords = (words: string): string[] => words.match(/[a-z]{4,}/g) ?? [];

/** Share of a clause's longer English words that the title has too. */
function titleOverlap({ words, title }: Candidate): number {
  const own = contentWords(words);
  const titled = new Set(contentWords(title.slice(0, TITLE_REACH)));
  return own.length === 0 ? 0 : own.filter((word) => titled.has(word)).length / own.length;
}

export const ENGLISH_FEATURES: readonly Feature[] = [
  { name: "will", prior: 1.2, holds: (c) => /\bwill\b/.test(c.words) || /\bwill\b[^.]{0,20}$/.test(c.before) },
  {
    name: "must",
    prior: 1,
    holds: matches(
      /\b(?:must|shall|required to|no longer|not allowed|banned?|prohibit\w*|fined?|fines|penalt\w+|liable|mandatory)\b/,
    ),
  },
  {
    name: "decided",
    prior: 0.6,
    holds: matches(
      /\b(?:signed|agreed|approved|launch\w*|announced|introduced|ratified|adopted|awarded|committed|extended|established|set up|welcomed|invest\w*|acquir\w*|bought|plans? to|allocat\w+|funds?|grants?)\b/,
    ),
  },
  { name: "figure", prior: 0.5, holds: matches(/\d/) },
  {
    name: "date",
    prior: 0,
    holds: matches(
      /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)\b/,
    ),
  },
  { name: "state", prior: -0.3, holds: matches(/\b(?:is|are|was|were|remains?|seems?|appears?)\b/) },
  { name: "quote", prior: -1.2, holds: (c) => /["“]/.test(c.words) || /["“][^"”]*$/.test(c.before) },
  { name: "attributed", prior: -0.3, holds: (c) => c.attributed },
  { name: "we", prior: -1, holds: matches(/\b(?:we|i|our|my|you|your)\b/) },
  { name: "person", prior: -0.8, holds: matches(/\b(?:mr|ms|mrs|dr|minister|he|she|his|her)\b/) },
  {
    name: "opinion",
    prior: -0.6,
    holds: matches(/\b(?:could|might|may|would|likely|believe|hope|expected|feel|think)\b/),
  },
  { name: "question", prior: -2, holds: (c) => /^\?/.test(c.after) },
  { name: "lead-sentence", prior: 1, holds: (c) => c.sentence === 0 },
  { name: "early", prior: 0.5, holds: (c) => c.sentence > 0 && c.sentence < 4 },
  { name: "many-sentences", prior: -0.6, holds: (c) => c.sentences > 20 },
  { name: "short", prior: -0.5, holds: (c) => c.words.length < 50 },
  { name: "title-some", prior: 0.4, holds: (c) => titleOverlap(c) > 0.25 },
  { name: "title-half", prior: 0.6, holds: (c) => titleOverlap(c) > 0.45 },
  { name: "background", prior: -1, holds: matches(/^(?:this|these|that|those|it|there|while|although)\b/) },
  { name: "money", prior: 0.3, holds: matches(/[$€£]|\b(?:million|billion|per cent|percent)\b|%/) },
  { name: "long", prior: -0.4, holds: matches(/^.{150}/) },
  { name: "last-third", prior: -0.4, holds: (c) => c.sentence * 3 >= c.sentences * 2 && c.sentences > 5 },
];

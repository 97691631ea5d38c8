/** Named features of an English candidate; each is true or false. Their weights are in weights.ts. */
import { hasVerb } from "../phrase/english-verbs.ts";
import type { Feature } from "./feature.ts";

/** What figures do. */
const CHANGED =
  "\\b(?:rose|fell|grew|increased?|decreased?|declined|gained|advanced|climbed|dropped|jumped|dipped|eased|slipped|surged|up|down|reached|totall?ed|stood at|came in at|raised|cut|lowered|held)\\b";

export const ENGLISH_FEATURES: readonly Feature[] = [
  { name: "will", prior: 1.2, holds: (c) => /\bwill\b/.test(c.words) || /\bwill\b[^.]{0,20}$/.test(c.before) },
  {
    name: "must",
    prior: 1,
    holds:
      /\b(?:must|shall|required to|no longer|not allowed|banned?|prohibit\w*|fined?|fines|penalt\w+|liable|mandatory)\b/,
  },
  {
    name: "decided",
    prior: 0.6,
    holds:
      /\b(?:signed|agreed|approved|launch\w*|announced|introduced|ratified|adopted|awarded|committed|extended|established|set up|welcomed|invest\w*|acquir\w*|bought|plans? to|allocat\w+|funds?|grants?)\b/,
  },
  { name: "figure", prior: 0.5, holds: /(?<![\p{L}\d./-])(?!(?:19|20)\d\d(?![\d,.]))\d/u },
  { name: "state", prior: -0.3, holds: /\b(?:is|are|was|were|remains?|seems?|appears?)\b/ },
  { name: "quote", prior: -1.2, holds: (c) => /["“]/.test(c.words) || /["“][^"”]*$/.test(c.before) },
  { name: "we", prior: -1, holds: /\b(?:we|i|our|my|you|your)\b/ },
  { name: "person", prior: -0.8, holds: /\b(?:mr|ms|mrs|dr|minister|he|she|his|her)\b/ },
  {
    name: "opinion",
    prior: -0.6,
    holds: /\b(?:could|might|may|would|likely|believe|hope|expected|feel|think)\b/,
  },
  {
    name: "question",
    prior: -2,
    holds: /^(?:\([a-z]\) |and )*(?:whether|what|how|why|to ask)\b/,
  },
  { name: "leads-on", prior: -1.5, holds: (c) => /^:/.test(c.after) },
  { name: "no-verb", prior: -1.2, holds: (c) => !c.action && !hasVerb(c.words) },
  { name: "lead-sentence", prior: 1, holds: (c) => c.sentence === 0 },
  { name: "early", prior: 0.5, holds: (c) => c.sentence > 0 && c.sentence < 4 },
  { name: "many-sentences", prior: -0.6, holds: (c) => c.sentences > 20 },
  { name: "short", prior: -0.5, holds: (c) => c.words.length < 50 },
  { name: "title-some", prior: 0.4, holds: (c) => c.titled > 0.25 },
  { name: "title-half", prior: 0.6, holds: (c) => c.titled > 0.45 },
  { name: "background", prior: -1, holds: /^(?:this|these|that|those|it|there|while|although)\b/ },
  { name: "money", prior: 0.3, holds: /[$€£]|\b(?:million|billion|per cent|percent)\b|%/ },
  { name: "long", prior: -0.4, holds: (c) => c.words.length >= 150 },
  { name: "second", prior: -0.3, holds: (c) => !c.leads && !c.follows },
  { name: "shared-subject", prior: -0.2, holds: (c) => c.follows },
  { name: "far-clause", prior: -0.4, holds: (c) => c.clause > 1 },
  {
    name: "change",
    prior: 0.6,
    holds: new RegExp(
      `${CHANGED}.{0,60}?\\d|\\d[\\d.,]*(?: ?%| per ?cent)?.{0,12} (?:rise|increase|decrease|drop|fall)\\b`,
    ),
  },
  {
    name: "effective",
    prior: 0.6,
    holds:
      /\b(?:take effect|takes effect|into (?:effect|force)|effective (?:from|on)|operational|(?:from|until|by) (?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d))\b/,
  },
  {
    name: "due-to-happen",
    prior: 0.5,
    holds: /\b(?:is|are) (?:expected|due|scheduled|set|slated|planned|required|aiming|planning) to\b/,
  },
  {
    name: "proposes",
    prior: 0.5,
    holds: /\b(?:propos\w+|recommend\w*|pledg\w+|decided|urged|offer(?:ed|s)?)\b/,
  },
  {
    name: "rule",
    prior: 0.4,
    holds: /\b(?:offence|eligible|entitled|need to|needs to|subject to|required)\b/,
  },
  {
    name: "markets",
    prior: -0.7,
    holds: /\b(?:traders|investors?|analysts?|economists?|stocks?|yields?|futures|consensus|forecast by|polled)\b/,
  },
  {
    name: "contact",
    prior: -2,
    holds:
      /\b(?:for more (?:information|details)|more (?:information|details)|details (?:of|on|are)|please|website|visit|contact|annex|see also|click|press office|not (?:immediately )?respond|declin\w+ to comment|archived|https?)\b/,
  },
  {
    name: "value",
    prior: -0.8,
    holds:
      /\b(?:important|importance|opportunit\w+|vital|critical|crucial|key to|challenges?|commitment|committed to|proud|pleased|glad|success\w*|vibrant|thank|testament|reflects?|underscores?|demonstrates?|aims? to|helps?)\b/,
  },
  { name: "comparison", prior: -0.5, holds: /\b(?:than|compared|similar|same|like)\b/ },
  {
    name: "history",
    prior: -0.6,
    holds: /\b(?:last year|years? ago|previously|earlier|had|19\d\d|was first|since)\b/,
  },
  {
    name: "meeting",
    prior: -0.6,
    holds: /\b(?:met|meeting|attend\w*|discuss\w*|visit\w*|speech|statement|interview|ceremony|discussion)\b/,
  },
  { name: "middling", prior: 0.2, holds: (c) => c.words.length >= 50 && c.words.length <= 120 },
  { name: "few-sentences", prior: 0.4, holds: (c) => c.sentences < 8 },
  { name: "most-sentences", prior: -0.5, holds: (c) => c.sentences > 40 },
  // The survey showed that …: somebody says it outright.
  { name: "as-told", prior: 0.5, holds: (c) => /\bthat\W*$/.test(c.before) },
  { name: "would", prior: 0.6, holds: /\bwould\b/ },
  { name: "calls-for", prior: -0.6, holds: /\b(?:needs?|should|efforts?|ensure|help|helping)\b/ },
  { name: "new", prior: 0.5, holds: /\b(?:now|no longer|new)\b/ },
  { name: "describes", prior: -0.6, holds: /\b(?:is|are|was|were) (?:an?|the|one|among)\b|\bone of\b|\bmost\b/ },
  // That something was announced, not what.
  { name: "announces", prior: -0.5, holds: /\b(?:announced|unveiled|released|published)\b/ },
  {
    name: "lofty",
    prior: -0.6,
    holds:
      /\b(?:international|global|economic growth|climate change|sector|domestic|trade|security|businesses|companies|policy)\b/,
  },
  { name: "rate", prior: 0.5, holds: /\d ?(?:%|per ?cent)/ },
  { name: "very-long", prior: -0.4, holds: (c) => c.words.length >= 200 },
  { name: "compared", prior: -0.4, holds: /\b(?:higher|lower|more|less|fewer|better)\b/ },
  { name: "beside-lists", prior: -0.4, holds: (c) => c.besideLists },
  { name: "deed", prior: 0.4, holds: (c) => c.action },
  {
    name: "counted",
    prior: 0.4,
    holds: /\b(?:about|around|nearly|almost|some|at least|more than|over) [$£€]?\d|\b(?:number|range) of\b/,
  },
  {
    name: "circumstance",
    prior: -0.5,
    holds: /\b(?:based on|along with|provided|during|in line with|because|due to|as part of)\b/,
  },
  { name: "being", prior: -0.3, holds: /\b(?:is|being|been)\b/ },
  { name: "joined", prior: -0.2, holds: / and / },
  {
    name: "instrument",
    prior: 0.4,
    holds: /\b(?:agreement|plan|law|bill|act|projects?|scheme|grants?|courses?|training|programmes?)\b/,
  },
  { name: "vague-deed", prior: -0.5, holds: /\b(?:tak(?:e|es|ing)|improve|actions?|key|need)\b/ },
  {
    name: "gives-examples",
    prior: -0.6,
    holds: (c) => /\bsuch as\b/.test(c.words) || /^[,\s]*(?:such as|including)\b/.test(c.after),
  },
];

/** The rules of kind-rules.ts that ask for English words. Data only. */
import { ACTIONS } from "../phrase/english-verbs.ts";
import type { KindRule } from "./kind-rules.ts";

export const ENGLISH_RULES: readonly KindRule[] = [
  {
    name: "english-nominal-action",
    kind: "measure",
    weight: 3,
    pattern:
      /^(?:the |an? )?(?:\w+ )?(?:extension|expansion|imposition|introduction|refinement|removal|abolition|establishment|reduction|creation|stipulation|dissolution|publication|enhancement|strengthening|suspension|waiver|exemption) of\b/,
  },
  {
    name: "english-money-for",
    kind: "measure",
    weight: 2.5,
    pattern: /^(?:an? )?[$€£][\d.,]+ (?:million|billion|trillion)?[^.]{0,60}? (?:to|for|into|towards?)\b/,
  },
  {
    name: "english-action",
    kind: "measure",
    weight: 2,
    pattern: new RegExp(
      `^(?:[a-h][.)] )?(?:to |do |not |immediately |actively |jointly |further |gradually )?(?!(?:beijing|during|according|nothing|anything|king|spring)\\b)(?:[a-z]{2,}ing\\b|${ACTIONS}|submit|appoint|transition|triple|introduc|maintain|encourage|use|keep|avoid|always)\\w*\\b|^(?:to |do )?(?:bring|wear|restore|stop|drop|double|end (?:the|all|its|this))\\b(?!-)`,
    ),
  },
  {
    name: "english-decision",
    kind: "measure",
    weight: 1.8,
    pattern:
      /\b(?:will|must|shall|should|plans? to|no longer|agreed|approved|launch(?:ed|es)?|introduc\w+|sign(?:ed|s)|requir\w+|propos\w+|announc\w+|pledg\w+|awarded|declared|authori[sz]ed|repurchased|voted|charges|ordered|prohibit\w*|impos\w+|may (?:enter|apply|use|carry|choose|seek|claim)|banned|fine[sd]?|penalt\w+|grants?|offers?|ratified|adopted|welcomed|supports|recommend(?:ed|s)|lift(?:ed|s)|extend(?:ed|s)|can now|(?:is|are) now (?:available|accessible|open)|raised (?:the|its) prices?)\b/,
  },
  {
    name: "english-deed",
    kind: "measure",
    weight: 2.2,
    pattern:
      /\b(?:ruled|decided|offer(?:ed|s)? to|call(?:ed|s) (?:for|on)|ask(?:ed|s) \w+ to|invests?|establish(?:ed|es)|revis(?:ed|es)|shorten(?:ed|s)|included in|enter(?:ed|s)? into force|(?:come|came|comes) into (?:force|effect)|(?:is|are) effective|be allowed to|applies to|can receive|expressed support|abolish(?:ed|es)|contains? (?:an? )?provisions?|invested [$€£]|begun (?:the |an? )?(?:evaluation|work|talks|sale)|(?:is|are|was|were) considering)\b/,
  },
  {
    name: "english-bids",
    kind: "measure",
    weight: 1.6,
    pattern:
      /\b(?:should|must|shall)\b(?! have\b)|\b(?:may exercise|(?:is|are) (?:liable for|required to|obliged to|allowed to|barred from|due to release)|instructed|unveil(?:ed|s)|(?:budget|package|plan|settlement) delivers? [$€£]|wants? (?:the |its )?[^,]{2,40} to (?!be\b)\w+|called? (?:a|an)(?: \w+)? tender|placed [^,]{2,60} on (?:its|the) list)\b/,
  },
  {
    name: "english-would-act",
    kind: "measure",
    weight: 2,
    pattern:
      /\bwould (?!(?:be|see|have|had|mean|cost|lose|help|take|likely|rise|fall|grow|need|remain|continue|create|use)\b)/,
  },
  { name: "english-aim", kind: "measure", weight: 3.5, pattern: /\b(?:aims?|seeks?|pledged) to\b/ },
  {
    name: "english-has-done",
    kind: "measure",
    weight: 2,
    pattern:
      /\bha(?:s|ve) (?:also |now |been |already )*(?:set up|made changes|appointed|created|launched|updated|revised|introduced|established|opened|taken out|issued|committed|increased (?:its|the|outsourcing))\b/,
  },
  {
    name: "english-finding",
    kind: "finding",
    weight: 1.2,
    pattern:
      /\b(?:rose|fell|grew|jumped|posted|increased|decreased|declined|range[sd]? (?:in|from)|bringing|will (?:bring(?! (?:down|in|back)\b)|lose)|was|were|ha[sv]e|had|accounted|accounts|remains?|is|are|failed|will see|would)\b/,
  },
  {
    name: "english-outlook",
    kind: "finding",
    weight: 2,
    pattern:
      /\b(?:chance|likely|unlikely|forecast|estimates?|projected|economists|analysts|traders|investors|not yet)\b/,
  },
];

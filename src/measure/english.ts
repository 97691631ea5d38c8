/** Cuts English sentences into candidates: the main clause without attribution, opening adverbial and trailing clauses. */
import type { Span } from "../model.ts";
import { splitClauses, trimSpan } from "../text/sentence.ts";
import type { Candidate } from "./candidate.ts";
import type { Sentence } from "./prose.ts";

const CONTEXT = 40;
const SHORTEST = 20;
const LONGEST = 260;
/** No sentence is read beyond this. */
const REACH = 1200;

/** 12 The ministry …, London (Reuters) – …: numbers of paragraphs, datelines, and what only links a sentence to the last. */
const OPENING =
  /^(?:[•●▪■◦]\s*|\d{1,2}\.?\s+(?=[a-z"“])(?!\p{L}+ \d{4}\b)|(?:in addition|additionally|however|similarly|moreover|furthermore|also|hence|therefore|meanwhile|nevertheless|separately|at the same time|as a result|thus|but|and|instead|for example|overall|in particular|to this end)\b,?\s*|[\p{L} .,]{0,30}\d{1,2} \p{L}+ \d{4} ?[–—-]\s*|[\p{L} .,]{0,40}\((?:reuters|ap|afp|xinhua|bloomberg)\) ?[–—-]\s*|[^.,]{3,60}? (?:announced|said|added|noted|confirmed|revealed|reported)(?: [a-z]+){0,3} that )/u;
/** Adverbials and purposes before the main clause. */
const ADVERBIAL =
  /^(?:from|since|by|in|on|to|under|with|as|for|given|while|although|though|after|before|during|following|at|through|over|when|if|where|despite|according to|based on|building on|tapping on|combined with|alongside|beyond|because|due to)\b/;
const SAYS =
  /\b(?:said|says|say|added|adds|told|noted|according to|believes?|thinks?|warned|reported|reports|argued|explained)\b/;
/** What follows such a clause start belongs to the trailing part of the sentence. */
const TRAILING =
  /^(?:which|who|whose|whom|where|when|including|with|as|while|whilst|such|after|before|but|so|especially|particularly|although|though|because|since|from|due|in order|thereby|making|leading|adding|in line|for example|e\.g|namely|based|according|up from|down from|compared)\b/;
/** What somebody does, in the form that follows "will" and "to". */
export const ACTIONS =
  "provide|conduct|work|support|strengthen|launch|introduce|invest|expand|continue|develop|extend|set|build|implement|review|require|establish|phase|reduce|cut|raise|increase its|lower|ban|fund|create|open|close|hold|start|begin|publish|issue|adopt|enhance|improve|promote|collaborate|cooperate|deepen|explore|help|offer|make|take|give|ensure|protect|remove|allow|enable|enforce|step up|monitor|engage|convene|sign|ratify|accelerate|facilitate|grant|award|pay|buy|sell|acquire|seek|study|consult|tighten|ease|replace|upgrade|train|recruit|hire|partner|join|share|organise|organize|deploy|roll out|pilot|test|advance";
const FINITE =
  /\b(?:will|would|shall|must|should|can|may|could|has|have|had|is|are|was|were|be|said|signed|agreed|approved|launched|announced|rose|fell|grew|plans?|remains?|supports?|provides?|includes?|requires?|makes?|gave|gives?|face|introduced|welcomed|increased|decreased|declined|expects?|aims?|calls?|pledged|made|took|takes|sent|held|met|built|led|spent|sold|bought|paid|began|saw|came|went|brought|put|hit|kept|left|found|set|sets|became|won|lost|cut|cuts|\p{L}{4,}ed)\b/u;
const AUXILIARY = "will|shall|is|are|has|have";
const ADVERBS = "(?: (?:also|now|further|jointly|actively|progressively|today|continue to))*";
/** Somebody will do something: the rest is the action. */
const DOES = new RegExp(
  `^.{2,60}?\\b(?:will${ADVERBS} (?=(?:${ACTIONS})\\b)|(?:is|are)${ADVERBS} (?=\\p{L}{2,}ing\\b))`,
  "u",
);
const DECIDED = "signed|agreed|approved|launched|announced|introduced|welcomed|awarded|adopted|ratified";
/** A subject this long hides the action behind it. */
const LONG_SUBJECT = new RegExp(
  `^.{45,180}?(?:\\b(?:${AUXILIARY})${ADVERBS} (?=(?:${ACTIONS}|${DECIDED}|\\p{L}{3,}ed)\\b)|(?<=[a-z)])(?<!\\b(?:was|were|be|been|is|are|newly|recently)) (?=(?:${DECIDED})\\b))`,
  "u",
);
/** Where a long clause can end: an aim, or a second statement. */
const LOOSE_END =
  / (?:to (?:help|support|reduce|ensure|provide|allow|enable|meet|promote|encourage|improve|prevent|better)\b|and (?:[a-z-]+ ){1,4}?(?:will|are|is|has|have|must|can|who)\b|so that\b|in order\b|for (?:non-)?[a-z]+ing\b|and where appropriate\b|and [a-z]+ who\b|\([^()]{12,}\) (?:who|which|that|of)\b)|, as (?:new|the)\b|—/;
const LONG = 80;
const LEAST_BEFORE_END = 35;
/** A shorter action needs the one who acts: SFA will start enforcement on 13 April. */
const LEAST_WITHOUT_SUBJECT = 30;
/** An explanation in brackets, but not an acronym. */
const TRAILING_BRACKET = /\s*\([^()]{12,}\)$/;

/** Without a subject that every reader supplies and without a loose end. */
function trimClause(text: string, main: Span): { span: Span; modal: boolean } {
  const words = text.slice(main.start, main.end);
  const found = DOES.exec(words) ?? LONG_SUBJECT.exec(words);
  const subject = found !== null && words.length - found[0].length >= LEAST_WITHOUT_SUBJECT ? found : null;
  const start = main.start + (subject?.[0].length ?? 0);
  const kept = text.slice(start, main.end);
  const loose = kept.length > LONG ? kept.slice(LEAST_BEFORE_END).search(LOOSE_END) : -1;
  const cut = loose < 0 ? kept : kept.slice(0, LEAST_BEFORE_END + loose);
  const bare = cut.replace(TRAILING_BRACKET, "");
  const end = start + (bare.length >= LEAST_BEFORE_END ? bare.length : cut.length);
  return { span: trimSpan(text, { start, end }), modal: found !== null };
}

function trimOpening(text: string, span: Span): Span {
  let { start } = span;
  for (let i = 0; i < 3; i++) {
    const found = OPENING.exec(text.slice(start, Math.min(span.end, start + 80)));
    if (found === null) break;
    start += found[0].length;
  }
  return { start: Math.min(start, span.end), end: span.end };
}

/** How many clauses only say when, where, why or who says so. */
function countOpening(texts: readonly string[]): number {
  const opens = (words: string): boolean => ADVERBIAL.test(words) || isAttribution(words);
  const first = texts.findIndex((words) => !opens(words));
  return first < 0 ? texts.length - 1 : first;
}

const isAttribution = (words: string): boolean => words.length < 90 && SAYS.test(words);

/** A second statement has a verb of its own. */
const OWN_VERB =
  /\b(?:will|would|shall|must|should|can|may|could|has|have|had|is|are|was|were|said)\b|^(?:and |but )?(?:it|they|he|she|we|this|that)\b/;
/** Says more of the subject before its verb comes: the bill, proposed in May, …. */
const INSERTED = /^(?:which|who|whose|dating|known|led|\p{L}{3,}ed)\b/u;

/** Does the clause `words` end the main clause, which so far reads `main`? */
function endsMain(main: string, words: string): boolean {
  if (SAYS.test(words)) return true;
  return (
    FINITE.test(main) && (TRAILING.test(words) || /^(?:and |or )?\p{L}+ing\b/u.test(words) || OWN_VERB.test(words))
  );
}

/** Main clause: after the opening adverbials, up to the first trailing part. */
function mainClause(text: string, sentence: Span): { span: Span; attributed: boolean } {
  const clauses = splitClauses(text, trimOpening(text, sentence));
  const texts = clauses.map((clause) => text.slice(clause.start, clause.end));
  const from = countOpening(texts);
  const first = clauses[from] ?? { ...sentence, delimiter: "" };
  let { end, delimiter } = first;
  let said = texts[from] ?? "";
  for (const [i, clause] of clauses.entries()) {
    if (i <= from) continue;
    if (delimiter !== "," || clause.end - first.start > LONGEST) break;
    const words = texts[i] ?? "";
    if (endsMain(said, words)) break;
    if (!INSERTED.test(words)) said += ` ${words}`;
    ({ end, delimiter } = clause);
  }
  return { span: trimSpan(text, { start: first.start, end }), attributed: texts.some(isAttribution) };
}

export function findEnglish(
  text: string,
  title: string,
  sentences: readonly Sentence[],
  besideLists: boolean,
): Candidate[] {
  return sentences.flatMap((sentence): Candidate[] => {
    const reach = { start: sentence.start, end: Math.min(sentence.end, sentence.start + REACH) };
    const { span: main, attributed } = mainClause(text, reach);
    const { span, modal } = trimClause(text, main);
    const words = text.slice(span.start, span.end);
    if (words.length < SHORTEST || words.length > LONGEST || /^["“]/.test(text.slice(reach.start, reach.start + 1)))
      return [];
    return [
      {
        span,
        words,
        before: text.slice(Math.max(reach.start, span.start - CONTEXT), span.start),
        after: text.slice(span.end, Math.min(reach.end, span.end + CONTEXT)),
        modal: modal ? "own" : "none",
        action: modal,
        clause: 0,
        sentence: sentence.index,
        sentences: sentences.length,
        chain: 0,
        follows: false,
        title,
        introduces: sentence.introduces,
        titled: 0,
        leads: true,
        attributed,
        among: sentences.length,
        actions: 0,
        compared: false,
        besideLists,
      },
    ];
  });
}

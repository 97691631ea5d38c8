/** Parts an English sentence into its statements: each has a verb of its own, and may be printed by itself. */
import type { Span } from "../../model.ts";
import { matchesOf } from "../../text/matches.ts";
import { splitClauses, trimSpan } from "../../text/sentence.ts";
import {
  ACTIONS,
  AUXILIARY,
  DETERMINER,
  hasVerb,
  IRREGULAR,
  LETTER,
  SURE,
  SURE_VERB,
  WITH_OBJECT,
} from "../phrase/english-verbs.ts";

/** `main`: the first of its sentence; `own`: a later one with its own subject; `shared`: a verb whose subject stands before it. */
export type Part = "main" | "own" | "shared" | "aside";

export interface Statement {
  readonly span: Span;
  readonly part: Part;
}

export interface Statements {
  readonly found: readonly Statement[];
  /** Some clause of the sentence only says who says it. */
  readonly attributed: boolean;
}

const ADVERBS = "(?:(?:also|now|then|later|further|jointly|subsequently|already|still|only|not|[a-z]{3,}ly) )*";
/** Opens with a verb, so that its subject stands before it. */
const VERB_PHRASE = new RegExp(
  `^${ADVERBS}(?:(?:${AUXILIARY}|${IRREGULAR})\\b|[a-z]{1,3}-?${WITH_OBJECT}|${WITH_OBJECT}|${LETTER}{3,}ed (?:on|as|into|up|for) (?:${DETERMINER})\\b|(?:signed|agreed|approved|launched|announced|called|urged|pledged|decided)\\b)`,
  "u",
);
/** The same after will and to. */
const BARE_VERB = new RegExp(
  `^${ADVERBS}(?:${ACTIONS}) (?!(?:of|for|in|and|to|on|from|with|by|at|as|or|programmes?|measures)\\b)[a-z\\d$€£“"]`,
);
/** To train and test models: both verbs have one object. */
const ENDS_IN_VERB = new RegExp(`\\b(?:${ACTIONS}|(?:${ACTIONS})(?:s|ed|d|ing))$`);
const TAKES_BARE = /\b(?:will|shall|must|should|can|may|would|could|to|agreed to)\b/;

/** Will not raise the tax and cut the services: what is denied of one is denied of both. */
const DENIED_MODAL =
  /\b(?:(?:will|shall|must|should|can|may|would|could) (?:not|never)|cannot|n['’]t|not to|never to|refus\w+ to)\b/;

const SAYS =
  "said|says|say|told [a-z ]{3,30}|adds?|added|noted|believes?|thinks?|warned|reported|reports|argued|explained|showed|shows";
/** …, the ministry said on Monday; according to …; said Mr Tan. */
const ATTRIBUTION = new RegExp(
  `^(?:(?:as|but|and) )?(?:according to|citing|(?:said|says|told|added|adds|noted) )|^(?!.*\\d ?(?:%|per ?cent) of ).{2,90}\\b(?:${SAYS})(?: (?:on|in|at|late|early|last|this|earlier|today|yesterday|during|to|here|after|separately|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b[^,]{0,70})?$`,
);
const ADVERBIAL =
  /^(?:from|since|by|in|on|to|under|with|as|for|given|while|although|though|after|before|during|following|at|through|over|when|where|despite|according to|based on|building on|tapping on|combined with|together with|along with|alongside|beyond|because|due to|ahead of|of the|lifted|driven|helped|asked|speaking|led by|last|next|today|yesterday|once|until|upon|earlier|later|recently|currently|finally|lastly|firstly|secondly|first|second|third|including|using)\b/;
/** Without it the statement would say something else, so it stays: if approved, …; …, excluding cars. */
const CONDITION =
  /^(?:(?:but )?(?:only|not) |with the exception|not including|other than|barring|pending|even if|if|unless|until|excluding|except|provided|subject to|apart from|without|once|as (?:long|soon) as|in case|in the event|assuming|whichever|(?:(?:but|and) )?where (?:appropriate|possible|necessary|(?:the|an?|there|such|any|conditions) [^,]*)|under (?:the|this|these|your|its) (?:[a-z]+ )?(?:proposals?|bill|draft)|should (?:the|an?|it|they)|(?:when|after) [^,]{2,60}? (?:passes|takes effect|becomes law|(?:wins?|gets?|receives?) [a-z ]{0,20}approval|(?:is|are) (?:passed|approved|adopted|enacted|ratified|signed)|comes? into (?:force|effect)))\b/;
/** What opens so belongs to the statement before it and may be left out. */
const TRAILING =
  /^(?:which|who|whose|whom|where|when|including|as|such|after|before|especially|particularly|although|though|because|since|from|due|in order|thereby|making|leading|in line|for example|e\.g|namely|based|according|compared|(?:up|down) (?:from|by|\d|(?:\w+ )?(?:per|basis))|considerably|comparable to|the same as|also [a-z]+ing|similarly|well within|(?:below|above) an? |in a (?:win|blow|boost|sign|move)\b|an? (?:\S+ )?(?:increase|rise|gain|jump|decrease|decline|drop|fall) (?:of|from)|(?:boosted|driven|lifted|helped|led|supported|backed|followed|fuell?ed|weighed|dragged|chaired|run|owned|funded|operated|signed|made)(?: down)? by|aligning|alongside|slightly|(?:lower|higher) than|following|(?:also )?(?:well|far|much|slightly|just|still) (?:above|below|ahead|short|more|less|higher|lower|under|over)|among|regardless|rather|not|payable|equivalent to|to (?:share|stock)holders|to help|to (?:ensure|support|reduce|meet))\b/;
/** Says what the thing before it is: a firm of the same group; the largest rise in a year. */
const APPOSED =
  /^(?:an? (?:entity|company|firm|body|group|unit|measure|move|step|deal|figure|level|rate|sum|total|part|key)|the (?:most|largest|biggest|highest|lowest|best|worst|fastest|slowest|sharpest))\b/;
const RESULT = /^(?:and |or )?\p{L}+ing\b/u;
/** …, adding that: what is said next is said as surely as what came before. */
const REPORTED = /^(?:adding|saying|noting|announcing|confirming)(?: that)? /;
/** Says more of the subject before its verb comes: the bill, proposed in May, …. */
const INSERTED = /^(?:which|who|whose|dating|known|led|including|an?|the|one|\p{L}{3,}ed)\b/u;
/** A verb that something must follow: introduces, among other things, …. */
const OPEN_VERB = new RegExp(`\\b(?:${AUXILIARY}|includes|requires|provides|introduces|allows|agrees|expects|shows)$`);
/** The month, no verb. */
const MONTH_OF_MAY = /\b(?:in|by|of|since|until|from|to|last|this|next|early|late|mid|\d{1,2})[ -]may$/;
const COORDINATOR = /^(?:and|but|while|whereas|yet|whilst) (?:that )?/;
/** Behind "with": unemployment rising to 4.2 %. */
const WITH_FIGURE = /^with (?=[^,]{3,60}? (?:[a-z]+ing|up|down) [^,]*\d)/;
/** A piece between commas may still hold two statements. */
const JOINED = / (?:and|but|while|whereas) /g;
const SUBJECT_AND_VERB = new RegExp(`^(?:[^\\s,]+ ){1,6}?(?:${SURE})`, "u");
const LEAST_PIECE = 14;
/** Longer, and the rest is left out. */
const LONGEST = 260;

/** A subject with all that is inserted behind it; a longer one is left out. */
const LONGEST_ASIDE = 90;

interface Piece extends Span {
  readonly words: string;
  /** Follows a colon or a semicolon, so that it begins anew. */
  readonly fresh: boolean;
}

/** Where a piece between commas is parted once more: before the second verb, or the second subject and its verb. */
function partJoined(words: string): number[] {
  const cuts: number[] = [];
  let from = 0;
  for (const { index, 0: joint } of matchesOf(JOINED, words)) {
    const left = words.slice(from, index);
    const right = words.slice(index + joint.length, index + joint.length + 90);
    if (ENDS_IN_VERB.test(left) || left.lastIndexOf("(") > left.lastIndexOf(")")) continue;
    if (left.length < LEAST_PIECE || words.length - index < LEAST_PIECE || !SURE_VERB.test(left)) continue;
    const bare = BARE_VERB.test(right) && TAKES_BARE.test(left) && !DENIED_MODAL.test(left);
    const opensVerb = VERB_PHRASE.test(right) || bare;
    if (!opensVerb && !SUBJECT_AND_VERB.test(right)) continue;
    cuts.push(index);
    from = index + joint.length;
  }
  return cuts;
}

function piecesOf(text: string, sentence: Span): Piece[] {
  let fresh = false;
  return splitClauses(text, sentence).flatMap((clause) => {
    const words = text.slice(clause.start, clause.end);
    const cuts = [0, ...partJoined(words), words.length];
    const pieces = cuts.slice(1).map((to, i): Piece => {
      const span = trimSpan(text, { start: clause.start + (cuts[i] ?? 0), end: clause.start + to });
      return { ...span, words: text.slice(span.start, span.end), fresh: fresh && i === 0 };
    });
    fresh = clause.delimiter !== ",";
    return pieces;
  });
}

const isAttribution = (words: string): boolean => words.length < 130 && ATTRIBUTION.test(words);

/** How a piece goes on from a statement that has its verb; `skip`: letters before it that are no part of it. */
interface Step {
  readonly part: Part | "more" | "trailing";
  readonly skip: number;
}

function stepOf(words: string, said: string): Step {
  const reported = REPORTED.exec(words)?.[0].length;
  if (reported !== undefined && SURE_VERB.test(words.slice(reported))) return { part: "own", skip: reported };
  const withFigure = WITH_FIGURE.exec(words)?.[0].length;
  if (withFigure !== undefined) return { part: "aside", skip: withFigure };
  if (CONDITION.test(words)) return { part: "more", skip: 0 };
  const skip = COORDINATOR.exec(words)?.[0].length ?? 0;
  const rest = words.slice(skip);
  if (TRAILING.test(rest) || /^with\b/.test(rest) || APPOSED.test(words)) return { part: "trailing", skip };
  if (VERB_PHRASE.test(rest) || (BARE_VERB.test(rest) && TAKES_BARE.test(said) && !DENIED_MODAL.test(said)))
    return { part: "shared", skip };
  if (RESULT.test(words) && !SUBJECT_AND_VERB.test(rest)) return { part: "trailing", skip };
  if (SURE_VERB.test(rest)) return { part: /^wh/.test(words) ? "aside" : "own", skip };
  return { part: skip > 0 && /^(?:but|wh)/.test(words) ? "trailing" : "more", skip: 0 };
}

interface Open {
  span: Span;
  readonly part: Part;
  /** What it says so far, without what is inserted. */
  said: string;
  /** It has its verb, and what must follow that. */
  complete: boolean;
}

/** Goes on with a statement that has its verb; what is handed back stays open. */
function goOn(found: Open[], open: Open | undefined, piece: Piece): Open | undefined {
  const { part, skip } = stepOf(piece.words, open?.said ?? "");
  if (part === "trailing") return undefined;
  if (part !== "more") return begin(found, piece, part, skip);
  if (open !== undefined && piece.end - open.span.start <= LONGEST)
    open.span = { start: open.span.start, end: piece.end };
  return open;
}

function begin(found: Open[], piece: Piece, part: Part, skip: number): Open {
  const open: Open = {
    span: { start: piece.start + skip, end: piece.end },
    part,
    said: piece.words,
    complete: isComplete(piece.words),
  };
  found.push(open);
  return open;
}

const isComplete = (said: string): boolean => hasVerb(said) && (!OPEN_VERB.test(said) || MONTH_OF_MAY.test(said));

/** Goes on with a statement that has no verb yet. */
function addSubject(open: Open, piece: Piece, last: boolean): Open {
  if (last || !INSERTED.test(piece.words)) {
    open.said += ` ${piece.words}`;
    open.complete = isComplete(open.said);
  }
  const long = piece.start - open.span.start > LONGEST_ASIDE && VERB_PHRASE.test(piece.words);
  open.span = { start: long ? piece.start : open.span.start, end: piece.end };
  return open;
}

/** Begins a sentence, or what follows its colon, unless the piece only says when or where. */
function beginSentence(found: Open[], piece: Piece, last: boolean): Open | undefined {
  const { words } = piece;
  const first = found.length === 0;
  const condition = CONDITION.test(words);
  if (!condition && ADVERBIAL.test(words) && !(last && first)) return undefined;
  const open = begin(found, piece, first ? "main" : "own", COORDINATOR.exec(words)?.[0].length ?? 0);
  return condition ? Object.assign(open, { said: "", complete: false }) : open;
}

/** In 2015, Since FY2019, On an annual basis, Of the 40 boats: a figure that follows is one of that time or of those. */
const BASE =
  /^(?:in|since) (?:fy ?)?(?:19|20)\d\d$|^in the (?:past|last) (?:year|decade)$|^on an? [a-z -]{4,30} basis$|^of (?:the|all|these|those) [^,]{3,80}$/;

/** A figure keeps the base before it. */
function keepBase(text: string, open: Open, before: Piece | undefined): void {
  if (before === undefined || !BASE.test(before.words)) return;
  if (/\d/.test(text.slice(open.span.start, open.span.end))) open.span = { start: before.start, end: open.span.end };
}

/** Statements of a sentence whose opening words (a dateline, the number of a paragraph) are cut off already. */
export function findStatements(text: string, sentence: Span): Statements {
  const pieces = piecesOf(text, sentence);
  const found: Open[] = [];
  let attributed = false;
  let open: Open | undefined;
  for (const [i, piece] of pieces.entries()) {
    const last = i === pieces.length - 1;
    if (isAttribution(piece.words)) {
      attributed = true;
      open = undefined;
    } else if (found.length === 0 || piece.fresh) open = beginSentence(found, piece, last);
    else open = open?.complete === false ? addSubject(open, piece, last) : goOn(found, open, piece);
  }
  const [first] = found;
  if (first !== undefined && first.span.start === pieces[1]?.start) keepBase(text, first, pieces[0]);
  return { found, attributed };
}

/** Cuts English sentences into candidates: the main clause without attribution, opening adverbial and trailing clauses. */
import type { Span } from "../../model.ts";
import { denies } from "../phrase/denial.ts";
import { ACTIONS, hasVerb } from "../phrase/english-verbs.ts";
import { isAsked, tidySpan, withoutExplanation } from "../phrase/tidy.ts";
import type { Candidate } from "../score/candidate.ts";
import { findStatements } from "./english-statements.ts";
import type { Sentence } from "./prose.ts";

const CONTEXT = 40;
const SHORTEST = 20;
/** Prices rose 2.2%. */
const SHORTEST_FIGURE = 14;
const LONGEST = 260;
/** Does the council plan to build it, as reports say? */
const ASKS = /^(?:do|does|did|will|is|are|was|were|can|could|should|would|has|have)\b.*\?[”"]?$/s;
/** What a list goes on with: the council agreed to (a) …. */
const DANGLING =
  /\b(?:to|the|an?|of|and|or|not|will|must|shall|should|would|could|following|by|in|for|with|that|as|on)(?: ?[–—-])?$/;
/** Where to read on: its homepage is www.…. */
const READ_ON =
  /\bwww\.|https?:|\b(?:home ?page|web ?site) (?:is|at)\b|listed on .{0,30} (?:market|exchange), symbol\b/;
/** No sentence is read beyond this. */
const REACH = 1200;

/** What only links a sentence to the last, 12 The ministry …: the number of a paragraph, and who is spoken to. */
const LINK =
  /^(?:[•●▪■◦]\s*|\([^()/]{3,40}\/[^()]{3,40}\)\s+|(?:(?:mr|mrs|madam)\.? (?:deputy )?(?:speaker|president|chair(?:man|person)?),|(?:sir|madam),)\s*|[a-h]\.\s+(?=[a-z])|\d{1,2}\.?\s+(?=[a-z"“])(?!\p{L}+ \d{4}\b|per ?cent|percent|million|billion|trillion|years?|days?|months?|people|countries|of|out|in|basis)|(?:in addition(?! to)|additionally|however|similarly|moreover|furthermore|also|hence|therefore|meanwhile|nevertheless|separately|at the same time|as a result|thus|but|and|instead(?! of)|of course|for example|overall|in particular|to this end|still|indeed)\b,?\s*|(?:currently|till now|so far),\s*)/u;
const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
/** London (Reuters) – …, 9 June 2022 – …, New York, Feb 26 - …. */
const DATELINE = new RegExp(
  `^(?:\\([^()]{3,30}\\) )?(?:[\\p{L} .,]{0,30}\\d{1,2} \\p{L}+ \\d{4}|[\\p{L}\\d .,/]{0,40}\\((?:reuters|ap|afp|xinhua|bloomberg)\\)|[\\p{L} .,/]{3,40}, ${MONTH} \\d{1,2}(?:, \\d{4} ?/[^/]{3,24}/)?) ?(?:[–—]|--?)(?!\\s?\\d)\\s*|^[\\p{L}.]{3,14}(?:,? [\\p{L}.]{2,12})? ?(?:—|--)\\s*`,
  "u",
);
/** Singapore – …: only at the beginning of the article, for many sentences go on behind a dash. */
const FIRST_DATELINE = /^\p{L}{4,12}(?: \p{L}{4,12})? [–-] (?=\p{L})/u;
const SAID_THAT =
  "(?:(?:announced|said|added|noted|confirmed|revealed|reported|showed|shows|suggested|suggests|found|means|stipulates?|pointed out|hinted|highlighted|projected|predicted|acknowledged|wish to clarify)(?: [a-z]+){0,3}|(?:told|informed|ruled|recommended|signall?ed|warned|estimated|concluded|stressed|emphasi[sz]ed)(?: [^.,]{3,50}?)?) that ";
/** The ministry said that …. Not 65 per cent of the wardens said that …, which says what they think. */
const TOLD = new RegExp(`^(?!\\S{1,12} ?(?:%|per ?cent) )(?:u\\.s\\.|[^.,]){3,60}? ${SAID_THAT}`);
/** … and signalled that …: who says it stands before. */
const TOLD_TOO = new RegExp(`^(?:also )?${SAID_THAT}`);
const DECIDED =
  "signed|agreed|approved|launched|announced|introduced|welcomed|awarded|adopted|ratified|declared|unveiled";
/** The firm said its sales …; officials said exports rose …; he told the council it would …. */
const SAID = new RegExp(
  `^(?!\\S{1,12} ?(?:%|per ?cent) )(?:u\\.s\\.|[^.,]){3,60}? (?:said|says)(?: (?:on|late|early) (?:on )?[a-z]+day| today| separately)? (?:(?=(?:the|its|it|their|they|there|a|an|this|these) )|(?!(?:in|at|on|to|of|by|during|after|before|while|when|as|for|that|yes|no)\\b)(?=[^.,]{3,60}? (?:will|would|was|were|is|are|had|has|have|rose|fell|grew|${DECIDED})\\b))|^[^.,]{2,40}? told [a-z ]{3,30}? (?=(?:the|its|it|their|they|he|she)\\b[^.,]{1,30} (?:will|would|was|were|is|are|had|has|have|planned)\\b)`,
);
const AUXILIARY = "will|shall|is|are|has|have";
const ADVERBS = "(?: (?:also|now|soon|further|jointly|actively|progressively|today))*";
/** Somebody will do something: the rest is the action. */
const DOES = new RegExp(
  `^.{2,60}?\\b(?:will${ADVERBS} (?=(?:${ACTIONS})\\b)|(?:is|are|will be)${ADVERBS} (?=\\p{L}{2,}ing\\b))`,
  "u",
);
/** The council plans to build: that it means to is said by what it means to do. What is hoped for or urged on somebody is less. */
const WANTS = new RegExp(
  `^(?!.{0,20}(?:%|per ?cent)).{2,90}?\\b(?:(?:intend|plan|expect|aim|propose)s?|planned|(?:is|are) set|decided|committed|pledged|has|have|(?:efforts|steps|measures) will be (?:made|taken)|(?:instructed|directed|ordered)(?: [a-z'’-]+){1,6}?) to (?=(?:${ACTIONS})\\b)`,
);
/** Says whom it concerns, so that the action needs it. */
const LIMITED =
  /\b(?:who|which|that|if|when|where|unless|except|exception|apart from|other than|only|at (?:most|least)|fewer|few|half|most)\b/;
/** Foreign boats will pay …: whom it concerns, since no body that decides is told by such a name. */
const AFFECTED =
  /^(?!(?:this|officials|authorities|regulators|ministers|lawmakers|leaders|organi[sz]ers|prosecutors|police|ministries|governments|councils|states|countries)\b)(?:[a-z-]+ ){0,3}?[a-z]{2,}[^su ]s (?:will|must|shall|are|have)\b|^an? [a-z -]{2,40}? will\b/;
/** Asked first, since it costs less. */
const MAY_DO = / (?:will|is|are) /;
/** A subject this long hides the action behind it. */
const LONG_SUBJECT = new RegExp(
  `^.{45,180}?(?:\\b(?:${AUXILIARY})${ADVERBS} (?=(?:${ACTIONS}|${DECIDED}|\\p{L}{3,}ed)\\b)|(?<=[a-z)])(?<!\\b(?:was|were|be|been|is|are|newly|recently)) (?=(?:${DECIDED})\\b))`,
  "u",
);
/** Where a long clause can end: an aim, or a second statement. */
const LOOSE_END =
  / (?:(?<!\b(?:seeks?|sought|has|have|had|how|able|needs?|wants?|designed|intended|required|measures|efforts|steps) )to (?:help|support|reduce|ensure|provide|allow|enable|meet|promote|encourage|improve|prevent|better)\b|and (?:[a-z-]+ ){1,4}?(?:will|are|is|has|have|must|can|who)\b|so that\b|in order\b|for (?:non-)?[a-z]+ing\b|and where appropriate\b|and [a-z]+ who\b|by [a-z]+ing\b|in a (?:move|bid|way)\b|that (?:focus|aim|would|could)\b|(?:including|such as|while|because|amid|alongside|as part of|as (?:it|they|we) (?:seek|try|look|prepare|review)s?|(?<!\b(?:is|are|was|were|be|been|now|not|again|still|also|but) )due to|in an attempt|following|after|saying|compared (?:to|with))\b|\([^()]{12,}\) (?:who|which|that|of)\b)|, (?:as (?:new|the)|(?:(?:from|of|in|to|by|at|under|through|with|for) )?which|who|where)\b|—/;
const LONG = 80;
/** Below this no subject is long beside its action. */
const LONG_CLAUSE = 75;
const LEAST_BEFORE_END = 45;
/** Without a bracket or a day at its end. */
const LEAST_BARE = 35;
/** A shorter action needs the one who acts: SFA will start enforcement on 13 April. */
const LEAST_WITHOUT_SUBJECT = 30;
/** So does one that is shorter than this share of who acts. */
const LEAST_SHARE = 0.8;
/** When it was said or done, which the day of the article tells as well. */
const TRAILING_DAY =
  / (?:on|late|early) (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: [a-z]+){0,3}$|(?<!as of|from|until) (?:to|yester)day$/;
/** The number of a note below. */
const NOTE = /\s?\[\d{1,2}\]$/;

/** Where a quote begins that does not end here, or ends that began before; -1 if all are whole. */
function lonelyQuote(words: string): number {
  const [open, close] = [words.lastIndexOf("“"), words.indexOf("”")];
  if (close >= 0 && (words.indexOf("“") < 0 || close < words.indexOf("“"))) return close;
  if (open > words.lastIndexOf("”")) return open;
  return words.split('"').length % 2 === 0 ? words.lastIndexOf('"') : -1;
}

/** Without a subject that every reader supplies and without a loose end. */
function trimClause(text: string, main: Span): { span: Span; modal: boolean } {
  const words = text.slice(main.start, main.end);
  const found =
    (MAY_DO.test(words) ? DOES.exec(words) : null) ??
    (words.includes(" to ") ? WANTS.exec(words) : null) ??
    (words.length < LONG_CLAUSE ? null : LONG_SUBJECT.exec(words));
  const least = Math.max(LEAST_WITHOUT_SUBJECT, LEAST_SHARE * (found?.[0].length ?? 0));
  const subject =
    found !== null &&
    !LIMITED.test(found[0]) &&
    !AFFECTED.test(found[0]) &&
    !denies(found[0]) &&
    words.length - found[0].length >= least
      ? found
      : null;
  const start = main.start + (subject?.[0].length ?? 0);
  const kept = text.slice(start, main.end);
  const loose = kept.length > LONG ? kept.slice(LEAST_BEFORE_END).search(LOOSE_END) : -1;
  const short = loose < 0 ? kept : kept.slice(0, LEAST_BEFORE_END + loose).replace(/[,;:]$/, "");
  const cut = found !== null || hasVerb(short) ? short : kept;
  const noted = withoutExplanation(cut).replace(NOTE, "");
  const bare = noted.includes("day") ? noted.replace(TRAILING_DAY, "") : noted;
  const whole = bare.length >= LEAST_BARE ? bare : cut;
  const quote = lonelyQuote(whole);
  const end = start + (quote >= LEAST_BARE ? quote : whole.length);
  return { span: tidySpan(text, { start, end }), modal: found !== null };
}

const OPENING_REACH = 80;

/** How much of a sentence comes before its first clause. */
function lengthOfOpening(words: string): number {
  const link = LINK.exec(words)?.[0].length ?? 0;
  if (link > 0) return link;
  const dated = /[–—-]/.test(words) ? (DATELINE.exec(words)?.[0].length ?? 0) : 0;
  if (dated > 0) return dated;
  const told = (words.includes(" that ") ? TOLD.exec(words)?.[0] : undefined) ?? SAID.exec(words)?.[0] ?? "";
  return denies(told) ? 0 : told.length;
}

function trimOpening(text: string, span: Span, first: boolean): Span {
  let { start } = span;
  if (first)
    start += FIRST_DATELINE.exec(text.slice(start, Math.min(span.end, start + OPENING_REACH)))?.[0].length ?? 0;
  for (let i = 0; i < 3; i++) {
    const length = lengthOfOpening(text.slice(start, Math.min(span.end, start + OPENING_REACH)));
    if (length === 0) break;
    start += length;
  }
  return { start: Math.min(start, span.end), end: span.end };
}

/** A later statement of a sentence, without who says it. */
function trimTold(text: string, span: Span): Span {
  const words = text.slice(span.start, Math.min(span.end, span.start + OPENING_REACH));
  if (!words.includes(" that ")) return span;
  const told = TOLD_TOO.exec(words)?.[0] ?? TOLD.exec(words)?.[0] ?? "";
  return { start: span.start + (denies(told) ? 0 : told.length), end: span.end };
}

const TITLE_REACH = 300;
const contentWords = (words: string): string[] => words.match(/[a-z]{4,}/g) ?? [];

/** Share of a clause's longer words that the title has too. */
function titledShare(words: string, titled: ReadonlySet<string>): number {
  if (titled.size === 0) return 0;
  const own = contentWords(words);
  return own.length === 0 ? 0 : own.filter((word) => titled.has(word)).length / own.length;
}

export function findEnglish(
  text: string,
  title: string,
  sentences: readonly Sentence[],
  besideLists: boolean,
): Candidate[] {
  const titled = new Set(contentWords(title.slice(0, TITLE_REACH)));
  return sentences.flatMap((sentence): Candidate[] => {
    const reach = { start: sentence.start, end: Math.min(sentence.end, sentence.start + REACH) };
    const asks = ASKS.test(text.slice(reach.start, reach.end));
    const { found, attributed } = findStatements(text, trimOpening(text, reach, sentence.index === 0));
    return found.flatMap((statement, i): Candidate[] => {
      const { span, modal } = trimClause(text, trimTold(text, statement.span));
      const words = text.slice(span.start, span.end);
      if (
        words.length < (/\d/.test(words) ? SHORTEST_FIGURE : SHORTEST) ||
        words.length > LONGEST ||
        DANGLING.test(words) ||
        READ_ON.test(words) ||
        isAsked(text, span) ||
        asks
      )
        return [];
      return [
        {
          span,
          words,
          before: text.slice(Math.max(reach.start, span.start - CONTEXT), span.start),
          after: text.slice(span.end, Math.min(reach.end, span.end + CONTEXT)),
          modal: modal ? "own" : "none",
          action: modal,
          clause: i,
          sentence: sentence.index,
          sentences: sentences.length,
          chain: found.length,
          follows: statement.part === "shared",
          title,
          titled: titledShare(words, titled),
          leads: statement.part === "main",
          attributed,
          among: sentences.length,
          actions: 0,
          figures: 0,
          compared: false,
          besideLists,
        },
      ];
    });
  });
}

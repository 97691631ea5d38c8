/** A look-up as an expression of the index. */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { MeasureKind } from "../model.ts";
import type { ArchiveQuery, DateRange } from "../ports.ts";
import { phraseOf } from "../text/token.ts";
import { aboutAny, feedToken, kindToken, publishedAny, topicToken } from "./facet.ts";
import { foldLine, type IndexField } from "./measure-index.ts";

const KINDS: readonly MeasureKind[] = ["measure", "finding", "other"];

const quote = (tokens: readonly string[]): string => `"${tokens.join(" ").replaceAll('"', '""')}"`;

/** A word wherever it occurs; undefined for an empty one. */
function wordTerm(word: string): string | undefined {
  const { tokens, open } = phraseOf(foldLine(word));
  // An open one goes through all tokens that begin so: slower than the rest by far, but then nobody types it often.
  return tokens.length === 0 ? undefined : `${quote(tokens)}${open ? " *" : ""}`;
}

const tokenTerm = (token: string): string => quote([token]);
const or = (terms: readonly string[]): string => `(${terms.join(" OR ")})`;
const and = (terms: readonly string[]): string => `(${terms.join(" AND ")})`;
const within = (fields: Fields, term: string): string => (fields ? `({${fields.join(" ")}} : ${term})` : term);

/** Every measure is of some kind: the index cannot be asked for what is left without something to take it from. */
const EVERYTHING = or(KINDS.map((kind) => tokenTerm(kindToken(kind))));
/** No token is written so. */
const NOTHING = tokenTerm(kindToken("nothing"));

const any = (terms: readonly string[]): string => (terms.length === 0 ? NOTHING : or(terms));

/** Fields that words must stand in; undefined for all fields. */
export type Fields = readonly IndexField[] | undefined;

/** One term for each word, or group of words, that must occur. */
function wordTerms({ words, anyOf = [] }: Pick<ArchiveQuery, "words" | "anyOf">, fields?: Fields): string[] {
  const groups = [...words.map((word) => [word]), ...anyOf];
  return groups.flatMap((group) => {
    const terms = group.map(wordTerm);
    const known = terms.filter((term) => term !== undefined);
    return known.length < terms.length || known.length === 0 ? [] : [within(fields, or(known))];
  });
}

/** `whole`: the name of the topic and not a part of it. */
export const topicTerm = (topic: string, whole: boolean): string =>
  whole ? tokenTerm(topicToken(foldLine(topic))) : within(["topics"], wordTerm(topic) ?? NOTHING);

/** What a query says besides its words. `topics` are terms; `irregular` are the periods within its ranges that are so. */
export interface Surroundings {
  readonly topics: readonly string[];
  readonly irregular: readonly DateRange[];
}

function facetTerms(
  { kinds, carriedBy, from, about, publishedIn }: ArchiveQuery,
  { topics, irregular }: Surroundings,
): string[] {
  const terms: string[] = [];
  if (about.length + publishedIn.length > 0) {
    const tokens = [...about.flatMap((range) => aboutAny(range, irregular)), ...publishedIn.flatMap(publishedAny)];
    terms.push(any(tokens.map(tokenTerm)));
  }
  if (kinds) terms.push(any(kinds.map((kind) => tokenTerm(kindToken(kind)))));
  if (topics.length > 0) terms.push(or(topics));
  if (carriedBy) terms.push(any(carriedBy.map((id) => tokenTerm(feedToken(id)))));
  if (from) {
    const issuers = from.issuers.map(wordTerm).filter((term) => term !== undefined);
    const feeds = from.feeds.map((id) => tokenTerm(feedToken(id)));
    terms.push(any([...issuers.map((term) => within(["issuer"], term)), ...feeds]));
  }
  return terms;
}

function unwantedTerms({ without = [], notAbout = [] }: ArchiveQuery, { irregular }: Surroundings): string[] {
  const words = without.map(wordTerm).filter((term) => term !== undefined);
  return [...words, ...notAbout.flatMap((range) => aboutAny(range, irregular)).map(tokenTerm)];
}

/** Of which table of the index, and what. */
export interface Expression {
  readonly table: "measure_index" | "character_index";
  readonly text: string;
}

/** Whether one character is all that is asked for. */
export function isCharacter(query: ArchiveQuery): boolean {
  const { words, anyOf, without, kinds, topics, carriedBy, from, about, publishedIn, notAbout } = query;
  const lists = [anyOf, without, kinds, topics, carriedBy && [carriedBy], from && [from], about, publishedIn, notAbout];
  return words.length === 1 && phraseOf(foldLine(words[0] ?? "")).open && lists.every((list) => !list?.length);
}

/**
 * The expression that finds what a query asks for, with all words within some fields and not all of them within
 * `fewer` of them. Undefined if it asks for nothing: then everything is found.
 */
export function expressionOf(
  query: ArchiveQuery,
  surroundings: Surroundings,
  fields?: Fields,
  fewer?: Fields,
): Expression | undefined {
  if (isCharacter(query))
    return { table: "character_index", text: quote(phraseOf(foldLine(query.words[0] ?? "")).tokens) };
  const wanted = [...wordTerms(query, fields), ...facetTerms(query, surroundings)];
  const unwanted = unwantedTerms(query, surroundings);
  if (fewer) unwanted.push(and(wordTerms(query, fewer)));
  if (wanted.length + unwanted.length === 0) return undefined;
  const found = wanted.length === 0 ? EVERYTHING : and(wanted);
  return { table: "measure_index", text: unwanted.length === 0 ? found : `${found} NOT ${or(unwanted)}` };
}

/** Whether all these words occur in a measure. */
export function matchesWords(words: readonly string[]): RawBuilder<SqlBool> {
  const terms = wordTerms({ words });
  if (terms.length === 0) return sql`true`;
  return sql`measure.seq in (select rowid from measure_index where measure_index match ${and(terms)})`;
}

/** A look-up as expressions of the index. */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { MEASURE_KINDS } from "../model.ts";
import type { ArchiveQuery, DateRange, SourceNames } from "../ports.ts";
import { phraseOf } from "../text/token.ts";
import { aboutAny, feedToken, kindToken, publishedAny, topicToken } from "./facet.ts";
import { foldLine, type IndexField } from "./measure-index.ts";

const quote = (tokens: readonly string[]): string => `"${tokens.join(" ").replaceAll('"', '""')}"`;

/** A word wherever it occurs; undefined for an empty one. */
function wordTerm(word: string): string | undefined {
  const { tokens, open } = phraseOf(foldLine(word));
  // An open one goes through all tokens that begin so: in the name of an issuer or a topic, which nobody asks for by one
  // character, that may take its time.
  return tokens.length === 0 ? undefined : `${quote(tokens)}${open ? " *" : ""}`;
}

const isCharacter = (word: string): boolean => phraseOf(foldLine(word)).open;
const characterTerm = (word: string): string => quote(phraseOf(foldLine(word)).tokens);

const tokenTerm = (token: string): string => quote([token]);
const or = (terms: readonly string[]): string => `(${terms.join(" OR ")})`;
const and = (terms: readonly string[]): string => `(${terms.join(" AND ")})`;
const within = (fields: Fields, term: string): string => (fields ? `({${fields.join(" ")}} : ${term})` : term);

/** Every measure is of some kind: the index cannot be asked for what is left without something to take it from. */
const EVERYTHING = or(MEASURE_KINDS.map((kind) => tokenTerm(kindToken(kind))));
/** No token is written so. */
const NOTHING = tokenTerm(kindToken("nothing"));

const any = (terms: readonly string[]): string => (terms.length === 0 ? NOTHING : or(terms));

/** Fields that words must stand in; undefined for all fields. */
export type Fields = readonly IndexField[] | undefined;

/** Words of which one must occur. */
type Group = readonly string[];

const groupsOf = ({ words, anyOf = [] }: Pick<ArchiveQuery, "words" | "anyOf">): Group[] =>
  [...words.map((word) => [word]), ...anyOf].filter((group) => group.length > 0 && group.every((word) => word !== ""));

/**
 * Either of a character and a word is looked for once with the one and once with the other, since each is found in a
 * table of its own. Such groups are few: each doubles the number of ways.
 */
export function variantsOf(query: ArchiveQuery): ArchiveQuery[] {
  let variants: readonly Group[][] = [[]];
  for (const group of groupsOf(query)) {
    const kinds = Object.values(Object.groupBy(group, (word) => String(isCharacter(word))));
    variants = variants.flatMap((groups) => kinds.map((kind) => [...groups, kind ?? []]));
  }
  return variants.map((anyOf) => ({ ...query, words: [], anyOf }));
}

const wordGroups = (query: Pick<ArchiveQuery, "words" | "anyOf">): Group[] =>
  groupsOf(query).filter((group) => !group.every(isCharacter));
const characterGroups = (query: Pick<ArchiveQuery, "words" | "anyOf">): Group[] =>
  groupsOf(query).filter((group) => group.every(isCharacter));

/** Whether it makes a difference where in a measure the words stand. */
export const hasWords = (query: ArchiveQuery): boolean => wordGroups(query).length > 0;

/** One term for each word, or group of words, that must occur. */
const wordTerms = (groups: readonly Group[], fields?: Fields): string[] =>
  groups.map((group) => within(fields, or(group.flatMap((word) => wordTerm(word) ?? []))));

/** `whole`: the name of the topic and not a part of it. */
export const topicTerm = (topic: string, whole: boolean): string =>
  whole ? tokenTerm(topicToken(foldLine(topic))) : within(["topics"], wordTerm(topic) ?? NOTHING);

/** What a query says besides its words. Topics are terms; `irregular` are the periods within its ranges that are so. */
export interface Surroundings {
  readonly topics: readonly string[];
  readonly notTopics: readonly string[];
  readonly irregular: readonly DateRange[];
}

function sourceTerms({ issuers, feeds }: SourceNames): string[] {
  const terms = issuers.map(wordTerm).filter((term) => term !== undefined);
  return [...terms.map((term) => within(["issuer"], term)), ...feeds.map((id) => tokenTerm(feedToken(id)))];
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
  if (from) terms.push(any(sourceTerms(from)));
  return terms;
}

function unwantedTerms(query: ArchiveQuery, { notTopics, irregular }: Surroundings): string[] {
  const { without = [], notAbout = [], notFrom } = query;
  const words = without.filter((word) => !isCharacter(word)).flatMap((word) => wordTerm(word) ?? []);
  const periods = notAbout.flatMap((range) => aboutAny(range, irregular)).map(tokenTerm);
  return [...words, ...periods, ...notTopics, ...(notFrom ? sourceTerms(notFrom) : [])];
}

/** Of which table, and what. Without a text: all of it. */
export interface Expression {
  readonly table: "measure_index" | "character_index" | "measure";
  readonly text?: string;
}

/** What all of some expressions find and none of others. */
export interface Sought {
  readonly wanted: readonly [Expression, ...Expression[]];
  readonly unwanted: readonly Expression[];
}

/**
 * What finds a query of which no group has both characters and words, with all words within some fields and not all of
 * them within `fewer` of them.
 */
export function soughtOf(query: ArchiveQuery, surroundings: Surroundings, fields?: Fields, fewer?: Fields): Sought {
  const groups = wordGroups(query);
  const terms = [...wordTerms(groups, fields), ...facetTerms(query, surroundings)];
  const unwanted = unwantedTerms(query, surroundings);
  if (fewer) unwanted.push(and(wordTerms(groups, fewer)));
  const wanted: Expression[] = [];
  if (terms.length + unwanted.length > 0) {
    const found = terms.length === 0 ? EVERYTHING : and(terms);
    wanted.push({ table: "measure_index", text: unwanted.length === 0 ? found : `${found} NOT ${or(unwanted)}` });
  }
  const characters = characterGroups(query).map((group) => or(group.map(characterTerm)));
  if (characters.length > 0) wanted.push({ table: "character_index", text: and(characters) });
  const without = (query.without ?? []).filter(isCharacter).map(characterTerm);
  const [first = { table: "measure" }, ...others] = wanted;
  return {
    wanted: [first, ...others],
    unwanted: without.length > 0 ? [{ table: "character_index", text: or(without) }] : [],
  };
}

/** Whether all these words occur in a measure. */
export function matchesWords(words: readonly string[]): RawBuilder<SqlBool> {
  const terms = wordTerms(groupsOf({ words }));
  if (terms.length === 0) return sql`true`;
  return sql`measure.seq in (select rowid from measure_index where measure_index match ${and(terms)})`;
}

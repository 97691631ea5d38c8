/** The same questions by other means: which 20 are newest, and how many are there, counted to 1,001. */
import { DatabaseSync } from "node:sqlite";
import MiniSearch from "minisearch";
import type { ArchiveQuery } from "../../../src/ports.ts";
import { soughtOf } from "../../../src/store/match.ts";
import { fold } from "../../../src/text/shadow.ts";
import type { Filled } from "./fill.ts";

export interface Rival {
  readonly name: string;
  /** False for what it cannot find. */
  readonly takes: (query: ArchiveQuery) => boolean;
  readonly ask: (query: ArchiveQuery) => number;
}

const COUNTED = 1001;

const escapeWord = (word: string): string => fold(word).replace(/[\\%_]/g, "\\$&");

function byIndex({ file }: Filled): Rival {
  const database = new DatabaseSync(file, { readOnly: true });
  const ask = (query: ArchiveQuery, limit: number): number => {
    const [{ table, text = "" }] = soughtOf(query, { topics: [], notTopics: [], irregular: [] }).wanted;
    const found = `select rowid from ${table} where ${table} match ? order by rowid desc limit ${limit}`;
    return database.prepare(found).all(text).length;
  };
  return {
    name: "index",
    takes: () => true,
    ask: (query) => {
      ask(query, 20);
      return ask(query, COUNTED);
    },
  };
}

function byScan({ scanFile }: Filled): Rival {
  const database = new DatabaseSync(scanFile, { readOnly: true });
  const ask = ({ words }: ArchiveQuery, limit: number): number => {
    const terms = words.map(() => "shadow like ? escape '\\'").join(" and ");
    const found = `select seq from scan where ${terms} order by seq desc limit ${limit}`;
    return database.prepare(found).all(...words.map((word) => `%${escapeWord(word)}%`)).length;
  };
  return {
    name: "LIKE",
    takes: () => true,
    ask: (query) => {
      ask(query, 20);
      return ask(query, COUNTED);
    },
  };
}

function byTrigram({ scanFile }: Filled): Rival {
  const database = new DatabaseSync(scanFile, { readOnly: true });
  const ask = ({ words }: ArchiveQuery, limit: number): number => {
    const terms = words.map((word) => `"${fold(word).replaceAll('"', '""')}"`).join(" AND ");
    const found = `select rowid from trigram where trigram match ? order by rowid desc limit ${limit}`;
    return database.prepare(found).all(terms).length;
  };
  return {
    name: "trigram",
    takes: ({ words }) => words.every((word) => word.length >= 3),
    ask: (query) => {
      ask(query, 20);
      return ask(query, COUNTED);
    },
  };
}

const toBigrams = (text: string): string[] => {
  const characters = [...fold(text)];
  return characters.map((char, i) => char + (characters[i + 1] ?? ""));
};

/** All terms must occur, then the text is looked into: bigrams alone find what has them in another order. */
function byMiniSearch({ scanFile }: Filled): Rival {
  const database = new DatabaseSync(scanFile, { readOnly: true });
  const documents = database.prepare("select seq as id, shadow from scan").all() as { id: number; shadow: string }[];
  const shadows = new Map(documents.map(({ id, shadow }) => [id, shadow]));
  const index = new MiniSearch({ fields: ["shadow"], tokenize: toBigrams, processTerm: (term) => term });
  index.addAll(documents);
  return {
    name: "MiniSearch",
    takes: ({ words }) => words.every((word) => word.length >= 2),
    ask: ({ words }) => {
      const terms = words.map(fold);
      const query = terms.flatMap((word) => toBigrams(word).slice(0, -1)).join("\n");
      const found = index.search(query, { combineWith: "AND", tokenize: (text) => text.split("\n") });
      const right = found.filter(({ id }) => terms.every((word) => shadows.get(id)?.includes(word)));
      right.sort((a, b) => b.id - a.id);
      return Math.min(right.length, COUNTED);
    },
  };
}

/** MiniSearch holds everything in memory: only for archives it can hold. */
const MOST_IN_MEMORY = 110_000;

export const createRivals = (filled: Filled): Rival[] => [
  byIndex(filled),
  byScan(filled),
  byTrigram(filled),
  ...(filled.measures <= MOST_IN_MEMORY ? [byMiniSearch(filled)] : []),
];

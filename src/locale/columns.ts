/**
 * Columns of the table that the command line writes, in their order, which each language keeps. New
 * ones go to the end: scripts may count them.
 */
export type CsvColumn =
  | ("headline" | "detail" | "title" | "issuer" | "source" | "published" | "kind" | "topics" | "url")
  | ("quantities" | "deadline" | "effective");

/** The one place where a foreign fault of the database becomes a JuyaoError. */
import { type ErrorCode, JuyaoError } from "../errors.ts";

/** SQLite's primary result codes, the low byte of `errcode`; anything else is a fault of our own. */
const SQLITE_CODES: Readonly<Record<number, ErrorCode>> = {
  3: "store-unreadable", // PERM
  5: "store-locked", // BUSY
  6: "store-locked", // LOCKED
  8: "store-unreadable", // READONLY
  10: "store-unreadable", // IOERR
  11: "store-unreadable", // CORRUPT
  13: "store-full", // FULL
  14: "store-unreadable", // CANTOPEN
  15: "store-locked", // PROTOCOL: gave up waiting for the lock of the write-ahead log
  23: "store-unreadable", // AUTH
  26: "store-unreadable", // NOTADB
};

/** IOERR_SHMSIZE: the write-ahead log's index could not grow, which is how a full disk shows itself while opening. */
const SHARED_MEMORY_SIZE = 4874;

const FILE_CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: "store-full",
  EDQUOT: "store-full",
  EACCES: "store-unreadable",
  EEXIST: "store-unreadable",
  EISDIR: "store-unreadable",
  ENOTDIR: "store-unreadable",
  EPERM: "store-unreadable",
  EROFS: "store-unreadable",
};

const field = (fault: unknown, name: string): unknown =>
  typeof fault === "object" && fault !== null ? Reflect.get(fault, name) : undefined;

/** Makes a JuyaoError of whatever was thrown; one that is already is handed back. */
export function toJuyaoError(fault: unknown): JuyaoError {
  if (fault instanceof JuyaoError) return fault;
  const number = field(fault, "errcode");
  if (typeof number === "number") {
    const code = number === SHARED_MEMORY_SIZE ? "store-full" : (SQLITE_CODES[number & 0xff] ?? "internal");
    return new JuyaoError(code, { cause: fault });
  }
  return new JuyaoError(FILE_CODES[String(field(fault, "code"))] ?? "internal", { cause: fault });
}

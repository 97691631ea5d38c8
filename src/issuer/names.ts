/** All names of one body, for who looks for it by any of them. */
import { fold } from "../text/shadow.ts";
import { ENGLISH_BODIES, GREATER_CHINA_BODIES, INTERNATIONAL_BODIES, MAINLAND_BODIES } from "./bodies.ts";

const NAMES = new Map<string, readonly string[]>();
for (const row of [...MAINLAND_BODIES, ...GREATER_CHINA_BODIES, ...INTERNATIONAL_BODIES, ...ENGLISH_BODIES]) {
  const names = row.split("|");
  for (const name of names) NAMES.set(fold(name), [...new Set([...(NAMES.get(fold(name)) ?? []), ...names])]);
}

/** 工信部 → 工业和信息化部, 工业与信息化部, 工信部. Undefined for what is no name of a known body. */
export const namesOf = (word: string): readonly string[] | undefined => NAMES.get(fold(word));

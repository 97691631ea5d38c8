/** Suggestions while an option is typed. */
import type { Host } from "../../src/platform.ts";
import type { Completion } from "./interaction.ts";
import { cut, LIMITS } from "./limits.ts";
import { subjectsOf } from "./menu.ts";

interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** An option that takes several kinds of words completes the last one; each kind has its share. */
export async function suggest({ suggest }: Pick<Host, "suggest">, completion: Completion): Promise<Suggestion[]> {
  const { command, option, typed, locale } = completion;
  const subjects = subjectsOf(command, option);
  const split = subjects.length > 1 ? /^(.*\s)?(\S*)$/su.exec(typed) : null;
  const before = split?.[1] ?? "";
  const word = split ? (split[2] ?? "") : typed;
  const share = Math.ceil(LIMITS.choices / subjects.length);
  const found = await Promise.all(
    subjects.map(async (subject) => (await suggest(subject, word, locale)).slice(0, share)),
  );
  const byValue = new Map(
    found.flat().map(({ label, value }) => [before + value, cut(before + label, LIMITS.choice)] as const),
  );
  return [...byValue]
    .filter(([value, name]) => value.length <= LIMITS.choice && name.trim() !== "")
    .slice(0, LIMITS.choices)
    .map(([value, name]) => ({ name, value }));
}

/** A form on a terminal: one question a line. Pure but for its own memory of what was asked. */
import type { Field, Form } from "../../src/document.ts";

export interface Questions {
  readonly command: string;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** The question to show. */
  next(): string;
  /** Takes the answer to it. `again` where there is no such choice. */
  answer(line: string): "next" | "again" | "done";
}

/** `时间（0 9 * * *）：`; what is there already holds where the line stays empty. */
function toQuestion(field: Field): string {
  if (field.kind === "text") return `${field.label}${field.value && ` (${field.value})`}:`;
  const choices = field.choices.map(({ label, value }, i) => {
    const mark = field.values.includes(value) ? "*" : " ";
    return `  ${mark}${i + 1}. ${label}`;
  });
  return [`${field.label}:`, ...choices].join("\n");
}

/** Numbers of choices, in any order: `1 3`. */
function readAnswer(field: Field, line: string): readonly string[] | undefined {
  const typed = line.trim();
  if (field.kind === "text") return [typed || field.value];
  if (typed === "") return field.values;
  const chosen = typed.split(/[\s,，、]+/).map((number) => field.choices[Number(number) - 1]?.value);
  const known = chosen.filter((value) => value !== undefined);
  return known.length < chosen.length || (!field.many && known.length > 1) ? undefined : known;
}

export function askInTurn({ fields, title, command }: Form): Questions {
  const answers: Record<string, readonly string[]> = {};
  let at = 0;
  return {
    command,
    answers,
    next: () => {
      const field = fields[at];
      const question = field ? toQuestion(field) : "";
      return at === 0 ? `${title}\n${question}` : question;
    },
    answer: (line) => {
      const field = fields[at];
      const answer = field && readAnswer(field, line);
      if (field && (answer === undefined || (field.kind === "text" && field.required && !answer[0]))) return "again";
      if (field && answer) answers[field.name] = answer;
      at += 1;
      return at < fields.length ? "next" : "done";
    },
  };
}

/** What is attached to a measure, as JSON. What there is none of is left out. */
import type { Attached } from "../flow/attach.ts";
import type { Due } from "../period/deadline.ts";

const withoutSpan = <T extends { readonly span: unknown }>({ span, ...rest }: T): Omit<T, "span"> => rest;

/** With places in the text, for output that holds the text. */
export const describeAttached = ({ quantities, ...dues }: Attached) => ({
  ...(quantities.length > 0 ? { quantities } : {}),
  ...dues,
});

/** Without places. */
export const describeAttachedWords = ({ quantities, deadline, effective }: Attached) => ({
  ...(quantities.length > 0 ? { quantities: quantities.map(withoutSpan) } : {}),
  ...(deadline ? { deadline: withoutSpan(deadline) } : {}),
  ...(effective ? { effective: withoutSpan(effective) } : {}),
});

/** For a cell of a table: the day, or the words where it is not known. */
export const dayOrWords = (due: Due | undefined): string => due?.day ?? due?.text ?? "";

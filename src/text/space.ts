/** White space and what nobody sees. */

/** White space that is not a single space: most texts have none. */
const LOOSE = /[^\S ]| {2}/;

/** One line: white space squeezed to single spaces, none at the ends. */
export const collapse = (text: string): string => (LOOSE.test(text) ? text.replace(/\s+/g, " ") : text).trim();

const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad[\p{Cc}--\s]]/gv;

/** Most texts have nothing of the kind; a plain class says so quicker than one that subtracts. */
const SUSPECT = /[\p{Cc}\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/u;

/** One line, like `collapse`, and without invisible characters: marks of direction, zero width, soft hyphens, controls. */
export const squeeze = (text: string): string => collapse(SUSPECT.test(text) ? text.replace(INVISIBLE, "") : text);

/** Chinese has no spaces: where a source line was wrapped between two Han characters, nothing stands there. */
export function joinWrapped(text: string): string {
  if (!text.includes("\n")) return text;
  if (text.trim() === "") return " ";
  return text.replace(/\s+/g, (space: string, at: number) =>
    space.includes("\n") && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + space.length)) ? "" : " ",
  );
}

/** Han characters and the full-width punctuation that stands among them, by code unit. */
const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code > 0x3000 && code <= 0x303f) ||
  (code >= 0xff00 && code <= 0xff65);

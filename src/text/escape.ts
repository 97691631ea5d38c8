/** What the escapes in a string of a script stand for. */

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: " ", b: "", f: "", "0": "" };

/** Undoes one level of escapes; line breaks become `\n`, tabs spaces. Linear. */
export function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|x([0-9a-f]{2})|([\s\S]))/gi,
    (_, four, braces, two, char: string) => {
      const hex: string | undefined = four ?? braces ?? two;
      if (hex === undefined) return ESCAPES[char] ?? char;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}

/** 发文字号: the numbers that offices give their documents, 国发〔2024〕7号. */

const YEAR = "(?:19|20)\\d{2}";
const OPEN = "[〔\\[(【〖「<《]";
const CLOSE = "[〕\\])】〗」>》]";
/** Folded text. The code of the office may have other characters before it: no word ends where it begins. */
const NUMBER = new RegExp(
  `([\\u4e00-\\u9fff]{1,12})\\s?${OPEN}\\s?(${YEAR})\\s?${CLOSE}\\s?第?\\s?(\\d{1,6})\\s?号`,
  "gu",
);

/** The first one in a folded text, in the one form that look-ups know; undefined if there is none. */
export function findDocumentNumber(folded: string): string | undefined {
  const [first] = folded.matchAll(NUMBER);
  return first && `${first[1]}〔${first[2]}〕${first[3]}号`;
}

/** Each one in a folded text gets that form, whatever its brackets were. */
export const normalizeDocumentNumbers = (folded: string): string =>
  folded.replace(NUMBER, (_, office: string, year: string, number: string) => `${office}〔${year}〕${number}号`);

/** 发文字号: the numbers that offices give their documents, 国发〔2024〕7号. */

const OPEN = "[〔〖【［\\[（(《〈「]";
const CLOSE = "[〕〗】］\\]）)》〉」]";
/** The code of the office stands before it, perhaps with other characters before that: no word ends where it begins. */
const NUMBER = new RegExp(
  `\\s?${OPEN}(?<=([\\u4e00-\\u9fff]{1,12})\\s?.)\\s?((?:19|20)\\d{2})\\s?年?${CLOSE}\\s?第?\\s?(\\d{1,6})\\s?[号號]`,
  "gu",
);

const writeYear = (year: string, number: string): string => `〔${year}〕${number}号`;

/** The first one in a text, in the one form that look-ups know; undefined if there is none. */
function findDocumentNumber(text: string): string | undefined {
  const [first] = text.matchAll(NUMBER);
  return first && `${first[1]}${writeYear(first[2] ?? "", first[3] ?? "")}`;
}

/** Offices name their document at the beginning, or in the title. */
const HEAD_LENGTH = 500;

/** The number of a document itself, not of one that it names. */
export const numberOf = ({ title, text }: { readonly title: string; readonly text: string }): string | undefined =>
  findDocumentNumber(`${title}\n${text.slice(0, HEAD_LENGTH)}`);

/** Each one in a text gets that form, whatever its brackets were. */
export const normalizeDocumentNumbers = (text: string): string =>
  text.replace(NUMBER, (_, __, year: string, number: string) => writeYear(year, number));

/** Brackets that sources put round the year, besides those of the one form. */
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ["(", ")"],
  ["[", "]"],
  ["【", "】"],
];

/** How a text may write such a number; undefined if it is none. */
export function spellDocumentNumber(word: string): string[] | undefined {
  if (findDocumentNumber(word) !== word) return undefined;
  return [word, ...BRACKETS.map(([open, close]) => word.replace("〔", open).replace("〕", close))];
}

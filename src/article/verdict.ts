/** What the names of an element, in class, id and itemprop, say of it. */
import type { Element } from "domhandler";
import { namesOf, splitWords } from "../text/tree.ts";
import { CONTENT_NAMES, CONTENT_WORDS, FURNITURE_NAMES, MODIFIER } from "./names.ts";

const CONTENT = new RegExp(`(?:^|\\s)(?:${CONTENT_NAMES.join("|")})(?=\\s|$)`, "i");

/** True where name or microdata say that this is the text of the article. */
export function isNamedContent({ attribs }: Element): boolean {
  const { class: classes, id, itemprop } = attribs;
  return (
    (classes !== undefined && CONTENT.test(classes)) ||
    (id !== undefined && CONTENT.test(id)) ||
    (itemprop !== undefined && itemprop.toLowerCase() === "articlebody")
  );
}

function findFurniture(element: Element): string | undefined {
  const words = namesOf(element)
    .split(" ")
    .map(splitWords)
    .filter((name) => !MODIFIER.test(name));
  if (words.some((name) => CONTENT_WORDS.test(name))) return undefined;
  return FURNITURE_NAMES.find(({ pattern }) => words.some((name) => pattern.test(name)))?.name;
}

/** The furniture rules that names speak for, on one page; names that were seen before cost a look-up. */
export class NameJudge {
  readonly #known = new Map<string, string | undefined>();

  /** None if another name of the element says "article". */
  findFurniture(element: Element): string | undefined {
    const { class: classes = "", id = "" } = element.attribs;
    if (classes === "" && id === "") return undefined;
    const key = id === "" ? classes : `${classes}#${id}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const name = findFurniture(element);
    this.#known.set(key, name);
    return name;
  }
}

/** What of a page is furniture, by tag and by name: navigation, sidebars, footers. */
import type { Element } from "domhandler";

/** `likely`: lists of articles stand there too, but seldom the main one. `sure`: navigation, footers. */
export type Furniture = "none" | "likely" | "sure";

const SURE_TAG = /^(?:nav|footer|header|aside|select)$/;
const RECORD_TAG = /^(?:article|li|section)$/;
const SURE_WORD =
  /^(?:nav(?:bar|igation)?|(?:sub)?menu|foot(?:er)?|bread(?:crumbs?)?|crumbs?|copyright|pag(?:er|ing|ination))$/;
const LIKELY_WORD =
  /^(?:header|top(?:bar|nav)|(?:page)?side(?:bar)?|aside|(?:friend)?links?|friends?|hot|rank(?:ing)?|recommend(?:ed)?|related?|tags?|tagcloud|share|weizhi|position|location)$/;
/** `has-sidebar`: the name of what holds everything but that. */
const NEGATION = /^(?:has|with|no|without)$/;
/** `sidebar-wrapper`, `entry-header`: names of what holds the rest of the page too, or of a part of a record. */
const HOLDER_WORD = /^(?:content|main|container|wrapper|layout|body|page|entry|post|article|item|card|story)$/;
/** Words that tell records apart, not places. */
const STATE_WORD = /^(?:odd|even|first|last|active|on|cur|current|selected|clearfix|cf|fl|fr)$/;
const MAX_NAMES = 300;

/** Class names and id, each as its words: `has-sideBar list_2` → [[has, side, bar], [list]]. */
export function readNames(element: Element): string[][] {
  return `${element.attribs.class ?? ""} ${element.attribs.id ?? ""}`
    .slice(0, MAX_NAMES)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/\s+/)
    .map((name) => name.split(/[_-]+|\d+/).filter((word) => word !== "" && !STATE_WORD.test(word)))
    .filter((words) => words.length > 0);
}

/** Judges an element by itself; what holds it may be worse. */
export function judgeFurniture(element: Element, names: readonly (readonly string[])[]): Furniture {
  const { name, parent } = element;
  if (name === "body" || name === "html" || name === "main") return "none";
  // The header of a record is where its title stands.
  const inRecord = parent !== null && "name" in parent && RECORD_TAG.test(String(parent.name));
  if (SURE_TAG.test(name) && !(inRecord && name === "header")) return "sure";
  const telling = names.filter((words) => !words.some((word) => NEGATION.test(word)));
  if (telling.flat().some((word) => SURE_WORD.test(word))) return "sure";
  if (names.some((words) => words.every((word) => HOLDER_WORD.test(word)))) return "none";
  const places = telling.filter((words) => !words.some((word) => HOLDER_WORD.test(word)));
  return places.flat().some((word) => LIKELY_WORD.test(word)) ? "likely" : "none";
}

/** The worse of two. */
export function worseFurniture(a: Furniture, b: Furniture): Furniture {
  if (a === "sure" || b === "sure") return "sure";
  return a === "likely" ? a : b;
}

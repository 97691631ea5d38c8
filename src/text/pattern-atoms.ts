/** What a text must hold for a pattern to match in it: the prefilter of RE2's FilteredRE2, made for short Chinese words. */
import { type AST, parseRegExpLiteral } from "@eslint-community/regexpp";

/** More strings than this are no longer few. */
const MOST_STRINGS = 100;
const DIGITS = [..."0123456789"];
/** How much oftener a text holds a given unit than a given pair of units, more or less. */
const UNIT_TO_PAIR = 50;

type Strings = readonly string[];

function stringsOfRange({ min, max }: AST.CharacterClassRange): Strings | undefined {
  const size = max.value - min.value + 1;
  return size > MOST_STRINGS ? undefined : Array.from({ length: size }, (_, i) => String.fromCodePoint(min.value + i));
}

/** Those of all of the parts, if all have few. */
function union(parts: readonly (Strings | undefined)[]): Strings | undefined {
  const strings: string[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    strings.push(...part);
  }
  return strings;
}

/** What stands behind one string may stand behind each of them; undefined where these are no longer few. */
const product = (heads: Strings, tails: Strings | undefined): Strings | undefined =>
  tails === undefined || heads.length * tails.length > MOST_STRINGS
    ? undefined
    : heads.flatMap((head) => tails.map((tail) => head + tail));

/** Every string that an element of a pattern can match, where these are few. */
function stringsOf(element: AST.Element | AST.CharacterClassElement): Strings | undefined {
  switch (element.type) {
    case "Character":
      return [String.fromCodePoint(element.value)];
    case "CharacterSet":
      return element.kind === "digit" && !element.negate ? DIGITS : undefined;
    case "CharacterClassRange":
      return stringsOfRange(element);
    case "CharacterClass":
      return element.negate ? undefined : union(element.elements.map(stringsOf));
    case "Group":
    case "CapturingGroup":
      return union(element.alternatives.map(({ elements }) => stringsOfSequence(elements)));
    case "Quantifier": {
      const once = element.max === 1 ? stringsOf(element.element) : undefined;
      return element.min === 0 && once !== undefined ? ["", ...once] : once;
    }
    default:
      return undefined;
  }
}

function stringsOfSequence(elements: readonly AST.Element[]): Strings | undefined {
  let strings: Strings | undefined = [""];
  for (const element of elements) {
    if (strings !== undefined && element.type !== "Assertion") strings = product(strings, stringsOf(element));
  }
  return strings;
}

/** Parts of strings; a match needs one of them. Undefined where it may need none. */
type Atoms = ReadonlySet<string>;

/** Lower where fewer texts hold one of them. */
const cost = (atoms: Atoms): number =>
  [...atoms].reduce((sum, atom) => sum + (atom.length === 1 ? UNIT_TO_PAIR : 1), 0);

const rarer = (one: Atoms | undefined, other: Atoms | undefined): Atoms | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return cost(other) < cost(one) ? other : one;
};

/** Of a word four letters, or what there is beside its blanks. */
const LETTERS = /[a-z]{4}|^[a-z ]{4}|^[a-z ]{3}$/;
/** Hardly an English sentence lacks a given pair of letters. */
const TELLS_NOTHING = /^[a-z ]{0,2}$/;

function atomsOfStrings(strings: Strings): Atoms | undefined {
  const atoms = strings.map((string) => LETTERS.exec(string)?.[0] ?? string.slice(0, 2));
  return atoms.some((atom) => TELLS_NOTHING.test(atom)) ? undefined : new Set(atoms);
}

function atomsOfElement(element: AST.Element): Atoms | undefined {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return atomsOfAlternatives(element.alternatives);
    case "Quantifier":
      return element.min > 0 ? atomsOfElement(element.element) : undefined;
    case "Assertion":
      return "alternatives" in element && !element.negate ? atomsOfAlternatives(element.alternatives) : undefined;
    default: {
      const strings = stringsOf(element);
      return strings === undefined ? undefined : atomsOfStrings(strings);
    }
  }
}

/** Elements that follow each other are read together as long as their strings stay few: 取消 is rarer than 取. */
function atomsOfSequence(elements: readonly AST.Element[]): Atoms | undefined {
  let best: Atoms | undefined;
  let run: Strings = [""];
  for (const element of elements) {
    best = rarer(best, atomsOfElement(element));
    if (element.type === "Assertion") continue;
    const longer = product(run, stringsOf(element));
    if (longer === undefined) best = rarer(best, atomsOfStrings(run));
    run = longer ?? [""];
  }
  return rarer(best, atomsOfStrings(run));
}

function atomsOfAlternatives(alternatives: readonly AST.Alternative[]): Atoms | undefined {
  const atoms = new Set<string>();
  for (const { elements } of alternatives) {
    const own = atomsOfSequence(elements);
    if (own === undefined) return undefined;
    for (const atom of own) atoms.add(atom);
  }
  return atoms;
}

/**
 * One or two UTF-16 units each, of Latin letters three or four: a text that holds none of them has no match of the
 * pattern. Undefined where nothing can be said, as of a pattern that ignores case.
 */
export const atomsOf = (pattern: RegExp): ReadonlySet<string> | undefined =>
  pattern.ignoreCase ? undefined : atomsOfAlternatives(parseRegExpLiteral(pattern).pattern.alternatives);

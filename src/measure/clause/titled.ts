/** How much of a Chinese clause stands in the title: an editor prints what the title speaks of. */

const LONGEST_TITLE = 300;
const FIRST_IDEOGRAPH = 0x3400;

/** Pairs of neighbouring ideographs, each as one number. */
function pairsOf(words: string): number[] {
  const pairs: number[] = [];
  for (let at = 1; at < words.length; at++) {
    const [one, other] = [words.charCodeAt(at - 1), words.charCodeAt(at)];
    if (one >= FIRST_IDEOGRAPH && other >= FIRST_IDEOGRAPH) pairs.push((one << 16) | other);
  }
  return pairs;
}

/** Says of a clause which share of its pairs the title has too, from 0 to 1. */
export function titledShareIn(title: string): (words: string) => number {
  const heading = new Set(pairsOf(title.slice(0, LONGEST_TITLE)));
  if (heading.size === 0) return () => 0;
  return (words) => {
    const pairs = pairsOf(words);
    return pairs.filter((pair) => heading.has(pair)).length / Math.max(1, pairs.length);
  };
}

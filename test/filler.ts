/**
 * Chinese characters drawn by a generator that `seed` seeds: text that is long enough to be taken for an article and like
 * no other article's.
 */
export function fillerOf(seed: string, length: number): string {
  let state = [...seed].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7);
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCodePoint(0x4e00 + ((state >>> 8) % 8000));
  }).join("");
}

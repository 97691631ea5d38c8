/**
 * Near-duplicates: how much of one text stands in another, from signatures of fixed size. One-permutation MinHash over
 * 4-grams: every gram is hashed once, the hash names a bin and the least hash of each bin is kept; two texts agree in a
 * bin with the probability of their Jaccard similarity.
 */
import { fold } from "./shadow.ts";

/** Bins in a signature; the standard error of the estimate is at most 0.5 / √128 = 0.044. */
const BINS = 128;
const BIN_BITS = 7;
const GRAM = 4;
const ROWS_PER_BAND = 4;
const EMPTY = 0xffffffff;

/** Spreads every bit of a 32-bit number over all of them (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** An empty bin borrows from a full one that its own number chooses, so short texts stay comparable bin by bin. */
function fillEmpty(signature: Uint32Array): void {
  const full = signature.map((value) => (value === EMPTY ? 0 : 1));
  if (!full.includes(1)) return;
  for (let bin = 0; bin < BINS; bin++) {
    if (full[bin] === 1) continue;
    let attempt = 1;
    let donor = bin;
    while (full[donor] !== 1) donor = mix(bin * 0x10001 + attempt++) >>> (32 - BIN_BITS);
    signature[bin] = signature[donor] ?? EMPTY;
  }
}

/**
 * 128 numbers that stand for a text; punctuation, space, case, width and traditional characters make no difference.
 * The same text has the same signature on any machine. A text without letters or digits has an empty one, which is
 * similar to nothing.
 */
export function signatureOf(text: string): Uint32Array {
  const plain = fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
  const signature = new Uint32Array(BINS).fill(EMPTY);
  const grams = plain === "" ? 0 : Math.max(1, plain.length - GRAM + 1);
  for (let at = 0; at < grams; at++) {
    let hash = 0;
    const end = Math.min(at + GRAM, plain.length);
    for (let index = at; index < end; index++) hash = Math.imul(hash ^ plain.charCodeAt(index), 0x9e3779b1);
    hash = mix(hash);
    const bin = hash >>> (32 - BIN_BITS);
    if (hash < (signature[bin] ?? EMPTY)) signature[bin] = hash;
  }
  fillEmpty(signature);
  return signature;
}

/** Estimated Jaccard similarity of the 4-grams of two texts, 0 to 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (a[bin] === b[bin] && a[bin] !== EMPTY) equal++;
  return equal / BINS;
}

/**
 * 32 numbers for looking up candidates: of pairs whose similarity is 0.4, 56 % share one of them; at 0.5, 87 %; at
 * 0.6, 99 %. None for an empty signature.
 */
export function bandsOf(signature: Uint32Array): number[] {
  if (signature[0] === EMPTY) return [];
  const bands: number[] = [];
  for (let start = 0; start < BINS; start += ROWS_PER_BAND) {
    let hash = start + 1;
    for (const value of signature.subarray(start, start + ROWS_PER_BAND)) hash = mix(Math.imul(hash, 31) ^ value);
    bands.push(hash);
  }
  return bands;
}

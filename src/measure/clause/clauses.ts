/** Measures in running text: candidates are cut, scored, and the best kept. */
import type { DropReason } from "../../model.ts";
import type { Draft, OnDrop } from "../draft.ts";
import { judgeClause } from "../kind/kind.ts";
import type { Owned } from "../list/owned.ts";
import type { Reading } from "../reading.ts";
import type { Candidate } from "../score/candidate.ts";
import { scoreCandidates } from "../score/score.ts";
import { findChinese } from "./chinese.ts";
import { findEnglish } from "./english.ts";
import { findLines, findSentences } from "./prose.ts";

/** A candidate below this is left out, unless the text would have no measure at all. */
const THRESHOLD = 0.28;
/** Where lists say what was decided, what stands beside them must be surer. */
const THRESHOLD_BESIDE_LISTS = 0.38;
const MOST = 9;
/** No article needs more; keeps hostile text from costing more than its length. */
const MOST_SENTENCES = 3000;

interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  readonly reasons: readonly string[];
}

export function findCandidates(reading: Reading, { regions, besideLists }: Owned): Candidate[] {
  const prose = findSentences(reading, regions);
  const sentences = (prose.length === 0 && !besideLists ? findLines(reading) : prose).slice(0, MOST_SENTENCES);
  const find = reading.english ? findEnglish : findChinese;
  return find(reading.text, reading.title, sentences, besideLists);
}

/**
 * How many measures a text of so many candidates has, more or less: 2 of 5, 5 of 20, 8 of 50; fewer beside lists that
 * take a `share` of it.
 */
const expectedAmong = (candidates: number, share: number): number =>
  Math.max(LEAST_EXPECTED, Math.sqrt(1.2 * candidates) * (1 - share));
const LEAST_EXPECTED = 0.05;
/** How far the scores of one text follow that, from 0 to 1. */
const PULL = 0.5;
const STEPS = 14;

const oddsOf = (score: number): number => score / (1 - score);
const scoreOf = (odds: number): number => 1 - 1 / (1 + odds);

/**
 * Scores say which clause of a text is the better one; how good all of them are differs from site to site more than the
 * number of their measures does. So all scores of a text move together towards the number expected of it.
 */
function settleScores(scored: readonly Scored[], share: number): Scored[] {
  const odds = scored.map(({ score }) => oddsOf(score));
  const expected = expectedAmong(scored.length, share);
  let [low, high] = [-4, 4];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const factor = Math.exp(middle);
    const promised = odds.reduce((sum, own) => sum + scoreOf(own * factor), 0);
    if (promised < expected) low = middle;
    else high = middle;
  }
  const factor = Math.exp(PULL * low);
  return scored.map((own, i) => ({ ...own, score: scoreOf((odds[i] ?? 0) * factor) }));
}

/** Expects the surest first. */
function chooseClauses(scored: readonly Scored[], threshold: number, atLeast: number, onDrop: OnDrop): Scored[] {
  const chosen: Scored[] = [];
  for (const own of scored) {
    const why = whyNotChosen(own, threshold, chosen.length < atLeast, chosen.length);
    if (why === undefined) chosen.push(own);
    else onDrop({ span: own.candidate.span, why, score: own.score, reasons: own.reasons });
  }
  return chosen;
}

function whyNotChosen({ score }: Scored, threshold: number, needed: boolean, chosen: number): DropReason | undefined {
  if (score < threshold && !needed) return "below-threshold";
  return chosen >= MOST ? "beyond-most" : undefined;
}

export function draftClauses(reading: Reading, owned: Owned, onDrop: OnDrop): Draft[] {
  const candidates = findCandidates(reading, owned);
  const verdicts = scoreCandidates(candidates, reading.english);
  const found = verdicts.flatMap((verdict, i): Scored[] => {
    const candidate = candidates[i];
    return candidate === undefined ? [] : [{ candidate, ...verdict }];
  });
  const { besideLists, share } = owned;
  const scored = settleScores(found, share).sort((a, b) => b.score - a.score);
  const threshold = besideLists ? THRESHOLD_BESIDE_LISTS : THRESHOLD;
  return chooseClauses(scored, threshold, besideLists ? 0 : 1, onDrop).map(({ candidate, score, reasons }): Draft => {
    const { kind, reasons: why } = judgeClause(candidate.words, candidate);
    return { headline: candidate.span, level: 1, list: 0, kind, score, reasons: [...reasons, ...why] };
  });
}

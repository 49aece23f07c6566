// What to visit next, and why: the share of each building's score that a visit can take away, the largest first.

import { type RiskTerm, riskTerms } from './factors.ts';
import type { RiskScores } from './score.ts';

/** Terms that a visit puts right: what is open gets closed, and the clock of inspection starts anew. */
const visitCures = ['openViolations', 'yearsSinceInspection'] as const;

export interface Visit {
  readonly building: number;
  /** Score that the visit takes away, and what stays. */
  readonly gain: number;
  readonly left: number;
  /** The strongest terms that raise this building, ln, the largest first. */
  readonly reasons: readonly { readonly term: RiskTerm; readonly ln: number }[];
}

/** The `visits` best visits; buildings that a visit doesn't help are left out. Throws `RangeError` for a negative count. */
export function planInspections(scores: RiskScores, visits: number): readonly Visit[] {
  if (!(visits >= 0)) throw new RangeError(`The visits are ${visits}; 0 or more is expected.`);
  const gains = new Float64Array(scores.count);
  for (let at = 0; at < scores.count; at++) {
    let ln = 0;
    for (const term of visitCures) ln += Math.max(0, scores.contributions[term][at]!);
    gains[at] = scores.score[at]! * (1 - Math.exp(-ln));
  }
  return Array.from(gains.keys())
    .filter((at) => gains[at]! > 0)
    .sort((a, b) => gains[b]! - gains[a]! || a - b)
    .slice(0, visits)
    .map((building) => ({
      building,
      gain: gains[building]!,
      left: scores.score[building]! - gains[building]!,
      reasons: reasonsOf(scores, building),
    }));
}

/** Terms that raise a building's score, the base apart, the largest first. */
export function reasonsOf(scores: RiskScores, building: number, most = 4): Visit['reasons'] {
  return riskTerms
    .filter((term) => term !== 'base')
    .map((term) => ({ term, ln: scores.contributions[term][building] ?? 0 }))
    .filter(({ ln }) => ln > 0)
    .sort((a, b) => b.ln - a.ln)
    .slice(0, most);
}

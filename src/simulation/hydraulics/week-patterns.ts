// People draw water otherwise at weekends: where a file has `home` and `homeWeekend`, both a day long, `home` becomes
// five days of the one and two of the other. Pattern time counts from Monday, so every day gets its own.

import { CountType, type Project, TimeParameter } from 'epanet-js';

const DAY_S = 86_400;
const WEEKEND = 'Weekend';

/** Call it before demands are read. */
export function spreadOverWeek(project: Project): void {
  const stepS = project.getTimeParameter(TimeParameter.PatternStep);
  const patterns = new Map<string, { readonly index: number; readonly factors: number[] }>();
  for (let index = 1; index <= project.getCount(CountType.PatCount); index += 1) {
    const length = project.getPatternLength(index);
    if (length * stepS !== DAY_S) continue;
    const factors = Array.from({ length }, (_, step) => project.getPatternValue(index, step + 1));
    patterns.set(project.getPatternId(index), { index, factors });
  }
  for (const [id, { index, factors }] of patterns) {
    const weekend = patterns.get(`${id}${WEEKEND}`);
    if (!weekend) continue;
    const week = [...Array(5).fill(factors), ...Array(2).fill(weekend.factors)].flat();
    project.setPattern(index, week);
  }
}

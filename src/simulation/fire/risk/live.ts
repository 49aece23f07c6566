// What sensors add to the rate of ignition: a clamped ramp from warning to alarm, halved with age, nothing once stale.
// Contributions are ln; s. Several sensors of a kind on one building: the strongest counts.

import { type Coefficients, coefficientOf } from './coefficients.ts';
import { type LiveReadings, liveFactors } from './factors.ts';

export interface LiveTerms {
  /** One array a kind, in the order of `liveFactors`; ln, 0 or more. */
  readonly columns: readonly Float64Array[];
  /** One a kind: 1 where any building has more than 0 of it. */
  readonly isRaised: Uint8Array;
  /** Bit k: a sensor of kind k is there but stale or without a value, and none of that kind is fresh. */
  readonly staleKinds: Uint8Array;
  /** Bit k: kind k has a fresh reading. */
  readonly freshKinds: Uint8Array;
  /** Of the oldest among each building's newest readings by sensor, s; NaN without sensors. */
  readonly dataAgeS: Float32Array;
}

export const createLiveTerms = (count: number): LiveTerms => ({
  columns: liveFactors.map(() => new Float64Array(count)),
  isRaised: new Uint8Array(liveFactors.length),
  staleKinds: new Uint8Array(count),
  freshKinds: new Uint8Array(count),
  dataAgeS: new Float32Array(count),
});

/** Fills `terms` for the time `nowS`. Throws `RangeError` where a reading names a building or kind that isn't there. */
export function fillLiveTerms(
  terms: LiveTerms,
  readings: LiveReadings,
  coefficients: Coefficients,
  nowS: number,
): void {
  const { columns, isRaised, staleKinds, freshKinds, dataAgeS } = terms;
  for (const [kind, column] of columns.entries()) if (isRaised[kind] === 1) column.fill(0);
  isRaised.fill(0);
  staleKinds.fill(0);
  freshKinds.fill(0);
  dataAgeS.fill(Number.NaN);
  const table = liveFactors.map((name) => ({
    warn: coefficientOf(coefficients, `${name}.warn`),
    alarm: coefficientOf(coefficients, `${name}.alarm`),
    lnAtAlarm: coefficientOf(coefficients, `${name}.lnAtAlarm`),
    halfLifeS: coefficientOf(coefficients, `${name}.halfLife`),
    staleS: coefficientOf(coefficients, `${name}.stale`),
  }));
  const { building, kind, value, timeS } = readings;
  for (let at = 0; at < building.length; at++) {
    const home = building[at]!;
    const rule = table[kind[at]!];
    if (home >= staleKinds.length || !rule)
      throw new RangeError(
        `Reading ${at} is of building ${home}, kind ${kind[at]}; buildings below ${staleKinds.length} and kinds below ${table.length} are expected.`,
      );
    const bit = 1 << kind[at]!;
    // A clock that runs ahead makes no reading younger than now.
    const ageS = Math.max(0, nowS - timeS[at]!);
    if (!(dataAgeS[home]! >= ageS)) dataAgeS[home] = ageS;
    if (!(ageS <= rule.staleS) || !Number.isFinite(value[at]!)) {
      staleKinds[home]! |= bit;
      continue;
    }
    freshKinds[home]! |= bit;
    // Most are as usual.
    if (value[at]! <= rule.warn) continue;
    const ramp = Math.min(1, (value[at]! - rule.warn) / (rule.alarm - rule.warn));
    const ln = rule.lnAtAlarm * ramp * 0.5 ** (ageS / rule.halfLifeS);
    const column = columns[kind[at]!]!;
    if (ln <= column[home]!) continue;
    column[home] = ln;
    isRaised[kind[at]!] = 1;
  }
  for (let home = 0; home < staleKinds.length; home++) staleKinds[home]! &= ~freshKinds[home]!;
}

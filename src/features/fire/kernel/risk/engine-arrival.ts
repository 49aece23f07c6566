// When one more engine would be there: turnout, and travel by distance alone where no road graph is at hand. s, degrees.
// Source: RAND/ISO T = 0.65 + 1.7 D (min, miles; 0.5 to 8 miles); streets are 1.3 times the beeline; NFPA 1710 turnout 80 s.

import type { PlaceDeg } from '../../contract.ts';

const TURNOUT_S = 80;
const STREETS_PER_BEELINE = 1.3;
const METRES_PER_MILE = 1609.344;
const METRES_PER_DEG = 111_195;

export function engineArrivalS(beelineM: number): number {
  const miles = (beelineM * STREETS_PER_BEELINE) / METRES_PER_MILE;
  return TURNOUT_S + 60 * (0.65 + 1.7 * miles);
}

/** The first engine's time everywhere, where another one stands at `at`; what is not known stays so. */
export function withOneMoreEngine(
  firstEngineS: Float32Array,
  longitudeDeg: Float64Array,
  latitudeDeg: Float64Array,
  [engineLongitude, engineLatitude]: PlaceDeg,
): Float32Array {
  const perLongitude = METRES_PER_DEG * Math.cos((engineLatitude * Math.PI) / 180);
  return firstEngineS.map((known, building) => {
    const beelineM = Math.hypot(
      (longitudeDeg[building]! - engineLongitude) * perLongitude,
      (latitudeDeg[building]! - engineLatitude) * METRES_PER_DEG,
    );
    return Math.min(known, engineArrivalS(beelineM));
  });
}

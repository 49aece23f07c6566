// What burns at a moment of a computed spread: follows from the times alone, so that the clock moves without a worker.
// s, kW, MW, people. Source: heat release curve of `simulation/fire/urban/construction.ts`.

import { growthKWs2 } from '#simulation/fire/urban/construction.ts';
import type { FireMoment, FireSpread } from '../contract/spread.ts';

/** `isDay`: whose count of people is taken, those of the day or of the night. */
export function momentAt(spread: FireSpread, timeS: number, isDay: boolean): FireMoment {
  const { order, ignitionS, endS } = spread;
  const people = isDay ? spread.peopleDay : spread.peopleNight;
  const burning: number[] = [];
  const heatKW: number[] = [];
  let heatTotalKW = 0;
  let burntOut = 0;
  let peopleInBurning = 0;
  let at = 0;
  for (; at < order.length; at++) {
    const building = order[at]!;
    if (ignitionS[building]! > timeS) break;
    if (endS[building]! <= timeS) {
      burntOut++;
      continue;
    }
    const kW = heatAt(spread, building, timeS);
    burning.push(building);
    heatKW.push(kW);
    heatTotalKW += kW;
    const inside = people[at]!;
    if (inside > 0) peopleInBurning += inside;
  }
  const within = (minutes: number) => {
    let count = 0;
    for (let next = at; next < order.length; next++) {
      if (ignitionS[order[next]!]! > timeS + minutes * 60) break;
      count++;
    }
    return count;
  };
  return {
    scenario: spread.scenario,
    timeS,
    burning: Uint32Array.from(burning),
    heatKW: Float32Array.from(heatKW),
    ignitedSoFar: at,
    burntOut,
    heatTotalMW: heatTotalKW / 1000,
    ...{ next10: within(10), next30: within(30), next60: within(60) },
    peopleInBurning: Math.round(peopleInBurning),
  };
}

/** t² growth to the peak, plateau, linear decay over the last fifth of the fuel; what is put out gives nothing more. */
function heatAt({ ignitionS, peakKW, energyMJ }: FireSpread, building: number, timeS: number) {
  const ageS = timeS - ignitionS[building]!;
  const peak = peakKW[building]!;
  const energyKJ = energyMJ[building]! * 1000;
  if (ageS <= 0 || peak <= 0) return 0;
  const growthS = Math.sqrt(peak / growthKWs2);
  if (ageS < growthS) return growthKWs2 * ageS * ageS;
  const plateauEndS = growthS + (0.8 * energyKJ - (peak * growthS) / 3) / peak;
  if (ageS <= plateauEndS) return peak;
  const decayS = (0.4 * energyKJ) / peak;
  return Math.max(0, peak * (1 - (ageS - plateauEndS) / decayS));
}

/** Whether people are at work rather than at home: 7 to 19 h of the sun at that longitude. */
export function isDayAt(timeMs: number, longitudeDeg: number): boolean {
  const hour = (timeMs / 3.6e6 + longitudeDeg / 15) % 24;
  return (hour + 24) % 24 >= 7 && (hour + 24) % 24 < 19;
}

// A finished run as it goes to the page: one time and cause a building, in city-wide index order.

import type { FireSpread } from '#features/fire/contract/spread.ts';
import type { FireScenario } from '#features/fire/contract.ts';
import type { UrbanFire } from '#simulation/fire/urban/urban-fire.ts';
import type { FireTown } from '../town/read-fire-town.ts';
import { burntGround } from './burnt-ground.ts';
import { hamadaBeside } from './hamada-beside.ts';
import { modelOf } from './model-words.ts';
import { waterOver } from './water-over.ts';

/** `freely`: ignitions of the same fire that nobody fights; undefined where nobody does. */
export function toSpread(
  fire: UrbanFire,
  scenario: FireScenario,
  fireTown: FireTown,
  freely: Float64Array | undefined,
): FireSpread {
  const { buildings, town } = fireTown;
  const { index, cityCount, count } = buildings;
  const ends = new Float64Array(town.graph.count);
  const column = (fill: number) => new Float32Array(cityCount).fill(fill);
  const spread = {
    ...{ ignitionS: column(Infinity), flashoverS: column(Infinity), endS: column(Infinity) },
    ...{ peakKW: column(0), energyMJ: column(0) },
    ...{ cause: new Uint8Array(cityCount), source: new Int32Array(cityCount).fill(-1) },
  };
  const cityIndex = (row: number) => (row >= 0 && row < count ? (index[row] ?? -1) : -1);
  const burnt: number[] = [];
  let putOut = 0;
  for (let at = 0; at < fire.ignited(); at++) {
    const row = fire.order[at]!;
    const ignitedS = fire.ignitionS[row]!;
    const isPutOut = fire.endS[row]! < ignitedS + town.burnS[row]! - 1e-6;
    ends[row] = isPutOut ? fire.endS[row]! : ignitedS + town.outS[row]!;
    if (row >= count || ignitedS > scenario.durationS) continue;
    if (isPutOut) putOut++;
    const place = cityIndex(row);
    burnt.push(row);
    spread.ignitionS[place] = ignitedS;
    spread.flashoverS[place] = ignitedS + town.flashoverS[row]!;
    spread.endS[place] = ends[row]!;
    spread.cause[place] = fire.cause[row]!;
    spread.source[place] = cityIndex(fire.source[row]!);
    spread.peakKW[place] = town.peakKW[row]!;
    spread.energyMJ[place] = town.energyMJ[row]!;
  }
  const vegetation = burntGround(fire, fireTown, scenario.durationS);
  let saved = 0;
  freely?.forEach((timeS, row) => {
    if (row < count && timeS <= scenario.durationS && fire.ignitionS[row] === Infinity) saved++;
  });
  return {
    scenario: scenario.id,
    count: cityCount,
    ...spread,
    order: Uint32Array.from(burnt, cityIndex),
    peopleDay: Float32Array.from(burnt, (row) => buildings.peopleDay[row] ?? Number.NaN),
    peopleNight: Float32Array.from(burnt, (row) => buildings.peopleNight[row] ?? Number.NaN),
    ...{ burnt: burnt.length, putOut, saved },
    model: modelOf(scenario, town.ground !== undefined),
    hamada: hamadaBeside(scenario, fireTown),
    water: waterOver(fire, scenario, fireTown, ends),
    ...(vegetation && { vegetation }),
  };
}

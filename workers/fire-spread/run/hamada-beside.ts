// The simple model beside: Hamada's front in the quarter where the fire began, with both published constants.

import type { FireSpread } from '#features/fire/contract/spread.ts';
import type { FireScenario } from '#features/fire/contract.ts';
import type { HamadaQuarter } from '#simulation/fire/urban/hamada.ts';
import { hamadaDownwindConstants, hamadaSpeeds } from '#simulation/fire/urban/hamada.ts';
import { buildingsAround, quarterOf } from '#simulation/fire/urban/quarter.ts';
import type { FireTown } from '../town/read-fire-town.ts';

const RADIUS_M = 250;
const M_PER_HOUR = 3600;

/** Around the first ignition, so that nothing that is done later changes what was before. */
export function quarterAt(scenario: FireScenario, fireTown: FireTown): HamadaQuarter {
  const [first] = [...scenario.ignitions].sort((one, other) => one.timeS - other.timeS);
  return quarterAround(fireTown.buildings.byId.get(first?.building.id ?? '') ?? 0, fireTown);
}

/** Around a building by its number. */
export function quarterAround(row: number, { buildings, plane, town }: FireTown): HamadaQuarter {
  const xM = plane.toX(buildings.longitudeDeg[row] ?? 0);
  const yM = plane.toY(buildings.latitudeDeg[row] ?? 0);
  const around = buildingsAround(town.graph, xM, yM, RADIUS_M);
  return quarterOf(
    town,
    around.filter((one) => one < buildings.count),
  );
}

export function hamadaBeside(scenario: FireScenario, fireTown: FireTown): FireSpread['hamada'] {
  const quarter = quarterAt(scenario, fireTown);
  const constants = [hamadaDownwindConstants.elmfire, hamadaDownwindConstants.fireBench];
  return scenario.wind.flatMap(({ fromS, speedMs }) =>
    constants.map((constant) => {
      const { downwindMs, sidewindMs, upwindMs } = hamadaSpeeds(quarter, speedMs, constant);
      return {
        ...{ constant, fromS, downMh: downwindMs * M_PER_HOUR },
        ...{ sideMh: sidewindMs * M_PER_HOUR, upMh: upwindMs * M_PER_HOUR },
      };
    }),
  );
}

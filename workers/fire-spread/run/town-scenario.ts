// A fire of the twin with what the town itself adds: how dense the first quarter is, and what grows there.

import type { FireScenario } from '#features/fire/contract.ts';
import type { UrbanScenario } from '#simulation/fire/urban/scenario.ts';
import type { FireTown } from '../town/read-fire-town.ts';
import { quarterAt } from './hamada-beside.ts';
import { toUrban } from './to-urban.ts';
import { vegetationOf } from './vegetation-of.ts';

/** Throws one sentence for a building that the city doesn't have. */
export function toTownScenario(scenario: FireScenario, fireTown: FireTown): UrbanScenario {
  const urban = toUrban(scenario, fireTown);
  const { sideM, separationM } = quarterAt(scenario, fireTown);
  const { ground } = fireTown.town;
  return {
    ...{ ...urban, quarter: { sideM, gapM: separationM } },
    ...(ground && { vegetation: vegetationOf(scenario, middleOf(fireTown)) }),
  };
}

const middleOf = ({ plane }: FireTown) =>
  [plane.toLongitudeDeg(0), plane.toLatitudeDeg(0)] as const;

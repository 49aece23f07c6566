// A fire of the twin as the kernel takes it: places in the plane, buildings by their numbers, wind by where it blows to.

import type { BuildingRef, FireScenario, PlaceDeg } from '#features/fire/contract.ts';
import type { UrbanScenario } from '#simulation/fire/urban/scenario.ts';
import type { FireTown } from '../town/read-fire-town.ts';

/** Where it blows from, clockwise from north, becomes where it blows to, anticlockwise from east. */
export const toUrbanWind = ({ fromS, speedMs, fromRad }: FireScenario['wind'][number]) => ({
  ...{ fromS, speedMs, towardsRad: -Math.PI / 2 - fromRad },
});

/** Throws one sentence for a building that the city doesn't have. */
export function toUrban(scenario: FireScenario, { buildings, plane }: FireTown): UrbanScenario {
  const rowOf = ({ id, name }: BuildingRef, what: string): number => {
    const row = buildings.byId.get(id);
    if (row !== undefined) return row;
    throw new Error(
      `${what} of “${scenario.name}” is building ${id} (${name}), which is not here.`,
    );
  };
  const toPlane = ([longitude, latitude]: PlaceDeg) => ({
    xM: plane.toX(longitude),
    yM: plane.toY(latitude),
  });
  if (scenario.ignitions.length === 0) {
    throw new Error(`“${scenario.name}” has no ignition; one building at least is expected.`);
  }
  return {
    ignitions: scenario.ignitions.map(({ building, timeS }) => ({
      ...{ building: rowOf(building, 'An ignition'), timeS },
    })),
    wind: scenario.wind.map(toUrbanWind),
    engines: scenario.engines.map(({ at, reachM, arriveS, flowLs, leaveS, waterL }) => ({
      ...{ ...toPlane(at), reachM, arriveS, flowLs },
      ...(leaveS !== undefined && { leaveS }),
      ...(waterL !== undefined && { waterL }),
    })),
    defences: scenario.defences.map(({ name, buildings: kept, fromS, untilS, flowLs }) => ({
      buildings: kept.map((one) => rowOf(one, `The defence ${name}`)),
      ...{ fromS, flowLs },
      ...(untilS !== undefined && { untilS }),
    })),
    water: scenario.water,
    ...(scenario.mode === 'seeded' && { seed: scenario.seed }),
  };
}

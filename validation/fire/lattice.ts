// A square lattice of wooden houses, 10 m wide and 3 m apart: the quarter that Hamada's figures are given for.

import { buildGraph } from '../../src/simulation/fire/urban/building-graph.ts';
import { outlinesOfRectangles } from '../../src/simulation/fire/urban/outlines.ts';
import { createTown } from '../../src/simulation/fire/urban/town.ts';
import { createUrbanFire } from '../../src/simulation/fire/urban/urban-fire.ts';

export function latticeTown(perSide: number) {
  const graph = buildGraph(
    outlinesOfRectangles(
      Array.from({ length: perSide * perSide }, (_, at) => ({
        ...{ xM: (at % perSide) * 13, yM: Math.floor(at / perSide) * 13 },
        ...{ widthM: 10, depthM: 10, heightM: 6 },
      })),
    ),
  );
  return createTown({ graph, construction: Array.from({ length: graph.count }, () => 'bareWood') });
}

/** Speeds of the front from 8 to 20 houses away from where it began, m/s, east (downwind), north and west. */
export function frontSpeeds(windMs: number) {
  const perSide = 45;
  const fire = createUrbanFire(latticeTown(perSide));
  const middle = 22 * perSide + 22;
  fire.start({
    ignitions: [{ building: middle, timeS: 0 }],
    wind: [{ fromS: 0, speedMs: windMs, towardsRad: 0 }],
  });
  fire.advance(Infinity);
  const speed = (step: number) => {
    const timeS = (houses: number) => fire.ignitionS[middle + houses * step] ?? Number.NaN;
    return (12 * 13) / (timeS(20) - timeS(8));
  };
  return { eastMs: speed(1), northMs: speed(perSide), westMs: speed(-1) };
}

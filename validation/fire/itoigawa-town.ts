// A synthetic town of the kind that burnt in Itoigawa on 22 December 2016: its footprints are not at hand.
// Rows of two-storey houses 2–4 m apart in a strip between a river road and the sea, lanes between blocks.

import { createRandom } from '../../src/model/random.ts';
import { buildGraph } from '../../src/simulation/fire/urban/building-graph.ts';
import {
  type Construction,
  defaultConstructions,
} from '../../src/simulation/fire/urban/construction.ts';
import { outlinesOfRectangles } from '../../src/simulation/fire/urban/outlines.ts';
import type { FireEngine, UrbanScenario } from '../../src/simulation/fire/urban/scenario.ts';
import { createTown } from '../../src/simulation/fire/urban/town.ts';

const columns = 10;
const rows = 22;

/** 220 buildings, nine in ten of protected wood, the others resistant. */
export function itoigawaTown() {
  const random = createRandom('itoigawa-like town');
  const rectangles = Array.from({ length: columns * rows }, (_, at) => {
    const column = at % columns;
    const row = Math.floor(at / columns);
    return {
      xM: column * 14 + Math.floor(column / 5) * 4 + random.between(-0.7, 0.7),
      yM: row * 14 + Math.floor(row / 6) * 4 + random.between(-0.7, 0.7),
      widthM: random.between(9.5, 11.5),
      depthM: random.between(9.5, 11.5),
      heightM: random.pick([6, 6.5, 7]),
    };
  });
  const graph = buildGraph(outlinesOfRectangles(rectangles));
  const construction = rectangles.map((): Construction => {
    const draw = random.next();
    return draw < shares.bareWood
      ? 'bareWood'
      : draw < 1 - shares.resistant
        ? 'protectedWood'
        : 'resistant';
  });
  return {
    town: createTown({ graph, construction }, constructions),
    origin: Math.floor(columns / 2),
  };
}

/** Mortar on wood at the upper end of the published classes (critical 9–13, dose 10,500–15,500); 40 % of a wall radiates. */
const constructions = {
  ...defaultConstructions,
  protectedWood: {
    ...defaultConstructions.protectedWood,
    ...{ radiatingShare: 0.4, criticalFluxKWm2: 13, ignitionDose: 15_500 },
  },
};

const shares = { bareWood: 0, resistant: 0.1 };

/** South wind of 10 m/s, 126 engines over five hours; 3 L/s of each reach the fire, chosen to fit: water ran short. */
export function itoigawaScenario(origin: number): UrbanScenario {
  const random = createRandom('itoigawa-like engines');
  const engines = Array.from(
    { length: 126 },
    (_, at): FireEngine => ({
      xM: random.between(-10, columns * 14 + 10),
      yM: random.between(0, rows * 15),
      reachM: 40,
      arriveS: 900 + (at * 5 * 3600) / 126,
      flowLs: 3,
    }),
  );
  return {
    ignitions: [{ building: origin, timeS: 0 }],
    wind: [{ fromS: 0, speedMs: 10, towardsRad: Math.PI / 2 }],
    engines,
  };
}

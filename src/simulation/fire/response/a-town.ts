// Road grids for tests and benches: `across` × `across` nodes, seeded times, some roads one way, some missing.

import { createRandom } from '#model/random.ts';
import type { Roads } from './road-graph.ts';

export function aRoadGrid(across: number, seed: number, missing = 0.05): Roads {
  const random = createRandom(`roads ${seed}`);
  const from: number[] = [];
  const to: number[] = [];
  for (let y = 0; y < across; y++)
    for (let x = 0; x < across; x++) {
      const node = y * across + x;
      if (x + 1 < across && !random.chance(missing)) {
        from.push(node);
        to.push(node + 1);
      }
      if (y + 1 < across && !random.chance(missing)) {
        from.push(node);
        to.push(node + across);
      }
    }
  return {
    nodeCount: across * across,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    timeS: Float32Array.from(from, () => random.between(2, 20)),
    isOneWay: Uint8Array.from(from, () => Number(random.chance(0.1))),
  };
}

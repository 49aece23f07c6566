// The nodes of a run that stand out, most flooded and longest surcharged first.

import type { DrainageNotable } from '#features/pipes/contract/drainage.ts';
import { toKey } from '#features/pipes/kernel/index-space.ts';
import type { Drainage } from '#simulation/drainage/run-drainage.ts';

const MOST = 500;

export function notablesOf(network: string, { drains, statistics }: Drainage) {
  const all = drains.model.nodes.flatMap(({ id, form }, row): DrainageNotable[] =>
    form.kind === 'outfall'
      ? []
      : [
          {
            ...{ key: toKey(network, 'node', id), id, floodedM3: statistics.floodedM3[row] ?? 0 },
            beganS: statistics.floodBeganS[row] ?? Number.NaN,
            floodedS: statistics.floodedS[row] ?? 0,
            peakM3s: statistics.peakOverflowM3s[row] ?? 0,
            surchargedS: statistics.surchargedS[row] ?? 0,
            depthM: statistics.maximumDepthM[row] ?? 0,
          },
        ],
  );
  const flooded = all.filter(({ floodedM3 }) => floodedM3 > 0);
  const surcharged = all.filter(({ surchargedS }) => surchargedS > 0);
  return {
    ...{ floodedNodes: flooded.length, surchargedNodes: surcharged.length },
    flooded: flooded.sort((a, b) => b.floodedM3 - a.floodedM3).slice(0, MOST),
    surcharged: surcharged.sort((a, b) => b.surchargedS - a.surchargedS).slice(0, MOST),
  };
}

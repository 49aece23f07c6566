// How far heights above the ellipsoid lie above the levels of the city's own datum: one number for a town.

import type { PipeNetwork } from '#model/pipe-network.ts';

/** Median over what knows both, m; 0 where nothing does: heights then stay above the ellipsoid. */
export function datumOffsetM(networks: readonly PipeNetwork[]): number {
  const offsets: number[] = [];
  for (const { nodes, links } of networks) {
    for (let row = 0; row < nodes.ids.length; row++) {
      const offset = nodes.places[3 * row + 2]! - nodes.invertLevelM[row]!;
      if (Number.isFinite(offset)) offsets.push(offset);
    }
    if (offsets.length > 0) continue;
    for (let row = 0; row < links.ids.length; row++) {
      const height = links.line[3 * links.lineStart[row]! + 2]!;
      const offset = height - links.fromInvertLevelM[row]! - links.innerM[row]! / 2;
      if (Number.isFinite(offset)) offsets.push(offset);
    }
  }
  if (offsets.length === 0) return 0;
  return Float64Array.from(offsets).sort()[offsets.length >> 1] ?? 0;
}

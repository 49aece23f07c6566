// A bed under a sea that the elevation model shows only the surface of: one and the same level over most of it, or no
// height at all. Levels in m.

const SEA = 2;
/** How deep a sea is taken to be where nobody measured. */
const ASSUMED_DEPTH_M = 3;
/** One level this far from the sea's is a bed that someone drew. */
const NEAR_M = 1;

/** Lowers `zM` in place; returns how many cells. `water`: index into `waterKinds`. */
export function cutSeaBed(zM: Float32Array, water: Uint8Array, seaLevelM: number): number {
  const found = findSurface(zM, water);
  const surfaceM = found !== undefined && Math.abs(found - seaLevelM) < NEAR_M ? found : undefined;
  let cut = 0;
  for (let cell = 0; cell < zM.length; cell++) {
    if (water[cell] !== SEA) continue;
    const level = zM[cell]!;
    if (!Number.isNaN(level) && level !== surfaceM) continue;
    zM[cell] = seaLevelM - ASSUMED_DEPTH_M;
    cut++;
  }
  return cut;
}

/** The level that most of the sea has to the bit; undefined where it has a bed. */
function findSurface(zM: Float32Array, water: Uint8Array): number | undefined {
  const counts = new Map<number, number>();
  let known = 0;
  for (let cell = 0; cell < zM.length; cell++) {
    const level = zM[cell]!;
    if (water[cell] !== SEA || Number.isNaN(level)) continue;
    known++;
    // Levels that a bed has are many; the first few hundred tell.
    if (counts.size < 512 || counts.has(level)) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const [surface] = [...counts].filter(([, count]) => count * 2 > known);
  return surface?.[0];
}

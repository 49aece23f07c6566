// General flood hazard classes H1–H6 by depth (m), speed (m/s) and their product (m²/s). Source: AIDR Guideline 7-3
// (2017) after Smith, Davey & Cox 2014 (WRL TR 2014/07), table of limits. A class holds where all three limits do.

/** Upper limits, each within the class. Rounded to f32 as depths and speeds are, so that a border stays in its class. */
export const aidrLimits: readonly {
  readonly depthSpeedM2s: number;
  readonly depthM: number;
  readonly speedMs: number;
}[] = [
  { depthSpeedM2s: 0.3, depthM: 0.3, speedMs: 2 },
  { depthSpeedM2s: 0.6, depthM: 0.5, speedMs: 2 },
  { depthSpeedM2s: 0.6, depthM: 1.2, speedMs: 2 },
  { depthSpeedM2s: 1, depthM: 2, speedMs: 2 },
  { depthSpeedM2s: 4, depthM: 4, speedMs: 4 },
].map(({ depthSpeedM2s, depthM, speedMs }) => ({
  depthSpeedM2s: Math.fround(depthSpeedM2s),
  depthM: Math.fround(depthM),
  speedMs: Math.fround(speedMs),
}));

/** 1–6; 0 where it is dry. */
export const aidrClass = (depthM: number, speedMs: number): number =>
  aidrClassOf(depthM, speedMs, Math.fround(depthM) * Math.fround(speedMs));

/**
 * The same from each of the three alone: since every limit rises from class to class, a class is the largest that one of
 * them asks for. So the largest class in time is that of the three maxima in time.
 */
export function aidrClassOf(depthM: number, speedMs: number, depthSpeedM2s: number): number {
  if (!(depthM > 0)) return 0;
  const depth = Math.fround(depthM);
  const speed = Math.fround(speedMs);
  const product = Math.fround(depthSpeedM2s);
  for (let at = 0; at < aidrLimits.length; at++) {
    const limit = aidrLimits[at]!;
    if (depth <= limit.depthM && speed <= limit.speedMs && product <= limit.depthSpeedM2s) {
      return at + 1;
    }
  }
  return 6;
}

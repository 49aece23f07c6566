// Depth classes of England's Risk of Flooding from Surface Water maps. Depths in mm; −1 is dry (below 5 cm).

/** Upper limits (m) of the depth classes; the last one is open. A limit belongs to the class above it. */
export const depthClassesM = [0.2, 0.3, 0.6, 0.9, 1.2] as const;

export function depthClass(depthMm: number): number {
  if (depthMm < 50) return -1;
  if (depthMm < 600) return depthMm < 200 ? 0 : depthMm < 300 ? 1 : 2;
  return depthMm < 900 ? 3 : depthMm < 1200 ? 4 : 5;
}

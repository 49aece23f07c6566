// Sewer pipes as they are sold, and what they carry when full: Manning's equation, n = 0.013 (concrete and
// vitrified clay, ATV-A 110); least slope 1 : DN. SI.

/** Nominal sizes, m. */
const sizes = [
  0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.4,
] as const;

export const sewerManning = 0.013;

/** Discharge of a full circular pipe, m³/s. */
export const fullFlow = (diameterM: number, slope: number): number =>
  (0.3117 / sewerManning) * diameterM ** (8 / 3) * Math.sqrt(slope);

/** Keeps a sewer clean by itself. */
export const leastSlope = (diameterM: number): number => Math.max(1 / (1000 * diameterM), 0.0008);

/** The smallest size not below `leastM` that carries the flow three quarters full at this slope. */
export function sizeFor(flowM3s: number, slope: number, leastM: number): number {
  const fitting = sizes.find(
    (size) =>
      size >= leastM - 1e-9 && fullFlow(size, Math.max(slope, leastSlope(size))) * 0.8 >= flowM3s,
  );
  return fitting ?? sizes.at(-1)!;
}

/** Pressure pipes, m. */
const pressureSizes = [
  0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6,
] as const;

/** The smallest force main in which the flow stays below 1.8 m/s. */
export const pressureSizeFor = (flowM3s: number): number =>
  pressureSizes.find((size) => (Math.PI / 4) * size * size * 1.8 >= flowM3s) ??
  pressureSizes.at(-1)!;

/** Wall of a concrete or clay pipe. */
export const wallOf = (diameterM: number): number => 0.02 + 0.085 * diameterM;

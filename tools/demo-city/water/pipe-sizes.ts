// Pipes as they are bought: nominal sizes with inner and outer diameters, materials by the year they were
// laid, roughness (Darcy–Weisbach, mm) by material and age. After EN 545, EN 12201, EN 588 and DVGW GW 303-1.

export type PipeMaterial =
  | 'greyCastIron'
  | 'ductileIron'
  | 'asbestosCement'
  | 'steel'
  | 'pvc'
  | 'polyethylene';

export interface PipeSize {
  /** Nominal diameter (DN), mm. */
  readonly nominalMm: number;
  readonly innerMm: number;
  readonly outerMm: number;
}

export const nominalSizes = [80, 100, 125, 150, 200, 250, 300, 400, 500, 600, 700, 800] as const;
export type NominalSize = (typeof nominalSizes)[number];

/** Outer diameter and wall (mm) per nominal size; a plastic pipe is named by its outside. */
const iron = [98, 118, 144, 170, 222, 274, 326, 429, 532, 635, 738, 842];
const ironWall = [9, 9, 9.5, 10, 10.5, 11, 11.5, 13, 14.5, 16, 17, 18];
const plastic = [90, 110, 140, 160, 225, 280, 355, 450, 560, 630, 710, 800];

/** EN 12201 SDR 11 to DN 150, SDR 17 above; EN ISO 1452 PN 10 for PVC. */
const wallOf = (material: PipeMaterial, index: number): number => {
  const outer = plastic[index]!;
  if (material === 'polyethylene') return outer / (index <= 3 ? 11 : 17);
  if (material === 'pvc') return outer / 21;
  return material === 'steel' ? ironWall[index]! * 0.65 : ironWall[index]!;
};

export function sizeOf(material: PipeMaterial, nominalMm: NominalSize): PipeSize {
  const index = nominalSizes.indexOf(nominalMm);
  const isPlastic = material === 'polyethylene' || material === 'pvc';
  const outerMm = isPlastic ? plastic[index]! : iron[index]!;
  const innerMm = Math.round((outerMm - 2 * wallOf(material, index)) * 10) / 10;
  return { nominalMm, innerMm, outerMm };
}

/** The usual choice of the year; plastic only for what is small enough. */
export function materialOf(year: number, nominalMm: NominalSize, chance: number): PipeMaterial {
  if (nominalMm >= 400) return year < 1965 ? 'steel' : 'ductileIron';
  if (year < 1962) return chance < 0.9 ? 'greyCastIron' : 'steel';
  if (year < 1980) return chance < 0.45 ? 'asbestosCement' : 'ductileIron';
  if (nominalMm > 200) return 'ductileIron';
  if (year < 1996) return chance < 0.6 ? 'pvc' : 'ductileIron';
  return chance < 0.85 ? 'polyethylene' : 'ductileIron';
}

/** Sand roughness, mm; old iron has crusts. */
export function roughnessOf(material: PipeMaterial, year: number): number {
  switch (material) {
    case 'greyCastIron':
      return year < 1920 ? 1.5 : 1;
    case 'steel':
      return 0.5;
    case 'ductileIron':
      return year < 1990 ? 0.3 : 0.2;
    case 'asbestosCement':
      return 0.25;
    case 'pvc':
    case 'polyethylene':
      return 0.1;
  }
}

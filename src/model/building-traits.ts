// What the look of a building follows beside its colour, four bytes a building in a texture: what it is used for, how
// old it is, its roof, where its ground is.

/** Channel of `scene/frames.ts` that carries `BuildingTraits`. */
export const BUILDING_TRAITS = 'building-traits';

export interface BuildingTraits {
  /** Of the city package that the indices are of. */
  readonly build: string;
  /** Four bytes a building, in city-wide index order: see `packTraits`. */
  readonly bytes: Uint8Array;
}

/** The shader reads these numbers. */
export const useKinds = {
  unknown: 0,
  home: 1,
  mixed: 2,
  office: 3,
  shop: 4,
  works: 5,
  public: 6,
  worship: 7,
  /** Somebody is always up: hospitals, police, stations. */
  watch: 8,
  plant: 9,
} as const;
export type UseKind = keyof typeof useKinds;

export const roofKinds = { unknown: 0, tiled: 1, flat: 2, slate: 3 } as const;
export type RoofKind = keyof typeof roofKinds;

/** Ground is told in decimetres from here up. */
export const LOWEST_GROUND_M = -1000;
/** Ages in the third nibble: unknown, before 1900, before 1946, before 1990, later. */
const AGE_UNTIL = [1900, 1946, 1990] as const;

export interface Traits {
  readonly use: UseKind;
  readonly roof: RoofKind;
  readonly year: number | undefined;
  /** Above the ellipsoid, m. */
  readonly groundM: number;
  /** From the ground to the top, m. */
  readonly heightM: number;
}

/**
 * Byte 0: use in its low four bits, roof in the next two; bytes 1 and 2: ground in decimetres above −1,000 m, low byte
 * first; byte 3: age (0 … 4) for buildings, height in quarters of a metre for plants.
 */
export function packTraits(into: Uint8Array, at: number, traits: Traits): void {
  const ground = Math.round((traits.groundM - LOWEST_GROUND_M) * 10);
  const level = Math.min(65_535, Math.max(0, Number.isFinite(ground) ? ground : 0));
  into[at] = useKinds[traits.use] | (roofKinds[traits.roof] << 4);
  into[at + 1] = level & 255;
  into[at + 2] = level >> 8;
  into[at + 3] =
    traits.use === 'plant'
      ? Math.min(255, Math.max(0, Math.round(traits.heightM * 4)))
      : ageOf(traits.year);
}

function ageOf(year: number | undefined): number {
  if (year === undefined || !Number.isFinite(year)) return 0;
  const later = AGE_UNTIL.findIndex((until) => year < until);
  return later === -1 ? AGE_UNTIL.length + 1 : later + 1;
}

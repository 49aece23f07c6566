// Silhouettes of valves, manholes, hydrants and so on as profiles that are turned: one about an axis that lies in the
// pipe's direction, one about an upright axis. All kinds share one mesh and one draw call a tile.

import { thingKinds } from './pipe-format.ts';

/** Radius and place on the axis in sizes, share of the shaft, part. */
type Ring = readonly [radius: number, axis: number, shaft: number, part: Part];
type Part = keyof typeof parts;

export const LYING_RINGS = 8;
export const STANDING_RINGS = 12;
/** Of the standing rings the last ones, a flag on a pole above what is marked. */
export const BEACON_RINGS = 4;

/** What a ring is painted with. */
export const parts = {
  casing: 0,
  body: 1,
  dark: 2,
  light: 3,
  concrete: 4,
  red: 5,
  beacon: 6,
  gate: 7,
} as const;

interface Profile {
  readonly lying?: readonly Ring[];
  readonly standing?: readonly Ring[];
  /** Least width on the screen, CSS px, and from which m/px on it isn't drawn. */
  readonly leastPx: number;
  readonly farthest: number;
  /** Upright body with four walls. */
  readonly isSquare?: boolean;
}

const spindle: readonly Ring[] = [
  [0.14, 0, 0, 'dark'],
  [0.14, 0, 0.93, 'dark'],
  [0.42, 0, 0.93, 'dark'],
  [0.42, 0, 1, 'casing'],
  [0, 0, 1.001, 'casing'],
];

export const profiles: Readonly<Record<(typeof thingKinds)[number], Profile>> = {
  joint: {
    lying: [
      [0.36, -0.62, 0, 'casing'],
      [0.56, -0.6, 0, 'casing'],
      [0.56, 0.6, 0, 'casing'],
      [0.36, 0.62, 0, 'casing'],
    ],
    leastPx: 0,
    farthest: 0.15,
  },
  valve: {
    lying: [
      [0.3, -1.15, 0, 'dark'],
      [0.95, -1.1, 0, 'casing'],
      [0.95, -0.85, 0, 'casing'],
      [0.34, 0, 0, 'gate'],
      [0.95, 0.85, 0, 'casing'],
      [0.95, 1.1, 0, 'casing'],
      [0.3, 1.15, 0, 'dark'],
    ],
    standing: [[0.5, 0, 0, 'body'], [0.5, 0.75, 0, 'body'], [0.2, 0.9, 0, 'body'], ...spindle],
    leastPx: 5,
    farthest: 0.4,
  },
  hydrant: {
    standing: [
      [0.16, 0, 0, 'dark'],
      [0.16, 0, 1, 'dark'],
      [0.5, 0, 1, 'dark'],
      [0.42, 0.15, 1, 'red'],
      [0.36, 1.2, 1, 'red'],
      [0.52, 1.25, 1, 'light'],
      [0.46, 1.5, 1, 'red'],
      [0, 1.85, 1, 'red'],
    ],
    leastPx: 6,
    farthest: 0.5,
  },
  manhole: {
    standing: [
      [0, -0.05, 0, 'body'],
      [0.56, -0.05, 0, 'body'],
      [0.56, 0.35, 0, 'body'],
      [0.5, 0.4, 0, 'concrete'],
      [0.5, 0, 0.78, 'concrete'],
      [0.34, 0, 0.98, 'concrete'],
      [0.36, 0.005, 1, 'casing'],
      [0, 0.012, 1, 'dark'],
    ],
    leastPx: 4,
    farthest: 0.5,
  },
  pump: {
    lying: [
      [0, -0.6, 0, 'dark'],
      [0.62, -0.58, 0, 'casing'],
      [0.62, -0.1, 0, 'body'],
      [0.26, -0.05, 0, 'dark'],
      [0.26, 0.1, 0, 'dark'],
      [0.44, 0.12, 0, 'light'],
      [0.44, 1.2, 0, 'light'],
      [0, 1.25, 0, 'dark'],
    ],
    leastPx: 7,
    farthest: 1.5,
  },
  tank: {
    standing: [
      [0, 0, 0, 'body'],
      [0.5, 0, 0, 'body'],
      [0.5, 0.42, 0, 'casing'],
      [0.52, 0.45, 0, 'light'],
      [0.4, 0.55, 0, 'light'],
      [0, 0.62, 0, 'light'],
    ],
    leastPx: 12,
    farthest: 8,
  },
  reservoir: {
    standing: [
      [0, 0, 0, 'body'],
      [0.5, 0, 0, 'body'],
      [0.5, 0.22, 0, 'casing'],
      [0.46, 0.22, 0, 'concrete'],
      [0.46, 0.14, 0, 'body'],
      [0, 0.14, 0, 'body'],
    ],
    leastPx: 12,
    farthest: 8,
  },
  regulator: {
    lying: [
      [0.3, -1.1, 0, 'dark'],
      [0.7, -1.05, 0, 'casing'],
      [0.7, -0.85, 0, 'casing'],
      [0.3, 0, 0, 'gate'],
      [0.7, 0.85, 0, 'casing'],
      [0.7, 1.05, 0, 'casing'],
      [0.3, 1.1, 0, 'dark'],
    ],
    standing: [
      [0.2, 0, 0, 'dark'],
      [0.2, 0.6, 0, 'dark'],
      [0.75, 0.65, 0, 'body'],
      [0.75, 0.8, 0, 'body'],
      [0.5, 1.1, 0, 'body'],
      [0, 1.25, 0, 'body'],
    ],
    leastPx: 6,
    farthest: 0.8,
  },
  outfall: {
    lying: [
      [0.5, -0.9, 0, 'concrete'],
      [0.95, 0.3, 0, 'concrete'],
      [1.1, 0.5, 0, 'casing'],
      [0.8, 0.5, 0, 'dark'],
      [0, 0.2, 0, 'body'],
    ],
    leastPx: 5,
    farthest: 1.2,
  },
  inlet: {
    standing: [
      [0, 0, 0, 'concrete'],
      [0.5, 0, 0, 'concrete'],
      [0.5, 0, 0.97, 'concrete'],
      [0.62, 0, 0.97, 'dark'],
      [0.62, 0.02, 1, 'casing'],
      [0, 0.02, 1, 'dark'],
    ],
    leastPx: 3,
    farthest: 0.35,
    isSquare: true,
  },
  station: {
    standing: [
      [0, 0, 0, 'dark'],
      [0.5, 0, 0, 'dark'],
      [0.5, 0, 1, 'dark'],
      [0.5, 0.04, 1, 'light'],
      [0.5, 0.9, 1, 'light'],
      [0.56, 0.92, 1, 'casing'],
      [0.56, 1.02, 1, 'casing'],
      [0, 1.1, 1, 'casing'],
    ],
    leastPx: 5,
    farthest: 0.6,
    isSquare: true,
  },
  customer: {
    standing: [
      [0, -0.5, 0, 'body'],
      [0.5, 0, 0, 'body'],
      [0.5, 0.05, 0, 'casing'],
      [0, 0.55, 0, 'casing'],
    ],
    leastPx: 3,
    farthest: 0.25,
  },
};

/** Texels of a kind: its rings, then one with least width, farthest, squareness. */
export const PROFILE_TEXELS = LYING_RINGS + STANDING_RINGS + 1;

/** RGBA floats, a row of texels a kind. Rings that a profile lacks repeat its last one. */
export function profileTexels(): Float32Array {
  const texels = new Float32Array(thingKinds.length * PROFILE_TEXELS * 4);
  for (const [row, kind] of thingKinds.entries()) {
    const { lying = [], standing = [], leastPx, farthest, isSquare } = profiles[kind];
    const at = row * PROFILE_TEXELS * 4;
    write(texels, at, lying, LYING_RINGS);
    write(texels, at + LYING_RINGS * 4, standing, STANDING_RINGS - BEACON_RINGS);
    const end = at + (PROFILE_TEXELS - 1) * 4;
    texels.set([leastPx, farthest, Number(isSquare ?? false), 0], end);
  }
  return texels;
}

function write(texels: Float32Array, at: number, rings: readonly Ring[], count: number): void {
  if (rings.length > count)
    throw new Error(`A profile has ${rings.length} rings, at most ${count}.`);
  for (let ring = 0; ring < count; ring++) {
    const [radius, axis, shaft, part] = rings[Math.min(ring, rings.length - 1)] ?? nothing;
    const isSpare = ring >= rings.length;
    texels.set([isSpare ? 0 : radius, axis, shaft, parts[part]], at + ring * 4);
  }
}

const nothing: Ring = [0, 0, 0, 'dark'];

// Between which heights the ground lies where fire's pictures are laid on it. Ground comes in finer and finer: what
// lies on it is laid anew when it has settled elsewhere than was reckoned with.

import { groundAt } from '#scene/drape.ts';
import type { GroundRange } from '#scene/fire-raster.ts';
import { type BoundsDeg, type GroundLattice, groundLattice } from '#scene/ground-range.ts';
import type { Stage } from '#scene/layer.ts';
import type { PlaceDeg } from '../contract.ts';

export interface FireGround {
  /** Above the ellipsoid, m; what was known last near by where nothing is loaded. */
  heightOf(place: PlaceDeg): number;
  rangeOf(bounds: BoundsDeg): GroundRange;
  /** For lines within these bounds: their own heights piece by piece. */
  aboutOf(bounds: BoundsDeg): (from: PlaceDeg, to: PlaceDeg) => readonly [number, number];
  /** Where no ground is loaded the city lies between these, m above the ellipsoid. */
  setFallback(leastM: number, greatestM: number): void;
  stop(): void;
}

const SETTLED_MS = 500;
const GRID_DEG = 0.005;
/** Ground may lie lower than the lowest building. */
const BELOW_M = 20;
const SLACK_M = 400;

/** `relay`: called when the ground has become another. */
export function createGround(stage: Stage, relay: () => void): FireGround {
  const { scene } = stage;
  const lattices = new Map<string, GroundLattice | undefined>();
  let fallback: GroundRange = { leastM: -20, greatestM: 120 };
  let lastM: number | undefined;
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = scene.globe.tileLoadProgressEvent.addEventListener((left: number) => {
    if (left > 0 || !isAsked) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (scene.isDestroyed()) return;
      lattices.clear();
      relay();
      stage.requestRender();
    }, SETTLED_MS);
  });

  // The globe's first tiles are so coarse that their middle lies kilometres below the ground.
  const isGround = (heightM: number) =>
    heightM > fallback.leastM - SLACK_M && heightM < fallback.greatestM + SLACK_M;

  function latticeOf(given: BoundsDeg): GroundLattice | undefined {
    const bounds = rounded(given);
    isAsked = true;
    const key = bounds.join();
    if (!lattices.has(key)) {
      // What is gone from the picture is not asked for again.
      if (lattices.size > 24) lattices.clear();
      lattices.set(key, groundLattice(scene, bounds, isGround));
    }
    return lattices.get(key);
  }

  return {
    heightOf(place) {
      isAsked = true;
      const heightM = groundAt(scene, place);
      if (heightM !== undefined && isGround(heightM)) lastM = heightM;
      return lastM ?? fallback.leastM + BELOW_M;
    },
    rangeOf(bounds) {
      const range = latticeOf(bounds)?.rangeOf(bounds);
      return range ? { leastM: range[0], greatestM: range[1] } : fallback;
    },
    aboutOf(bounds) {
      const lattice = latticeOf(bounds);
      const plain = [fallback.leastM, fallback.greatestM] as const;
      if (!lattice) return () => plain;
      return (from, to) =>
        lattice.rangeOf([
          Math.min(from[0], to[0]),
          Math.min(from[1], to[1]),
          Math.max(from[0], to[0]),
          Math.max(from[1], to[1]),
        ]);
    },
    setFallback(leastM, greatestM) {
      fallback = { leastM: leastM - BELOW_M, greatestM: Math.max(leastM + 60, greatestM) };
    },
    stop() {
      forget();
      clearTimeout(timer);
    },
  };
}

/** Outwards to a grid, so that what drifts a little asks for no new samples. */
const rounded = ([west, south, east, north]: BoundsDeg): BoundsDeg => [
  Math.floor(west / GRID_DEG) * GRID_DEG,
  Math.floor(south / GRID_DEG) * GRID_DEG,
  Math.ceil(east / GRID_DEG) * GRID_DEG,
  Math.ceil(north / GRID_DEG) * GRID_DEG,
];

/** Around some places; undefined where there are none. */
export function boundsOf(places: Iterable<PlaceDeg>): BoundsDeg | undefined {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of places) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

// The ground of the whole globe around a city: surveyed where it was, or through the feet of the buildings; from
// there a smooth slope down (or up) to mean sea level, and the geoid everywhere else.

import type { Geoid } from '#model/geoid.ts';
import { radians } from '#model/units.ts';
import { type BoxRad, contains, growBox, sizeM, unite } from './box.ts';
import { type Footings, withoutOutliers } from './footings.ts';
import {
  frameBox,
  noOffset,
  offsetAt,
  type Relief,
  type ReliefFrame,
  reliefOver,
  reliefThrough,
} from './relief.ts';

/** A ground for terrain tiles; heights above the ellipsoid. */
export interface Surface {
  heightAt(longitude: number, latitude: number): number;
  /** Where the ground is known in detail, and how far apart its heights are there, m. */
  readonly detail: { readonly boxes: readonly BoxRad[]; readonly spacingM: number };
  /** Where it leaves the geoid at all, and the spacing there. */
  readonly margin: { readonly box: BoxRad; readonly spacingM: number };
}

export interface Survey {
  /** NaN where not surveyed; m above the ellipsoid, rad. */
  readonly heightAt: (longitude: number, latitude: number) => number;
  /** One box for each grid. */
  readonly boxes: readonly BoxRad[];
  readonly cellM: number;
}

const INNER_NODES = 1025;
const OUTER_NODES = 257;
const FOOTING_SPACING_M = 10;
/** Slope of the margin at most about 1 in 15, and never shorter than 2 km or longer than 200 km. */
const MARGIN_PER_RELIEF = 15;

/** Survey first; holes in it and a margin around it are filled smoothly. */
export function createSurveySurface(survey: Survey, geoid: Geoid): Surface {
  const box = unite(survey.boxes);
  const offsetOf = (longitude: number, latitude: number) =>
    survey.heightAt(longitude, latitude) - geoid(radians(longitude), radians(latitude));
  const relief = probeRelief(box, offsetOf);
  const around = growBox(box, toMarginM(box, relief));
  const outer = reliefThrough(frameBox(around, 1, OUTER_NODES), offsetOf, noOffset);
  const frame = frameBox(growBox(box, 200), survey.cellM, INNER_NODES);
  const inner = reliefThrough(frame, offsetOf, onRelief(outer));
  const fallback = layered(geoid, inner, outer);
  return {
    heightAt: (longitude, latitude) => {
      const surveyed = survey.heightAt(longitude, latitude);
      return Number.isNaN(surveyed) ? fallback(longitude, latitude) : surveyed;
    },
    detail: { boxes: survey.boxes, spacingM: survey.cellM },
    margin: { box: around, spacingM: spacingOf(outer) },
  };
}

/** Ground through the feet of the buildings, cellars and other outliers left out. */
export function createFootingsSurface(footings: Footings, bounds: BoxRad, geoid: Geoid): Surface {
  const { longitudes, latitudes, groundsM } = withoutOutliers(footings);
  const offsetsM = groundsM.map(
    (ground, at) => ground - geoid(radians(longitudes[at]!), radians(latitudes[at]!)),
  );
  const known = { longitudes, latitudes, offsetsM, weight: 8 };
  const around = growBox(bounds, toMarginM(bounds, percentile95(offsetsM)));
  const outer = reliefOver(frameBox(around, 1, OUTER_NODES), known, noOffset);
  const frame = frameBox(growBox(bounds, 300), FOOTING_SPACING_M, INNER_NODES);
  const inner = reliefOver(frame, known, onRelief(outer));
  return {
    heightAt: layered(geoid, inner, outer),
    detail: { boxes: [frame.box], spacingM: spacingOf(inner) },
    margin: { box: around, spacingM: spacingOf(outer) },
  };
}

function layered(geoid: Geoid, inner: Relief, outer: Relief) {
  return (longitude: number, latitude: number): number => {
    const sea = geoid(radians(longitude), radians(latitude));
    if (contains(inner.box, longitude, latitude)) return sea + offsetAt(inner, longitude, latitude);
    if (contains(outer.box, longitude, latitude)) return sea + offsetAt(outer, longitude, latitude);
    return sea;
  };
}

const onRelief = (relief: Relief) => (longitude: number, latitude: number) =>
  contains(relief.box, longitude, latitude) ? offsetAt(relief, longitude, latitude) : 0;

const spacingOf = ({ box, height }: ReliefFrame): number => sizeM(box)[1] / (height - 1);

function toMarginM(box: BoxRad, reliefM: number): number {
  const diagonal = Math.hypot(...sizeM(box));
  return Math.min(200e3, Math.max(2000, diagonal / 4, reliefM * MARGIN_PER_RELIEF));
}

/** How high above or below the geoid the surveyed ground usually lies, m. */
function probeRelief(
  [west, south, east, north]: BoxRad,
  offsetOf: (longitude: number, latitude: number) => number,
): number {
  const offsets: number[] = [];
  for (let row = 0; row <= 32; row++) {
    for (let column = 0; column <= 32; column++) {
      const offset = offsetOf(
        west + ((east - west) * column) / 32,
        south + ((north - south) * row) / 32,
      );
      if (!Number.isNaN(offset)) offsets.push(offset);
    }
  }
  return percentile95(Float64Array.from(offsets));
}

function percentile95(offsets: Float64Array): number {
  const sorted = offsets.map(Math.abs).sort();
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

// Holes in the ground: a globe has one set of polygons that cut it, and several layers that dig.

import { type Cartesian3, ClippingPolygon, ClippingPolygonCollection, type Globe } from 'cesium';

/** Corners of each hole. */
export type GroundOpenings = readonly (readonly Cartesian3[])[];

const byGlobe = new WeakMap<Globe, Map<object, GroundOpenings>>();

/** Replaces what `owner` has opened; an empty list closes it. Polygons can't be changed, so all are made anew. */
export function openGround(globe: Globe, owner: object, openings: GroundOpenings): void {
  const all = byGlobe.get(globe) ?? new Map<object, GroundOpenings>();
  byGlobe.set(globe, all);
  if (openings.length === 0 && !all.has(owner)) return;
  if (openings.length > 0) all.set(owner, openings);
  else all.delete(owner);
  const polygons = [...all.values()].flat();
  globe.clippingPolygons = new ClippingPolygonCollection({
    polygons: polygons.map((corners) => new ClippingPolygon({ positions: [...corners] })),
    enabled: polygons.length > 0,
  });
}

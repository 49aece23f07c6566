// Which place of the water is under the pointer. Picking says that it is water; where, is found along the ray.

import {
  Cartesian2,
  Cartesian3,
  Cartographic,
  Ellipsoid,
  IntersectionTests,
  type Scene,
} from 'cesium';
import { type GridLattice, placeOnLattice, pointOfLattice } from '#model/grid-lattice.ts';
import { radians, toDegrees } from '#model/units.ts';
import type { FloodRaster } from '#scene/flood-format.ts';
import type { FloodSurface } from '#scene/flood-surface.ts';
import type { PlaceDeg } from '../contract.ts';

/** The ray is led to the level of the cell it met last, this often: levels change little from cell to cell. */
const TURNS = 8;

/** Remembers where the pointer was last, CSS px from the globe's corner; asking is for `scene.pick` just done there. */
export function watchPointer({ canvas }: Scene): { at(): Cartesian2; stop(): void } {
  const last = new Cartesian2();
  const keep = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    Cartesian2.fromElements(clientX - left, clientY - top, last);
  };
  const types = ['pointerdown', 'pointermove', 'pointerup'] as const;
  for (const type of types) canvas.addEventListener(type, keep, { capture: true });
  return {
    at: () => last,
    stop() {
      for (const type of types) canvas.removeEventListener(type, keep, { capture: true });
    },
  };
}

/** Where the ray through a point of the picture meets the water; undefined beside the raster. */
export function placeOnWater(
  scene: Scene,
  surface: FloodSurface,
  point: Cartesian2,
): PlaceDeg | undefined {
  const { raster } = surface;
  const ray = scene.camera.getPickRay(point);
  if (!raster || !ray) return undefined;
  // Not from the ground as it is drawn: while that comes in, it lies kilometres off.
  let heightM = meanHeight(raster);
  let place: Cartographic | undefined;
  for (let turn = 0; turn < TURNS; turn++) {
    const { x, y, z } = Ellipsoid.WGS84.radii;
    const raised = new Ellipsoid(x + heightM, y + heightM, z + heightM);
    const hit = IntersectionTests.rayEllipsoid(ray, raised);
    if (!hit) return undefined;
    const at = Cartesian3.multiplyByScalar(ray.direction, hit.start, new Cartesian3());
    place = Cartographic.fromCartesian(Cartesian3.add(ray.origin, at, at));
    const next = heightAt(surface, raster.lattice, place);
    if (next === undefined) break;
    heightM = next;
  }
  if (!place || heightAt(surface, raster.lattice, place) === undefined) return undefined;
  return [toDegrees(radians(place.longitude)), toDegrees(radians(place.latitude))];
}

/** Of the bed above the ellipsoid, by every so many cells, m. */
function meanHeight({ zM, lattice }: FloodRaster): number {
  const stride = Math.max(1, Math.floor(zM.length / 4096));
  let sum = 0;
  let count = 0;
  for (let cell = 0; cell < zM.length; cell += stride) {
    const bed = zM[cell]!;
    if (Number.isNaN(bed)) continue;
    sum += bed;
    count++;
  }
  return (count > 0 ? sum / count : 0) + (lattice.geoidM[0] ?? 0);
}

/** Of the water, or of the bed where it is dry, above the ellipsoid. */
function heightAt(surface: FloodSurface, lattice: GridLattice, place: Cartographic) {
  const point = pointOfLattice(lattice, place.longitude, place.latitude);
  if (!point) return undefined;
  const water = surface.waterAt(Math.floor(point.column), Math.floor(point.row));
  return water && water.levelM + placeOnLattice(lattice, point.column, point.row).geoidM;
}

/**
 * Height of the water above the ellipsoid at a place, or of the run's own ground where it is dry, m; undefined beside
 * the raster. What lies on it needs no ground of the globe, which is kilometres off while it comes in.
 */
export function surfaceHeightAt(
  surface: FloodSurface,
  [longitudeDeg, latitudeDeg]: PlaceDeg,
): number | undefined {
  const place = Cartographic.fromDegrees(longitudeDeg, latitudeDeg);
  return surface.raster && heightAt(surface, surface.raster.lattice, place);
}

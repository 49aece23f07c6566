import { createFromGeodetic, createToGeodetic } from '#model/crs.ts';
import { createLocalApproximation } from '#model/crs-local.ts';
import { type ElevationGrid, sampleElevation } from '#model/elevation-grid.ts';
import type { Geoid } from '#model/geoid.ts';
import { type BoxRad, contains, sizeM, unite } from './box.ts';
import type { Survey } from './surface.ts';

// 2 km on the ground: a biquadratic is good to 0.01 mm there.
const PATCH_RAD = 3e-4;
const EDGE_PROBES = 16;

/** Grids in any CRS as one survey of ellipsoidal heights; where they overlap the finest that knows wins. */
export function createSurvey(grids: readonly ElevationGrid[], geoid: Geoid): Survey {
  const readers = grids.map((grid) => createReader(grid, geoid)).sort((a, b) => a.cellM - b.cellM);
  return {
    heightAt: (longitude, latitude) => {
      for (const reader of readers) {
        const height = reader.heightAt(longitude, latitude);
        if (!Number.isNaN(height)) return height;
      }
      return Number.NaN;
    },
    boxes: readers.map(({ box }) => box),
    cellM: Math.min(...readers.map(({ cellM }) => cellM)),
  };
}

function createReader(grid: ElevationGrid, geoid: Geoid) {
  const box = findBox(grid);
  const [widthM, heightM] = sizeM(box);
  // Rasters have x east, whatever the authority says of its axes.
  const exact = createFromGeodetic(grid.crs, geoid, { axes: 'east-north' });
  const project = createLocalApproximation(exact, { patch: PATCH_RAD, to: 'projected' });
  const { metresPerUnit } = grid.crs.vertical;
  const place = new Float64Array(3);
  return {
    box,
    cellM: Math.sqrt(((widthM / grid.width) * heightM) / grid.height),
    heightAt: (longitude: number, latitude: number): number => {
      if (!contains(box, longitude, latitude)) return Number.NaN;
      place[0] = longitude;
      place[1] = latitude;
      place[2] = 0;
      project(place, place);
      // The ellipsoid at the place, as a height of the CRS: the geoid comes with the projection.
      return sampleElevation(grid, place[0]!, place[1]!) - place[2]! * metresPerUnit;
    },
  };
}

/** The box of longitude and latitude around a grid, from points along its edge. */
function findBox(grid: ElevationGrid): BoxRad {
  const { west, north, cellX, cellY, width, height } = grid;
  const points: number[] = [];
  for (let probe = 0; probe <= EDGE_PROBES; probe++) {
    const x = west + (cellX * width * probe) / EDGE_PROBES;
    const y = north - (cellY * height * probe) / EDGE_PROBES;
    points.push(x, north, 0, x, north - cellY * height, 0);
    points.push(west, y, 0, west + cellX * width, y, 0);
  }
  const places = Float64Array.from(points);
  createToGeodetic(grid.crs, () => 0, { axes: 'east-north' })(places, places);
  const boxes: BoxRad[] = [];
  for (let at = 0; at < places.length; at += 3) {
    boxes.push([places[at]!, places[at + 1]!, places[at]!, places[at + 1]!]);
  }
  return unite(boxes);
}

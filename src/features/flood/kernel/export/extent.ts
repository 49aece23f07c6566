// Where the water is, as polygons: areas that are deeper than each of some depths. GeoJSON after RFC 7946, with
// longitude and latitude in degrees; by marching squares over the cells' middles.

import { contours } from 'd3-contour';
import { placeOnLattice } from '#model/grid-lattice.ts';
import { toDegrees } from '#model/units.ts';
import type { FloodPlace } from '../../contract.ts';

type Position = readonly [longitudeDeg: number, latitudeDeg: number];

export interface ExtentFeature {
  readonly type: 'Feature';
  readonly geometry: {
    readonly type: 'MultiPolygon';
    readonly coordinates: readonly (readonly (readonly Position[])[])[];
  };
  readonly properties: Readonly<Record<string, string | number>>;
}

type Grid = Pick<FloodPlace, 'width' | 'height' | 'cellM' | 'lattice'>;

/** A feature a threshold that something is deeper than; what is not finite is dry. `areaM2` is told in each. */
export function toExtents(
  grid: Grid,
  depthM: Float32Array,
  thresholdsM: readonly number[],
  properties: Readonly<Record<string, string | number>>,
): readonly ExtentFeature[] {
  const { width, height, cellM } = grid;
  const depths = Array.from(depthM, (depth) => (Number.isFinite(depth) ? depth : 0));
  return contours()
    .size([width, height])
    .thresholds([...thresholdsM])(depths)
    .filter(({ coordinates }) => coordinates.length > 0)
    .map(({ value, coordinates }) => ({
      type: 'Feature',
      geometry: {
        type: 'MultiPolygon',
        coordinates: coordinates.map((polygon) =>
          polygon.map((ring, at) => toGlobe(grid, wind(ring, at === 0))),
        ),
      },
      properties: {
        deeper_than_m: value,
        area_m2: Math.round(areaOf(coordinates) * cellM * cellM),
        ...properties,
      },
    }));
}

type Ring = readonly (readonly number[])[];

/** Rows count south, so what turns left on the map turns right in the grid. */
function wind(ring: Ring, isOuter: boolean): Ring {
  const isLeftOnMap = signedArea(ring) < 0;
  return isLeftOnMap === isOuter ? ring : ring.toReversed();
}

const toGlobe = ({ lattice }: Grid, ring: Ring): readonly Position[] =>
  ring.map(([column = 0, row = 0]) => {
    const { longitude, latitude } = placeOnLattice(lattice, column, row);
    return [round(toDegrees(longitude)), round(toDegrees(latitude))];
  });

/** About a centimetre. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

function signedArea(ring: Ring): number {
  let doubled = 0;
  for (const [at, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    doubled += x * nextY - nextX * y;
  }
  return doubled / 2;
}

/** In cells, holes taken off. */
const areaOf = (polygons: readonly (readonly Ring[])[]): number =>
  polygons
    .flatMap((rings) => rings.map((ring, at) => (at === 0 ? 1 : -1) * Math.abs(signedArea(ring))))
    .reduce((sum, area) => sum + area, 0);

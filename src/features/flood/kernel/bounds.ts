// Where a run of a drawing should lie and how fine: enough land around for the water to spread, few enough cells to be
// done while one looks. The ground snaps both to the elevation model's own cells.

import type { CityManifest } from '#contract/city-package.ts';
import type { FloodScenario, HazardKind, PlaceDeg } from '../contract.ts';

/** Land around what is drawn, m. */
const marginM: Readonly<Record<HazardKind, number>> = {
  breach: 1300,
  river: 1500,
  surge: 1500,
  rain: 250,
  'dam-break': 2500,
  burst: 600,
};

/** Shallow water takes four times as long a cell as local inertial. */
const mostCells: Readonly<Record<HazardKind, number>> = {
  breach: 250_000,
  river: 900_000,
  surge: 250_000,
  rain: 900_000,
  'dam-break': 250_000,
  burst: 250_000,
};

const cellSizesM = [1, 2, 4, 6, 8, 10, 12, 16, 20, 30, 40, 50, 60, 80, 100, 150, 200] as const;
const METRES_PER_DEGREE = 111_320;

/**
 * West, south, east, north (deg) and cell size (m). Without places, or in a city that is a bare elevation model, all of
 * the city. Never beyond the city's bounds unless what is drawn lies there itself.
 */
export function boundsFor(
  places: readonly PlaceDeg[],
  hazard: HazardKind,
  city: Pick<CityManifest, 'boundsDeg' | 'layers'>,
): Pick<FloodScenario, 'boundsDeg' | 'cellM'> {
  const isBare = !city.layers.some(({ kind }) => kind === 'buildings');
  const boundsDeg = places.length === 0 || isBare ? city.boundsDeg : around(places, hazard, city);
  return { boundsDeg, cellM: cellFor(boundsDeg, mostCells[hazard]) };
}

function around(
  places: readonly PlaceDeg[],
  hazard: HazardKind,
  { boundsDeg: [west, south, east, north] }: Pick<CityManifest, 'boundsDeg'>,
): FloodScenario['boundsDeg'] {
  const longitudes = places.map(([longitude]) => longitude);
  const latitudes = places.map(([, latitude]) => latitude);
  const box = [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ] as const;
  const margin = marginM[hazard];
  const dLatitude = margin / METRES_PER_DEGREE;
  const dLongitude = dLatitude / Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180);
  return [
    Math.min(box[0], Math.max(west, box[0] - dLongitude)),
    Math.min(box[1], Math.max(south, box[1] - dLatitude)),
    Math.max(box[2], Math.min(east, box[2] + dLongitude)),
    Math.max(box[3], Math.min(north, box[3] + dLatitude)),
  ];
}

/** The finest of the sizes that takes at most `most` cells; the coarsest where none does. */
export function cellFor(
  [west, south, east, north]: FloodScenario['boundsDeg'],
  most: number,
): number {
  const widthM =
    (east - west) * METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const heightM = (north - south) * METRES_PER_DEGREE;
  const fits = (cellM: number) => (widthM / cellM) * (heightM / cellM) <= most;
  return cellSizesM.find(fits) ?? cellSizesM[cellSizesM.length - 1] ?? 200;
}

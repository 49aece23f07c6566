// What a city's collections say of water: crests of levees and walls, stations along rivers, culverts.

import type { FloodStructure } from '#features/flood/contract.ts';
import type { CrestLine } from '#simulation/flood/ground/crests.ts';
import type { RiverStation } from '#simulation/flood/ground/river.ts';
import type { GridPlaces } from './grid-places.ts';
import { type MapFeature, numberOf, textOf } from './read-features.ts';

/** Collections with crests, by their ids. */
export const isOfCrests = (id: string): boolean =>
  /(^|-)(levees?|dikes?|dykes?|embankments?|flood-walls?|flood-defences?|quay-walls?|sea-walls?)($|-)/.test(
    id,
  );

/** The crest of each line: a level in its properties, else along z. */
export function toCrestLines(features: readonly MapFeature[], places: GridPlaces): CrestLine[] {
  return features.flatMap((feature) => {
    const told = numberOf(feature, 'crest_m', 'crestLevel_m', 'crest');
    const line = new Float64Array(feature.points.length * 3);
    for (const [at, [longitude, latitude, height]] of feature.points.entries()) {
      const [x, y, levelM] = places.toGridLevel(longitude, latitude, height);
      line.set([x, y, Number.isNaN(height) ? told : levelM], at * 3);
    }
    return line.some((value) => Number.isNaN(value)) || line.length < 6 ? [] : [line];
  });
}

/** Stations of each river in their order along it. */
export function toRivers(
  features: readonly MapFeature[],
  places: GridPlaces,
  cellM: number,
): RiverStation[][] {
  const rivers = new Map<string, { readonly at: number; readonly station: RiverStation }[]>();
  for (const feature of features) {
    const [point] = feature.points;
    const bedM = numberOf(feature, 'bed_m');
    const meanLevelM = numberOf(feature, 'meanLevel_m', 'level_m');
    const widthM = numberOf(feature, 'width_m');
    const at = numberOf(feature, 'station_m');
    if (!point || Number.isNaN(bedM + meanLevelM + widthM + at)) continue;
    const [x, y] = places.toGrid([point[0], point[1]]);
    const river = textOf(feature, 'river') ?? feature.id.replace(/[-_ ]?\d+$/, '');
    const station: RiverStation = {
      ...{ x, y, bedM, meanLevelM },
      floodLevelM: numberOf(feature, 'flood100_m'),
      widthCells: widthM / cellM,
      manning: numberOf(feature, 'manning'),
    };
    rivers.set(river, [...(rivers.get(river) ?? []), { at, station }]);
  }
  return [...rivers.values()].map((stations) =>
    stations.sort((a, b) => a.at - b.at).map(({ station }) => station),
  );
}

/** A round culvert as the square of the same area. */
const SQUARE_OF_ROUND = Math.sqrt(Math.PI) / 2;

export function toCulverts(
  features: readonly MapFeature[],
  isInside: (longitude: number, latitude: number) => boolean,
): FloodStructure[] {
  return features.flatMap((feature): FloodStructure[] => {
    const from = feature.points[0];
    const to = feature.points.at(-1);
    if (!from || !to || from === to) return [];
    if (!isInside(from[0], from[1]) || !isInside(to[0], to[1])) return [];
    const round = numberOf(feature, 'diameter_mm') * SQUARE_OF_ROUND;
    const width = Number.isNaN(round) ? numberOf(feature, 'width_mm') : round;
    const height = Number.isNaN(round) ? numberOf(feature, 'height_mm') : round;
    if (!(width > 0 && height > 0)) return [];
    return [
      {
        kind: 'culvert',
        id: feature.id,
        name: textOf(feature, 'name') ?? feature.id,
        from: [from[0], from[1]],
        to: [to[0], to[1]],
        widthM: width / 1000,
        heightM: height / 1000,
        count: Math.max(1, Math.round(numberOf(feature, 'barrels') || 1)),
        isOneWay: feature.properties.flapValve === true,
      },
    ];
  });
}

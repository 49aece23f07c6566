// Land cover, water, roads, rail and places as GeoJSON in WGS 84, tagged the way OpenStreetMap tags them.

import type { Feature, FeatureCollection, Position } from 'geojson';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { radians, toDegrees } from '#model/units.ts';
import { footCrossings, pavementsM } from './foot-crossings.ts';
import { districts, railY } from './plan.ts';
import { between, centroid, distance, type Point } from './plane.ts';
import { site, toMap } from './site.ts';
import { type Street, toPieces } from './streets.ts';
import type { Town, UsedBlock } from './town.ts';

const highway: Readonly<Record<Street['class'], string>> = {
  arterial: 'primary',
  collector: 'tertiary',
  residential: 'residential',
  lane: 'pedestrian',
  quay: 'secondary',
};

const landuse: Readonly<Record<UsedBlock['manner']['pattern'], string>> = {
  perimeter: 'residential',
  detached: 'residential',
  slabs: 'residential',
  towers: 'commercial',
  sheds: 'industrial',
  green: 'forest',
};

/** Land beyond the town, so that its edge is no edge of the world. */
const country = { west: -3500, south: -3500, east: 8500, north: 8000 };

export function toMaps(town: Town): Readonly<Record<string, FeatureCollection>> {
  const toPosition = createPositions();
  const line = (points: readonly Point[]): Position[] => bend(points).map(toPosition);
  const ring = (points: readonly Point[]): Position[] => line([...points, points[0]!]);
  const polygon = (points: readonly Point[], properties: Feature['properties']): Feature => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [ring(points)] },
  });
  const road = (points: readonly Point[], properties: Feature['properties']): Feature => ({
    type: 'Feature',
    properties,
    geometry: { type: 'LineString', coordinates: line(points) },
  });
  const place = (at: Point, properties: Feature['properties']): Feature => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: toPosition(at) },
  });

  return {
    landuse: collection([
      polygon(box(country.west, country.south, country.east, site.shore), { landuse: 'farmland' }),
      polygon(box(0, 0, site.width, site.shore), { landuse: 'residential' }),
      polygon(box(-1200, site.shore - 62, site.river.x - 100, site.shore + 20), {
        natural: 'beach',
      }),
      ...town.blocks.map(toLandUse(polygon)),
    ]),
    water: collection([
      polygon(box(country.west, site.shore, country.east, country.north), {
        natural: 'water',
        water: 'sea',
        name: 'Ostsee',
      }),
      polygon(
        box(
          site.river.x - site.river.halfWidth,
          country.south,
          site.river.x + site.river.halfWidth,
          site.shore + 5,
        ),
        { natural: 'water', water: 'river', name: 'Maren' },
      ),
      polygon(box(site.dock.west, site.dock.south, site.dock.east, site.shore + 5), {
        natural: 'water',
        water: 'dock',
        name: 'Werfthafen',
      }),
    ]),
    roads: collection([
      ...town.layout.streets.flatMap((street) => toRoads(street, road)),
      ...footCrossings(town.layout.streets).map((line) =>
        road(line, { highway: 'footway', footway: 'crossing' }),
      ),
      road(
        [
          { x: country.west, y: railY },
          { x: country.east, y: railY },
        ],
        { railway: 'rail', name: 'Küstenbahn' },
      ),
    ]),
    places: collection([
      place({ x: 2060, y: 2760 }, { place: 'town', name: site.name }),
      ...districts.map(({ name, corners }) => place(centroid(corners), { place: 'suburb', name })),
      ...town.blocks.flatMap(({ use, name, yard }) =>
        name && use !== 'landmark'
          ? [place(centroid(yard), { leisure: use === 'park' ? 'park' : 'square', name })]
          : [],
      ),
    ]),
  };
}

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

const box = (west: number, south: number, east: number, north: number): Point[] => [
  { x: west, y: south },
  { x: east, y: south },
  { x: east, y: north },
  { x: west, y: north },
];

const toLandUse =
  (polygon: (points: readonly Point[], properties: Feature['properties']) => Feature) =>
  ({ yard, use, name, manner }: UsedBlock): Feature => {
    if (manner.pattern === 'green') return polygon(yard, { landuse: 'forest' });
    if (use === 'park') return polygon(yard, { leisure: 'park', ...(name && { name }) });
    if (use === 'square')
      return polygon(yard, { place: 'square', highway: 'pedestrian', area: 'yes', name });
    return polygon(yard, { landuse: landuse[manner.pattern] });
  };

function toRoads(
  street: Street,
  road: (points: readonly Point[], properties: Feature['properties']) => Feature,
): Feature[] {
  const pieces = toPieces(street);
  return pieces.slice(1).map((to, index) => {
    const from = pieces[index]!;
    const isBridge = (from.x - site.river.x) * (to.x - site.river.x) < 0;
    return road([from, to], {
      highway: highway[street.class],
      name: street.name,
      width: street.widthM - pavementsM,
      ...(street.class !== 'lane' && { sidewalk: 'both' }),
      ...(isBridge && { bridge: 'yes', layer: 1 }),
    });
  });
}

/** Points every 25 m along straight lines of the plan, so that they bend with the land. */
function bend(points: readonly Point[]): Point[] {
  const bent = points.slice(0, 1);
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!;
    const steps = Math.max(1, Math.ceil(distance(from, to) / 25));
    for (let step = 1; step <= steps; step++) bent.push(between(from, to, step / steps));
  }
  return bent;
}

/** Plan to longitude and latitude in degrees, seven decimals (a centimetre). */
function createPositions(): (point: Point) => Position {
  const crs = parseCrs(`${site.crs}+${site.verticalCrs.slice(5)}`);
  if (!crs.ok) throw new Error(crs.reason);
  const toGeodetic = createToGeodetic(crs.value, () => 0);
  const position = new Float64Array(3);
  const degrees = (angle: number) => Math.round(toDegrees(radians(angle)) * 1e7) / 1e7;
  return (point) => {
    const { x, y } = toMap(point);
    position.set([x, y, 0]);
    toGeodetic(position, position);
    return [degrees(position[0]!), degrees(position[1]!)];
  };
}

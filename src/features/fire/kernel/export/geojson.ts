// What is known of a fire at a moment as GeoJSON (RFC 7946): zones, streets by the engines' arrival, ways of engines and
// of those who leave, shelters, buildings that burn or will. Longitude and latitude in degrees.

import type { EvacuationResult } from '../../contract/evacuation.ts';
import type { CoverFrame, Dispatch } from '../../contract/response.ts';
import type { BurningPlaces, FireSpread } from '../../contract/spread.ts';
import type { HazardZones, PlaceDeg } from '../../contract.ts';
import { type PolygonsDeg, ringsToPolygons } from './rings-to-polygons.ts';

export interface MapContent {
  readonly zones: readonly HazardZones[];
  readonly spread?: FireSpread | undefined;
  readonly places?: BurningPlaces | undefined;
  readonly cover?: CoverFrame | undefined;
  readonly dispatch?: Dispatch | undefined;
  readonly evacuation?: EvacuationResult | undefined;
  readonly timeS: number;
}

type Geometry =
  | { readonly type: 'MultiPolygon'; readonly coordinates: PolygonsDeg }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly PlaceDeg[])[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly PlaceDeg[] }
  | { readonly type: 'Point'; readonly coordinates: PlaceDeg };

interface MapFeature {
  readonly type: 'Feature';
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, string | number>>;
}

/** Bands of arrival of the first engine, s. */
const bandsS = [240, 300, 480, 600, 900] as const;

export const toFireGeoJson = (
  content: MapContent,
  properties: Readonly<Record<string, string>>,
): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    properties,
    features: [
      ...content.zones.flatMap(zoneFeatures),
      ...arrivalFeatures(content.cover),
      ...engineFeatures(content.dispatch),
      ...evacuationFeatures(content.evacuation),
      ...buildingFeatures(content),
    ],
  });

const feature = (geometry: Geometry, properties: MapFeature['properties']): MapFeature => ({
  ...{ type: 'Feature', geometry, properties },
});

const zoneFeatures = ({ zones, timeS, model }: HazardZones): readonly MapFeature[] =>
  zones.map((zone) =>
    feature(
      { type: 'MultiPolygon', coordinates: ringsToPolygons(zone.rings) },
      {
        ...{ layer: 'zone', kind: zone.kind, tier: zone.tier, label: zone.label.en },
        ...{ time_s: Math.round(timeS), area_m2: Math.round(zone.areaM2) },
        ...{ buildings: zone.buildings, people_day: zone.peopleDay },
        ...{ people_night: zone.peopleNight, model: model.en },
      },
    ),
  );

/** Pieces of streets by the later of their ends. */
function arrivalFeatures(cover: CoverFrame | undefined): readonly MapFeature[] {
  if (!cover) return [];
  const { offsets, longitudeDeg, latitudeDeg, arriveS } = cover.streets;
  const bands: (readonly PlaceDeg[])[][] = bandsS.map(() => []);
  for (let street = 0; street + 1 < offsets.length; street++) {
    for (let point = offsets[street]!; point + 1 < offsets[street + 1]!; point++) {
      const laterS = Math.max(arriveS[point]!, arriveS[point + 1]!);
      const band = bandsS.findIndex((limitS) => laterS <= limitS);
      bands[band]?.push([
        [longitudeDeg[point]!, latitudeDeg[point]!],
        [longitudeDeg[point + 1]!, latitudeDeg[point + 1]!],
      ]);
    }
  }
  return bands.flatMap((coordinates, band) =>
    coordinates.length === 0
      ? []
      : [
          feature(
            { type: 'MultiLineString', coordinates },
            { layer: 'first-engine', within_s: bandsS[band] ?? 0 },
          ),
        ],
  );
}

const engineFeatures = (dispatch: Dispatch | undefined): readonly MapFeature[] =>
  (dispatch?.engines ?? [])
    .filter(({ line }) => line.length >= 2)
    .map(({ id, name, stationName, arriveS, distanceM, role, line }) =>
      feature(
        { type: 'LineString', coordinates: line },
        {
          ...{ layer: 'engine', id, name, station: stationName, role },
          ...{ arrive_s: Math.round(arriveS), distance_m: Math.round(distanceM) },
        },
      ),
    );

function evacuationFeatures(evacuation: EvacuationResult | undefined): readonly MapFeature[] {
  if (!evacuation) return [];
  return [
    ...evacuation.routes.map(({ street, name, line, people, queueM }) =>
      feature(
        { type: 'LineString', coordinates: line },
        {
          ...{ layer: 'evacuation-route', street, name },
          ...{ people: Math.round(people), queue_m: Math.round(queueM) },
        },
      ),
    ),
    ...evacuation.shelters.map(({ id, name, at, capacity, assigned, lastArrivalS }) =>
      feature(
        { type: 'Point', coordinates: at },
        {
          ...{ layer: 'shelter', id, name, capacity },
          ...{ assigned: Math.round(assigned), last_arrival_s: Math.round(lastArrivalS) },
        },
      ),
    ),
    ...evacuation.needHelp.map(({ id, kind, name, at, people }) =>
      feature({ type: 'Point', coordinates: at }, { layer: 'need-help', id, kind, name, people }),
    ),
  ];
}

function buildingFeatures({ spread, places, timeS }: MapContent): readonly MapFeature[] {
  if (!spread || !places || spread.scenario !== places.scenario) return [];
  return Array.from(places.building, (building, at) => {
    const ignitionS = spread.ignitionS[building]!;
    const endS = spread.endS[building]!;
    const state = timeS < ignitionS ? 'will-burn' : timeS < endS ? 'burns' : 'burnt';
    return feature(
      { type: 'Point', coordinates: [places.longitudeDeg[at]!, places.latitudeDeg[at]!] },
      {
        ...{ layer: 'building', index: building, state },
        ...{ ignition_s: Math.round(ignitionS), end_s: Math.round(endS) },
      },
    );
  });
}

// A sensor as tools/ingest/README.md, “Sensors”, has it: a place in the map with what is measured there.

import type { Feature, Point as GeoPoint } from 'geojson';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { SensorKind } from '#model/sensor-kind.ts';
import type { Thresholds } from '#model/thresholds.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { Point } from '../plane.ts';
import { site } from '../site.ts';

export interface Datastream {
  readonly id: string;
  readonly property: ObservedPropertyId;
  readonly intervalS: number;
  readonly thresholds?: Thresholds;
  readonly forecast?: true;
}

export interface Sensor {
  readonly kind: SensorKind;
  readonly name: string;
  /** In the map (EPSG:25832). */
  readonly at: Point;
  /** Either over the ground, or above the vertical datum where it hangs over water or stands in a house; m. */
  readonly height: { readonly aboveGroundM: number } | { readonly levelM: number };
  readonly network?: UtilityNetwork;
  readonly element?: string;
  readonly building?: string;
  /** GlobalId in a building model of the room or machine that it watches. */
  readonly bimElement?: string;
  readonly headingDeg?: number;
  readonly datastreams: readonly Datastream[];
}

/** A datastream that is called like its property. */
export const measures = (
  property: ObservedPropertyId,
  intervalS: number,
  thresholds?: Thresholds,
): Datastream => ({ id: property, property, intervalS, ...(thresholds && { thresholds }) });

/** What the flood centre expects of the property, beside the datastream that measures it. */
export const expects = (property: ObservedPropertyId, intervalS: number): Datastream => ({
  ...{ id: `${property}Forecast`, property, intervalS, forecast: true },
});

/** Letters of the asset ids by kind, as the town's offices write them. */
const letters: Readonly<Record<SensorKind, string>> = {
  river: 'PEG',
  tide: 'TID',
  street: 'STW',
  rain: 'NIE',
  weather: 'WET',
  pressure: 'DRU',
  flow: 'DUR',
  tank: 'BEH',
  pump: 'PUM',
  sewer: 'KAN',
  air: 'LUF',
  noise: 'LAR',
  smoke: 'RAU',
  electricalFire: 'ELB',
  gas: 'GAS',
  heat: 'FWS',
  power: 'TRA',
  parking: 'PAR',
  traffic: 'VER',
  crossing: 'FUR',
  lift: 'AUF',
  waste: 'ABF',
  coldStore: 'KUE',
  camera: 'KAM',
  room: 'RAK',
};

const toCentimetres = (value: number): number => Math.round(value * 100) / 100;

/** Numbers the sensors of each kind in the order given. */
export function toFeatures(sensors: readonly Sensor[]): Feature<GeoPoint>[] {
  const counts = new Map<SensorKind, number>();
  return sensors.map(({ at, height, ...facts }) => {
    const number = (counts.get(facts.kind) ?? 0) + 1;
    counts.set(facts.kind, number);
    const coordinates = [at.x, at.y].map(toCentimetres);
    const isOverGround = 'aboveGroundM' in height;
    return {
      type: 'Feature',
      id: `${letters[facts.kind]}-${String(number).padStart(3, '0')}`,
      geometry: {
        type: 'Point',
        coordinates: isOverGround ? coordinates : [...coordinates, toCentimetres(height.levelM)],
      },
      properties: {
        ...facts,
        ...(isOverGround && { heightAboveGround: height.aboveGroundM }),
      },
    };
  });
}

export const sensorsHead = {
  type: 'FeatureCollection',
  panopolis: 'sensors',
  simulated: true,
  crs: { type: 'name', properties: { name: `${site.crs}+${site.verticalCrs.slice(5)}` } },
} as const;

// Where the town's sensors stand: every kind, in the order of their asset numbers.

import type { FeatureCollection, Point } from 'geojson';
import { createRandom } from '#model/random.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { Town } from '../town.ts';
import type { WaterNetwork } from '../water/network.ts';
import {
  coldStores,
  electricalFireUnits,
  heatSubstations,
  housesOf,
  lifts,
  smokeDetectors,
} from './houses.ts';
import { gasMeters, type LaidNetworks, sewerGauges, substations } from './pipes.ts';
import type { Ground } from './places.ts';
import { roomSensors, type WatchedModel } from './rooms.ts';
import { type Sensor, sensorsHead, toFeatures } from './sensor-feature.ts';
import { airStations, noiseMeters, rainGauges, weatherStations } from './sky.ts';
import { cameras, carParks, crossings, trafficCounters, wasteContainers } from './streets.ts';
import { waterMeters } from './water-meters.ts';
import { riverGauges, streetGauges, tideGauges } from './waters.ts';

export interface SensorsInput {
  readonly town: Town;
  readonly graph: StreetGraph;
  readonly seed: string;
  readonly water?: WaterNetwork | undefined;
  /** Of a usual day, m, by junction. */
  readonly leastPressureM?: ReadonlyMap<string, number>;
  readonly networks?: LaidNetworks;
  /** Buildings in full detail: their rooms are watched. */
  readonly models?: readonly WatchedModel[];
}

/** Same town and seed, same sensors. */
export function placeSensors(input: SensorsInput): Sensor[] {
  const { town, graph, seed, water, networks = {}, models = [] } = input;
  const { leastPressureM = new Map<string, number>() } = input;
  const ground: Ground = { town, graph, random: createRandom(seed).fork('sensors') };
  const houses = housesOf(ground);
  return [
    ...riverGauges(),
    ...tideGauges(),
    ...streetGauges(ground),
    ...rainGauges(ground),
    ...weatherStations(),
    ...(water ? waterMeters(water, ground, leastPressureM) : []),
    ...sewerGauges(ground, networks),
    ...airStations(ground),
    ...noiseMeters(ground),
    ...smokeDetectors(houses),
    ...electricalFireUnits(houses),
    ...gasMeters(ground, networks),
    ...heatSubstations(houses, networks.heatSupply),
    ...substations(ground, networks),
    ...carParks(ground),
    ...trafficCounters(ground),
    ...crossings(ground),
    ...lifts(houses),
    ...wasteContainers(ground),
    ...coldStores(houses),
    ...cameras(ground),
    ...models.flatMap(roomSensors),
  ];
}

export type { LaidNetworks } from './pipes.ts';

export const toSensorCollection = (
  sensors: readonly Sensor[],
): FeatureCollection<Point> & {
  readonly panopolis: 'sensors';
} => ({ ...sensorsHead, features: toFeatures(sensors) });

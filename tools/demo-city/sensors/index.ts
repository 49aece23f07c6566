// Where the town's sensors stand: every kind, in the order of their asset numbers.

import type { FeatureCollection, Point } from 'geojson';
import { createRandom } from '#model/random.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { Town } from '../town.ts';
import {
  coldStores,
  electricalFireUnits,
  heatSubstations,
  housesOf,
  lifts,
  smokeDetectors,
} from './houses.ts';
import { gasMeters, sewerGauges, substations } from './pipes.ts';
import type { Ground } from './places.ts';
import { type Sensor, sensorsHead, toFeatures } from './sensor-feature.ts';
import { airStations, noiseMeters, rainGauges, weatherStations } from './sky.ts';
import { cameras, carParks, crossings, trafficCounters, wasteContainers } from './streets.ts';
import { riverGauges, streetGauges, tideGauges } from './waters.ts';

/** Same town and seed, same sensors. */
export function placeSensors(town: Town, graph: StreetGraph, seed: string): Sensor[] {
  const ground: Ground = { town, graph, random: createRandom(seed).fork('sensors') };
  const houses = housesOf(ground);
  return [
    ...riverGauges(),
    ...tideGauges(),
    ...streetGauges(ground),
    ...rainGauges(ground),
    ...weatherStations(),
    ...sewerGauges(ground),
    ...airStations(ground),
    ...noiseMeters(ground),
    ...smokeDetectors(houses),
    ...electricalFireUnits(houses),
    ...gasMeters(ground),
    ...heatSubstations(houses),
    ...substations(ground),
    ...carParks(ground),
    ...trafficCounters(ground),
    ...crossings(ground),
    ...lifts(houses),
    ...wasteContainers(ground),
    ...coldStores(houses),
    ...cameras(ground),
  ];
}

export const toSensorCollection = (
  sensors: readonly Sensor[],
): FeatureCollection<Point> & {
  readonly panopolis: 'sensors';
} => ({ ...sensorsHead, features: toFeatures(sensors) });

// Rain, weather, air and noise.

import type { Point } from '../plane.ts';
import { site, toMap } from '../site.ts';
import {
  besideOf,
  cornerName,
  type Ground,
  middleOf,
  nearestNode,
  spread,
  stretchName,
} from './places.ts';
import { measures, type Sensor } from './sensor-feature.ts';

/** A net of gauges over the town, so that a storm is seen to pass. */
export function rainGauges({ graph }: Ground): Sensor[] {
  const plan = [0.1, 0.37, 0.63, 0.9].flatMap((east) =>
    [0.12, 0.38, 0.64, 0.9].map((north) => ({ x: east * site.width, y: north * site.shore })),
  );
  return plan.map((at) => {
    const node = nearestNode(graph, at);
    return {
      kind: 'rain',
      name: cornerName(graph, node),
      at: graph.nodes[node]!.at,
      height: { aboveGroundM: 4 },
      datastreams: [
        measures('rainfallRate', 60, {
          ...{ warningHigh: 40 / 3.6e6, alarmHigh: 70 / 3.6e6 },
          ...{ deadband: 10 / 3.6e6, delayS: 120 },
        }),
      ],
    };
  });
}

const stations: readonly { name: string; plan: Point; heightM: number }[] = [
  { name: 'Seezeichen Nordmole', plan: { x: 2330, y: 3570 }, heightM: 12 },
  { name: 'Universität', plan: { x: 3440, y: 2000 }, heightM: 24 },
  { name: 'Galgenberg', plan: { x: 430, y: 400 }, heightM: 10 },
  { name: 'Ostsiedlung', plan: { x: 4000, y: 2400 }, heightM: 10 },
  { name: 'Domviertel', plan: { x: 1700, y: 2700 }, heightM: 22 },
];

export const weatherStations = (): Sensor[] =>
  stations.map(({ name, plan, heightM }) => ({
    kind: 'weather',
    name: `Wetterstation ${name}`,
    at: toMap(plan),
    height: { aboveGroundM: heightM },
    datastreams: [
      measures('airTemperature', 60),
      measures('relativeHumidity', 60),
      measures('airPressure', 60),
      measures('windSpeed', 10, { warningHigh: 17.2, alarmHigh: 24.5, deadband: 2, delayS: 20 }),
      measures('windDirection', 10),
      measures('solarIrradiance', 60),
      measures('rainfallRate', 60),
    ],
  }));

export function airStations({ graph, random }: Ground): Sensor[] {
  const busy = graph.edges.filter(
    (edge) => edge.class === 'arterial' || edge.class === 'collector',
  );
  const options = { count: 28, apartM: 420, random: random.fork('air') };
  return spread(busy, middleOf, options).map((edge) => ({
    kind: 'air',
    name: stretchName(graph, edge),
    at: besideOf(edge, edge.widthM / 2 - 1.5),
    height: { aboveGroundM: 3.2 },
    datastreams: [
      measures('fineParticles', 60, {
        warningHigh: 50e-9,
        alarmHigh: 90e-9,
        deadband: 5e-9,
        delayS: 900,
      }),
      measures('nitrogenDioxide', 60, {
        ...{ warningHigh: 160e-9, alarmHigh: 200e-9, deadband: 15e-9, delayS: 900 },
      }),
    ],
  }));
}

export function noiseMeters({ graph, random }: Ground): Sensor[] {
  const options = { count: 95, apartM: 190, random: random.fork('noise') };
  const streets = graph.edges.filter((edge) => edge.class !== 'lane' && edge.lengthM > 40);
  return spread(streets, middleOf, options).map((edge) => ({
    kind: 'noise',
    name: stretchName(graph, edge),
    at: besideOf(edge, -edge.widthM / 2 + 1.2),
    height: { aboveGroundM: 4 },
    datastreams: [measures('soundLevel', 5, { warningHigh: 88, deadband: 3, delayS: 60 })],
  }));
}

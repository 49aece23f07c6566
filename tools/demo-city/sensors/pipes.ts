// Meters of the networks under the streets that need no model of their network: sewers, gas, power.

import { besideOf, cornerName, type Ground, middleOf, spread, stretchName } from './places.ts';
import { measures, type Sensor } from './sensor-feature.ts';

/** Level over the invert in manholes. */
export function sewerGauges({ graph, random }: Ground): Sensor[] {
  const under = graph.edges.filter((edge) => edge.bridge === undefined && edge.lengthM > 25);
  const gauges = (network: 'storm' | 'sanitary', count: number, offsetM: number): Sensor[] => {
    const options = { count, apartM: 230, random: random.fork(network) };
    return spread(under, middleOf, options).map((edge) => ({
      kind: 'sewer',
      name: `${stretchName(graph, edge)}, ${network === 'storm' ? 'Regenwasser' : 'Schmutzwasser'}`,
      at: besideOf(edge, offsetM),
      height: { aboveGroundM: -2.2 },
      network,
      datastreams: [
        measures('waterLevel', 30, {
          ...(network === 'storm'
            ? { warningHigh: 1.5, alarmHigh: 2.2 }
            : { warningHigh: 0.6, alarmHigh: 1.2 }),
          ...{ deadband: 0.1, delayS: 120 },
        }),
      ],
    }));
  };
  return [...gauges('storm', 78, 1.6), ...gauges('sanitary', 48, 0)];
}

/** Methane in chambers under the street, and pressure behind regulators. */
export function gasMeters({ graph, random }: Ground): Sensor[] {
  const inStreets = graph.edges.filter(
    (edge) => edge.class !== 'lane' && edge.bridge === undefined,
  );
  const chambers = spread(inStreets, middleOf, {
    ...{ count: 115, apartM: 170, random: random.fork('gas') },
  });
  const regulators = spread([...graph.nodes.keys()], (index) => graph.nodes[index]!.at, {
    ...{ count: 16, apartM: 800, random: random.fork('regulator') },
  });
  const methane = measures('methane', 10, {
    ...{ warningHigh: 0.1, alarmHigh: 0.2, deadband: 0.02, delayS: 60 },
  });
  return [
    ...chambers.map(
      (edge): Sensor => ({
        kind: 'gas',
        name: `${stretchName(graph, edge)}, Schacht`,
        at: besideOf(edge, 3),
        height: { aboveGroundM: -0.8 },
        network: 'gas',
        datastreams: [methane],
      }),
    ),
    ...regulators.map(
      (index): Sensor => ({
        kind: 'gas',
        name: `Regelstation ${cornerName(graph, index)}`,
        at: graph.nodes[index]!.at,
        height: { aboveGroundM: 1 },
        network: 'gas',
        datastreams: [
          measures('gasPressure', 30, {
            ...{ alarmLow: 1_800, warningLow: 2_000, warningHigh: 2_400, alarmHigh: 2_600 },
            ...{ deadband: 30, delayS: 120 },
          }),
          methane,
        ],
      }),
    ),
  ];
}

export function substations({ graph, random }: Ground): Sensor[] {
  const options = { count: 92, apartM: 210, random: random.fork('power') };
  const streets = graph.edges.filter((edge) => edge.class !== 'lane' && edge.bridge === undefined);
  return spread(streets, middleOf, options).map((edge) => ({
    kind: 'power',
    name: `Trafostation ${stretchName(graph, edge)}`,
    at: besideOf(edge, edge.widthM / 2 + 1),
    height: { aboveGroundM: 1.2 },
    network: 'power',
    datastreams: [
      measures('loadFactor', 10, {
        warningHigh: 0.9,
        alarmHigh: 1.05,
        deadband: 0.03,
        delayS: 300,
      }),
      measures('electricPower', 10),
      measures('cableTemperature', 60, {
        ...{ warningHigh: 70, alarmHigh: 85, deadband: 2, delayS: 120 },
      }),
    ],
  }));
}

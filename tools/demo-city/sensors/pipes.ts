// Meters of the other networks under the streets: sewers, gas, power. They stand at elements of the network
// where it is laid, else under the streets where it would lie.

import type { Network, NetworkNode } from '../networks/network.ts';
import { besideOf, cornerName, type Ground, middleOf, spread, stretchName } from './places.ts';
import { measures, type Sensor } from './sensor-feature.ts';

/** Laid so far; what is missing is metered at the streets. */
export interface LaidNetworks {
  readonly storm?: Network;
  readonly sanitary?: Network;
  readonly gas?: Network;
  readonly heatSupply?: Network;
  readonly power?: Network;
}

interface Chamber extends Pick<Sensor, 'at' | 'height' | 'element'> {
  readonly name: string;
}

interface Wanted {
  readonly count: number;
  readonly apartM: number;
  readonly label: string;
  readonly isFit: (node: NetworkNode) => boolean;
  /** Of the network's line, to the right of the street's axis, and how deep its chambers reach, m. */
  readonly offsetM: number;
  readonly depthM: number;
}

/** Nodes of the network at crossings, or places in the streets. */
function chambers(ground: Ground, network: Network | undefined, wanted: Wanted): Chamber[] {
  const { graph, random } = ground;
  const options = { ...wanted, random: random.fork(wanted.label) };
  const nodes = network?.nodes.filter((node) => node.crossing !== undefined && wanted.isFit(node));
  if (nodes && nodes.length > 0) {
    return spread(nodes, ({ at }) => at, options).map((node) => ({
      name: cornerName(graph, node.crossing ?? 0),
      at: node.at,
      height: {
        levelM: wanted.depthM > 0 ? (node.invertM ?? node.at.z) : node.rimM - wanted.depthM,
      },
      element: node.id,
    }));
  }
  const edges = graph.edges.filter(
    ({ bridge, lengthM, class: kind }) => bridge === undefined && lengthM > 25 && kind !== 'lane',
  );
  return spread(edges, middleOf, options).map((edge) => ({
    name: stretchName(graph, edge),
    at: besideOf(edge, wanted.offsetM),
    height: { aboveGroundM: -wanted.depthM },
  }));
}

const isManhole = ({ kind }: NetworkNode) => kind === 'manhole' || kind === 'station';
const isJunction = ({ kind }: NetworkNode) => kind === 'junction';
/** A local station, from the medium voltage to the houses. */
const isTransformer = ({ kind, more }: NetworkNode) =>
  kind === 'substation' && more?.rated_kVA !== undefined;

/** Level over the invert in manholes and pumping stations. */
export function sewerGauges(ground: Ground, { storm, sanitary }: LaidNetworks): Sensor[] {
  const levels = (warningHigh: number, alarmHigh: number) => [
    measures('waterLevel', 30, { warningHigh, alarmHigh, deadband: 0.1, delayS: 120 }),
  ];
  const rainwater = chambers(ground, storm, {
    ...{ count: 78, apartM: 230, label: 'storm', isFit: isManhole, offsetM: 1.6, depthM: 2.2 },
  });
  const wastewater = chambers(ground, sanitary, {
    ...{ count: 48, apartM: 300, label: 'sanitary', isFit: isManhole, offsetM: 0, depthM: 2.8 },
  });
  return [
    ...rainwater.map(
      (chamber): Sensor => ({
        ...chamber,
        ...{ kind: 'sewer', name: `${chamber.name}, Regenwasser`, network: 'storm' },
        datastreams: levels(1.5, 2.2),
      }),
    ),
    ...wastewater.map(
      (chamber): Sensor => ({
        ...chamber,
        ...{ kind: 'sewer', name: `${chamber.name}, Schmutzwasser`, network: 'sanitary' },
        datastreams: levels(0.6, 1.2),
      }),
    ),
  ];
}

/** Methane in chambers under the street, and pressure behind regulators. */
export function gasMeters(ground: Ground, { gas }: LaidNetworks): Sensor[] {
  const methane = measures('methane', 10, {
    ...{ warningHigh: 0.1, alarmHigh: 0.2, deadband: 0.02, delayS: 60 },
  });
  const inStreets = chambers(ground, gas, {
    ...{ count: 115, apartM: 170, label: 'gas', isFit: isJunction, offsetM: 3, depthM: 0.8 },
  });
  return [
    ...inStreets.map(
      (chamber): Sensor => ({
        ...chamber,
        ...{ kind: 'gas', name: `${chamber.name}, Schacht`, network: 'gas' },
        datastreams: [methane],
      }),
    ),
    ...gasRegulators(ground, gas).map(
      ({ settingPa, ...regulator }): Sensor => ({
        ...regulator,
        ...{ kind: 'gas', network: 'gas' },
        datastreams: [pressureAround(settingPa), methane],
      }),
    ),
  ];
}

/** Kept at the middle between its warning limits. */
const pressureAround = (settingPa: number) => {
  const limit = (share: number) => Math.round(settingPa * share);
  return measures('gasPressure', 30, {
    ...{ alarmLow: limit(0.82), warningLow: limit(0.91) },
    ...{ warningHigh: limit(1.09), alarmHigh: limit(1.18) },
    ...{ deadband: limit(0.01), delayS: 120 },
  });
};

interface Regulator extends Chamber {
  readonly settingPa: number;
}

/** A low-pressure net is kept at 22 mbar where no regulator says otherwise. */
const USUAL_PA = 2_200;

function gasRegulators(ground: Ground, gas: Network | undefined): Regulator[] {
  const settings = new Map(gas?.devices.map(({ node, more }) => [node, Number(more.setting_Pa)]));
  const stations = chambers(ground, gas, {
    ...{ count: 24, apartM: 350, label: 'regulator', offsetM: 5, depthM: -1 },
    isFit: ({ id }) => (settings.get(id) ?? 0) > 0,
  });
  return stations.map((station) => ({
    ...station,
    name: `Regelstation ${station.name}`,
    settingPa: settings.get(station.element ?? '') ?? USUAL_PA,
  }));
}

export function substations(ground: Ground, { power }: LaidNetworks): Sensor[] {
  const stations = chambers(ground, power, {
    ...{ count: 92, apartM: 210, label: 'power', isFit: isTransformer, offsetM: 6, depthM: -1.2 },
  });
  return stations.map((station) => ({
    ...station,
    ...{ kind: 'power', name: `Trafostation ${station.name}`, network: 'power' },
    datastreams: [
      measures('loadFactor', 10, {
        ...{ warningHigh: 0.9, alarmHigh: 1.05, deadband: 0.03, delayS: 300 },
      }),
      measures('electricPower', 10),
      measures('cableTemperature', 60, {
        ...{ warningHigh: 70, alarmHigh: 85, deadband: 2, delayS: 120 },
      }),
    ],
  }));
}

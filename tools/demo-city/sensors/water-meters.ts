// Meters of the drinking-water network: pressure at junctions, flow into districts, tanks, pumps. Elements are
// those of `water.inp`.

import type { WaterJunction, WaterNetwork, WaterPump, WaterTank } from '../water/network.ts';
import { cornerName, type Ground, spread } from './places.ts';
import { measures, type Sensor } from './sensor-feature.ts';

const supply = { network: 'water' } as const;

/** Of a metre of water at 10 °C, Pa. */
const PASCALS_PER_METRE = 9804;
/** How far below the least of a usual day a logger warns and cries, Pa: a hot day takes half of the first. */
const BELOW_USUAL = { warning: 2.5e4, alarm: 4e4 };
/** What a house needs, and what bursts its fittings, Pa. */
const HOUSES = { alarmLow: 1.5e5, warningLow: 1.8e5, warningHigh: 8e5, alarmHigh: 9e5 };

/** Limits for a junction whose least pressure of a usual day is known: a burst is seen before taps run dry. */
function pressure(leastM: number | undefined) {
  const usual = leastM === undefined ? 0 : Math.round(leastM * PASCALS_PER_METRE);
  const toLimit = (belowPa: number) => Math.round((usual - belowPa) / 1000) * 1000;
  return [
    measures('waterPressure', 10, {
      ...HOUSES,
      alarmLow: Math.max(HOUSES.alarmLow, toLimit(BELOW_USUAL.alarm)),
      warningLow: Math.max(HOUSES.warningLow, toLimit(BELOW_USUAL.warning)),
      ...{ deadband: 1e4, delayS: 300 },
    }),
  ];
}

/** `leastPressureM`: of a usual day, by junction. */
export function waterMeters(
  network: WaterNetwork,
  ground: Ground,
  leastPressureM: ReadonlyMap<string, number>,
): Sensor[] {
  return [
    ...pressureLoggers(network, ground, leastPressureM),
    ...inletMeters(network),
    ...mainMeters(network, ground),
    ...network.nodes.flatMap((node) => (node.kind === 'tank' ? [tankGauge(node)] : [])),
    ...network.pumps.map(pumpMeter),
  ];
}

/** At the highest customer of each district, behind each regulator, and all over the town. */
function pressureLoggers(
  network: WaterNetwork,
  { graph, random }: Ground,
  leastPressureM: ReadonlyMap<string, number>,
): Sensor[] {
  const junctions = network.nodes.flatMap((node) => (node.kind === 'junction' ? [node] : []));
  const byId = new Map(junctions.map((junction) => [junction.id, junction]));
  const logger = (junction: WaterJunction | undefined, name: string): Sensor[] =>
    junction
      ? [
          {
            ...{ kind: 'pressure', name, at: junction.at, ...supply },
            ...{ height: { levelM: junction.elevationM }, element: junction.id },
            datastreams: pressure(leastPressureM.get(junction.id)),
          },
        ]
      : [];
  const dmaNames = new Map(network.dmas.map(({ id, name }) => [id, name]));
  const chosen = new Set([
    ...network.dmas.map(({ criticalNode }) => criticalNode),
    ...network.regulators.map(({ to }) => to),
  ]);
  const others = junctions.filter(
    ({ id, role, crossing }) =>
      role === 'distribution' && crossing !== undefined && !chosen.has(id),
  );
  const all = spread(others, ({ at }) => at, {
    ...{ count: 190, apartM: 190, random: random.fork('pressure') },
  });
  return [
    ...network.dmas.flatMap(({ name, criticalNode }) =>
      logger(byId.get(criticalNode), `Druckpunkt ${name}`),
    ),
    ...network.regulators.flatMap(({ to, dma }) =>
      logger(byId.get(to), `Druckminderer ${dmaNames.get(dma) ?? dma}`),
    ),
    ...all.flatMap((junction) => logger(junction, cornerName(graph, junction.crossing ?? 0))),
  ];
}

/** Where all the water of a district passes. */
function inletMeters({ dmas, pipes, pumps, regulators, nodes }: WaterNetwork): Sensor[] {
  const places = new Map(nodes.map(({ id, at }) => [id, at]));
  const links = new Map([...pipes, ...pumps, ...regulators].map((link) => [link.id, link]));
  return dmas.flatMap(({ name, id, inlet, meanDemandM3s }): Sensor[] => {
    const at = places.get(links.get(inlet)?.to ?? '');
    if (!at) return [];
    const limit = (times: number) => Math.round(meanDemandM3s * times * 1e4) / 1e4;
    return [
      {
        ...{ kind: 'flow', name: `Zulauf ${name} (${id})`, at, ...supply, element: inlet },
        height: { aboveGroundM: -1.3 },
        datastreams: [
          measures('pipeFlow', 10, {
            ...{ warningHigh: limit(3), alarmHigh: limit(4.5) },
            ...{ deadband: limit(0.2), delayS: 300 },
          }),
        ],
      },
    ];
  });
}

function mainMeters({ pipes, nodes }: WaterNetwork, { random }: Ground): Sensor[] {
  const places = new Map(nodes.map(({ id, at }) => [id, at]));
  const mains = pipes.filter(({ role, isClosed }) => role === 'transmission' && !isClosed);
  const placeOf = (pipe: (typeof mains)[number]) => places.get(pipe.from) ?? { x: 0, y: 0 };
  const options = { count: 24, apartM: 250, random: random.fork('mains') };
  return spread(mains, placeOf, options).map((pipe) => ({
    ...{ kind: 'flow', name: `Hauptleitung DN ${pipe.nominalMm}, ${pipe.id}`, ...supply },
    ...{ at: placeOf(pipe), height: { aboveGroundM: -1.3 }, element: pipe.id },
    datastreams: [measures('pipeFlow', 10)],
  }));
}

function tankGauge({ id, name, use, at, elevationM, leastLevelM }: WaterTank): Sensor {
  const german = name
    .replace('clear-water tank', 'Reinwasserbehälter')
    .replace('Service tank', 'Hochbehälter')
    .replace('Water tower', 'Wasserturm');
  return {
    ...{ kind: 'tank', name: german, at, ...supply, element: id },
    height: { levelM: elevationM + (use === 'service' ? 2 : 1) },
    datastreams: [
      measures('tankLevel', 60, {
        ...{ alarmLow: leastLevelM + 0.15, warningLow: leastLevelM + 0.4 },
        ...{ deadband: 0.1, delayS: 300 },
      }),
    ],
  };
}

const pumpNames = {
  well: 'Brunnenpumpe',
  highLift: 'Reinwasserpumpe',
  booster: 'Pumpe',
} as const satisfies Readonly<Record<WaterPump['use'], string>>;

function pumpMeter({ id, name, use, at, station }: WaterPump): Sensor {
  const number = /\d+$/.exec(name)?.[0] ?? '';
  const place = station.replace('Booster', 'Druckerhöhung');
  return {
    ...{ kind: 'pump', name: `${place}, ${pumpNames[use]} ${number}`, at, ...supply, element: id },
    height: { aboveGroundM: 1 },
    datastreams: [
      measures('pumpSpeed', 10),
      measures('pipeFlow', 10),
      measures('electricPower', 10),
    ],
  };
}

// What watches inside houses: smoke, faults in the wiring, lifts, district heat, cold stores.

import type { Network } from '../networks/network.ts';
import {
  ceilingM,
  type Ground,
  type House,
  shuffle,
  spread,
  storeyName,
  toHouses,
} from './places.ts';
import { measures, type Sensor } from './sensor-feature.ts';

const isPublic = ({ use }: House) =>
  ['hospital', 'school', 'transport', 'government', 'culture', 'religious'].includes(use);

/** All houses once, in the order of the town. */
export interface Houses {
  readonly all: readonly House[];
  readonly ground: Ground;
}
export const housesOf = (ground: Ground): Houses => ({ all: toHouses(ground.town), ground });

export function smokeDetectors({ all, ground: { random } }: Houses): Sensor[] {
  const chance = random.fork('smoke');
  const public_ = all.filter(isPublic);
  const tall = all.filter(({ storeys, use }) => storeys >= 7 && use !== 'hospital');
  const others = all.filter(({ use }) => use === 'mixed' || use === 'warehouse');
  const houses = [
    ...public_,
    ...spread(tall, ({ at }) => at, { count: 54, apartM: 40, random: chance }),
    ...spread(others, ({ at }) => at, { count: 70, apartM: 90, random: chance }),
  ];
  return houses.flatMap((house) => {
    const detectors = Math.min(house.storeys, house.storeys >= 7 ? 5 : 2);
    return Array.from({ length: detectors }, (_, index) => {
      const storey = Math.floor((index * house.storeys) / detectors);
      return {
        kind: 'smoke' as const,
        name: `${house.name}, ${storeyName(storey)}`,
        at: house.at,
        height: { levelM: ceilingM(house, storey) },
        building: house.id,
        datastreams: [
          measures('smokeObscuration', 10, {
            ...{ warningHigh: 0.02, alarmHigh: 0.05, deadband: 0.004, delayS: 30 },
          }),
        ],
      };
    });
  });
}

/** Residual current and cable temperature at a house's main board (GB 14287 in kind). */
export function electricalFireUnits({ all, ground: { random } }: Houses): Sensor[] {
  const worthWatching = all.filter(
    (house) => isPublic(house) || ['mixed', 'retail', 'office', 'industry'].includes(house.use),
  );
  const options = { count: 190, apartM: 70, random: random.fork('electrical') };
  return spread(worthWatching, ({ at }) => at, options).map((house) => ({
    kind: 'electricalFire',
    name: `${house.name}, Hauptverteilung`,
    at: house.at,
    height: { levelM: house.footM + 1.5 },
    building: house.id,
    datastreams: [
      measures('residualCurrent', 10, {
        ...{ warningHigh: 0.2, alarmHigh: 0.3, deadband: 0.02, delayS: 60 },
      }),
      measures('cableTemperature', 10, {
        ...{ warningHigh: 60, alarmHigh: 70, deadband: 2, delayS: 60 },
      }),
    ],
  }));
}

export function lifts({ all, ground: { random } }: Houses): Sensor[] {
  const chance = random.fork('lift');
  const tall = shuffle(
    all.filter(({ storeys, use }) => storeys >= 6 && use !== 'hospital'),
    chance,
  ).slice(0, 82);
  const needed = all.filter(({ use }) => ['hospital', 'transport', 'government'].includes(use));
  return [...needed, ...tall].flatMap((house) => {
    const count = house.use === 'hospital' ? 3 : house.storeys > 12 ? 2 : 1;
    return Array.from({ length: count }, (_, index) => ({
      kind: 'lift' as const,
      name: `${house.name}, Aufzug ${index + 1}`,
      at: house.at,
      height: { levelM: house.footM + 1.5 },
      building: house.id,
      datastreams: [measures('liftState', 10, { warningHigh: 1, alarmHigh: 2 })],
    }));
  });
}

export function heatSubstations(
  { all, ground: { random } }: Houses,
  network: Network | undefined,
): Sensor[] {
  const connected = all.filter(({ id, use, storeys }) =>
    network ? network.supply.has(id) : ['hospital', 'school'].includes(use) || storeys >= 5,
  );
  const options = { count: 64, apartM: 110, random: random.fork('heat') };
  return spread(connected, ({ at }) => at, options).map((house) => ({
    kind: 'heat',
    name: `${house.name}, Hausstation`,
    at: house.at,
    height: { levelM: house.footM + 1 },
    network: 'heatSupply',
    ...elementOf(network?.supply.get(house.id)),
    building: house.id,
    datastreams: [
      measures('supplyTemperature', 60, { warningLow: 62, alarmLow: 55, deadband: 2, delayS: 600 }),
      measures('pipeFlow', 60),
      measures('electricPower', 60),
    ],
  }));
}

const elementOf = (element: string | undefined) => (element === undefined ? {} : { element });

const freezer = { warningLow: -27, warningHigh: -13, alarmHigh: -9, deadband: 0.8, delayS: 600 };
const coolRoom = { warningLow: 0, warningHigh: 8, alarmHigh: 10, deadband: 0.6, delayS: 600 };

export function coldStores({ all, ground: { random } }: Houses): Sensor[] {
  const chance = random.fork('cold');
  const harbour = ['Fischerviertel', 'Hafenviertel', 'Speicherstadt', 'Osthafen', 'Kohlehafen'];
  const halls = all.filter(
    ({ use, district }) =>
      harbour.includes(district) && ['warehouse', 'logistics', 'industry'].includes(use),
  );
  const shops = all.filter(({ use }) => use === 'retail');
  const chosen = [
    ...spread(halls, ({ at }) => at, { count: 14, apartM: 60, random: chance }),
    ...spread(shops, ({ at }) => at, { count: 12, apartM: 240, random: chance }),
    ...all.filter(({ use }) => use === 'hospital'),
  ];
  return chosen.map((house) => {
    const isFreezer = house.use !== 'hospital' && chance.chance(0.65);
    return {
      kind: 'coldStore',
      name: `${house.name}, ${isFreezer ? 'Tiefkühllager' : 'Kühlraum'}`,
      at: house.at,
      height: { levelM: house.footM + 2 },
      building: house.id,
      datastreams: [
        measures('storeTemperature', 30, isFreezer ? freezer : coolRoom),
        measures('doorOpen', 15),
      ],
    };
  });
}

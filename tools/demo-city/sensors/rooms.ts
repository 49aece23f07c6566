// What watches the rooms and machines of the buildings that have a model: each bound to its element there.

import type { Room } from '../../ifc-samples/kit/rooms.ts';
import type { Sample } from '../../ifc-samples/samples.ts';
import { groundCorners } from '../building-models.ts';
import type { Point } from '../plane.ts';
import { measures, type Sensor } from './sensor-feature.ts';

export type WatchedModel = Pick<Sample, 'plot' | 'rooms' | 'machines'>;

export function roomSensors({ plot, rooms, machines = [] }: WatchedModel): Sensor[] {
  const [building] = plot.replaces;
  const common = { ...(building !== undefined && { building }) };
  const toMap = (x: number, y: number): Point =>
    groundCorners(plot, { x0: x, y0: y, x1: x, y1: y })[0] ?? plot.at;
  const inRoom = (room: Room, overFloor: number) => {
    const [x, y] = middleOf(room);
    const levelM = plot.heightM + room.spec.storey.elevationM + (room.spec.floor ?? 0) + overFloor;
    return { at: toMap(x, y), height: { levelM }, bimElement: room.globalId, ...common };
  };
  const label = (room: Room, what: string) =>
    `${plot.name}, ${room.spec.name} ${room.spec.number}, ${what}`;
  return [
    ...rooms.filter(isLivedIn).map(
      (room): Sensor => ({
        ...{ kind: 'room', name: label(room, 'Raumklima'), ...inRoom(room, 1.5) },
        datastreams: [
          measures('airTemperature', 60, temperatureLimits(room)),
          measures('carbonDioxide', 60, {
            ...{ warningHigh: 0.0014, alarmHigh: 0.002, deadband: 0.00005, delayS: 600 },
          }),
          measures('occupancy', 60),
        ],
      }),
    ),
    ...rooms.filter(isWatchedForSmoke).map(
      (room): Sensor => ({
        ...{ kind: 'smoke', name: label(room, 'Rauchmelder') },
        ...inRoom(room, room.spec.height - 0.1),
        datastreams: [
          measures('smokeObscuration', 10, {
            ...{ warningHigh: 0.02, alarmHigh: 0.05, deadband: 0.004, delayS: 30 },
          }),
        ],
      }),
    ),
    ...rooms
      .filter(({ key }) => key === 'wet-well')
      .map(
        (room): Sensor => ({
          ...{ kind: 'sewer', name: label(room, 'Regenwasser'), network: 'storm' },
          ...inRoom(room, 0.2),
          datastreams: [
            measures('waterLevel', 30, {
              ...{ warningHigh: 2.4, alarmHigh: 3.2, deadband: 0.1, delayS: 120 },
            }),
          ],
        }),
      ),
    ...machines.map(
      ({ item, at: [x, y, z] }): Sensor => ({
        ...{ kind: 'pump', name: `${plot.name}, ${item.name}`, network: 'storm' },
        ...{ at: toMap(x, y), height: { levelM: plot.heightM + z }, bimElement: item.globalId },
        ...common,
        datastreams: [
          measures('electricPower', 30),
          measures('pipeFlow', 30),
          measures('waterPressure', 30),
          // ISO 10816-7, category II.
          measures('vibration', 30, {
            ...{ warningHigh: 0.0051, alarmHigh: 0.0085, deadband: 0.0003, delayS: 60 },
          }),
        ],
      }),
    ),
  ];
}

/** Where people stay, and the rooms whose machines must not get hot. */
const isLivedIn = ({ spec: { people, key } }: Room): boolean =>
  people !== undefined || ['hall', 'server', 'switch-room'].includes(key);

/** Not where it steams or where engines run. */
const isWatchedForSmoke = ({ spec: { name, key } }: Room): boolean =>
  !/Nasszelle|Duschen|Aufzüge|Saugkammer|Schlauchturm/.test(name) && key !== 'hall';

function temperatureLimits({ spec: { key } }: Room) {
  const limits = { deadband: 0.5, delayS: 900 };
  if (key === 'hall') return { warningLow: 5, alarmLow: 2, ...limits };
  return { warningLow: 15, warningHigh: 30, alarmHigh: 35, ...limits };
}

/** Of its bounding rectangle; every room here holds that point. */
function middleOf({ corners }: Room): readonly [number, number] {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

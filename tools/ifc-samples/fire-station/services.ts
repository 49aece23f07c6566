// Sprinklers and exhaust extraction in the hall, air, heat, water, power and alarms in the wing.

import { airHandler } from '../catalogue/machines.ts';
import {
  callPoint,
  climateSensor,
  diffuser,
  exitSign,
  hallLamp,
  hoseReel,
  radiator,
  sounder,
  sprinkler,
  switchboard,
} from '../catalogue/services.ts';
import { lightRoom } from '../kit/ceiling.ts';
import type { Kit } from '../kit/kit.ts';
import { cornerOf, farCornerOf } from '../kit/layout.ts';
import type { Storey } from '../kit/model.ts';
import type { XYZ } from '../kit/place.ts';
import type { Room } from '../kit/rooms.ts';
import type { Section } from '../kit/sections.ts';
import type { Port, System } from '../kit/systems.ts';
import { terminal } from '../kit/terminals.ts';
import type { FireStationVersion } from './changes.ts';
import { ductM, hall, inside, shaftAt, storeyM } from './plan.ts';
import { cells } from './rooms.ts';
import type { FireStationRooms } from './spaces.ts';

const DOWN: XYZ = [0, 0, -1];
const pipe = (radius: number): Section => ({ kind: 'pipe', radius, wall: 0.0032 });

export function buildServices(
  kit: Kit,
  storeys: readonly Storey[],
  rooms: FireStationRooms,
  { secondReelX }: FireStationVersion,
): void {
  const ground = storeys[0];
  const hallRoom = rooms.get('hall');
  if (!ground || !hallRoom) return;
  const lighting = kit.system({
    ...{ key: 'lighting', name: 'BEL', longName: 'Beleuchtung', kind: 'LIGHTING', ports: 'CABLE' },
  });
  const alarm = kit.system({
    ...{ key: 'alarm', name: 'BMA', longName: 'Brandmeldeanlage', kind: 'SIGNAL', ports: 'CABLE' },
  });
  for (const room of rooms.values()) {
    if (room.key === 'hall' || room.key === 'tower') continue;
    lightRoom(kit, room, { lighting, alarm });
    senseClimate(kit, room, alarm);
  }
  equipHall(kit, hallRoom, { lighting, alarm }, secondReelX);
  layPower(kit, storeys, rooms);
  laySprinklers(kit, ground, hallRoom);
  layExhaust(kit, ground);
  layAir(kit, storeys, rooms);
  layHeat(kit, storeys, rooms);
}

/** Rooms where people stay have a sensor beside the door, and a radiator's worth of air. */
function senseClimate(kit: Kit, room: Room, alarm: System): void {
  if (!/^NUF [1-6]/.test(room.spec.use)) return;
  const [x0, y0] = cornerOf(room);
  const [x1, y1] = farCornerOf(room);
  const isFront = y0 < 1;
  const made = kit.put(kit.type(climateSensor), {
    ...{ key: `${room.key} climate sensor`, name: `Raumfühler ${room.spec.number}`, within: room },
    at: [(x0 + x1) / 2, isFront ? y1 : y0, 1.5],
    turnDeg: isFront ? 0 : 180,
  });
  kit.model.relate('IFCRELASSIGNSTOGROUP', alarm, made);
}

function equipHall(
  kit: Kit,
  room: Room,
  systems: { readonly lighting: System; readonly alarm: System },
  secondReelX: number,
) {
  for (let bay = 0; bay < 8; bay++) {
    for (const [row, y] of [4.5, 11.5].entries()) {
      const made = kit.put(kit.type(hallLamp), {
        ...{ key: `hall lamp ${bay} ${row}`, name: `Hallenleuchte ${bay + 1}/${row + 1}` },
        ...{ within: room, at: [bay * 5 + 2.5, y, 5.85], turnDeg: 90 },
      });
      kit.model.relate('IFCRELASSIGNSTOGROUP', systems.lighting, made);
    }
  }
  const onWall = [
    [exitSign, 'exit sign north', 22.5, 15.58, 2.3],
    [callPoint, 'call point north', 24, 15.6, 1.3],
    [sounder, 'sounder north', 26, 15.6, 3],
    [hoseReel, 'hose reel 1', 12.5, 15.6, 0],
    [hoseReel, 'hose reel 2', secondReelX, 15.6, 0],
    [switchboard, 'hall board', 37.5, 15.6, 0],
  ] as const;
  for (const [spec, key, x, y, z] of onWall) {
    const made = kit.put(kit.type(spec), {
      ...{ key, name: spec.name, within: room, at: [x, y, z] as const },
    });
    const isAlarm = spec === callPoint || spec === sounder;
    kit.model.relate('IFCRELASSIGNSTOGROUP', isAlarm ? systems.alarm : systems.lighting, made);
  }
}

function layPower(kit: Kit, storeys: readonly Storey[], rooms: FireStationRooms): void {
  const power = kit.system({
    ...{ key: 'power', name: 'NS', longName: 'Niederspannung', kind: 'ELECTRICAL' },
    ports: 'CABLECARRIER',
  });
  for (const [level, storey] of storeys.entries()) {
    const room = rooms.get(`corridor ${level}`);
    if (!room) continue;
    const y = 7.45;
    kit.run({
      ...{ system: power, key: `tray ${level}`, name: 'Kabelrinne Flur', storey, cost: '444' },
      ...{ section: { kind: 'tray', wide: 0.2, high: 0.06 }, colour: 'galvanised' },
      ...{
        material: 'galvanised',
        line: [
          [inside.x0 + 0.2, y, 3.1],
          [inside.x1 - 1, y, 3.1],
          [inside.x1 - 1, y, 2],
        ],
      },
    });
    const made = kit.put(kit.type(switchboard), {
      ...{ key: `board ${level}`, name: `Unterverteilung UV ${level}`, within: room },
      ...{ at: [inside.x1 - 1, 7.1, 0], turnDeg: 180 },
    });
    kit.model.relate('IFCRELASSIGNSTOGROUP', power, made);
  }
}

/** Three lines of eight heads under the beams. */
function laySprinklers(kit: Kit, storey: Storey, room: Room): void {
  const system = kit.system({
    ...{ key: 'sprinkler', name: 'SPR', longName: 'Sprinkleranlage Fahrzeughalle' },
    ...{ kind: 'FIREPROTECTION', ports: 'PIPE' },
  });
  const look = { storey, colour: 'signalRed', material: 'steel', cost: '474' } as const;
  const z = 5.55;
  const rows = [12.6, 8.4, 4.2];
  const main = kit.run({
    ...{ ...look, system, key: 'sprinkler main', name: 'Sprinklerleitung', section: pipe(0.057) },
    line: [
      ...([
        [39.4, 15.2, 0.4],
        [39.4, 15.2, z],
      ] as XYZ[]),
      ...rows.map((y) => ({ at: [39.4, y, z] as XYZ, tee: [-1, 0, 0] as XYZ })),
      [39.4, 3.4, z],
    ],
  });
  for (const [row, from] of main.branches.entries()) {
    const y = rows[row] ?? 0;
    const line = kit.run({
      ...{ ...look, system, key: `sprinkler line ${row + 1}`, name: 'Sprinklerleitung' },
      ...{ section: pipe(0.024), from },
      line: [
        ...Array.from({ length: 8 }, (_, bay) => ({
          ...{ at: [hall.x1 - 2.5 - bay * 5, y, z] as XYZ, tee: DOWN },
        })),
        [1.2, y, z],
      ],
    });
    for (const [head, feed] of line.branches.entries()) {
      terminal(kit, {
        ...{ type: kit.type(sprinkler), system, storey, within: room, at: feed.at, feed },
        ...{ key: `sprinkler ${row + 1}/${head + 1}`, name: `Sprinkler ${row + 1}/${head + 1}` },
      });
    }
  }
}

/** Draws off what the engines blow out: a duct along the hall with a drop at each bay, through the roof. */
function layExhaust(kit: Kit, storey: Storey): void {
  const system = kit.system({
    ...{ key: 'exhaust', name: 'ABG', longName: 'Abgasabsaugung', kind: 'EXHAUST', ports: 'DUCT' },
  });
  const look = {
    storey,
    colour: 'galvanised',
    material: 'galvanised',
    cost: '431',
    system,
  } as const;
  const main = kit.run({
    ...{
      ...look,
      key: 'exhaust main',
      name: 'Abgaskanal',
      section: { kind: 'roundDuct', radius: 0.2 },
    },
    line: [
      [39, 6.3, 5.3],
      ...Array.from({ length: 8 }, (_, bay) => ({
        ...{ at: [hall.x1 - 2.9 - bay * 5 + 0.9, 6.3, 5.3] as XYZ, tee: DOWN },
      })),
      ...([
        [1, 6.3, 5.3],
        [1, 6.3, 8.2],
      ] as XYZ[]),
    ],
  });
  for (const [bay, from] of main.branches.entries()) {
    const [x, y] = from.at;
    kit.run({
      ...{ ...look, key: `exhaust drop ${bay + 1}`, name: 'Absaugschlauch', from },
      ...{ section: { kind: 'roundDuct', radius: 0.08 }, colour: 'signalYellow' },
      line: [[x, y, 3.4]],
    });
  }
}

function layAir(kit: Kit, storeys: readonly Storey[], rooms: FireStationRooms): void {
  const top = storeys.at(-1);
  const plant = rooms.get('plant');
  if (!top || !plant) return;
  const system = kit.system({
    ...{
      key: 'supply air',
      name: 'ZUL',
      longName: 'Zuluft Sozialtrakt',
      kind: 'VENTILATION',
      ports: 'DUCT',
    },
  });
  const look = { system, colour: 'galvanised', material: 'galvanised', cost: '431' } as const;
  const unit = terminal(kit, {
    ...{ type: kit.type(airHandler), key: 'air handler', name: 'RLT-Gerät Sozialtrakt', system },
    ...{
      storey: top,
      within: plant,
      at: [53.4, 13.4, 0] as XYZ,
      inlet: [1.6, 0, 1.3] as XYZ,
      flow: 'SOURCE',
    },
  });
  const [x, y] = [shaftAt.x, shaftAt.y];
  const section: Section = { kind: 'roundDuct', radius: 0.2 };
  const shaft = kit.run({
    ...{ ...look, storey: top, key: 'air shaft', name: 'Steigleitung Zuluft', section },
    from: unit.port,
    line: [
      [x, 13.4, 1.3],
      { at: [x, 11.6, 1.3], tee: [0, 0, 1] },
      [x, y, 1.3],
      { at: [x, y, ductM - storeyM], tee: [0, -1, 0] },
      [x, y, ductM - 2 * storeyM],
      [x, 9.25, ductM - 2 * storeyM],
    ],
  });
  const [up, middle] = shaft.branches;
  const over = kit.run({
    ...{ ...look, storey: top, key: 'air rise', name: 'Steigleitung Zuluft', section, from: up },
    line: [
      [x, 11.6, ductM],
      [x, 9.25, ductM],
    ],
  });
  for (const [level, from] of [shaft.end, middle, over.end].entries()) {
    const storey = storeys[level];
    if (storey && from) layCorridorAir(kit, look, storey, level, from, rooms);
  }
}

function layCorridorAir(
  kit: Kit,
  look: Pick<Parameters<Kit['run']>[0], 'system' | 'colour' | 'material' | 'cost'>,
  storey: Storey,
  level: number,
  from: Port,
  rooms: FireStationRooms,
): void {
  const z = ductM;
  const y = 8.6;
  const wanted = cells
    .filter((cell) => cell.level === level && cell.use !== 'VF' && cell.use !== 'TF')
    .map((cell) => ({ cell, x: (cell.plan.x0 + cell.plan.x1) / 2 }))
    .sort((a, b) => b.x - a.x);
  let last = Number.POSITIVE_INFINITY;
  const stops = wanted.map(({ cell, x }) => {
    last = Math.min(x, last - 0.9, inside.x1 - 1.9);
    return { cell, x: last };
  });
  const main = kit.run({
    ...{ ...look, storey, key: `corridor duct ${level}`, name: 'Zuluftkanal Flur', from },
    section: { kind: 'duct', wide: 0.4, high: 0.25 },
    line: [
      [shaftAt.x, y, z],
      ...stops.map(({ cell, x }) => ({
        ...{ at: [x, y, z] as XYZ, tee: [0, cell.side === 'front' ? -1 : 1, 0] as XYZ },
      })),
      [inside.x0 + 0.6, y, z],
    ],
  });
  for (const [index, { cell, x }] of stops.entries()) {
    const room = rooms.get(cell.key);
    const feed = main.branches[index];
    if (!room || !feed) continue;
    const middle = (cell.plan.y0 + cell.plan.y1) / 2;
    const drop = kit.run({
      ...{ ...look, storey, key: `branch duct ${cell.key}`, name: 'Anschluss Zuluft', from: feed },
      ...{ section: { kind: 'roundDuct', radius: 0.1 } },
      line: [
        [x, middle, z],
        [x, middle, 2.7],
      ],
    });
    terminal(kit, {
      ...{ type: kit.type(diffuser), system: look.system, storey, within: room, feed: drop.end },
      ...{ key: `diffuser ${cell.key}`, name: `Zuluftauslass ${cell.number}`, at: drop.end.at },
    });
  }
}

/** Radiators under the front windows on a pipe along the wall. */
function layHeat(kit: Kit, storeys: readonly Storey[], rooms: FireStationRooms): void {
  const system = kit.system({
    ...{ key: 'heating', name: 'HZG', longName: 'Heizung Vorlauf', kind: 'HEATING', ports: 'PIPE' },
  });
  for (const [level, storey] of storeys.entries()) {
    const spots = cells
      .filter((cell) => cell.level === level && cell.side === 'front' && cell.key !== 'lobby')
      .map((cell) => ({
        cell,
        x: cell.plan.x0 + Math.min(1.25, (cell.plan.x1 - cell.plan.x0) / 2),
      }));
    const main = kit.run({
      ...{ system, storey, key: `heat main ${level}`, name: 'Heizleitung', section: pipe(0.013) },
      ...{ colour: 'copper', material: 'copper', cost: '422' },
      line: [
        [inside.x0 + 0.15, 0.46, 0.08],
        ...spots.map(({ x }) => ({ at: [x, 0.46, 0.08] as XYZ, tee: [0, 0, 1] as XYZ })),
        [inside.x1 - 0.15, 0.46, 0.08],
      ],
    });
    for (const [index, { cell, x }] of spots.entries()) {
      const within = rooms.get(cell.key);
      const feed = main.branches[index];
      if (!within || !feed) continue;
      terminal(kit, {
        ...{ type: kit.type(radiator), system, storey, within, feed, turnDeg: 180 },
        ...{ key: `radiator ${cell.key}`, name: `Heizkörper ${cell.number}` },
        ...{ at: [x, 0.41, 0] as XYZ, inlet: [0, -0.05, 0.15] as XYZ },
      });
    }
  }
}

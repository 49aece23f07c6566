// Air, sprinklers, medical gas, drains, power and alarms of the wing.

import { airHandler } from '../catalogue/machines.ts';
import {
  callPoint,
  climateSensor,
  diffuser,
  exitSign,
  sprinkler,
  switchboard,
} from '../catalogue/services.ts';
import type { Kit } from '../kit/kit.ts';
import type { Product, Storey } from '../kit/model.ts';
import type { XYZ } from '../kit/place.ts';
import type { Room } from '../kit/rooms.ts';
import type { Section } from '../kit/sections.ts';
import type { Port, System } from '../kit/systems.ts';
import { terminal } from '../kit/terminals.ts';
import { bathOf } from './bathrooms.ts';
import { inside, storeyM } from './plan.ts';
import { type WardRoom, wardRooms } from './rooms.ts';

export interface WingRooms {
  readonly corridors: readonly Room[];
  /** By their numbers. */
  readonly rooms: ReadonlyMap<string, Room>;
  readonly fixtures: ReadonlyMap<string, readonly Product[]>;
}

const pipe = (radius: number): Section => ({ kind: 'pipe', radius, wall: 0.0032 });
const ductM = 2.9;
const shaft = { x: 6.6, y: 10.4 } as const;

export function buildServices(
  kit: Kit,
  storeys: readonly Storey[],
  rooms: WingRooms,
  alarm: System,
): void {
  layAir(kit, storeys, rooms);
  laySprinklers(kit, storeys, rooms);
  layDrains(kit, storeys, rooms);
  layGas(kit, storeys);
  layPower(kit, storeys, rooms);
  for (const room of wardRooms) {
    const space = rooms.rooms.get(room.number);
    if (
      !space ||
      !['patient', 'intensive', 'theatre', 'waiting', 'recovery'].includes(room.furnishing)
    )
      continue;
    const isFront = room.side === 'front';
    const made = kit.put(kit.type(climateSensor), {
      ...{ key: `climate sensor ${room.number}`, name: `Raumfühler ${room.number}`, within: space },
      at: [room.plan.x1 - 2, isFront ? room.plan.y1 : room.plan.y0, 1.5],
      turnDeg: isFront ? 0 : 180,
    });
    kit.model.relate('IFCRELASSIGNSTOGROUP', alarm, made);
  }
  for (const [level, corridor] of rooms.corridors.entries()) {
    const made = [
      kit.put(kit.type(callPoint), {
        ...{
          key: `call point ${level}`,
          name: 'Handfeuermelder',
          within: corridor,
          at: [23.6, 9.3, 1.3],
        },
      }),
      kit.put(kit.type(exitSign), {
        ...{
          key: `exit sign ${level}`,
          name: 'Rettungszeichen',
          within: corridor,
          at: [18.9, 9.28, 2.4],
        },
      }),
    ];
    kit.model.relate('IFCRELASSIGNSTOGROUP', alarm, ...made);
  }
}

const wantsAir = ({ use, furnishing }: WardRoom): boolean => use !== 'VF' && furnishing !== 'plant';

/** From the unit on the top storey down the shaft; on each storey a duct along the corridor. */
function layAir(kit: Kit, storeys: readonly Storey[], rooms: WingRooms): void {
  const top = storeys.at(-1);
  const plant = rooms.rooms.get('3.21');
  if (!top || !plant) return;
  const system = kit.system({
    ...{
      key: 'supply air',
      name: 'ZUL',
      longName: 'Zuluft Bettenhaus',
      kind: 'AIRCONDITIONING',
      ports: 'DUCT',
    },
  });
  const look = { system, colour: 'galvanised', material: 'galvanised', cost: '431' } as const;
  const unit = terminal(kit, {
    ...{
      type: kit.type(airHandler),
      key: 'air handler',
      name: 'RLT-Gerät Bettenhaus',
      system,
      storey: top,
    },
    ...{ within: plant, at: [3.2, 13.2, 0] as XYZ, inlet: [1.6, 0, 1.3] as XYZ, flow: 'SOURCE' },
  });
  const below = Array.from({ length: storeys.length - 1 }, (_, at) => ductM - (at + 1) * storeyM);
  const section: Section = { kind: 'roundDuct', radius: 0.2 };
  const line = kit.run({
    ...{
      ...look,
      storey: top,
      key: 'air shaft',
      name: 'Steigleitung Zuluft',
      section,
      from: unit.port,
    },
    line: [
      [shaft.x, 13.2, 1.3],
      { at: [shaft.x, 12, 1.3], tee: [0, 0, 1] },
      [shaft.x, shaft.y, 1.3],
      ...below
        .slice(0, -1)
        .map((z) => ({ at: [shaft.x, shaft.y, z] as XYZ, tee: [0, -1, 0] as XYZ })),
      [shaft.x, shaft.y, below.at(-1) ?? 0],
      [shaft.x, 9.2, below.at(-1) ?? 0],
    ],
  });
  const over = kit.run({
    ...{
      ...look,
      storey: top,
      key: 'air rise',
      name: 'Steigleitung Zuluft',
      section,
      from: line.branches[0],
    },
    line: [
      [shaft.x, 12, ductM],
      [shaft.x, 9.2, ductM],
    ],
  });
  const feeds = [line.end, ...line.branches.slice(1).reverse(), over.end];
  for (const [level, feed] of feeds.entries()) {
    const storey = storeys[level];
    if (storey) layCorridorAir(kit, look, storey, level, feed, rooms);
  }
}

function layCorridorAir(
  kit: Kit,
  look: {
    readonly system: System;
    readonly colour: 'galvanised';
    readonly material: 'galvanised';
    readonly cost: string;
  },
  storey: Storey,
  level: number,
  from: Port,
  { rooms }: WingRooms,
): void {
  const y = 8.5;
  const wanted = wardRooms
    .filter((room) => room.level === level && wantsAir(room) && room.plan.x1 > shaft.x + 1.4)
    .map((room) => ({ room, x: Math.max((room.plan.x0 + room.plan.x1) / 2 + 0.3, shaft.x + 1.1) }))
    .sort((a, b) => a.x - b.x);
  let last: number = shaft.x;
  const stops = wanted.map(({ room, x }) => {
    last = Math.max(x, last + 0.95);
    return { room, x: last };
  });
  const main = kit.run({
    ...{ ...look, storey, key: `corridor duct ${level}`, name: 'Zuluftkanal Flur', from },
    section: { kind: 'duct', wide: 0.45, high: 0.3 },
    line: [
      [shaft.x, y, ductM],
      ...stops.map(({ room, x }) => ({
        ...{ at: [x, y, ductM] as XYZ, tee: [0, room.side === 'front' ? -1 : 1, 0] as XYZ },
      })),
      [Math.min(inside.x1 - 0.3, last + 1), y, ductM],
    ],
  });
  for (const [index, { room, x }] of stops.entries()) {
    const within = rooms.get(room.number);
    const feed = main.branches[index];
    if (!within || !feed) continue;
    const end = (room.plan.y0 + room.plan.y1) / 2 + (room.side === 'front' ? -0.4 : 0.4);
    const drop = kit.run({
      ...{
        ...look,
        storey,
        key: `branch duct ${room.number}`,
        name: 'Anschluss Zuluft',
        from: feed,
      },
      ...{ section: { kind: 'roundDuct', radius: 0.1 } },
      line: [
        [x, end, ductM],
        [x, end, 2.62],
      ],
    });
    terminal(kit, {
      ...{ type: kit.type(diffuser), system: look.system, storey, within, feed: drop.end },
      ...{ key: `diffuser ${room.number}`, name: `Zuluftauslass ${room.number}`, at: drop.end.at },
    });
  }
}

/** A line along each corridor with a head every five metres. */
function laySprinklers(kit: Kit, storeys: readonly Storey[], { corridors }: WingRooms): void {
  const system = kit.system({
    ...{
      key: 'sprinkler',
      name: 'SPR',
      longName: 'Sprinkleranlage Flure',
      kind: 'FIREPROTECTION',
      ports: 'PIPE',
    },
  });
  for (const [level, storey] of storeys.entries()) {
    const within = corridors[level];
    if (!within) continue;
    const heads = Array.from({ length: 8 }, (_, at) => 3 + at * 4.7);
    const line = kit.run({
      ...{
        system,
        storey,
        key: `sprinkler line ${level}`,
        name: 'Sprinklerleitung',
        section: pipe(0.024),
      },
      ...{ colour: 'signalRed', material: 'steel', cost: '474' },
      line: [
        [inside.x0 + 0.3, 7.1, 3.2],
        ...heads.map((x) => ({ at: [x, 7.1, 3.2] as XYZ, tee: [0, 0, -1] as XYZ })),
        [inside.x1 - 0.4, 7.1, 3.2],
      ],
    });
    for (const [head, feed] of line.branches.entries()) {
      terminal(kit, {
        ...{ type: kit.type(sprinkler), system, storey, within, at: feed.at, feed },
        ...{ key: `sprinkler ${level}/${head + 1}`, name: `Sprinkler ${level}/${head + 1}` },
      });
    }
  }
}

/** A stack through the wards at each column of bathrooms, from its vent on the roof to the void under the lowest. */
function layDrains(kit: Kit, storeys: readonly Storey[], { fixtures }: WingRooms): void {
  const ground = storeys[0];
  if (!ground) return;
  const system = kit.system({
    ...{ key: 'sewage', name: 'SW', longName: 'Schmutzwasser', kind: 'SEWAGE', ports: 'PIPE' },
  });
  const columns = new Map<string, WardRoom[]>();
  for (const room of wardRooms.filter(({ furnishing }) => furnishing === 'patient')) {
    const column = `${room.side} ${room.module}`;
    columns.set(column, [...(columns.get(column) ?? []), room]);
  }
  for (const [column, list] of columns) {
    const [first] = list;
    if (!first) continue;
    const downwards = list.toReversed();
    const bath = bathOf(first);
    const y = first.side === 'front' ? bath.y0 + 0.98 : bath.y1 - 0.98;
    const x = bath.x0 + 0.09;
    const stack = kit.run({
      ...{
        system,
        storey: ground,
        key: `stack ${column}`,
        name: 'Fallleitung',
        section: pipe(0.055),
      },
      ...{ colour: 'pipeGrey', material: 'castIron', cost: '411', gathers: true },
      line: [
        [x, y, storeys.length * storeyM + 0.5],
        ...downwards.map(({ level }) => ({
          at: [x, y, level * storeyM + 0.28] as XYZ,
          tee: [0, first.side === 'front' ? -1 : 1, 0] as XYZ,
        })),
        [x, y, first.level * storeyM - 0.6],
      ],
    });
    for (const [index, { number }] of downwards.entries()) {
      const [, bowl] = fixtures.get(number) ?? [];
      const from = stack.branches[index];
      if (!bowl || !from) continue;
      const port = kit.port(system, {
        ...{
          key: `toilet ${number} out`,
          owner: bowl,
          storey: from.storey,
          at: from.at,
          flow: 'SOURCE',
        },
      });
      kit.join(port, from);
    }
  }
}

/** Oxygen along the corridors of theatres, wards and intensive care. */
function layGas(kit: Kit, storeys: readonly Storey[]): void {
  const system = kit.system({
    ...{
      key: 'oxygen',
      name: 'O2',
      longName: 'Medizinische Gase, Sauerstoff',
      kind: 'GAS',
      ports: 'PIPE',
    },
  });
  for (const [level, storey] of storeys.entries()) {
    if (level === 0) continue;
    kit.run({
      ...{
        system,
        storey,
        key: `oxygen line ${level}`,
        name: 'Sauerstoffleitung',
        section: pipe(0.011),
      },
      ...{ colour: 'copper', material: 'copper', cost: '473' },
      line: [
        [inside.x0 + 0.4, 6.95, 2.75],
        [inside.x1 - 5, 6.95, 2.75],
        [inside.x1 - 5, 6.95, 1.6],
      ],
    });
  }
}

function layPower(kit: Kit, storeys: readonly Storey[], { corridors }: WingRooms): void {
  const system = kit.system({
    ...{
      key: 'power',
      name: 'NS',
      longName: 'Niederspannung',
      kind: 'ELECTRICAL',
      ports: 'CABLECARRIER',
    },
  });
  for (const [level, storey] of storeys.entries()) {
    const within = corridors[level];
    if (!within) continue;
    kit.run({
      ...{
        system,
        storey,
        key: `tray ${level}`,
        name: 'Kabelrinne Flur',
        material: 'galvanised',
        cost: '444',
      },
      ...{ section: { kind: 'tray', wide: 0.3, high: 0.06 }, colour: 'galvanised' },
      line: [
        [inside.x0 + 0.3, 7.6, 3.1],
        [inside.x1 - 0.7, 7.6, 3.1],
        [inside.x1 - 0.7, 7.6, 2.05],
      ],
    });
    const board = kit.put(kit.type(switchboard), {
      ...{ key: `board ${level}`, name: `Unterverteilung UV ${level}`, within },
      ...{ at: [inside.x1 - 0.7, 6.7, 0], turnDeg: 180 },
    });
    kit.model.relate('IFCRELASSIGNSTOGROUP', system, board);
  }
}

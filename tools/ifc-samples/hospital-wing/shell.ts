// Outer walls with their windows, floors, roof, partitions, cores.

import { floors, walls } from '../kit/constructions.ts';
import { door } from '../kit/doors.ts';
import { coping } from '../kit/edges.ts';
import type { Kit } from '../kit/kit.ts';
import type { Storey } from '../kit/model.ts';
import { box, type Part } from '../kit/parts.ts';
import { cornersOf, rect, type XY } from '../kit/place.ts';
import { stair } from '../kit/stairs.ts';
import type { TypeSpec } from '../kit/types.ts';
import type { Opening } from '../kit/walls.ts';
import { window } from '../kit/windows.ts';
import {
  cellOf,
  clearM,
  corridor,
  escapeModule,
  inside,
  liftModule,
  moduleM,
  modules,
  outer,
  parapetM,
  partitionM,
  stairModule,
  storeyM,
  wallM,
} from './plan.ts';
import { type WardRoom, wardRooms } from './rooms.ts';

const pane = window({
  ...{ name: 'Fenster 2400 × 1900', width: 2.4, height: 1.9, columns: 3, frame: 'white' },
  outwards: 0.1,
});
const front = window({
  ...{ name: 'Glasfassade 3600 × 2700', width: 3.6, height: 2.7, columns: 3, outwards: 0.1 },
});
const slim = window({
  ...{ name: 'Flurfenster 1600 × 2200', width: 1.6, height: 2.2, columns: 2, outwards: 0.1 },
});
const wardDoor = door({
  ...{ name: 'Zimmertür 1260 × 2135', width: 1.26, height: 2.135, leaf: 'wood', frame: 'steel' },
});
const theatreDoor = door({
  ...{ name: 'OP-Tür 1800 × 2200', width: 1.8, height: 2.2, leaves: 2, leaf: 'cladding' },
  ...{ glazing: 'vision', operation: 'DOUBLE_DOOR_SLIDING', frame: 'steel' },
});
const stairDoor = door({
  ...{ name: 'Rauchschutztür 1400 × 2135', width: 1.4, height: 2.135, leaf: 'steelDark' },
  ...{ glazing: 'full', fireRating: 'EI2 30-C5', isFireExit: true },
});
const liftDoor = door({
  ...{ name: 'Aufzugtür 1300 × 2100', width: 1.3, height: 2.1, leaves: 2, leaf: 'aluminium' },
  ...{ operation: 'DOUBLE_DOOR_SLIDING', fireRating: 'E 30', frame: 'steelDark' },
});
const entrance = door({
  ...{ name: 'Automatiktür 2400 × 2700', width: 2.4, height: 2.7, leaves: 2, leaf: 'frame' },
  ...{ glazing: 'full', isExternal: true, isFireExit: true, operation: 'DOUBLE_DOOR_SLIDING' },
});
/** Coloured metal between the windows. */
const panel: TypeSpec = {
  ...{ entity: 'IFCPLATE', name: 'Fassadenpaneel 1400 × 1900', predefined: 'CURTAIN_PANEL' },
  ...{ material: 'aluminium', cost: '332' },
  parts: [
    box('claddingDark', -0.7, -0.04, 0, 1.4, 0.04, 1.9),
    ...[0, 1, 2, 3].map(
      (rib): Part => box('steel', -0.6 + rib * 0.38, -0.07, 0.06, 0.05, 0.03, 1.78),
    ),
  ],
};

export function buildShell(kit: Kit, storeys: readonly Storey[]): void {
  for (const [level, storey] of storeys.entries()) {
    const isTop = level === storeys.length - 1;
    buildOuterWalls(kit, storey, level, storeyM + (isTop ? parapetM : 0));
    buildInnerWalls(kit, storey, level);
    buildCores(kit, storey, level);
    buildFloor(kit, storey, level);
    if (!isTop) buildStairs(kit, storey, level);
  }
  const top = storeys.at(-1);
  const ground = storeys[0];
  if (!top || !ground) return;
  const roof = kit.assembly('IFCROOF', 'FLAT_ROOF', 'roof', 'Flachdach', top);
  kit.slab({
    ...{ key: 'roof deck', name: 'Dachdecke', kind: 'ROOF', storey: top, top: storeyM + 0.1 },
    ...{ plan: cornersOf(inside), layers: floors.roof, upper: 'gravel', lower: 'plaster' },
    ...{ fireRating: 'REI 90', whole: roof },
  });
  coping(kit, {
    ...{ key: 'coping', name: 'Attikaabdeckung', storey: top, around: outer, wallM },
    ...{ sides: ['south', 'east', 'north', 'west'], top: storeyM + parapetM },
  });
  kit.element({
    ...{ entity: 'IFCSLAB', predefined: 'ROOF', key: 'canopy', name: 'Vordach', within: ground },
    ...{ material: 'concrete', cost: '361' },
    parts: [
      box('claddingDark', 13, -3.4, 3, 14, 3.4, 0.3),
      ...[13.4, 26.4].map((x) => box('steelDark', x, -3.1, -0.3, 0.2, 0.2, 3.3)),
    ],
  });
}

function buildOuterWalls(kit: Kit, storey: Storey, level: number, height: number): void {
  const mid = wallM / 2;
  const common = { storey, type: walls.rendered, height };
  const middleOf = (module: number) => inside.x0 + (module + 0.5) * moduleM;
  const light = (key: string, module: number, from: 'left' | 'right'): Opening => ({
    ...{ key, sill: 0.95, width: 2.4, height: 1.9 },
    at: (from === 'left' ? middleOf(module) : outer.x1 - middleOf(module)) - 1.2,
    fill: { type: kit.type(pane), name: `Fenster ${key}` },
  });
  const all = Array.from({ length: modules }, (_, module) => module);
  const south = all.map((module) => {
    if (level > 0 || module < 3 || module > 5)
      return light(`${level}.S${module + 1}`, module, 'left');
    const wide = module === 4 ? 2.4 : 3.6;
    return {
      ...{
        key: `ground front ${module}`,
        at: middleOf(module) - wide / 2,
        width: wide,
        height: 2.7,
      },
      sill: module === 4 ? 0 : 0.15,
      fill: {
        type: kit.type(module === 4 ? entrance : front),
        ...{ name: module === 4 ? 'Haupteingang' : 'Glasfassade', tag: module === 4 ? 'E1' : '' },
      },
    };
  });
  kit.wall({
    ...{ ...common, key: `wall south ${level}`, name: `Außenwand Süd ${level}` },
    ...{ from: [0, mid], to: [outer.x1, mid], openings: south },
  });
  kit.wall({
    ...{ ...common, key: `wall north ${level}`, name: `Außenwand Nord ${level}` },
    ...{ from: [outer.x1, outer.y1 - mid], to: [0, outer.y1 - mid] },
    openings: all
      .filter((module) => module !== liftModule)
      .map((module) => light(`${level}.N${module + 1}`, module, 'right')),
  });
  for (const [key, label, x, isUp] of [
    ['east', 'Ost', outer.x1 - mid, true],
    ['west', 'West', mid, false],
  ] as const) {
    const ends: readonly XY[] = [
      [x, wallM],
      [x, outer.y1 - wallM],
    ];
    const [from, to] = isUp ? ends : [ends[1], ends[0]];
    if (!from || !to) continue;
    kit.wall({
      ...{ ...common, key: `wall ${key} ${level}`, name: `Außenwand ${label} ${level}`, from, to },
      openings: [
        {
          ...{ key: `${level}.${key}`, at: 8 - wallM - 0.8, sill: 0.6, width: 1.6, height: 2.2 },
          fill: { type: kit.type(slim), name: `Flurfenster ${label}` },
        },
      ],
    });
  }
  for (let module = 0; module < modules - 1; module++) {
    if (level === 0 && module >= 2 && module <= 5) continue;
    kit.put(kit.type(panel), {
      ...{ key: `panel ${level} ${module}`, name: 'Fassadenpaneel', within: storey },
      at: [inside.x0 + (module + 1) * moduleM, 0, 0.95],
    });
  }
}

/** The corridor's walls with the rooms' doors, and what divides the rooms. */
function buildInnerWalls(kit: Kit, storey: Storey, level: number): void {
  const half = partitionM / 2;
  const height = clearM;
  for (const side of ['front', 'back'] as const) {
    const row = wardRooms.filter((room) => room.level === level && room.side === side);
    const y = side === 'front' ? corridor.y0 - half : corridor.y1 + half;
    kit.wall({
      ...{
        key: `corridor wall ${side} ${level}`,
        name: `Flurwand ${side === 'front' ? 'Süd' : 'Nord'} ${level}`,
      },
      ...{ storey, height, type: walls.partition, from: [inside.x0, y], to: [inside.x1, y] },
      openings: row.flatMap((room) => doorsOf(kit, room)),
    });
    for (const room of row.slice(1)) {
      const x = inside.x0 + room.module * moduleM;
      const [from, to]: [XY, XY] =
        side === 'front'
          ? [
              [x, inside.y0],
              [x, y - half],
            ]
          : [
              [x, y + half],
              [x, inside.y1],
            ];
      const isCore = [room.furnishing, row[row.indexOf(room) - 1]?.furnishing].some(
        (one) => one === 'stair' || one === 'lifts',
      );
      kit.wall({
        ...{
          key: `partition ${room.number}`,
          name: `Trennwand ${room.number}`,
          storey,
          height,
          from,
          to,
        },
        type: isCore
          ? {
              ...walls.core,
              name: 'Kernwand 125',
              layers: [{ material: 'concrete', thicknessM: partitionM }],
            }
          : walls.partition,
      });
    }
  }
}

function doorsOf(kit: Kit, room: WardRoom): Opening[] {
  const { plan, number, name, furnishing } = room;
  const at = (
    x: number,
    spec: TypeSpec,
    width: number,
    height: number,
    key = `door ${number}`,
  ): Opening => ({
    ...{ key, at: x - inside.x0, width, height },
    fill: { type: kit.type(spec), name: `Tür ${name} ${number}`, tag: number },
  });
  switch (furnishing) {
    case 'lifts':
      return [0, 1].map((lift) =>
        at(plan.x0 + 0.42 + lift * 2.1, liftDoor, 1.3, 2.1, `lift door ${number} ${lift + 1}`),
      );
    case 'stair':
      return [at(plan.x0 + 0.6, stairDoor, 1.4, 2.135)];
    case 'theatre':
    case 'recovery':
    case 'imaging':
    case 'intensive':
      return [at((plan.x0 + plan.x1) / 2 - 0.9, theatreDoor, 1.8, 2.2)];
    case 'waiting':
      return [at((plan.x0 + plan.x1) / 2 - 0.9, theatreDoor, 1.8, 2.2)];
    default:
      return [at(plan.x1 - 1.6, wardDoor, 1.26, 2.135)];
  }
}

/** The wall between the two lifts. */
function buildCores(kit: Kit, storey: Storey, level: number): void {
  const { x0, x1, y0 } = cellOf('back', liftModule);
  const x = (x0 + x1) / 2;
  kit.wall({
    ...{ key: `lift wall ${level}`, name: 'Schachtwand', storey, type: walls.core, height: clearM },
    ...{ from: [x, y0], to: [x, y0 + 2.9] },
  });
  kit.wall({
    ...{
      key: `lift back wall ${level}`,
      name: 'Schachtrückwand',
      storey,
      type: walls.core,
      height: clearM,
    },
    ...{ from: [x0, y0 + 3], to: [x1, y0 + 3] },
  });
}

function buildFloor(kit: Kit, storey: Storey, level: number): void {
  const lift = cellOf('back', liftModule);
  const mid = (lift.x0 + lift.x1) / 2;
  const first = cellOf('back', stairModule);
  const second = cellOf('front', escapeModule);
  const holes = [
    rect(lift.x0 + 0.05, lift.y0 + 0.05, mid - 0.15, lift.y0 + 2.85),
    rect(mid + 0.15, lift.y0 + 0.05, lift.x1 - 0.05, lift.y0 + 2.85),
    rect(first.x0, first.y0 + 1.5, first.x1, first.y1),
    rect(second.x0, second.y0, second.x1, second.y1 - 1.5),
  ].map(cornersOf);
  kit.slab({
    ...{ key: `floor ${level}`, name: level === 0 ? 'Bodenplatte' : `Geschossdecke ${level}` },
    ...{ kind: level === 0 ? 'BASESLAB' : 'FLOOR', storey, top: 0, fireRating: 'REI 90' },
    ...{ plan: cornersOf(level === 0 ? outer : inside), holes: level === 0 ? [] : holes },
    ...{
      layers: level === 0 ? floors.base : floors.storey,
      upper: level === 1 ? 'tiles' : 'floorGreen',
      lower: 'plaster',
    },
  });
}

function buildStairs(kit: Kit, storey: Storey, level: number): void {
  const first = cellOf('back', stairModule);
  stair(kit, {
    ...{ key: `stair 1 ${level}`, name: `Treppe 1 Ebene ${level}`, storey, height: storeyM },
    ...{ well: rect(first.x0, first.y0, first.x1, first.y1), landing: 1.5 },
  });
  const second = cellOf('front', escapeModule);
  stair(kit, {
    ...{ key: `stair 2 ${level}`, name: `Treppe 2 Ebene ${level}`, storey, height: storeyM },
    ...{ well: rect(second.x0, second.y0, second.x1, second.y1), landing: 1.5, isTurned: true },
  });
}

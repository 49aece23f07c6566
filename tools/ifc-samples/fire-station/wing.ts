// The wing beside the hall: three storeys along a corridor, a stair at its end.

import { floors, walls } from '../kit/constructions.ts';
import { door } from '../kit/doors.ts';
import type { Kit } from '../kit/kit.ts';
import type { Storey } from '../kit/model.ts';
import { cornersOf, rect, type XY } from '../kit/place.ts';
import { stair } from '../kit/stairs.ts';
import type { Opening } from '../kit/walls.ts';
import { window } from '../kit/windows.ts';
import type { FireStationVersion } from './changes.ts';
import { corridor, inside, parapetM, partitionM, stairWell, storeyM, wallM, wing } from './plan.ts';
import { type Cell, cells } from './rooms.ts';

const ribbon = window({
  ...{
    name: 'Fenster 1500 × 1700',
    width: 1.5,
    height: 1.7,
    columns: 2,
    bars: [0.5],
    outwards: 0.08,
  },
});
const wide = window({
  ...{ name: 'Fenster 2900 × 2400', width: 2.9, height: 2.4, columns: 3, outwards: 0.08 },
});
const inner = door({
  ...{ name: 'Innentür 1010 × 2135', width: 1.01, height: 2.135, leaf: 'wood', frame: 'steelDark' },
});
const stairDoor = door({
  ...{ name: 'Rauchschutztür 1260 × 2135', width: 1.26, height: 2.135, leaf: 'steelDark' },
  ...{ glazing: 'full', fireRating: 'EI2 30-C5', isFireExit: true },
});
const hallDoor = (fireRating: string) =>
  door({
    ...{ name: 'Brandschutztür 1260 × 2135', width: 1.26, height: 2.135, leaf: 'signalRed' },
    ...{ glazing: 'vision', fireRating, isFireExit: true },
  });
const entrance = door({
  ...{ name: 'Eingangstür 2000 × 2400', width: 2, height: 2.4, leaves: 2, leaf: 'frame' },
  ...{ glazing: 'full', isExternal: true, isFireExit: true },
});

const storeyNames = ['Erdgeschoss', '1. Obergeschoss', '2. Obergeschoss'] as const;

export function buildWing(kit: Kit, storeys: readonly Storey[], version: FireStationVersion): void {
  for (const [level, storey] of storeys.entries()) {
    const isTop = level === storeys.length - 1;
    buildOuterWalls(kit, storey, level, storeyM + (isTop ? parapetM : 0), version.hallDoorRating);
    buildInnerWalls(kit, storey, level);
    const well =
      level > 0
        ? [cornersOf(rect(40.3, 10.8, 43.5, 15.6)), cornersOf(rect(56.8, 9.55, 57.4, 10.25))]
        : [];
    kit.slab({
      ...{ key: `wing floor ${level}`, name: `Decke über ${storeyNames[level - 1] ?? 'Grund'}` },
      ...{ kind: level === 0 ? 'BASESLAB' : 'FLOOR', storey, top: 0, holes: well },
      ...{ plan: cornersOf(level === 0 ? rect(40, 0, 58, 16) : inside) },
      ...{
        layers: level === 0 ? floors.base : floors.storey,
        upper: 'floorBlue',
        lower: 'plaster',
      },
      fireRating: 'REI 90',
    });
    if (isTop) continue;
    stair(kit, {
      ...{ key: `stair ${level}`, name: `Treppe ${storeyNames[level]}`, storey, well: stairWell },
      ...{ height: storeyM, landing: 1.575 },
    });
  }
  const top = storeys.at(-1);
  if (!top) return;
  const roof = kit.assembly('IFCROOF', 'FLAT_ROOF', 'wing roof', 'Dach Sozialtrakt', top);
  kit.slab({
    ...{ key: 'wing roof deck', name: 'Dachdecke Sozialtrakt', kind: 'ROOF', storey: top },
    ...{ plan: cornersOf(inside), top: storeyM + 0.1, layers: floors.roof, whole: roof },
    ...{ upper: 'gravel', lower: 'plaster', fireRating: 'REI 90' },
  });
}

function buildOuterWalls(
  kit: Kit,
  storey: Storey,
  level: number,
  height: number,
  hallDoorRating: string,
): void {
  const mid = wallM / 2;
  const name = storeyNames[level] ?? '';
  const common = { storey, type: walls.brick, height };
  kit.wall({
    ...{ ...common, key: `wing wall south ${level}`, name: `Außenwand Süd ${name}` },
    ...{ from: [wing.x0, mid], to: [wing.x1, mid], openings: southWindows(kit, level) },
  });
  kit.wall({
    ...{ ...common, key: `wing wall north ${level}`, name: `Außenwand Nord ${name}` },
    ...{ from: [wing.x1, wing.y1 - mid], to: [wing.x0, wing.y1 - mid] },
    openings: [11.9, 9.2, 6.5, 3.8, 1.1].map((at, index) => light(kit, `n${level}${index}`, at)),
  });
  kit.wall({
    ...{ ...common, key: `wing wall east ${level}`, name: `Außenwand Ost ${name}` },
    ...{ from: [wing.x1 - mid, wallM], to: [wing.x1 - mid, wing.y1 - wallM] },
    openings: [
      ...[1.2, 3.9, 6.95].map((at, index) => light(kit, `e${level}${index}`, at)),
      ...(level === 0
        ? [{ key: 'passage to tower', at: 12.6 - wallM, width: 1.01, height: 2.135 }]
        : []),
    ],
  });
  const passage: Opening[] =
    level === 0
      ? [
          {
            ...{ key: 'hall door', at: 15.6 - 8.73, width: 1.26, height: 2.135 },
            fill: { type: kit.type(hallDoor(hallDoorRating)), name: 'Tür zur Halle', tag: 'B1' },
          },
        ]
      : [];
  kit.wall({
    ...{ ...common, key: `fire wall ${level}`, name: `Brandwand ${name}`, height },
    type:
      level === 2
        ? { ...walls.fire, name: 'Brandwand außen 300', right: 'brick', isExternal: true }
        : walls.fire,
    ...{ from: [40.15, 15.6], to: [40.15, 0.4], openings: passage },
  });
}

function southWindows(kit: Kit, level: number): Opening[] {
  if (level > 0)
    return [0.8, 2.65, 5.15, 7.0, 9.5, 11.35, 13.8, 15.65].map((at, i) =>
      light(kit, `s${level}${i}`, at),
    );
  return [
    ...[0.9, 3.9].map(
      (at, index): Opening => ({
        ...{ key: `watch window ${index}`, at, sill: 0.7, width: 2.9, height: 2.4 },
        fill: { type: kit.type(wide), name: 'Fenster Wache' },
      }),
    ),
    {
      ...{ key: 'entrance', at: 7.5, width: 2, height: 2.4 },
      fill: { type: kit.type(entrance), name: 'Haupteingang', tag: 'E1' },
    },
    ...[11.35, 13.8, 15.65].map((at, index) => light(kit, `s0${index}`, at)),
  ];
}

const light = (kit: Kit, key: string, at: number): Opening => ({
  ...{ key: `window ${key}`, at, sill: 0.95, width: 1.5, height: 1.7 },
  fill: { type: kit.type(ribbon), name: `Fenster ${key.toUpperCase()}` },
});

/** The corridor's two walls and what divides the rooms along them. */
function buildInnerWalls(kit: Kit, storey: Storey, level: number): void {
  const height = storeyM - 0.32;
  const doorsTo = (side: Cell['side'], start: number) =>
    cells
      .filter((cell) => cell.level === level && cell.side === side)
      .map((cell): Opening => {
        const isStair = cell.key === 'stair';
        const width = isStair ? 1.26 : 1.01;
        return {
          ...{ key: `door ${cell.key} ${level}`, at: cell.door - start, width, height: 2.135 },
          fill: {
            type: kit.type(isStair ? stairDoor : inner),
            ...{ name: `Tür ${cell.name}`, tag: cell.number },
          },
        };
      });
  const half = partitionM / 2;
  const lines = [
    { side: 'front', y: corridor.y0 - half, label: 'Süd' },
    { side: 'back', y: corridor.y1 + half, label: 'Nord' },
  ] as const;
  for (const { side, y, label } of lines) {
    kit.wall({
      ...{ key: `corridor wall ${side} ${level}`, name: `Flurwand ${label}`, storey, height },
      ...{ type: walls.partition, from: [inside.x0, y], to: [inside.x1, y] },
      openings: doorsTo(side, inside.x0),
    });
    const row = cells.filter((cell) => cell.level === level && cell.side === side);
    for (const cell of row.slice(1)) {
      const x = cell.plan.x0 - half;
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
      kit.wall({
        ...{
          key: `partition ${cell.key} ${level}`,
          name: `Trennwand ${cell.name}`,
          storey,
          height,
        },
        ...{ type: cell.key === 'stair' ? walls.core : walls.partition, from, to },
      });
    }
  }
}

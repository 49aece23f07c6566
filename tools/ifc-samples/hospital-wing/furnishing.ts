// What stands in the rooms of the wing, by what they are for.

import {
  bench,
  chair,
  cupboard,
  desk,
  locker,
  rack,
  shelf,
  sofa,
  table,
} from '../catalogue/furniture.ts';
import {
  anaesthesia,
  counter,
  hospitalBed,
  monitor,
  nightstand,
  operatingLight,
  operatingTable,
  scanner,
  supplyRail,
} from '../catalogue/hospital.ts';
import { basin } from '../catalogue/sanitary.ts';
import type { Kit } from '../kit/kit.ts';
import { furnish, type Item } from '../kit/layout.ts';
import type { Room } from '../kit/rooms.ts';
import { clearM } from './plan.ts';
import type { Furnishing, WardRoom } from './rooms.ts';

/** In a room at the front: its windows along y 0, its door at the far end of the corridor wall. */
type Layout = (wide: number, deep: number) => readonly Item[];

const beds =
  (count: number): Layout =>
  (wide) =>
    Array.from({ length: count }, (_, at): Item[] => {
      const x = ((at + 0.5) * wide) / count;
      return [
        [hospitalBed, x, 1.4, 180],
        [supplyRail, x, 0.02, 180],
        [monitor, x + 0.75, 0.6, 180],
      ];
    }).flat();

const layouts: Readonly<Record<Furnishing, Layout>> = {
  patient: (wide) => [
    [hospitalBed, wide - 1.25, 1, -90],
    [hospitalBed, wide - 1.25, 2.9, -90],
    [nightstand, wide - 0.3, 0.35],
    [nightstand, wide - 0.3, 2.15],
    [supplyRail, wide - 0.01, 1.9, -90],
    [table, 0.9, 0.9, 90],
    [chair, 0.4, 2, 180],
    [chair, 1.5, 0.6, -90],
    [cupboard, 0.3, 3.2, 90],
  ],
  treatment: (wide, deep) => [
    [hospitalBed, 1.3, 1.7, 180],
    [monitor, 0.4, 0.5, 180],
    [desk, wide - 0.5, 2.2, -90],
    [chair, wide - 1.3, 2.2, 90],
    [cupboard, 0.3, deep - 1.5, 90],
    [basin, 0.02, deep - 2.9, 90],
  ],
  office: (wide, deep) => [
    [desk, 0.5, 1.5, 90],
    [chair, 1.3, 1.5, -90],
    [desk, wide - 0.5, 3.4, -90],
    [chair, wide - 1.3, 3.4, 90],
    [cupboard, 0.6, deep - 0.3],
  ],
  waiting: (wide, deep) => [
    ...[2, 4, 9, 11].flatMap((x): Item[] => [
      [bench, x, 3.6],
      [bench, x, 3.1, 180],
    ]),
    [counter, wide - 2.2, deep - 1.6],
    [chair, wide - 2.8, deep - 0.9],
    [sofa, 1.3, deep - 0.6],
  ],
  theatre: (wide, deep) => [
    [operatingTable, wide / 2, deep / 2],
    [operatingLight, wide / 2, deep / 2, 0, clearM],
    [anaesthesia, wide / 2 - 0.4, deep / 2 + 1.7],
    [monitor, wide / 2 + 1.2, deep / 2 + 1.2],
    [cupboard, 0.6, 0.3, 180],
    [cupboard, 1.7, 0.3, 180],
    [table, wide - 1.4, 1.2],
    [table, 1.4, deep - 1.1],
  ],
  recovery: beds(4),
  intensive: beds(2),
  nurses: (wide, deep) => [
    [counter, wide / 2, 1.3],
    [chair, wide / 2 - 0.8, 2.1],
    [chair, wide / 2 + 0.8, 2.1],
    [cupboard, 0.6, deep - 0.3],
    [cupboard, 1.7, deep - 0.3],
    [desk, wide - 0.5, 4.4, -90],
  ],
  store: (wide, deep) => [
    ...Array.from({ length: 4 }, (_, at): Item => [shelf, 0.3, 0.9 + at * 1.3, 90]),
    ...Array.from({ length: 3 }, (_, at): Item => [shelf, wide - 0.3, 0.9 + at * 1.3, -90]),
    [shelf, wide / 2, deep / 2],
  ],
  imaging: (wide, deep) => [
    [scanner, wide / 2, deep / 2 + 0.6],
    [cupboard, 0.6, deep - 0.3],
    [monitor, wide - 1, 1, 180],
  ],
  changing: () => [
    ...Array.from({ length: 6 }, (_, at): Item => [locker, 0.3, 0.6 + at * 0.62, 90]),
    [bench, 2.2, 2.4, 90],
    [basin, 3.2, 0.02, 180],
  ],
  plant: () => [],
  lifts: () => [],
  stair: () => [],
  none: (wide) => [
    [rack, 0.8, 1.2, 90],
    [shelf, wide - 0.3, 2, -90],
  ],
};

/** Rooms at the back are the same, turned round. */
export function furnishRoom(kit: Kit, room: Room, spec: WardRoom): void {
  const { x0, y0, x1, y1 } = spec.plan;
  const [wide, deep] = [x1 - x0, y1 - y0];
  const items = layouts[spec.furnishing](wide, deep);
  if (spec.side === 'front') {
    furnish(kit, room, items);
    return;
  }
  // A room at the back is entered at the same end of its wall, so it is mirrored: things are symmetric enough.
  furnish(
    ...([kit, room] as const),
    items.map(([type, x, y, turn = 0, z = 0]): Item => [type, x, deep - y, 180 - turn, z]),
  );
}

// What stands in the rooms of the fire station.

import {
  bed,
  bench,
  board,
  chair,
  console_,
  cupboard,
  desk,
  kitchenette,
  locker,
  rack,
  shelf,
  sofa,
  table,
  treadmill,
  workbench,
} from '../catalogue/furniture.ts';
import { basin, shower, toilet } from '../catalogue/sanitary.ts';
import { fireEngine, ladder } from '../catalogue/vehicles.ts';
import type { Kit } from '../kit/kit.ts';
import { furnish, type Item } from '../kit/layout.ts';
import type { FireStationVersion } from './changes.ts';
import type { FireStationRooms } from './spaces.ts';

const bedroom: readonly Item[] = [
  [bed, 0.6, 1.15, 180],
  [bed, 3.6, 1.15, 180],
  [cupboard, 0.6, 4.6, 90],
  [cupboard, 3.9, 4.6, -90],
  [table, 2.1, 3.6],
  [chair, 1.7, 4.3, 0],
  [chair, 2.5, 4.3, 0],
];
const office: readonly Item[] = [
  [desk, 1.1, 1.4, 90],
  [chair, 1.9, 1.4, -90],
  [desk, 3, 3.9, -90],
  [chair, 2.2, 3.9, 90],
  [cupboard, 0.6, 6.2, 0],
];
const row = (count: number, place: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => place(index));

const items: Readonly<Record<string, readonly Item[]>> = {
  hall: [0, 1, 2, 3, 4, 5, 6, 7].map(
    (bay): Item =>
      bay === 2 || bay === 5 ? [ladder, bay * 5 + 2.1, 7.6] : [fireEngine, bay * 5 + 2.1, 7.2],
  ),
  watch: [
    [console_, 1.6, 1, 180],
    [console_, 4.7, 1, 180],
    ...[0.9, 2.3, 4, 5.4].map((x): Item => [chair, x, 1.85]),
    [cupboard, 0.35, 4.4, 90],
    [cupboard, 0.35, 5.5, 90],
    [table, 3.6, 4.4],
    ...[2.9, 4.3].flatMap((x): Item[] => [
      [chair, x, 3.7, 180],
      [chair, x, 5.1],
    ]),
  ],
  lobby: [
    [bench, 2.7, 4.6, -90],
    [board, 0.03, 4.5, 90],
  ],
  duty: office,
  'first-aid': [
    [bed, 0.7, 3.4, 90],
    [desk, 2.6, 1.2, 180],
    [chair, 2.6, 2],
    [cupboard, 0.4, 5.7, 90],
  ],
  lockers: [
    ...row(8, (at) => [locker, 0.4 + at * 0.62, 6.1]),
    ...row(7, (at) => [locker, 0.3, 1.7 + at * 0.56, 90]),
    [bench, 2.8, 3.2],
    [bench, 2.8, 4.4],
    ...row(2, (at): Item => [basin, 5.55, 2.4 + at * 1, -90]),
  ],
  showers: [
    ...row(3, (at): Item => [shower, 0.55 + at * 0.98, 6.37]),
    ...row(2, (at): Item => [toilet, 0.02, 1.6 + at * 1.2, 90]),
    [basin, 3.05, 2.2, -90],
  ],
  hoses: [
    [workbench, 1.4, 0.5, 180],
    [shelf, 0.35, 2.6, 90],
    [shelf, 0.35, 4.4, 90],
    [workbench, 3, 5.9],
  ],
  'bed-1': bedroom,
  'bed-2': bedroom,
  'bed-3': bedroom,
  'bed-4': bedroom,
  kitchen: [
    [kitchenette, 2, 6.1],
    ...[2.2, 4.3].flatMap((x): Item[] => [
      [table, x, 3],
      [chair, x - 0.4, 2.3, 180],
      [chair, x + 0.4, 2.3, 180],
      [chair, x - 0.4, 3.7],
      [chair, x + 0.4, 3.7],
    ]),
    [sofa, 8.2, 3.4, -90],
    [sofa, 6.6, 5.9],
  ],
  fitness: [
    [treadmill, 1, 4.7],
    [treadmill, 2.3, 4.7],
    [treadmill, 3.6, 4.7],
    [bench, 1.6, 1.6],
  ],
  training: [
    [board, 0.03, 3.3, 90],
    ...[2.4, 4.4, 6.4].flatMap((x): Item[] =>
      [1.5, 3.3, 5.1].flatMap((y): Item[] => [
        [table, x, y, -90],
        [chair, x + 0.75, y - 0.4, -90],
        [chair, x + 0.75, y + 0.4, -90],
      ]),
    ),
  ],
  'office-1': office,
  'office-2': office,
  server: row(3, (at) => [rack, 0.7 + at * 0.85, 4.2]),
  archive: [
    ...row(4, (at): Item => [shelf, 0.35, 1.2 + at * 1.3, 90]),
    ...row(3, (at): Item => [shelf, 1.9, 2.4 + at * 1.3, -90]),
  ],
};

export function furnishAll(
  kit: Kit,
  rooms: FireStationRooms,
  { furniture }: FireStationVersion,
): void {
  for (const [key, list] of Object.entries({ ...items, ...furniture })) {
    const room = rooms.get(key);
    if (!room) throw new Error(`The fire station has no room ${key} to furnish.`);
    furnish(kit, room, list);
  }
}

// The rooms of the wing, storey by storey: along the front and the back of its corridor.

import { type Rect, rect } from '../kit/place.ts';
import { corridor, inside, partitionM } from './plan.ts';

export interface Cell {
  readonly key: string;
  readonly level: number;
  readonly number: string;
  readonly name: string;
  readonly description: string;
  readonly use: string;
  readonly side: 'front' | 'back';
  readonly plan: Rect;
  /** Nearer jamb of its door, on x. */
  readonly door: number;
  readonly people?: number;
  readonly finish?: string;
}

type Row = readonly [
  key: string,
  name: string,
  description: string,
  use: string,
  to: number,
  people?: number,
  finish?: string,
];

const floorsOf: readonly { readonly front: readonly Row[]; readonly back: readonly Row[] }[] = [
  {
    front: [
      ['watch', 'Wachraum', 'Watch room', 'NUF 2', 46.9, 3],
      ['lobby', 'Eingangshalle', 'Entrance', 'VF', 50.1],
      ['duty', 'Wachabteilungsleiter', 'Officer in charge', 'NUF 2', 53.6, 2],
      ['first-aid', 'Sanitätsraum', 'First aid', 'NUF 6', inside.x1, 1],
    ],
    back: [
      ['stair', 'Treppenhaus', 'Stairs', 'VF', 43.5],
      ['lockers', 'Umkleide', 'Changing room', 'NUF 7', 49.2, 12, 'Fliesen'],
      ['showers', 'Duschen', 'Showers', 'NUF 7', 52.4, 4, 'Fliesen'],
      ['hoses', 'Schlauchwerkstatt', 'Hose workshop', 'NUF 3', inside.x1, 2],
    ],
  },
  {
    front: [
      ['bed-1', 'Ruheraum 1', 'Dormitory', 'NUF 1', 44.55, 2, 'Linoleum'],
      ['bed-2', 'Ruheraum 2', 'Dormitory', 'NUF 1', 48.9, 2, 'Linoleum'],
      ['bed-3', 'Ruheraum 3', 'Dormitory', 'NUF 1', 53.2, 2, 'Linoleum'],
      ['bed-4', 'Ruheraum 4', 'Dormitory', 'NUF 1', inside.x1, 2, 'Linoleum'],
    ],
    back: [
      ['stair', 'Treppenhaus', 'Stairs', 'VF', 43.5],
      ['kitchen', 'Küche und Aufenthalt', 'Kitchen and day room', 'NUF 1', 52.4, 14, 'Linoleum'],
      ['fitness', 'Fitnessraum', 'Gym', 'NUF 5', inside.x1, 6],
    ],
  },
  {
    front: [
      ['training', 'Schulungsraum', 'Training room', 'NUF 5', 49.2, 24, 'Linoleum'],
      ['office-1', 'Büro 1', 'Office', 'NUF 2', 53.4, 2, 'Teppich'],
      ['office-2', 'Büro 2', 'Office', 'NUF 2', inside.x1, 2, 'Teppich'],
    ],
    back: [
      ['stair', 'Treppenhaus', 'Stairs', 'VF', 43.5],
      ['server', 'Serverraum', 'Server room', 'TF', 47.1],
      ['archive', 'Archiv', 'Archive', 'NUF 4', 49.5],
      ['plant', 'Lüftungszentrale', 'Ventilation plant', 'TF', inside.x1],
    ],
  },
];

function toCells(row: readonly Row[], level: number, side: Cell['side']): Cell[] {
  let x = inside.x0;
  return row.map(([key, name, description, use, to, people, finish], index) => {
    const isLast = index === row.length - 1;
    const plan =
      side === 'front'
        ? rect(x, inside.y0, to, corridor.y0 - partitionM)
        : rect(x, corridor.y1 + partitionM, to, inside.y1);
    x = to + (isLast ? 0 : partitionM);
    const door = key === 'stair' ? plan.x0 + 0.9 : plan.x1 - 1.6;
    const number = `${level}.${side === 'front' ? 1 : 2}${index + 1}`;
    return {
      ...{ key, level, number, name, description, use, side, plan, door },
      ...(people !== undefined && { people }),
      ...(finish !== undefined && { finish }),
    };
  });
}

export const cells: readonly Cell[] = floorsOf.flatMap(({ front, back }, level) => [
  ...toCells(front, level, 'front'),
  ...toCells(back, level, 'back'),
]);

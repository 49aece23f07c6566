// A bathroom beside the door of each patient room: two thin walls, a door, what is in it.

import { basin, shower, toilet } from '../catalogue/sanitary.ts';
import { walls } from '../kit/constructions.ts';
import { door } from '../kit/doors.ts';
import type { Kit } from '../kit/kit.ts';
import { furnish } from '../kit/layout.ts';
import type { Product, Storey } from '../kit/model.ts';
import { type Rect, rect } from '../kit/place.ts';
import type { Room } from '../kit/rooms.ts';
import type { WallType } from '../kit/walls.ts';
import { clearM } from './plan.ts';
import type { WardRoom } from './rooms.ts';

const wideM = 1.9;
const deepM = 2.1;
const wallM = 0.1;
const bathDoor = door({
  ...{ name: 'Nasszellentür 1010 × 2100', width: 1.01, height: 2.1, leaf: 'white', frame: 'steel' },
});
const wallType: WallType = {
  ...{ ...walls.partition, name: 'Nasszellenwand 100', left: 'tiles', right: 'tiles' },
  layers: [{ material: 'plasterboard', thicknessM: wallM }],
};

/** Inner faces of the bathroom: in the corner of the room at the corridor, away from the door. */
export const bathOf = ({ plan, side }: WardRoom): Rect =>
  side === 'front'
    ? rect(plan.x0, plan.y1 - deepM, plan.x0 + wideM, plan.y1)
    : rect(plan.x0, plan.y0, plan.x0 + wideM, plan.y0 + deepM);

/** What is left for the beds, counter-clockwise. */
export function bedroomOf(room: WardRoom) {
  const { plan, side } = room;
  const bath = bathOf(room);
  const x = bath.x1 + wallM;
  const y = side === 'front' ? bath.y0 - wallM : bath.y1 + wallM;
  return side === 'front'
    ? ([
        [plan.x0, plan.y0],
        [plan.x1, plan.y0],
        [plan.x1, plan.y1],
        [x, plan.y1],
        [x, y],
        [plan.x0, y],
      ] as const)
    : ([
        [x, plan.y0],
        [plan.x1, plan.y0],
        [plan.x1, plan.y1],
        [plan.x0, plan.y1],
        [plan.x0, y],
        [x, y],
      ] as const);
}

export function buildBathroom(
  kit: Kit,
  storey: Storey,
  room: WardRoom,
): { readonly bath: Room; readonly fixtures: readonly Product[] } {
  const { side, number } = room;
  const at = bathOf(room);
  const isFront = side === 'front';
  const across = isFront ? at.y0 - wallM / 2 : at.y1 + wallM / 2;
  kit.wall({
    ...{
      key: `bath wall ${number}`,
      name: `Nasszelle ${number}, Stirnwand`,
      storey,
      type: wallType,
    },
    ...{ from: [at.x0, across], to: [at.x1 + wallM, across], height: clearM - 0.7 },
  });
  const x = at.x1 + wallM / 2;
  kit.wall({
    ...{
      key: `bath side ${number}`,
      name: `Nasszelle ${number}, Seitenwand`,
      storey,
      type: wallType,
    },
    ...{ from: [x, at.y0], to: [x, at.y1], height: clearM - 0.7 },
    openings: [
      {
        ...{
          key: `bath door ${number}`,
          at: isFront ? 0.3 : deepM - 1.31,
          width: 1.01,
          height: 2.1,
        },
        fill: { type: kit.type(bathDoor), name: `Tür Nasszelle ${number}`, tag: `${number}b` },
      },
    ],
  });
  const bath = kit.room({
    ...{ key: `bath ${number}`, number: `${number}b`, name: 'Nasszelle', description: 'Bathroom' },
    ...{ use: 'NUF 7', storey, plan: at, height: clearM - 0.7 },
  });
  const fixtures = furnish(kit, bath, [
    isFront ? [shower, 0.5, deepM - 0.02] : [shower, 0.5, 0.02, 180],
    isFront ? [toilet, 0.02, 0.55, 90] : [toilet, 0.02, deepM - 0.55, 90],
    isFront ? [basin, 1.42, deepM - 0.02] : [basin, 1.42, 0.02, 180],
  ]);
  return { bath, fixtures };
}

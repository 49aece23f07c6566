// What was changed in the fire station between its two versions, for those who compare them.

import { chair, console_, cupboard, table, treadmill } from '../catalogue/furniture.ts';
import { walls } from '../kit/constructions.ts';
import { door } from '../kit/doors.ts';
import { powerW } from '../kit/facts.ts';
import type { Kit } from '../kit/kit.ts';
import type { Item } from '../kit/layout.ts';
import type { Storey } from '../kit/model.ts';
import { box, type Part } from '../kit/parts.ts';
import type { TypeSpec } from '../kit/types.ts';
import { storeyM } from './plan.ts';
import type { Cell } from './rooms.ts';

export interface FireStationVersion {
  readonly file: string;
  readonly number: string;
  /** ISO 8601. */
  readonly written: string;
  readonly isLater: boolean;
  readonly hasHigherLights: boolean;
  readonly closedDomes: readonly number[];
  readonly hallDoorRating: string;
  readonly secondReelX: number;
  readonly roomUses: Readonly<Record<string, Partial<Cell>>>;
  readonly furniture: Readonly<Record<string, readonly Item[]>>;
}

export const firstVersion: FireStationVersion = {
  ...{ file: 'fire-station', number: '1.0', written: '2026-01-15T08:00:00', isLater: false },
  ...{ hasHigherLights: false, closedDomes: [], hallDoorRating: 'EI2 90-C5', secondReelX: 32.5 },
  ...{ roomUses: {}, furniture: {} },
};

/**
 * Higher windows behind the hall, two roof lights closed, a better door, a hose reel moved, the archive made a
 * staff room with other furniture, a treadmill gone, solar panels on the roof and a store for bottled air.
 */
export const laterVersion: FireStationVersion = {
  ...{ file: 'fire-station-v2', number: '2.0', written: '2028-03-01T08:00:00', isLater: true },
  ...{
    hasHigherLights: true,
    closedDomes: [3, 6],
    hallDoorRating: 'EI2 120-C5',
    secondReelX: 27.5,
  },
  roomUses: {
    archive: {
      ...{
        name: 'Stabsraum',
        description: 'Staff room',
        use: 'NUF 2',
        people: 5,
        finish: 'Teppich',
      },
    },
    training: { people: 30 },
  },
  furniture: {
    archive: [
      [console_, 1.2, 5.9],
      [table, 1.2, 2.6],
      [chair, 0.8, 1.9, 180],
      [chair, 1.6, 1.9, 180],
      [chair, 1.2, 5],
    ],
    fitness: [
      [treadmill, 1, 4.7],
      [treadmill, 2.3, 4.7],
      [cupboard, 4.4, 6.1],
    ],
  },
};

const panel: TypeSpec = {
  ...{ entity: 'IFCSOLARDEVICE', name: 'Photovoltaikmodul 430 W', predefined: 'SOLARPANEL' },
  ...{ material: 'glass', cost: '442' },
  parts: [
    {
      ...{ colour: 'black', x: -0.86, wide: 1.72 },
      side: [
        [-0.55, 0.1],
        [0.5, 0.38],
        [0.5, 0.42],
        [-0.55, 0.14],
      ],
    },
    ...[-0.7, 0.66].map((x): Part => box('aluminium', x, 0.4, 0, 0.04, 0.06, 0.36)),
  ],
  sets: { Pset_ElectricalDeviceCommon: { RatedPower: powerW(430) } },
};
const storeDoor = door({
  ...{ name: 'Innentür 1010 × 2135', width: 1.01, height: 2.135, leaf: 'wood', frame: 'steelDark' },
});

/** What only the later version has. */
export function addLater(
  kit: Kit,
  storeys: readonly Storey[],
  { isLater }: FireStationVersion,
): void {
  const [ground] = storeys;
  const top = storeys.at(-1);
  if (!isLater || !ground || !top) return;
  const system = kit.system({
    ...{
      key: 'solar',
      name: 'PV',
      longName: 'Photovoltaikanlage',
      kind: 'POWERGENERATION',
      ports: 'CABLE',
    },
  });
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 7; column++) {
      const made = kit.put(kit.type(panel), {
        ...{
          key: `solar panel ${row + 1}/${column + 1}`,
          name: `PV-Modul ${row + 1}/${column + 1}`,
        },
        ...{ within: top, at: [42.4 + column * 1.9, 2.4 + row * 3, storeyM + 0.1] },
      });
      kit.model.relate('IFCRELASSIGNSTOGROUP', system, made);
    }
  }
  // A corner of the hall for bottled air, behind walls that don't reach its roof.
  const height = storeyM - 0.32;
  kit.wall({
    ...{ key: 'air store wall 1', name: 'Trennwand Atemschutzlager', storey: ground, height },
    ...{ type: walls.partition, from: [35.4, 11.9], to: [35.4, 15.6] },
    openings: [
      {
        ...{ key: 'air store door', at: 0.5, width: 1.01, height: 2.135 },
        fill: { type: kit.type(storeDoor), name: 'Tür Atemschutzlager', tag: '0.02' },
      },
    ],
  });
  kit.wall({
    ...{ key: 'air store wall 2', name: 'Trennwand Atemschutzlager', storey: ground, height },
    ...{ type: walls.partition, from: [35.34, 11.84], to: [40, 11.84] },
  });
}

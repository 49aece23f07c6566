// House and basement: concrete below the ground, brick above, a metal roof with two slopes.

import { floors, walls } from '../kit/constructions.ts';
import { door, sectionalDoor } from '../kit/doors.ts';
import { said } from '../kit/facts.ts';
import type { Kit } from '../kit/kit.ts';
import type { Storey } from '../kit/model.ts';
import { box, type Part } from '../kit/parts.ts';
import { cornersOf, rect, type XY } from '../kit/place.ts';
import { stair } from '../kit/stairs.ts';
import type { Opening, WallType } from '../kit/walls.ts';
import { window } from '../kit/windows.ts';
import {
  basementM,
  dividerX,
  eavesM,
  house,
  openFloor,
  ridgeM,
  stairWell,
  wallM,
  well,
} from './plan.ts';

const deepWall: WallType = {
  ...{ name: 'Weiße Wanne 400', layers: [{ material: 'concrete', thicknessM: wallM }] },
  ...{ left: 'concrete', right: 'concrete', isExternal: true, isLoadBearing: true },
  ...{ fireRating: 'REI 90', transmittance: 1.8 },
};
const brick: WallType = {
  ...walls.brick,
  name: 'Außenwand Klinker dunkel 400',
  right: 'brickDark',
};
const tall = window({
  ...{
    name: 'Hallenfenster 1400 × 3200',
    width: 1.4,
    height: 3.2,
    columns: 2,
    bars: [0.8, 1.6, 2.4],
  },
  outwards: 0.08,
});
const small = window({
  name: 'Fenster 1200 × 1400',
  width: 1.2,
  height: 1.4,
  columns: 2,
  outwards: 0.08,
});
const gate = sectionalDoor({
  ...{ name: 'Sektionaltor 3000 × 3500', width: 3, height: 3.5, leaf: 'safetyGreen', glazed: [3] },
  ...{ isExternal: true, panels: 6 },
});
const outer = door({
  ...{ name: 'Stahltür außen 1260 × 2135', width: 1.26, height: 2.135, leaf: 'safetyGreen' },
  ...{ isExternal: true, isFireExit: true },
});
const fireDoor = door({
  ...{ name: 'Brandschutztür 1010 × 2135', width: 1.01, height: 2.135, leaf: 'steelDark' },
  ...{ fireRating: 'EI2 90-C5', isFireExit: true },
});

export function buildShell(kit: Kit, basement: Storey, ground: Storey): void {
  buildBasement(kit, basement);
  buildHouse(kit, ground);
  buildInside(kit, ground);
  buildRoof(kit, ground);
  stair(kit, {
    ...{ key: 'stair', name: 'Kellertreppe', storey: basement, well: stairWell },
    ...{ height: -basementM, landing: 0.1 },
  });
}

function buildBasement(kit: Kit, storey: Storey): void {
  const height = -basementM - 0.32;
  const common = { storey, type: deepWall, height };
  const mid = wallM / 2;
  const runs: readonly [string, string, XY, XY, Opening[]?][] = [
    ['south', 'Süd', [house.x0, mid], [house.x1, mid]],
    ['east', 'Ost', [house.x1 - mid, wallM], [house.x1 - mid, well.y1 - wallM]],
    ['north', 'Saugkammer Nord', [well.x1, well.y1 - mid], [well.x0, well.y1 - mid]],
    ['west', 'West', [mid, well.y1 - wallM], [mid, wallM]],
    ['middle', 'Saugkammer', [17.6, house.y1 - mid], [0.4, house.y1 - mid]],
  ];
  for (const [key, label, from, to] of runs) {
    kit.wall({ ...common, key: `basement wall ${key}`, name: `Kellerwand ${label}`, from, to });
  }
  kit.wall({
    ...{ ...common, key: 'basement divider', name: 'Trennwand Kabelkeller', type: walls.core },
    ...{ from: [dividerX, wallM], to: [dividerX, house.y1 - wallM] },
    openings: [
      {
        ...{ key: 'basement door', at: 4.6, width: 1.01, height: 2.135 },
        fill: { type: kit.type(fireDoor), name: 'Tür Pumpenkeller', tag: 'K1' },
      },
    ],
  });
  kit.slab({
    ...{ key: 'basement floor', name: 'Sohlplatte', kind: 'BASESLAB', storey, top: 0 },
    ...{ plan: cornersOf(rect(house.x0, house.y0, house.x1, well.y1)) },
    ...{ layers: [{ material: 'concrete', thicknessM: 0.6 }], upper: 'floor', lower: 'concrete' },
  });
}

function buildHouse(kit: Kit, storey: Storey): void {
  const mid = wallM / 2;
  const common = { storey, type: brick, height: eavesM };
  const light = (key: string, at: number): Opening => ({
    ...{ key, at, sill: 1, width: 1.4, height: 3.2 },
    fill: { type: kit.type(tall), name: 'Hallenfenster' },
  });
  const pane = (key: string, at: number): Opening => ({
    ...{ key, at, sill: 1, width: 1.2, height: 1.4 },
    fill: { type: kit.type(small), name: 'Fenster' },
  });
  kit.wall({
    ...{ ...common, key: 'wall south', name: 'Außenwand Süd', from: [0, mid], to: [house.x1, mid] },
    openings: [
      ...[1.3, 4.1, 6.9].map((at, index) => light(`south light ${index + 1}`, at)),
      {
        ...{ key: 'entrance', at: 11.6, width: 1.26, height: 2.135 },
        fill: { type: kit.type(outer), name: 'Eingang Schaltraum', tag: 'E1' },
      },
      ...[13.6, 15.6].map((at, index) => pane(`south pane ${index + 1}`, at)),
    ],
  });
  kit.wall({
    ...{ ...common, key: 'wall north', name: 'Außenwand Nord' },
    ...{ from: [house.x1, house.y1 - mid], to: [0, house.y1 - mid] },
    openings: [9.7, 12.5, 15.3].map((at, index) => light(`north light ${index + 1}`, at)),
  });
  kit.wall({
    ...{ ...common, key: 'wall east', name: 'Außenwand Ost' },
    ...{ from: [house.x1 - mid, wallM], to: [house.x1 - mid, house.y1 - wallM] },
    openings: [pane('east pane', 2)],
  });
  kit.wall({
    ...{ ...common, key: 'wall west', name: 'Außenwand West' },
    ...{ from: [mid, house.y1 - wallM], to: [mid, wallM] },
    openings: [
      {
        ...{ key: 'gate', at: 3.6, width: 3, height: 3.5 },
        fill: { type: kit.type(gate), name: 'Hallentor', tag: 'T1' },
      },
    ],
  });
  for (const [key, label, x] of [
    ['west', 'West', 0],
    ['east', 'Ost', house.x1 - wallM],
  ] as const) {
    kit.element({
      ...{
        entity: 'IFCWALL',
        predefined: 'SOLIDWALL',
        key: `gable ${key}`,
        name: `Giebel ${label}`,
      },
      ...{ within: storey, material: 'brick', cost: '331' },
      parts: [
        {
          colour: 'brickDark',
          side: [
            [0, eavesM],
            [11, eavesM],
            [5.5, ridgeM],
          ],
          x,
          wide: wallM,
        },
      ],
      sets: { Pset_WallCommon: { IsExternal: said(true), LoadBearing: said(true) } },
    });
  }
}

/** Floor with the opening over the pumps, the rooms beside the hall. */
function buildInside(kit: Kit, storey: Storey): void {
  kit.slab({
    ...{ key: 'ground floor', name: 'Decke über Pumpenkeller', kind: 'FLOOR', storey, top: 0 },
    ...{ plan: cornersOf(rect(0.1, 0.1, 17.9, 10.9)), fireRating: 'REI 90' },
    holes: [openFloor, rect(14.2, 6.45, 17.6, 10.6)].map(cornersOf),
    ...{ layers: floors.storey, upper: 'floorGreen', lower: 'concrete' },
  });
  kit.slab({
    ...{ key: 'well cover', name: 'Decke Saugkammer', kind: 'FLOOR', storey, top: 0.12 },
    ...{
      plan: cornersOf(rect(0, 11, 18, 15)),
      holes: [rect(3, 12.2, 4.2, 13.4), rect(12, 12.2, 13.2, 13.4)].map(cornersOf),
    },
    ...{
      layers: [{ material: 'concrete', thicknessM: 0.32 }],
      upper: 'concrete',
      lower: 'concrete',
    },
  });
  const height = 3.4;
  kit.wall({
    ...{ key: 'divider', name: 'Trennwand Pumpenhalle', storey, type: walls.fire, height: eavesM },
    ...{ from: [dividerX + 0.15, wallM], to: [dividerX + 0.15, house.y1 - wallM] },
    openings: [
      {
        ...{ key: 'hall door', at: 5.4, width: 1.01, height: 2.135 },
        fill: { type: kit.type(fireDoor), name: 'Tür Pumpenhalle', tag: 'B1' },
      },
    ],
  });
  kit.wall({
    ...{ key: 'switch room wall', name: 'Trennwand Schaltraum', storey, type: walls.core, height },
    ...{ from: [dividerX + 0.3, 5.2], to: [17.6, 5.2] },
    openings: [
      {
        ...{ key: 'switch room door', at: 0.6, width: 1.01, height: 2.135 },
        fill: { type: kit.type(fireDoor), name: 'Tür Schaltraum', tag: '0.02' },
      },
    ],
  });
  kit.wall({
    ...{ key: 'stair wall', name: 'Trennwand Treppe', storey, type: walls.core, height },
    ...{ from: [14.1, 6.4], to: [14.1, house.y1 - wallM], openings: [] },
  });
  kit.slab({
    ...{ key: 'side ceiling', name: 'Decke Schaltraum', kind: 'FLOOR', storey, top: 3.7 },
    ...{ plan: cornersOf(rect(dividerX + 0.3, wallM, 17.6, 10.6)), fireRating: 'REI 90' },
    ...{
      layers: [{ material: 'concrete', thicknessM: 0.25 }],
      upper: 'concrete',
      lower: 'plaster',
    },
  });
  kit.element({
    ...{ entity: 'IFCRAILING', predefined: 'GUARDRAIL', key: 'floor railing', within: storey },
    ...{ name: 'Geländer Montageöffnung', material: 'galvanised', cost: '359', parts: guard() },
  });
  kit.element({
    ...{ entity: 'IFCCOVERING', predefined: 'USERDEFINED', objectType: 'Schachtabdeckung' },
    ...{ key: 'hatches', name: 'Abdeckungen Saugkammer', within: storey, material: 'galvanised' },
    cost: '359',
    parts: [3, 12].map((x) => box('galvanised', x - 0.05, 12.15, 0.12, 1.3, 1.3, 0.03)),
  });
}

function guard(): Part[] {
  const { x0, y0, x1, y1 } = openFloor;
  const bar = (z: number): Part[] => [
    box('signalYellow', x0 - 0.1, y0 - 0.1, z, x1 - x0 + 0.2, 0.05, 0.05),
    box('signalYellow', x0 - 0.1, y1 + 0.05, z, x1 - x0 + 0.2, 0.05, 0.05),
    box('signalYellow', x0 - 0.1, y0 - 0.05, z, 0.05, y1 - y0 + 0.1, 0.05),
    box('signalYellow', x1 + 0.05, y0 - 0.05, z, 0.05, y1 - y0 + 0.1, 0.05),
  ];
  const posts = [0, 0.25, 0.5, 0.75, 1].flatMap((share) =>
    [y0 - 0.1, y1 + 0.05].map(
      (y): Part => box('signalYellow', x0 - 0.1 + share * (x1 - x0 + 0.15), y, 0, 0.05, 0.05, 1),
    ),
  );
  return [...bar(1.05), ...bar(0.5), ...posts];
}

function buildRoof(kit: Kit, storey: Storey): void {
  const roof = kit.assembly('IFCROOF', 'GABLE_ROOF', 'roof', 'Satteldach', storey);
  const rise = (ridgeM - eavesM) / 5.5;
  const over = 0.5;
  const thick = 0.28;
  const slopes: readonly [string, string, XY[]][] = [
    [
      'south',
      'Süd',
      [
        [-over, eavesM - over * rise],
        [5.5, ridgeM],
        [5.5, ridgeM + thick],
        [-over, eavesM - over * rise + thick],
      ],
    ],
    [
      'north',
      'Nord',
      [
        [5.5, ridgeM],
        [11 + over, eavesM - over * rise],
        [11 + over, eavesM - over * rise + thick],
        [5.5, ridgeM + thick],
      ],
    ],
  ];
  for (const [key, label, side] of slopes) {
    kit.element({
      ...{ entity: 'IFCSLAB', predefined: 'ROOF', key: `roof ${key}`, name: `Dachfläche ${label}` },
      ...{ within: storey, whole: roof, material: 'panel', cost: '361' },
      parts: [{ colour: 'steelDark', side, x: -0.4, wide: 18.8 }],
      sets: { Pset_SlabCommon: { IsExternal: said(true), LoadBearing: said(true) } },
    });
  }
  for (let frame = 0; frame < 4; frame++) {
    kit.element({
      ...{
        entity: 'IFCBEAM',
        predefined: 'BEAM',
        key: `truss ${frame + 1}`,
        name: `Binder ${frame + 1}`,
      },
      ...{ within: storey, material: 'wood', cost: '361' },
      parts: [box('wood', 2 + frame * 2.6, 0.4, eavesM - 0.3, 0.16, 10.2, 0.3)],
      sets: { Pset_BeamCommon: { LoadBearing: said(true), IsExternal: said(false) } },
    });
  }
}

// The drying tower, and the paved yard before the doors.

import { floors, walls } from '../kit/constructions.ts';
import { door } from '../kit/doors.ts';
import { coping } from '../kit/edges.ts';
import type { Kit } from '../kit/kit.ts';
import type { Storey } from '../kit/model.ts';
import { box, type Part } from '../kit/parts.ts';
import { cornersOf, rect, type XY } from '../kit/place.ts';
import type { TypeSpec } from '../kit/types.ts';
import type { Opening } from '../kit/walls.ts';
import { window } from '../kit/windows.ts';
import { hall, hallHeightM, parapetM, storeyM, tower, towerHeightM, wallM, wing } from './plan.ts';

const shellM = 0.25;
const inner = door({
  ...{ name: 'Stahltür 1010 × 2135', width: 1.01, height: 2.135, leaf: 'steelDark' },
  ...{ frame: 'steelDark', fireRating: 'EI2 30-C5' },
});
const slit = window({
  ...{ name: 'Turmfenster 600 × 2400', width: 0.6, height: 2.4, outwards: 0.05, sill: false },
});

/** Blades of metal in a frame, where the tower's air leaves. */
const louvre: TypeSpec = {
  ...{ entity: 'IFCAIRTERMINAL', name: 'Lamellenfenster 2400 × 1600', predefined: 'LOUVRE' },
  ...{ material: 'aluminium', cost: '431' },
  parts: [
    ...[0, 1.54].map((z) => box('claddingDark', -1.2, -0.06, z, 2.4, 0.12, 0.06)),
    ...[-1.2, 1.14].map((x) => box('claddingDark', x, -0.06, 0.06, 0.06, 0.12, 1.48)),
    ...Array.from(
      { length: 9 },
      (_, blade): Part => box('aluminium', -1.14, -0.05, 0.12 + blade * 0.16, 2.28, 0.1, 0.05),
    ),
  ],
};

export function buildTower(kit: Kit, storey: Storey): void {
  const mid = shellM / 2;
  const { x0, y0, x1, y1 } = tower;
  const wide = x1 - x0;
  const deep = y1 - y0 - 2 * shellM;
  const open = (side: string, length: number): Opening[] => [
    {
      ...{ key: `louvre ${side}`, at: (length - 2.4) / 2, sill: 19.4, width: 2.4, height: 1.6 },
      fill: { type: kit.type(louvre), name: 'Lamellenfenster Turm' },
    },
  ];
  const slits: Opening[] = [4.5, 8.2, 11.9, 15.6].map((sill, index) => ({
    ...{ key: `slit ${index + 1}`, at: (wide - 0.6) / 2, sill, width: 0.6, height: 2.4 },
    fill: { type: kit.type(slit), name: `Turmfenster ${index + 1}` },
  }));
  const passage: Opening = {
    ...{ key: 'door tower', at: y1 - shellM - 13.61, width: 1.01, height: 2.135 },
    fill: { type: kit.type(inner), name: 'Tür Schlauchturm', tag: '0.31' },
  };
  const sides: readonly [string, string, XY, XY, Opening[]][] = [
    ['south', 'Süd', [x0, y0 + mid], [x1, y0 + mid], [...open('south', wide), ...slits]],
    ['north', 'Nord', [x1, y1 - mid], [x0, y1 - mid], open('north', wide)],
    ['east', 'Ost', [x1 - mid, y0 + shellM], [x1 - mid, y1 - shellM], open('east', deep)],
    [
      'west',
      'West',
      [x0 + mid, y1 - shellM],
      [x0 + mid, y0 + shellM],
      [...open('west', deep), passage],
    ],
  ];
  for (const [key, label, from, to, openings] of sides) {
    kit.wall({
      ...{ key: `tower wall ${key}`, name: `Turmwand ${label}`, storey, type: walls.concrete },
      ...{ from, to, height: towerHeightM, openings },
    });
  }
  kit.slab({
    ...{ key: 'tower floor', name: 'Bodenplatte Turm', kind: 'BASESLAB', storey, top: 0 },
    ...{ plan: cornersOf(tower), layers: floors.hall, upper: 'floor', lower: 'concrete' },
  });
  const roof = kit.assembly('IFCROOF', 'FLAT_ROOF', 'tower roof', 'Dach Turm', storey);
  kit.slab({
    ...{ key: 'tower roof deck', name: 'Dachdecke Turm', kind: 'ROOF', storey, whole: roof },
    ...{ plan: cornersOf(rect(x0 - 0.15, y0 - 0.15, x1 + 0.15, y1 + 0.15)) },
    ...{ top: towerHeightM + 0.42, layers: floors.roof, upper: 'roof', lower: 'concrete' },
  });
  kit.element({
    ...{
      entity: 'IFCRAILING',
      predefined: 'GUARDRAIL',
      key: 'hose hoist',
      name: 'Schlauchaufhängung',
    },
    ...{ within: storey, material: 'galvanised', cost: '359', parts: hoist() },
  });
}

/** Two bars under the roof with hoses hung over them. */
const hoist = (): Part[] => [
  ...[12.4, 13.6].map((y) => box('galvanised', tower.x0 + 0.4, y, 20.6, 3.2, 0.06, 0.1)),
  ...Array.from(
    { length: 8 },
    (_, hose): Part => ({
      ...{ colour: hose % 3 === 0 ? 'signalRed' : 'plasterWarm' },
      box: [tower.x0 + 0.6 + hose * 0.36, 12.38, 1.2, 0.07, 0.1, 19.5],
    }),
  ),
];

/** Metal on the parapets, and the band over the doors. */
export function finishEdges(kit: Kit, storey: Storey): void {
  coping(kit, {
    ...{ key: 'hall coping', name: 'Attikaabdeckung Halle', storey, around: hall, wallM },
    ...{ sides: ['south', 'west', 'north'], top: hallHeightM },
  });
  coping(kit, {
    ...{ key: 'wing coping', name: 'Attikaabdeckung Sozialtrakt', storey, around: wing, wallM },
    ...{ sides: ['south', 'east', 'north', 'west'], top: 3 * storeyM + parapetM },
  });
  kit.element({
    ...{ entity: 'IFCCOVERING', predefined: 'CLADDING', key: 'fascia', name: 'Fassadenband Halle' },
    ...{ within: storey, material: 'aluminium', cost: '332' },
    parts: [
      box('claddingDark', 0.5, -0.05, 6.25, 39, 0.05, 0.6),
      ...Array.from({ length: 8 }, (_, bay) =>
        box('white', bay * 5 + 2.2, -0.07, 6.35, 0.6, 0.02, 0.4),
      ),
      box('signalRed', 0.5, -0.055, 6.2, 39, 0.055, 0.05),
    ],
  });
}

/** Concrete before the doors; it reaches below the ground, which is not level. */
export function buildYard(kit: Kit, storey: Storey): void {
  kit.element({
    ...{ entity: 'IFCSLAB', predefined: 'USERDEFINED', objectType: 'Betonpflaster', key: 'apron' },
    ...{ name: 'Alarmhof', within: kit.model.site, material: 'concrete', cost: '530' },
    parts: [
      box('concreteDark', hall.x0 - 1, -11, storey.elevationM - 0.95, 60, 11, 0.9),
      ...Array.from(
        { length: 8 },
        (_, bay): Part => box('signalYellow', bay * 5 + 0.35, -10.5, -0.05, 0.1, 10.2, 0.006),
      ),
    ],
  });
  const bollards = Array.from({ length: 9 }, (_, at): Part[] => {
    const x = at === 0 ? 0.18 : at * 5;
    return [
      { colour: 'signalYellow', cylinder: [x, -0.35, -0.1, 0.09, 1] },
      { colour: 'black', cylinder: [x, -0.35, 0.5, 0.092, 0.12] },
    ];
  });
  kit.element({
    ...{ entity: 'IFCRAILING', predefined: 'GUARDRAIL', key: 'bollards', name: 'Anfahrschutz' },
    ...{ within: kit.model.site, material: 'galvanised', cost: '530', parts: bollards.flat() },
  });
}

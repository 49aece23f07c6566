// The vehicle hall: eight bays with a sectional door each, steel frames, lights in the roof, vehicles.

import { floors, walls } from '../kit/constructions.ts';
import { door, sectionalDoor } from '../kit/doors.ts';
import { said } from '../kit/facts.ts';
import type { Kit } from '../kit/kit.ts';
import type { Storey } from '../kit/model.ts';
import { box, type Part } from '../kit/parts.ts';
import { cornersOf, rect } from '../kit/place.ts';
import type { Opening } from '../kit/walls.ts';
import { window } from '../kit/windows.ts';
import type { FireStationVersion } from './changes.ts';
import { bayM, bays, hall, hallClearM, hallHeightM, wallM } from './plan.ts';

const gate = sectionalDoor({
  ...{ name: 'Sektionaltor 4000 × 4500', width: 4, height: 4.5, leaf: 'signalRed' },
  ...{ isExternal: true, panels: 7, glazed: [2, 3, 4] },
});
const clerestory = window({
  ...{ name: 'Fensterband 4000 × 900', width: 4, height: 0.9, columns: 4, outwards: 0.08 },
});
const higherLights = window({
  ...{ name: 'Fensterband 4000 × 1400', width: 4, height: 1.4, columns: 4, outwards: 0.08 },
});
const exit = door({
  ...{ name: 'Außentür 1010 × 2135', width: 1.01, height: 2.135, leaf: 'claddingDark' },
  ...{ glazing: 'vision', isExternal: true, isFireExit: true },
});

const numbers = Array.from({ length: bays }, (_, bay) => bay);

export function buildHall(kit: Kit, storey: Storey, version: FireStationVersion): void {
  const front: Opening[] = numbers.flatMap((bay) => [
    {
      ...{ key: `gate ${bay + 1}`, at: bay * bayM + 0.5, width: 4, height: 4.5 },
      fill: { type: kit.type(gate), name: `Tor ${bay + 1}`, tag: `T${bay + 1}` },
    },
    band(kit, `front light ${bay + 1}`, bay * bayM + 0.5),
  ]);
  const back = numbers.map((bay) =>
    band(
      kit,
      `back light ${bay + 1}`,
      hall.x1 - (bay + 1) * bayM + 0.5,
      version.hasHigherLights ? higherLights : clerestory,
    ),
  );
  const back2: Opening = {
    ...{ key: 'hall exit back', at: 17, width: 1.01, height: 2.135 },
    fill: { type: kit.type(exit), name: 'Notausgang Halle Nord', tag: 'A1' },
  };
  const side: Opening = {
    ...{ key: 'hall exit side', at: 7, width: 1.01, height: 2.135 },
    fill: { type: kit.type(exit), name: 'Notausgang Halle West', tag: 'A2' },
  };
  const common = { type: walls.brick, storey, height: hallHeightM };
  const mid = wallM / 2;
  kit.wall({
    ...{ ...common, key: 'hall wall south', name: 'Außenwand Halle Süd' },
    ...{ from: [hall.x0, mid], to: [hall.x1, mid], openings: front },
  });
  kit.wall({
    ...{ ...common, key: 'hall wall north', name: 'Außenwand Halle Nord' },
    ...{ from: [hall.x1, hall.y1 - mid], to: [hall.x0, hall.y1 - mid], openings: [...back, back2] },
  });
  kit.wall({
    ...{ ...common, key: 'hall wall west', name: 'Außenwand Halle West' },
    ...{ from: [mid, hall.y1 - wallM], to: [mid, wallM], openings: [side] },
  });
  kit.slab({
    ...{ key: 'hall floor', name: 'Bodenplatte Halle', kind: 'BASESLAB', storey, top: 0 },
    ...{ plan: cornersOf(hall), layers: floors.hall, upper: 'floor', lower: 'concrete' },
  });
  buildFrames(kit, storey);
  buildRoof(kit, storey, version);
  markFloor(kit, storey);
}

const band = (kit: Kit, key: string, at: number, type = clerestory): Opening => ({
  ...{ key, at, sill: type === clerestory ? 5.05 : 4.55, width: 4 },
  height: type === clerestory ? 0.9 : 1.4,
  fill: { type: kit.type(type), name: 'Fensterband Halle' },
});

/** HEB 300 columns and IPE 500 beams between the bays. */
function buildFrames({ type, put, element }: Kit, storey: Storey): void {
  const column = type({
    ...{
      entity: 'IFCCOLUMN',
      name: 'HEB 300',
      predefined: 'COLUMN',
      material: 'steel',
      cost: '343',
    },
    parts: iShape(0.3, 0.3, hallClearM),
    common: { Pset_ColumnCommon: { LoadBearing: said(true), IsExternal: said(false) } },
  });
  const span = hall.y1 - hall.y0 - 2 * wallM;
  const beam = type({
    ...{ entity: 'IFCBEAM', name: 'IPE 500', predefined: 'BEAM', material: 'steel', cost: '361' },
    parts: [
      box('steelDark', -0.1, 0, 0, 0.2, span, 0.016),
      box('steelDark', -0.005, 0, 0.016, 0.01, span, 0.468),
      box('steelDark', -0.1, 0, 0.484, 0.2, span, 0.016),
    ],
    common: { Pset_BeamCommon: { LoadBearing: said(true), IsExternal: said(false) } },
  });
  for (const bay of numbers.slice(1)) {
    const x = bay * bayM;
    for (const [side, y] of [
      ['front', wallM + 0.16],
      ['back', hall.y1 - wallM - 0.16],
    ] as const) {
      put(column, {
        ...{ key: `column ${bay} ${side}`, name: `Stütze ${bay}`, within: storey, at: [x, y, 0] },
      });
    }
    put(beam, {
      ...{ key: `beam ${bay}`, name: `Binder ${bay}`, within: storey },
      at: [x, wallM, hallClearM],
    });
  }
  for (let row = 0; row < 6; row++) {
    const y = 1.5 + row * 2.6;
    element({
      ...{ entity: 'IFCMEMBER', predefined: 'PURLIN', key: `purlin ${row + 1}` },
      ...{ name: `Pfette ${row + 1}`, objectType: 'IPE 160', within: storey, material: 'steel' },
      ...{ cost: '361', parts: [box('steelDark', 0.2, y, hallClearM + 0.5, 39.6, 0.08, 0.16)] },
    });
  }
}

const iShape = (wide: number, deep: number, high: number): Part[] => [
  box('steelDark', -wide / 2, -deep / 2, 0, wide, 0.02, high),
  box('steelDark', -0.006, -deep / 2 + 0.02, 0, 0.012, deep - 0.04, high),
  box('steelDark', -wide / 2, deep / 2 - 0.02, 0, wide, 0.02, high),
];

function buildRoof(kit: Kit, storey: Storey, { closedDomes }: FireStationVersion): void {
  const roof = kit.assembly('IFCROOF', 'FLAT_ROOF', 'hall roof', 'Dach Halle', storey);
  const lights = numbers
    .filter((bay) => !closedDomes.includes(bay + 1))
    .map((bay) => ({ bay, plan: rect(bay * bayM + 1.5, 6.5, bay * bayM + 3.5, 9.5) }));
  const top = hallClearM + 0.66 + 0.23;
  kit.slab({
    ...{ key: 'hall roof deck', name: 'Dachfläche Halle', kind: 'ROOF', storey, top, whole: roof },
    ...{
      plan: cornersOf(rect(0.4, 0.4, 40, 15.6)),
      holes: lights.map(({ plan }) => cornersOf(plan)),
    },
    ...{ layers: floors.lightRoof, upper: 'gravel', lower: 'galvanised' },
  });
  const dome = kit.type({
    ...{ entity: 'IFCWINDOW', name: 'Lichtkuppel 2000 × 3000', predefined: 'SKYLIGHT' },
    ...{
      material: 'glass',
      cost: '362',
      parts: [...frameParts(2, 3), box('glassMilk', 0.08, 0.08, 0.3, 1.84, 2.84, 0.06)],
    },
    own: (kind) => [3, 2, kind, { written: '.SINGLE_PANEL.' }, undefined],
    typeOwn: (kind) => [kind, { written: '.SINGLE_PANEL.' }, undefined, undefined],
    common: { Pset_WindowCommon: { IsExternal: said(true), SmokeStop: said(false) } },
  });
  for (const { bay, plan } of lights) {
    kit.put(dome, {
      ...{ key: `dome ${bay + 1}`, name: `Lichtkuppel ${bay + 1}`, within: storey },
      at: [plan.x0, plan.y0, top - 0.23],
    });
  }
}

const frameParts = (wide: number, deep: number): Part[] => [
  box('white', 0, 0, 0, wide, 0.08, 0.4),
  box('white', 0, deep - 0.08, 0, wide, 0.08, 0.4),
  box('white', 0, 0.08, 0, 0.08, deep - 0.16, 0.4),
  box('white', wide - 0.08, 0.08, 0, 0.08, deep - 0.16, 0.4),
];

/** Yellow lines beside the vehicles and a drain behind the doors. */
function markFloor({ element }: Kit, storey: Storey): void {
  const lines = numbers
    .slice(1)
    .map((bay) => box('signalYellow', bay * bayM - 0.06, 1.2, 0, 0.12, 12.5, 0.004));
  element({
    ...{
      entity: 'IFCCOVERING',
      predefined: 'FLOORING',
      key: 'floor marks',
      name: 'Bodenmarkierung',
    },
    ...{ within: storey, parts: lines, material: 'plastic', cost: '353' },
  });
  element({
    ...{
      entity: 'IFCCOVERING',
      predefined: 'FLOORING',
      key: 'drain channel',
      name: 'Entwässerungsrinne',
    },
    ...{ within: storey, material: 'stainless', cost: '353' },
    parts: [box('steelDark', 0.6, 0.75, 0, 39, 0.25, 0.006)],
  });
}

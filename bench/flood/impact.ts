// Who and what a flood reaches, on a city as large as the demo town: 34,000 buildings, 6,600 streets, 1,000,000 cells.

import { aSmallTown } from '#simulation/flood/impact/a-small-town.ts';
import { countImpact } from '#simulation/flood/impact/count-impact.ts';
import { createDamageCount, jrcEurope } from '#simulation/flood/impact/damage.ts';
import { Impact, type Look } from '#simulation/flood/impact/impact.ts';
import type { Row } from '../row.ts';
import { leastCpuS } from './measure.ts';

const SIDE = 1000;
const grid = { width: SIDE, height: SIDE };
const BUILDINGS = 34_000;
/** A lattice of 58 × 58 crossings has 6,612 streets. */
const CROSSINGS = 58;
const WETS = [0.1, 0.25, 1] as const;

export async function benchImpact(): Promise<Row[]> {
  let town = aLatticeTown();
  const placing = await leastCpuS(2, () => {
    town = aLatticeTown();
  });
  const impact = new Impact(town.city);
  const rows: Row[] = [
    {
      case: '34,000 buildings and 6,600 streets put on 1 M cells',
      value: placing * 1000,
      unit: 'ms',
    },
  ];
  const damageOf = createDamageCount(jrcEurope, town.people);
  const { things, graph } = town.city;
  for (const wet of WETS) {
    const look = aLookWith(wet);
    impact.keep(look);
    const s = await leastCpuS(30, () => {
      countImpact(things, town.people, graph.lengthM, impact.show(look), damageOf);
    });
    rows.push({ case: `one look, ${wet * 100} % of the cells wet`, value: s * 1000, unit: 'ms' });
  }
  return rows;
}

function aLatticeTown() {
  const columns = Math.ceil(Math.sqrt(BUILDINGS));
  const spacing = SIDE / columns;
  const step = SIDE / CROSSINGS;
  const node = (column: number, row: number) => row * CROSSINGS + column;
  const centre = (at: number) => (at + 0.5) * step;
  const lattice = Array.from({ length: CROSSINGS ** 2 }, (_, at) => ({
    column: at % CROSSINGS,
    row: Math.floor(at / CROSSINGS),
  }));
  const streets = lattice.flatMap(({ column, row }) => [
    ...(column + 1 < CROSSINGS
      ? [
          {
            line: [centre(column), centre(row), centre(column + 1), centre(row)],
            ...{ from: node(column, row), to: node(column + 1, row) },
          },
        ]
      : []),
    ...(row + 1 < CROSSINGS
      ? [
          {
            line: [centre(column), centre(row), centre(column), centre(row + 1)],
            ...{ from: node(column, row), to: node(column, row + 1) },
          },
        ]
      : []),
  ]);
  const buildings = Array.from({ length: BUILDINGS }, (_, at) => {
    const x = (at % columns) * spacing + 1;
    const y = Math.floor(at / columns) * spacing + 1;
    return {
      box: [x, y, x + 3, y + 2.5] as const,
      door: [at % streets.length, at % 10] as const,
    };
  });
  return aSmallTown(grid, { buildings, streets });
}

/** Water over the western part, from 5 cm at its shore to 2 m at the edge. */
function aLookWith(wet: number): Look {
  const shore = SIDE * wet;
  const depthM = Float32Array.from({ length: SIDE * SIDE }, (_, cell) => {
    const share = 1 - (cell % SIDE) / shore;
    return share > 0 ? 0.05 + 1.95 * share : 0;
  });
  const speed = depthM.map((depth) => Math.min(1, depth));
  return {
    ...{ timeS: wet * 1000, depthM, mostM: depthM, uMs: speed, vMs: speed },
    hazardRating: depthM.map((depth) => depth * 1.5),
    arrivalS: depthM.map((depth) => (depth > 0.3 ? 1 : Number.NaN)),
  };
}

// How long a concentration raster takes: 512 × 512 cells of 10 m, one source in the middle, every cell looked at; and who is inside a zone.

import { createPlume } from '#simulation/fire/smoke/plume.ts';
import { addPlume, createRaster } from '#simulation/fire/smoke/raster.ts';
import { isoZone } from '#simulation/fire/smoke/zones.ts';
import { buildingsAt } from '../../workers/town/a-town.ts';
import { createTownInside, type TownInside } from '../../workers/town/inside.ts';
import { leastCpuS } from '../flood/measure.ts';
import type { Row } from '../row.ts';

const SIDE = 512;
const TIMES = 80;

export async function benchSmoke(): Promise<Row[]> {
  const source = { phase: 'flaming', heatW: 5e6, convectiveShare: 0.7, outletHeightM: 12 } as const;
  const plume = createPlume(source, {
    ...{ wind: { speedMs: 4, heightM: 10 }, temperatureK: 288, mixingHeightM: 800 },
    ...{ stability: 'D', terrain: 'urban' },
  });
  const half = (SIDE - 1) * 5;
  const grid = {
    columns: SIDE,
    rows: SIDE,
    firstXM: -half,
    firstYM: half,
    stepXM: 10,
    stepYM: -10,
  };
  const place = { xM: 0, yM: 0, receptorM: 1.5, windFromRad: 4 };
  const corner = { ...place, xM: -half, yM: -half, windFromRad: (5 / 4) * Math.PI };
  const raster = createRaster(grid);
  const naive = await leastMs(5, () => {
    for (let cell = 0; cell < raster.length; cell++) {
      const east = grid.firstXM + (cell % SIDE) * 10;
      const north = grid.firstYM - Math.floor(cell / SIDE) * 10;
      const along = -east * Math.sin(4) - north * Math.cos(4);
      const across = east * Math.cos(4) - north * Math.sin(4);
      raster[cell] = plume.unitConcentration(along, across, 1.5);
    }
  });
  const peer = 'formula in every cell';
  const middle = await leastMs(TIMES, () => addPlume(plume, place, grid, 1, raster.fill(0)));
  const all = await leastMs(TIMES, () => addPlume(plume, corner, grid, 1, raster.fill(0)));
  const zones = await leastMs(TIMES, () => {
    for (const level of [1e-7, 1e-6, 1e-5]) {
      isoZone(plume, 0.1, level, { receptorM: 1.5, farM: 10_000 });
    }
  });
  const town = townOf(100_000);
  const ring = Array.from({ length: 400 }, (_, corner): [number, number] => {
    const angle = (2 * Math.PI * corner) / 400;
    return [10.05 + 0.045 * Math.cos(angle), 54.05 + 0.045 * Math.sin(angle)];
  });
  const inside = await leastMs(TIMES, () => town.inside([ring]));
  return [
    {
      case: 'smoke raster 512², source in the middle',
      value: middle,
      unit: 'ms of CPU',
      peer,
      peerValue: naive,
    },
    { case: 'smoke raster 512², source in the corner', value: all, unit: 'ms of CPU' },
    { case: 'three smoke zones with outlines', value: zones, unit: 'ms of CPU' },
    {
      case: 'who is inside a zone of 400 corners, 100,000 buildings',
      value: inside,
      unit: 'ms of CPU',
    },
  ];
}

/** Buildings on a square, three people in each. */
function townOf(count: number): TownInside {
  const side = Math.ceil(Math.sqrt(count));
  const places = Array.from({ length: count }, (_, at): [number, number] => [
    10 + (at % side) / (10 * side),
    54 + Math.floor(at / side) / (10 * side),
  ]);
  return createTownInside(buildingsAt(places, { peopleDay: places.map(() => 3) }), []);
}

/** Of CPU time, least of `times`: wall time says little on a machine that others use too. */
async function leastMs(times: number, run: () => unknown): Promise<number> {
  return (await leastCpuS(times, run)) * 1000;
}

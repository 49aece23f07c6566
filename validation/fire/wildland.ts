// Wildland fire: FlamMap's rasters, and ellipses grown by minimum travel time against their closed form.

import { fireEllipse, fireSize } from '#simulation/fire/wildland/ellipse.ts';
import { type FuelBed, toFuelBed } from '#simulation/fire/wildland/fuel-bed.ts';
import { fuelModels } from '#simulation/fire/wildland/fuel-models.ts';
import { createSurfaceFire, surfaceFire } from '#simulation/fire/wildland/surface-fire.ts';
import { createTravelTime } from '#simulation/fire/wildland/travel-time.ts';
import { KW_M_PER_BTU_FT_S, M_PER_FT, MS_PER_FT_MIN } from '#simulation/fire/wildland/units.ts';
import type { ReportRow } from '../report.ts';
import { readFlamMap } from './flammap.ts';

const SURFACE_CELLS = 220_846;
const FLAMMAP = 'FlamMap over LANDFIRE 2022, Worcester VT (pyretechnics)';
const ELMFIRE = 'closed form of ELMFIRE’s verification case 1';

/** Rows on FlamMap are left out, with a word, where the shared data is missing. */
export async function validateWildland(): Promise<ReportRow[]> {
  return [...(await flamMapRows()), ...growthRows()];
}

async function flamMapRows(): Promise<ReportRow[]> {
  const map = await readFlamMap();
  if (!map) {
    console.log('Skipped: FlamMap’s rasters are not in ../shared/data/fire/pyretechnics.');
    return [];
  }
  const moisture = { h1: 0.06, h10: 0.08, h100: 0.1, liveHerb: 0.75, liveWood: 0.6 };
  const beds = new Map<number, FuelBed>();
  for (const [number, model] of fuelModels) beds.set(number, toFuelBed(model));
  const fire = createSurfaceFire();
  let cells = 0;
  const off = { rate: 0, flame: 0, intensity: 0 };
  const worst = { rate: 0, flame: 0, intensity: 0 };
  for (let cell = 0; cell < map.count; cell++) {
    if (map.fireType[cell] !== 1) continue;
    cells++;
    const bed = beds.get(map.fuel[cell] ?? 0);
    if (!bed) throw new Error(`FlamMap burns fuel ${map.fuel[cell]}, which is not in the table.`);
    // FlamMap's landscape file holds whole degrees: with the raster's percent two thirds of the cells are off by 1 %.
    const slopeDeg = Math.round((Math.atan((map.slopePercent[cell] ?? 0) / 100) * 180) / Math.PI);
    const slopeRad = (slopeDeg * Math.PI) / 180;
    surfaceFire(bed, moisture, { windMs: 0, windToRad: 0, slopeRad, upslopeRad: 0 }, fire);
    const found = {
      rate: fire.rateMs / MS_PER_FT_MIN / 1.1 / (map.rateChPerH[cell] ?? 0),
      flame: fire.flameM / M_PER_FT / (map.flameFt[cell] ?? 0),
      intensity: fire.intensityKWM / KW_M_PER_BTU_FT_S / (map.intensityBtuPerFtPerS[cell] ?? 0),
    };
    for (const what of ['rate', 'flame', 'intensity'] as const) {
      const error = Math.abs(found[what] - 1);
      if (!(error <= 0.01)) off[what]++;
      worst[what] = Math.max(worst[what], error);
    }
  }
  const row = (metric: string, value: number, limit: number, unit: string, pass: boolean) => ({
    ...{ case: 'FlamMap, calm, 30 m cells', metric, value, limit, unit, pass, source: FLAMMAP },
  });
  const isAll = cells === SURFACE_CELLS;
  return [
    row('cells with a surface fire', cells, SURFACE_CELLS, 'cells', isAll),
    row('rate of spread off by more than 1 %', off.rate, 0, 'cells', off.rate === 0),
    row('flame length off by more than 1 %', off.flame, 0, 'cells', off.flame === 0),
    row('intensity off by more than 1 %', off.intensity, 0, 'cells', off.intensity === 0),
    row('worst rate of spread', worst.rate * 100, 1, '%', worst.rate <= 0.01),
  ];
}

interface Growth {
  readonly name: string;
  readonly ratio: number;
  readonly rateMPerH: number;
  readonly hours: number;
  readonly headingRad: number;
  readonly cellsM: readonly number[];
  readonly areaLimit: number;
}

const growths: readonly Growth[] = [
  {
    ...{ name: 'GR2, 10 mi/h, 6 h', ratio: 2.236, rateMPerH: 843.99, hours: 6, headingRad: 0 },
    ...{ cellsM: [40, 20, 10], areaLimit: 0.01 },
  },
  {
    ...{ name: 'the same askew', ratio: 2.236, rateMPerH: 843.99, hours: 6, headingRad: 0.6 },
    ...{ cellsM: [40, 20], areaLimit: 0.01 },
  },
  {
    ...{ name: 'crown fire of 8 to 1, 1 h', ratio: 8, rateMPerH: 3938, hours: 1, headingRad: 0 },
    ...{ cellsM: [20, 10], areaLimit: 0.02 },
  },
];

function growthRows(): ReportRow[] {
  return growths.flatMap(({ cellsM, ...growth }) => {
    const errors = cellsM.map((cellM) => grow(growth, cellM));
    const rows = errors.flatMap(({ area, head }, at) => {
      const place = `${growth.name}, cells of ${cellsM[at]} m`;
      const one = { case: place, unit: '%', source: ELMFIRE };
      return [
        {
          ...one,
          metric: 'area',
          value: area * 100,
          limit: growth.areaLimit * 100,
          pass: area <= growth.areaLimit,
        },
        { ...one, metric: 'distance of the head', value: head * 100, limit: 1, pass: head <= 0.01 },
      ];
    });
    const [coarse, fine] = [errors[0]?.area ?? 0, errors.at(-1)?.area ?? 0];
    const order = Math.log(coarse / fine) / Math.log((cellsM[0] ?? 1) / (cellsM.at(-1) ?? 1));
    const note = {
      case: growth.name,
      metric: 'order of the area’s error',
      unit: '',
      source: ELMFIRE,
    };
    return [...rows, { ...note, value: order, limit: 0, pass: order > 0 }];
  });
}

function grow(growth: Omit<Growth, 'cellsM'>, cellM: number) {
  const { ratio, rateMPerH, hours, headingRad } = growth;
  const rateMs = rateMPerH / 3600;
  const ellipse = fireEllipse(rateMs, ratio);
  const untilS = hours * 3600;
  const { areaM2, semiMinorM } = fireSize(ellipse, untilS);
  const reach = Math.ceil((rateMs * untilS) / cellM) + 4;
  // Northwards the raster only has to be as wide as the ellipse.
  const across = headingRad === 0 ? Math.ceil(semiMinorM / cellM) + 4 : reach;
  const behind = headingRad === 0 ? Math.ceil((ellipse.backMs * untilS) / cellM) + 4 : reach;
  const width = 2 * across + 1;
  const height = behind + reach + 1;
  const fill = (value: number) => new Float64Array(width * height).fill(value);
  const field = {
    ...{ width, height, cellM, rateMs: fill(rateMs) },
    ...{ headingRad: fill(headingRad), lengthToWidth: fill(ratio) },
  };
  const arrivalS = new Float64Array(width * height);
  const cells = createTravelTime(field).run([behind * width + across], untilS, arrivalS);
  let headM = 0;
  for (let cell = 0; cell < arrivalS.length; cell++) {
    if (arrivalS[cell] === Infinity) continue;
    const eastM = ((cell % width) - across) * cellM;
    const northM = (Math.floor(cell / width) - behind) * cellM;
    headM = Math.max(headM, eastM * Math.sin(headingRad) + northM * Math.cos(headingRad));
  }
  return {
    area: Math.abs((cells * cellM ** 2) / areaM2 - 1),
    head: Math.abs(headM / (rateMs * untilS) - 1),
  };
}

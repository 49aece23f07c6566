// Fire over grass between buildings: exact cases of Rothermel's equations, and what must not burn.

import { buildGraph } from '../../src/simulation/fire/urban/building-graph.ts';
import { cellAt, createGround } from '../../src/simulation/fire/urban/ground.ts';
import type { GroundFuel } from '../../src/simulation/fire/urban/ground-fuels.ts';
import { outlinesOfRectangles } from '../../src/simulation/fire/urban/outlines.ts';
import { createTown } from '../../src/simulation/fire/urban/town.ts';
import { createUrbanFire } from '../../src/simulation/fire/urban/urban-fire.ts';
import type { WindSpell } from '../../src/simulation/fire/urban/wind-drive.ts';
import { toFuelBed } from '../../src/simulation/fire/wildland/fuel-bed.ts';
import { fuelModels } from '../../src/simulation/fire/wildland/fuel-models.ts';
import { surfaceFire } from '../../src/simulation/fire/wildland/surface-fire.ts';
import { windAdjustment } from '../../src/simulation/fire/wildland/wind-adjustment.ts';
import type { ReportRow } from '../report.ts';
import type { Found } from './found.ts';

const cellM = 5;
const sideM = 600;
const perSide = sideM / cellM;
const moisture = { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 0.3, liveWood: 0.7 };
const grass: GroundFuel = { model: 104, moisture };
const damp: GroundFuel = { model: 104, moisture: { ...moisture, h1: 0.16 } };
const lawn: GroundFuel = { model: 101, moisture: { ...moisture, liveHerb: 1.2, liveWood: 1.5 } };

/** A wooden house in the middle of a square of ground, another one 200 m to the east. */
function burn(fuel: GroundFuel, wind: readonly WindSpell[], isBare = (_xM: number) => false) {
  const house = { yM: sideM / 2, widthM: 10, depthM: 10, heightM: 6 };
  const outlines = outlinesOfRectangles([
    { ...house, xM: sideM / 2 },
    { ...house, xM: sideM / 2 + 200 },
  ]);
  const ground = createGround(
    {
      ...{ columns: perSide, rows: perSide, cellM, westM: 0, northM: sideM },
      cover: Uint8Array.from({ length: perSide ** 2 }, (_, cell) =>
        isBare((cell % perSide) * cellM) ? 0 : 1,
      ),
    },
    outlines,
  );
  const graph = buildGraph(outlines);
  const town = createTown({ graph, ground, construction: ['bareWood', 'bareWood'] });
  const fire = createUrbanFire(town);
  const vegetation = { fuels: [undefined, fuel], brandIgnition: 0 };
  fire.start({ ignitions: [{ building: 0, timeS: 0 }], wind, vegetation });
  fire.advance(Infinity);
  const { cells, timeS } = fire.groundBurnt();
  const arrivalS = new Float64Array(perSide ** 2).fill(Infinity);
  for (const [at, cell] of cells.entries()) arrivalS[cell] = timeS[at] ?? 0;
  return {
    burnt: cells.length,
    otherS: fire.ignitionS[1] ?? Infinity,
    at: (eastM: number, northM: number) =>
      arrivalS[cellAt(ground, sideM / 2 + eastM, sideM / 2 + northM)] ?? Infinity,
  };
}

const blowing = (speedMs: number, fromS = 0): WindSpell => ({ fromS, speedMs, towardsRad: 0 });

function rothermel({ model: number, moisture: wet }: GroundFuel, speedMs: number) {
  const model = fuelModels.get(number);
  if (!model) throw new RangeError(`Fuel model ${number} is not there.`);
  const windMs = (speedMs / 1.15) * windAdjustment(model.depthM);
  const level = { windToRad: 0, slopeRad: 0, upslopeRad: 0 };
  const { rateMs, lengthToWidth } = surfaceFire(toFuelBed(model), wet, { ...level, windMs });
  return { rateMs, eccentricity: Math.sqrt(lengthToWidth ** 2 - 1) / lengthToWidth };
}

export function validateVegetation(): Found {
  const rows: ReportRow[] = [0, 3, 6, 12].map((speedMs) => {
    const { at } = burn(grass, [blowing(speedMs)]);
    const found = 180 / (at(187.5, 2.5) - at(7.5, 2.5));
    const value = 100 * Math.abs(found / rothermel(grass, speedMs).rateMs - 1);
    return {
      ...{ case: `Gap of cured grass, ${speedMs} m/s`, metric: 'speed across against Rothermel' },
      ...{ value, limit: 1e-6, unit: '%', pass: value <= 1e-6 },
      source: 'exact: GR4 by Rothermel 1972, wind adjusted by Albini & Baughman',
    };
  });
  rows.push(turned(), ellipse());
  const never: readonly (readonly [string, number])[] = [
    ['Damp grass, 12 m/s', burn(damp, [blowing(12)]).burnt],
    ['Green lawn in dry air, 12 m/s', burn(lawn, [blowing(12)]).burnt],
    ['House beyond a bare strip of 5 m, 30 m/s', reached((xM) => xM === 400)],
  ];
  for (const [name, value] of never)
    rows.push({
      ...{ case: name, metric: 'cells or houses that burn', value, limit: 0, unit: '' },
      ...{ pass: value === 0, source: 'moisture of extinction; 10 kW/m (Alexander & Cole 1995)' },
    });
  return { rows, plots: [] };
}

const reached = (isBare: (xM: number) => boolean): number =>
  Number(burn(grass, [blowing(30)], isBare).otherS < Infinity);

function turned(): ReportRow {
  const turnS = 600;
  const { at } = burn(grass, [blowing(2), blowing(10, turnS)]);
  const goneM = (turnS - at(7.5, 2.5)) * rothermel(grass, 2).rateMs;
  const exactS = turnS + (180 - goneM) / rothermel(grass, 10).rateMs;
  const value = Math.abs(at(187.5, 2.5) - exactS);
  return {
    ...{ case: 'Gap of cured grass, 2 then 10 m/s', metric: 'arrival beyond it' },
    ...{ value, limit: 1e-3, unit: 's', pass: value <= 1e-3, source: 'exact: both ways added' },
  };
}

/** Between two distances, so that the size of the house where it began doesn't count. */
function ellipse(): ReportRow {
  const { at } = burn(grass, [blowing(6)]);
  const { rateMs, eccentricity } = rothermel(grass, 6);
  let value = 0;
  for (let turn = 0; turn < 32; turn++) {
    const angle = (turn * Math.PI) / 16;
    // Past the house in the east.
    const [near, far] = [100, 180];
    const time = (away: number) => at(away * Math.cos(angle), away * Math.sin(angle));
    const ownMs = (rateMs * (1 - eccentricity)) / (1 - eccentricity * Math.cos(angle));
    value = Math.max(value, 100 * Math.abs((far - near) / (time(far) - time(near)) / ownMs - 1));
  }
  return {
    ...{ case: 'Grass around a house, 6 m/s', metric: 'worst speed of 32 directions' },
    ...{ value, limit: 12, unit: '%', pass: value <= 12 },
    source: 'ellipse of Anderson 1983 from its rear focus; cells of 5 m, 32 directions',
  };
}

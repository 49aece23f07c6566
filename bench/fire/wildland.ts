// Wildland fire: evaluations of the surface fire a second beside the Behave simulator in JavaScript, travel time, burn
// probability.

import { Sim } from '@cbevins/fire-behavior-simulator';
import { burnProbability } from '#simulation/fire/wildland/burn-probability.ts';
import { type FuelBed, toFuelBed } from '#simulation/fire/wildland/fuel-bed.ts';
import { fuelModels } from '#simulation/fire/wildland/fuel-models.ts';
import { createSurfaceFire, surfaceFire } from '#simulation/fire/wildland/surface-fire.ts';
import { createTravelTime, type FireField } from '#simulation/fire/wildland/travel-time.ts';
import type { Row } from '../row.ts';

const EVALUATIONS = 400_000;
const PEER_EVALUATIONS = 5000;
const TIMES = 5;
const SIDE = 512;
const MEMBERS = 20;

export async function benchWildland(): Promise<Row[]> {
  const rate = ourRate();
  const field = aField();
  const run = createTravelTime(field);
  const arrivalS = new Float64Array(SIDE * SIDE);
  const middle = (SIDE / 2) * SIDE + SIDE / 2;
  const arrival = leastCpuS(3, () => run.run([middle], Infinity, arrivalS));
  const scenario = { field, weight: 1, durationS: 6 * 3600 };
  const ensemble = leastCpuS(1, () => {
    for (const _ of burnProbability([scenario], { members: MEMBERS, seed: 1 }));
  });
  const raster = `${SIDE} × ${SIDE} cells of 30 m, GS4, wind and slope`;
  return [
    {
      ...{ case: 'surface fire, GS4, new inputs each', value: rate / 1000, unit: 'k/s' },
      ...{ peer: '@cbevins/fire-behavior-simulator', peerValue: peerRate() / 1000 },
    },
    { case: `travel time to all of ${raster}`, value: arrival * 1000, unit: 'ms' },
    { case: `${MEMBERS} fires of 6 h on ${raster}`, value: ensemble * 1000, unit: 'ms' },
  ];
}

/** Of CPU time: others use this machine too. */
function leastCpuS(times: number, run: () => unknown): number {
  let least = Infinity;
  for (let turn = 0; turn < times; turn++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

function bedOf(number: number): FuelBed {
  const model = fuelModels.get(number);
  if (!model) throw new Error(`There is no fuel model ${number}.`);
  return toFuelBed(model);
}

function ourRate(): number {
  const bed = bedOf(124);
  const out = createSurfaceFire();
  const moisture = { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 0.6, liveWood: 0.9 };
  const weather = { windMs: 1, windToRad: 0, slopeRad: 0.3, upslopeRad: 1 };
  let sum = 0;
  const cpuS = leastCpuS(TIMES, () => {
    for (let turn = 0; turn < EVALUATIONS; turn++) {
      moisture.h1 = 0.05 + turn * 1e-8;
      weather.windMs = 1 + turn * 1e-6;
      sum += surfaceFire(bed, moisture, weather, out).rateMs;
    }
  });
  if (!(sum > 0)) throw new Error('Nothing burned.');
  return EVALUATIONS / cpuS;
}

/** Rate, intensity and flame length of the same fire; its graph works out what these need. */
function peerRate(): number {
  const dag = new Sim('bench').getDag('bench');
  const fire = 'surface.primary.fuel.fire';
  dag.select([`${fire}.spreadRate`, `${fire}.firelineIntensity`, `${fire}.flameLength`]);
  const cpuS = leastCpuS(TIMES, () => {
    for (let turn = 0; turn < PEER_EVALUATIONS; turn++)
      dag
        .input([
          ['surface.primary.fuel.model.catalogKey', '124'],
          ['site.moisture.dead.tl1h', 0.05 + turn * 1e-6],
          ['site.moisture.dead.tl10h', 0.07],
          ['site.moisture.dead.tl100h', 0.08],
          ['site.moisture.live.herb', 0.6],
          ['site.moisture.live.stem', 0.9],
          ['site.slope.steepness.ratio', 0.3],
          ['site.wind.speed.at20ft', 400 + turn * 1e-3],
        ])
        .run();
  });
  return PEER_EVALUATIONS / cpuS;
}

function aField(): FireField {
  const bed = bedOf(124);
  const count = SIDE * SIDE;
  const field = {
    ...{ width: SIDE, height: SIDE, cellM: 30 },
    rateMs: new Float64Array(count),
    headingRad: new Float64Array(count),
    lengthToWidth: new Float64Array(count),
  };
  const moisture = { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 0.6, liveWood: 0.9 };
  const out = createSurfaceFire();
  for (let cell = 0; cell < count; cell++) {
    const x = cell % SIDE;
    const y = Math.floor(cell / SIDE);
    const slopeRad = 0.25 * (1 + Math.sin(x / 40) * Math.cos(y / 30));
    const weather = { windMs: 2, windToRad: 1, slopeRad, upslopeRad: x / 60 };
    surfaceFire(bed, moisture, weather, out);
    field.rateMs[cell] = out.rateMs;
    field.headingRad[cell] = out.headingRad;
    field.lengthToWidth[cell] = out.lengthToWidth;
  }
  return field;
}

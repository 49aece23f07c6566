// A synthetic city with known rates of fire, for calibration: hidden slopes other than the table's, and a hidden gamma
// factor a building. Fires are Poisson draws from a seed. Rates are higher than life's, so that ten years say enough.

import { createRandom } from '#model/random.ts';
import { type Coefficient, defaultCoefficients } from './coefficients.ts';
import { createRiskBuildings, occupancies, type RiskBuildings, staticFactors } from './factors.ts';

export interface KnownCity {
  readonly buildings: RiskBuildings;
  /** Fires a building in the years of the record, and in the years after that were held back. */
  readonly fires: Float64Array;
  readonly years: number;
  readonly laterFires: Float64Array;
  readonly laterYears: number;
  /** The table with the slopes that made the fires: the Bayes optimum scores with it. */
  readonly truth: readonly Coefficient[];
}

const most = {
  ...{ openViolations: 8, yearsSinceInspection: 10, combustibleClass: 4, vacantShare: 1 },
  ...{ gasShare: 1, chargingPlaces: 20, wiringAgeYears: 60, sprinkleredShare: 1 },
} as const;
const hidden = {
  ...{ openViolations: 0.22, yearsSinceInspection: 0.09, combustibleClass: 0.2, vacantShare: 1 },
  ...{ gasShare: 0.35, chargingPlaces: 0.05, wiringAgeYears: 0.02, sprinkleredShare: -0.9 },
} as const;
/** Variance of the hidden factor is 1 / shape. */
const HIDDEN_SHAPE = 2;

export function aKnownCity(count: number, seed: number, rateScale = 3): KnownCity {
  const { next: random } = createRandom(`city ${seed}`);
  const buildings = createRiskBuildings(count);
  const [years, laterYears] = [10, 3];
  const fires = new Float64Array(count);
  const laterFires = new Float64Array(count);
  const truth = defaultCoefficients.map((row) => {
    const factor = staticFactors.find((name) => row.name === `${name}.slope`);
    if (factor) return { ...row, value: hidden[factor] };
    return row.name.endsWith('.perYear') ? { ...row, value: row.value * rateScale } : row;
  });
  const of = (name: string) => truth.find((row) => row.name === name)?.value ?? Number.NaN;
  const c = occupancies.map((name) => of(`base.${name}.perYear`));
  const b = occupancies.map((name) => of(`base.${name}.exponent`));
  for (let at = 0; at < count; at++) {
    const use = Math.floor(random() * occupancies.length);
    buildings.occupancy[at] = use;
    buildings.floorAreaM2[at] = 60 * Math.exp(3 * random());
    buildings.people[at] = Math.floor(random() * 60);
    buildings.firstEngineS[at] = 120 + 600 * random();
    buildings.waterShortfallShare[at] = Math.max(0, random() - 0.6);
    buildings.vegetationShare[at] = random();
    let ln = Math.log(c[use]!) + b[use]! * Math.log(buildings.floorAreaM2[at]!);
    for (const name of staticFactors) {
      const x = Math.fround(most[name] * random() ** 2);
      buildings[name][at] = x;
      ln += hidden[name] * x;
    }
    // Gamma of shape 2 and mean 1.
    const gamma = -Math.log((1 - random()) * (1 - random())) / HIDDEN_SHAPE;
    fires[at] = drawPoisson(Math.exp(ln) * gamma * years, random);
    laterFires[at] = drawPoisson(Math.exp(ln) * gamma * laterYears, random);
    buildings.pastFires[at] = fires[at]!;
    buildings.recordYears[at] = years;
  }
  return { buildings, fires, years, laterFires, laterYears, truth };
}

function drawPoisson(mean: number, random: () => number): number {
  const stop = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > stop; product *= random()) count++;
  return count;
}

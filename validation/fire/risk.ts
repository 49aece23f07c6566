import { aKnownCity } from '../../src/simulation/fire/risk/a-city.ts';
import { calibrate } from '../../src/simulation/fire/risk/calibrate.ts';
import { rankAuc, reliabilitySlope } from '../../src/simulation/fire/risk/calibration.ts';
import {
  type Coefficient,
  defaultCoefficients,
  toCoefficients,
} from '../../src/simulation/fire/risk/coefficients.ts';
import { riskTerms } from '../../src/simulation/fire/risk/factors.ts';
import { RiskModel, type RiskMoment } from '../../src/simulation/fire/risk/score.ts';
import { toSvg } from '../plot.ts';
import type { ReportRow } from '../report.ts';
import type { Found } from './found.ts';

const calm: RiskMoment = {
  readings: {
    building: new Uint32Array(0),
    kind: new Uint8Array(0),
    value: new Float32Array(0),
    timeS: new Float64Array(0),
  },
  nowS: 0,
  fireWeatherIndex: 0,
};

/** Slopes fitted to ten years of fires, held against three years that were kept back, and against the true slopes. */
export async function validateRisk(): Promise<Found> {
  const city = aKnownCity(100_000, 3);
  const scoresWith = (table: readonly Coefficient[]) =>
    new RiskModel(city.buildings, toCoefficients(table)).rescore(calm);
  const fitted = scoresWith(calibrate(defaultCoefficients, city.buildings, city.fires, city.years));
  const burned = city.laterFires.map((fires) => Number(fires > 0));
  const best = rankAuc(scoresWith(city.truth).firesPerYear, burned);
  const lost = best - rankAuc(fitted.firesPerYear, burned);
  const expected = fitted.firesPerYear.map((rate) => rate * city.laterYears);
  const { slope, bins } = reliabilitySlope(expected, city.laterFires);
  let worst = 0;
  for (let at = 0; at < fitted.count; at++) {
    const sum = riskTerms.reduce((total, term) => total + fitted.contributions[term][at]!, 0);
    worst = Math.max(worst, Math.abs(sum - Math.log(fitted.score[at]!)));
  }
  const row = (metric: string, value: number, limit: number, source: string): ReportRow => ({
    case: 'Building risk, synthetic city of 100,000 with known rates',
    ...{ metric, value, limit, unit: '1', pass: Math.abs(value) <= limit, source },
  });
  const rows = [
    row('reliability slope − 1, years held back', slope - 1, 0.1, 'goal G9: 0.9–1.1'),
    row('AUC lost to the Bayes optimum', lost, 0.02, 'goal G9: true slopes, same record'),
    row('|Σ contributions − ln(score)|, worst', worst, 1e-9, 'goal G9'),
  ];
  const xs = bins.map((bin) => bin.expected);
  const plot = {
    ...{
      file: 'reliability.svg',
      title: 'Fires in years held back, by what the fitted model expects',
    },
    svg: toSvg({
      ...{ title: 'Reliability', xLabel: 'expected fires', yLabel: 'observed fires' },
      lines: [
        { name: 'twentieths of the city', xs, ys: bins.map((bin) => bin.observed) },
        { name: 'perfect', xs, ys: xs, isReference: true },
      ],
    }),
  };
  return { rows, plots: [plot] };
}

// Urban fire spread: Hamada's speed on a lattice, and an ensemble on a synthetic town of Itoigawa's kind.

import { runEnsemble } from '../../src/simulation/fire/urban/ensemble.ts';
import { hamadaDownwindConstants, hamadaSpeeds } from '../../src/simulation/fire/urban/hamada.ts';
import { causes, createUrbanFire } from '../../src/simulation/fire/urban/urban-fire.ts';
import { toSvg } from '../plot.ts';
import type { ReportPlot, ReportRow } from '../report.ts';
import type { Found } from './found.ts';
import { itoigawaScenario, itoigawaTown } from './itoigawa-town.ts';
import { frontSpeeds } from './lattice.ts';

export async function validateUrban(): Promise<Found> {
  const parts = [lattice(), itoigawa()];
  return { rows: parts.flatMap(({ rows }) => rows), plots: parts.flatMap(({ plots }) => plots) };
}

function lattice(): Found {
  const quarter = { sideM: 10, separationM: 3, fireResistantFraction: 0 };
  const winds = [0, 5, 10, 15];
  const own = winds.map((windMs) => frontSpeeds(windMs));
  const rows = winds.map((windMs, at): ReportRow => {
    const expected = hamadaSpeeds(quarter, windMs).downwindMs;
    const value = 100 * ((own[at]?.eastMs ?? Number.NaN) / expected - 1);
    return {
      ...{ case: `Lattice, ${windMs} m/s`, metric: 'front speed downwind against Hamada (1.6)' },
      ...{ value, limit: 20, unit: '%', pass: Math.abs(value) <= 20 },
      source: 'Hamada as in HAZUS-MH, without the low-wind correction',
    };
  });
  const { eastMs, northMs, westMs } = own[0] ?? frontSpeeds(0);
  const uneven = 100 * (Math.max(eastMs, northMs, westMs) / Math.min(eastMs, northMs, westMs) - 1);
  const isotropy: ReportRow = {
    ...{ case: 'Lattice, no wind', metric: 'greatest difference between directions' },
    ...{ value: uneven, limit: 0.001, unit: '%', pass: uneven <= 0.001, source: 'symmetry' },
  };
  const perHour = (speedMs: number) => speedMs * 3600;
  const hamada = (constant: number) =>
    winds.map((windMs) => perHour(hamadaSpeeds(quarter, windMs, constant).downwindMs));
  const plot: ReportPlot = {
    ...{ file: 'lattice.svg', title: 'Speed of the front on a lattice against Hamada' },
    svg: toSvg({
      ...{ title: 'Front downwind', xLabel: 'wind, m/s', yLabel: 'm/h' },
      lines: [
        { name: 'engine', xs: winds, ys: own.map((speeds) => perHour(speeds.eastMs)) },
        {
          ...{ name: 'Hamada 1.6', xs: winds, ys: hamada(hamadaDownwindConstants.elmfire) },
          isReference: true,
        },
        {
          ...{ name: 'Hamada 1.5', xs: winds, ys: hamada(hamadaDownwindConstants.fireBench) },
          isReference: true,
        },
      ],
    }),
  };
  return { rows: [...rows, isotropy], plots: [plot] };
}

const members = 100;
/** Settings were chosen by these very figures: agreement shows that the engine can follow the fire, no more. */
const published = 'a fit to Itoigawa, 22 December 2016, no validation; synthetic footprints';

/** Minutes of the plot. */
const everyMin = Array.from({ length: 43 }, (_, at) => at * 15);

function itoigawa(): Found {
  const { town, origin } = itoigawaTown();
  const fire = createUrbanFire(town);
  const counts = { at206: [] as number[], at310: [] as number[], end: [] as number[] };
  const spotMin: number[] = [];
  const curves = everyMin.map((): number[] => []);
  const options = { members, seed: 2016, untilS: 630 * 60 };
  for (const { done, burnt } of runEnsemble(fire, itoigawaScenario(origin), options)) {
    const by = (minutes: number) =>
      fire.ignitionS.reduce((sum, timeS) => sum + (timeS <= minutes * 60 ? 1 : 0), 0);
    counts.at206.push(by(206));
    counts.at310.push(by(310));
    counts.end.push(burnt[done - 1] ?? 0);
    for (const [at, minutes] of everyMin.entries()) curves[at]?.push(by(minutes));
    const spots = fire.ignitionS.filter((_, at) => fire.cause[at] === causes.firebrand);
    spotMin.push(Math.min(...spots) / 60);
  }
  const [low, high] = [quantile(counts.end, 0.1), quantile(counts.end, 0.9)];
  const spot = quantile(spotMin, 0.5);
  const timing = (metric: string, found: number[], real: number): ReportRow => {
    const value = quantile(found, 0.5);
    const pass = value >= real / 2 && value <= real * 2;
    return {
      case: 'Itoigawa-like, fitted',
      metric,
      value,
      limit: real,
      unit: 'buildings, within 2×',
      pass,
    };
  };
  const row = { case: 'Itoigawa-like, fitted', source: published };
  const rows: ReportRow[] = [
    {
      ...{ ...row, metric: '10 % of the members burn at most', value: low, limit: 147 },
      ...{ unit: 'buildings, at most', pass: low <= 147 },
    },
    {
      ...{ ...row, metric: '90 % of the members burn at most', value: high, limit: 147 },
      ...{ unit: 'buildings, at least', pass: high >= 147 },
    },
    { ...timing('median burnt after 206 min', counts.at206, 50), source: published },
    { ...timing('median burnt after 310 min', counts.at310, 140), source: published },
    {
      ...{ ...row, metric: 'median of the first spot fire (30–120)', value: spot, limit: 120 },
      ...{ unit: 'min', pass: spot >= 30 && spot <= 120 },
    },
  ];
  const share = (of: number) => curves.map((found) => quantile(found, of));
  const plot: ReportPlot = {
    ...{ file: 'itoigawa.svg', title: 'Buildings burnt, an ensemble fitted to Itoigawa 2016' },
    svg: toSvg({
      ...{ title: 'Burnt, 100 members (a fit)', xLabel: 'min after ignition', yLabel: 'buildings' },
      lines: [
        { name: '10 %', xs: everyMin, ys: share(0.1) },
        { name: 'median', xs: everyMin, ys: share(0.5) },
        { name: '90 %', xs: everyMin, ys: share(0.9) },
        { name: 'reported', xs: [206, 310, 630], ys: [50, 140, 147], isReference: true },
      ],
    }),
  };
  return { rows, plots: [plot] };
}

function quantile(of: readonly number[], share: number): number {
  const sorted = [...of].sort((one, other) => one - other);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

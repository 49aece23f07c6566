// Smoke and blast against published figures: dispersion vectors, Swisdak's table, EPA's vapour cloud.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blastAt, distanceOfPressure } from '#simulation/fire/blast/kingery-bulmash.ts';
import { rmpDistance, tntEquivalent } from '#simulation/fire/blast/vapour-cloud.ts';
import { createPlume } from '#simulation/fire/smoke/plume.ts';
import { buoyantRise, fireBuoyancyFlux } from '#simulation/fire/smoke/plume-rise.ts';
import { addPlume } from '#simulation/fire/smoke/raster.ts';
import type { ReportRow } from '../report.ts';
import { type Compared, compareVector, type PlumeVector } from './plume-vectors.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/fire/', import.meta.url));
const VECTORS = 'GasDispersion.jl vectors (CCPS 1999, ISC3, HSE CRR 17/1988)';

export async function validateSmoke(): Promise<ReportRow[]> {
  return [...dispersionRows(), ...blastRows(), ...fireRows(), rasterRow()];
}

const row = (
  ...[name, metric, value, limit, unit, source]: [string, string, number, number, string, string]
): ReportRow => ({ case: name, metric, value, limit, unit, pass: value <= limit, source });

function dispersionRows(): ReportRow[] {
  const file = `${FOLDER}vectors/plume.json`;
  if (!existsSync(file)) return [];
  const { cases }: { cases: PlumeVector[] } = JSON.parse(readFileSync(file, 'utf8'));
  const groups = new Map<string, Compared[][]>();
  for (const vector of cases) {
    const figures = compareVector(vector);
    if (figures.length > 0)
      groups.set(vector.model, [...(groups.get(vector.model) ?? []), figures]);
  }
  return [...groups].map(([model, compared]) => {
    const worst = Math.max(...compared.flat().map(({ ours, expected }) => errorOf(ours, expected)));
    const name = `Dispersion: ${model}, ${compared.length} cases`;
    // Two figures of ISC3's momentum rise are given with ten digits.
    return row(name, 'largest relative error', worst, 2e-8, '', VECTORS);
  });
}

const errorOf = (ours: number, expected: number) =>
  ours === expected ? 0 : Math.abs(ours / expected - 1);

function blastRows(): ReportRow[] {
  const file = `${FOLDER}kingery/swisdak1994_metric.csv`;
  const source = 'Swisdak 1994, ADA526744';
  const psi = 6.894757;
  const propaneJKg = 46.3e6;
  const byBlast = distanceOfPressure(tntEquivalent(10_000, propaneJKg), psi).distanceM;
  const byRmp = rmpDistance(10_000, propaneJKg);
  const known = [
    row(
      ...(['Blast: 10 t of propane', '1 psi against EPA RMP, difference'] as const),
      ...([Math.abs(byBlast / byRmp - 1) * 100, 8, '%', 'EPA RMP 2009, appendix C'] as const),
    ),
  ];
  if (!existsSync(file)) return known;
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',').slice(1, 8);
  const worst = names.map(() => 0);
  const counts = names.map(() => 0);
  for (const line of lines) {
    const [z = '', ...cells] = line.split(',');
    for (const [column, ours] of figuresAt(Number(z)).entries()) {
      const cell = cells[column];
      if (!cell) continue;
      counts[column]!++;
      worst[column] = Math.max(worst[column]!, beyondPrint(ours, cell) * 100);
    }
  }
  return [
    ...names.map((name, at) =>
      row(
        `Blast: ${name}, ${counts[at]} rows`,
        'largest error beyond print',
        worst[at]!,
        0.2,
        '%',
        source,
      ),
    ),
    ...known,
  ];
}

/** In the order and units of the table's columns, for 1 kg. */
function figuresAt(z: number): number[] {
  const blast = blastAt(1, z);
  const milli = (value = Number.NaN) => value * 1000;
  return [
    ...[milli(blast.arrivalS), blast.incidentKpa ?? Number.NaN, blast.reflectedKpa ?? Number.NaN],
    ...[milli(blast.durationS), milli(blast.incidentImpulseKpaS)],
    ...[milli(blast.reflectedImpulseKpaS), (blast.shockMs ?? Number.NaN) / 1000],
  ];
}

/** Relative error that half of the last printed digit doesn't explain. */
function beyondPrint(ours: number, cell: string): number {
  const half = 0.5 * 10 ** -(cell.split('.')[1]?.length ?? 0);
  return Math.max(0, Math.abs(ours - Number(cell)) - half) / Number(cell);
}

function fireRows(): ReportRow[] {
  const air = { windMs: 5, temperatureK: 288, stability: 'D' } as const;
  return (
    [
      [5, 56],
      [20, 139],
      [100, 366],
    ] as const
  ).map(([megawatts, expected]) => {
    const { finalRiseM } = buoyantRise(fireBuoyancyFlux(megawatts * 1e6, 0.7), air);
    const error = Math.abs(finalRiseM - expected);
    return row(
      `Rise over ${megawatts} MW in 5 m/s`,
      `error against ${expected} m`,
      error,
      0.5,
      'm',
      'Briggs 1969',
    );
  });
}

/** Of a hot and a smouldering fire: every cell of the raster beside the formula. */
function rasterRow(): ReportRow {
  const grid = { columns: 256, rows: 256, firstXM: -2550, firstYM: 2550, stepXM: 20, stepYM: -20 };
  const windFromRad = 4;
  let worst = 0;
  for (const phase of ['flaming', 'smouldering'] as const) {
    const source = { phase, heatW: 5e6, convectiveShare: 0.7, outletHeightM: 12 };
    const air = { wind: { speedMs: 4, heightM: 10 }, temperatureK: 288, mixingHeightM: 800 };
    const plume = createPlume(source, { ...air, stability: 'D', terrain: 'urban' });
    const raster = addPlume(plume, { xM: 0, yM: 0, receptorM: 1.5, windFromRad }, grid);
    const peak = raster.reduce((most, value) => Math.max(most, value), 0);
    for (const [cell, value] of raster.entries()) {
      const east = grid.firstXM + (cell % 256) * 20;
      const north = grid.firstYM - Math.floor(cell / 256) * 20;
      const along = -east * Math.sin(windFromRad) - north * Math.cos(windFromRad);
      const across = east * Math.cos(windFromRad) - north * Math.sin(windFromRad);
      const exact = plume.unitConcentration(along, across, 1.5);
      if (exact > 1e-6 * peak) worst = Math.max(worst, errorOf(value, exact));
    }
  }
  const name = 'Raster of a plume, 2 × 65,536 cells';
  return row(name, 'largest error against the formula', worst * 100, 0.1, '%', 'exact');
}

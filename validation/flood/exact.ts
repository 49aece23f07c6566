// A5 and A6: exact solutions of shallow water, and lakes at rest, on every backend.

import { risingBowl, turningBowl } from '#simulation/flood/cases/bowls.ts';
import { bump, macDonald } from '#simulation/flood/cases/channels.ts';
import { ritter, roundDamBreak, stoker } from '#simulation/flood/cases/dam-breaks.ts';
import { type FloodCase, relativeL1, runCase } from '#simulation/flood/cases/flood-case.ts';
import { lakeWithHumps, lakeWithWalls } from '#simulation/flood/cases/lakes.ts';
import type { FloodScheme, FloodState } from '#simulation/flood/parts.ts';
import type { Plot } from '../plot.ts';
import type { ReportRow } from '../report.ts';
import { backendsFor } from './backends.ts';
import { atMost, type Findings, sharedText } from './findings.ts';

/** Largest Σ|h − exact| / Σ exact (%): A5; it sets none for the planar bowl and the bumps, so theirs are ours. */
const cases: readonly { readonly of: FloodCase; readonly limit: number; readonly row: number }[] = [
  { of: ritter(200), limit: 0.8, row: 0 },
  { of: stoker(200), limit: 0.5, row: 0 },
  { of: risingBowl(100), limit: 1, row: 50 },
  { of: turningBowl(100), limit: 1.5, row: 50 },
  { of: macDonald(5, { withRain: false }), limit: 1, row: 1 },
  { of: macDonald(5, { withRain: true }), limit: 1, row: 1 },
  { of: bump(100, 'subcritical'), limit: 1, row: 1 },
  { of: bump(100, 'transcritical'), limit: 1, row: 1 },
  { of: bump(100, 'shock'), limit: 1, row: 1 },
];

export async function validateExact(): Promise<Findings> {
  const { backends, missing } = await backendsFor('shallow-water');
  const rows: ReportRow[] = [];
  const plots: { file: string; plot: Plot }[] = [];
  for (const { of: theCase, limit, row } of cases) {
    const exact = theCase.exactDepthM?.(theCase.durationS) ?? new Float64Array();
    const states: [string, FloodState][] = [];
    for (const { name, create } of backends) {
      const solver = await create(theCase.grid, { scheme: 'shallow-water', ...theCase.start });
      const { state } = await runCase(solver, theCase, theCase.durationS);
      const depthM = state.depthM.slice();
      states.push([name, { ...state, depthM }]);
      const value = 100 * relativeL1(depthM, exact);
      const label = `${theCase.title}, ${name}`;
      rows.push(atMost(label, 'relative L1 of depth', value, limit, '%', theCase.source));
      solver.dispose();
    }
    plots.push({ file: theCase.id, plot: section(theCase, states, exact, row) });
  }
  rows.push(...(await lakes('shallow-water')), ...(await lakes('local-inertial')));
  rows.push(...(await roundDams(plots)));
  return { rows, plots, leftOut: missing };
}

/** Level along one row of the grid. */
function section(
  { grid, title, durationS }: FloodCase,
  states: readonly [string, FloodState][],
  exact: Float64Array,
  row: number,
): Plot {
  const { width, cellM, zM } = grid;
  const xs = Array.from({ length: width }, (_, column) => (column + 0.5) * cellM);
  const along = (values: ArrayLike<number>) =>
    xs.map((_, column) => values[row * width + column]! + zM[row * width + column]!);
  return {
    ...{ title: `${title}, ${durationS.toFixed(2)} s`, xLabel: 'x (m)', yLabel: 'level (m)' },
    lines: [
      ...states.map(([name, { depthM }]) => ({ name, xs, ys: along(depthM) })),
      { name: 'exact', xs, ys: along(exact), isReference: true },
      { name: 'bed', xs, ys: along(new Float32Array(zM.length)) },
    ],
  };
}

async function lakes(scheme: FloodScheme): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  const { backends } = await backendsFor(scheme);
  for (const { name, create } of backends) {
    for (const lake of [lakeWithHumps(), lakeWithWalls()]) {
      const solver = await create(lake.grid, { scheme, ...lake.start });
      const { state } = await runCase(solver, lake, lake.durationS);
      const flow = state.depthM.reduce(
        (most, depth, cell) =>
          Math.max(most, depth * Math.hypot(state.uMs[cell]!, state.vMs[cell]!)),
        0,
      );
      const label = `${lake.title}, ${scheme}, ${name}`;
      rows.push(atMost(label, 'largest flow after 100 s', flow, 1e-5, 'm²/s', lake.source));
      solver.dispose();
    }
  }
  return rows;
}

/** Depth along the axis against ANUGA's numerical solution in polar coordinates. */
async function roundDams(plots: { file: string; plot: Plot }[]): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  const { backends } = await backendsFor('shallow-water');
  for (const [lowM, file] of [
    [0, 'dry'],
    [1, 'wet'],
  ] as const) {
    const text = sharedText(`radial_dam_break/${file}_Ver_numerical_2.000000.csv`);
    if (text === undefined) continue;
    const points = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',').map(Number));
    const radii = points.map(([radius = 0]) => radius);
    const levels = points.map(([, level = 0]) => level);
    const theCase = roundDamBreak(200, lowM);
    const { width, cellM } = theCase.grid;
    const row = width / 2;
    for (const { name, create } of backends) {
      const solver = await create(theCase.grid, { scheme: 'shallow-water', ...theCase.start });
      const { state } = await runCase(solver, theCase, 2);
      const xs = Array.from({ length: width / 2 }, (_, index) => (index + 0.5) * cellM);
      const ys = xs.map((_, index) => state.depthM[row * width + width / 2 + index]!);
      const expected = xs.map((x) => levels[radii.findIndex((radius) => radius >= x)] ?? 0);
      const value = 100 * relativeL1(ys, expected);
      const source = 'anuga_core@101cb6d2; limit as of the other exact cases';
      rows.push(atMost(`${theCase.title}, ${name}`, 'relative L1 along x', value, 1, '%', source));
      const reference = { name: 'polar', xs: radii, ys: levels, isReference: true };
      const labels = {
        title: `${theCase.title}, ${name}, 2 s`,
        xLabel: 'radius (m)',
        yLabel: 'depth (m)',
      };
      plots.push({
        file: `${theCase.id}-${name}`,
        plot: { ...labels, lines: [{ name, xs, ys }, reference] },
      });
      solver.dispose();
    }
  }
  return rows;
}

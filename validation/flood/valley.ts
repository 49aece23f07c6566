// A2: test 5 of SC120002 on the 50 m grid that our LISFLOOD-FP 8.1 runs used.
import { arrivalS, runCase } from '#simulation/flood/cases/flood-case.ts';
import { readStageSeries } from '#simulation/flood/cases/read-lisflood.ts';
import { damFailure, valleyFigures } from '#simulation/flood/cases/valley.ts';
import type { FloodOptions } from '#simulation/flood/parts.ts';
import type { Line, Plot } from '../plot.ts';
import type { ReportRow } from '../report.ts';
import { backendsFor } from './backends.ts';
import { atMost, type Findings, furthest, largest, sharedText } from './findings.ts';

const PLACE = 'ea_test5/reference_lisflood81_50m/ea5-50m';

const LEFT_OUT =
  'EA 5 by shallow water in plain JavaScript: only the fastest backend runs it, for time.';

export async function validateValley(): Promise<Findings> {
  const [dem, bci, bdy] = ['.dem', '.bci', '.bdy'].map((ending) => sharedText(PLACE + ending));
  if (dem === undefined || bci === undefined || bdy === undefined) {
    return { rows: [], plots: [], leftOut: ['EA 5: the shared DEM is not here.'] };
  }
  const theCase = damFailure({ dem, bci, bdy });
  const rows: ReportRow[] = [];
  const plots: { file: string; plot: Plot }[] = [];
  const leftOut: string[] = [];
  const schemes: readonly [FloodOptions, 'acc' | 'fv1'][] = [
    [{ scheme: 'local-inertial', theta: 1 }, 'acc'],
    [{ scheme: 'shallow-water' }, 'fv1'],
  ];
  for (const [options, peer] of schemes) {
    const { backends: all, missing } = await backendsFor(options.scheme);
    // Thirty hours of shallow water take plain JavaScript minutes: the fastest backend stands for all there.
    const backends = peer === 'fv1' ? all.slice(-1) : all;
    if (backends.length < all.length) leftOut.push(LEFT_OUT);
    const { peaksM } = valleyFigures[peer];
    const lines: Line[] = [];
    leftOut.push(...missing);
    for (const { name, create } of backends) {
      const solver = await create(theCase.grid, options);
      const run = await runCase(solver, theCase, 60);
      const balance = await solver.balance();
      solver.dispose();
      const label = `${theCase.title}, ${options.scheme}, ${name}`;
      const peaks = run.depthsM.map(largest);
      const arrivals = run.depthsM.map((depths) => arrivalS(run.timesS, depths, 0.1) / 60);
      const share = (values: readonly number[], expected: readonly number[]) =>
        100 * largest(values.map((value, index) => Math.abs(value / expected[index]! - 1)));
      const source = `LISFLOOD-FP 8.1 ${peer.toUpperCase()}, same 50 m DEM`;
      rows.push(
        peer === 'acc'
          ? atMost(label, 'peaks off ACC', 1000 * furthest(peaks, peaksM), 5, 'mm', source)
          : atMost(label, 'peaks off FV1', share(peaks, peaksM), 5, '%', source),
        arrivalRow(label, peer, arrivals),
        atMost(label, 'mass error', Math.abs(balance.relativeError), 1e-6, '–', 'A7'),
      );
      const hours = run.timesS.map((seconds) => seconds / 3600);
      if (name === backends[0]?.name) {
        run.depthsM.forEach((ys, index) => {
          lines.push({ name: `point ${index + 1}`, xs: hours, ys });
        });
      }
    }
    const labels = {
      title: `EA 5: depths, ${options.scheme}`,
      xLabel: 'time (h)',
      yLabel: 'depth (m)',
    };
    plots.push({ file: `ea-5-${options.scheme}`, plot: { ...labels, lines } });
  }
  return { rows, plots, leftOut };
}

/**
 * ACC for local inertial. FV1 is first order and 4 to 5 % late at the far points, ACC lacks advection and is early: second
 * order belongs between the two.
 */
function arrivalRow(label: string, peer: 'acc' | 'fv1', arrivals: readonly number[]): ReportRow {
  const acc = peerArrivalsMin('acc');
  const fv1 = peer === 'acc' ? acc : peerArrivalsMin('fv1');
  const off = arrivals.map((minutes, index) => {
    const [a, b] = [acc[index]!, fv1[index]!];
    const outside = Math.max(Math.min(a, b) - minutes, minutes - Math.max(a, b), 0);
    return (100 * outside) / minutes;
  });
  const late = arrivals.map((minutes, index) => 100 * Math.abs(minutes / fv1[index]! - 1));
  const peerName = peer === 'acc' ? 'off ACC' : 'outside ACC to FV1';
  const source =
    peer === 'acc' ? 'LISFLOOD-FP 8.1' : `FV1 alone: ${largest(late).toFixed(1)} % off`;
  return atMost(label, `arrival at 0.1 m ${peerName}`, largest(off), 2, '%', source);
}

/** Of LISFLOOD's own series, between its samples as ours; the guide's table has whole samples. */
function peerArrivalsMin(peer: 'acc' | 'fv1'): readonly number[] {
  const text = sharedText(`${PLACE}-${peer}.stage`);
  if (text === undefined) return valleyFigures[peer].arrivalsMin;
  const { timesS, values } = readStageSeries(text);
  return values.map((depths) => arrivalS(timesS, depths, 0.1) / 60);
}

// A1 and A3: tests 2, 3 and 4 of SC120002.
import {
  DEPRESSIONS_M3,
  depressionDepthsM,
  FLOOD_PLAIN_M3,
  fillingOfDepressions,
  floodPlain,
  floodPlainArrivalsMin,
  floodPlainPeaksM,
  momentumOverObstruction,
  obstructionDepthsM,
} from '#simulation/flood/cases/environment-agency.ts';
import {
  arrivalS,
  type CaseRun,
  type FloodCase,
  runCase,
} from '#simulation/flood/cases/flood-case.ts';
import { readStageSeries } from '#simulation/flood/cases/read-lisflood.ts';
import type { FloodScheme } from '#simulation/flood/parts.ts';
import type { Line, Plot } from '../plot.ts';
import type { ReportRow } from '../report.ts';
import { backendsFor } from './backends.ts';
import { atMost, between, type Findings, furthest, largest, sharedText } from './findings.ts';

export async function validateEnvironmentAgency(): Promise<Findings> {
  const rows: ReportRow[] = [];
  const plots: { file: string; plot: Plot }[] = [];
  const missing: string[] = [];
  for (const part of [depressions, obstruction, plain]) {
    const found = await part();
    rows.push(...found.rows);
    plots.push(...found.plots);
    missing.push(...found.leftOut);
  }
  return { rows, plots, leftOut: [...new Set(missing)] };
}

/** Runs a case on every backend that has the scheme. */
async function onEach(
  theCase: FloodCase,
  scheme: FloodScheme,
  pieceS: number,
  look: (name: string, run: CaseRun, volumeM3: number, massError: number) => void,
): Promise<readonly string[]> {
  const { backends, missing } = await backendsFor(scheme);
  for (const { name, create } of backends) {
    const solver = await create(theCase.grid, { scheme, ...theCase.start });
    const run = await runCase(solver, theCase, pieceS);
    const balance = await solver.balance();
    look(name, run, balance.storedM3, Math.abs(balance.relativeError));
    solver.dispose();
  }
  return missing;
}

async function depressions(): Promise<Findings> {
  const theCase = fillingOfDepressions();
  const rows: ReportRow[] = [];
  const lines: Line[] = [];
  const leftOut = await onEach(theCase, 'local-inertial', 600, (name, run, volume, massError) => {
    const label = `${theCase.title}, ${name}`;
    const ends = run.depthsM.map((depths) => depths.at(-1) ?? 0);
    const full = depressionDepthsM.full;
    const off = furthest(
      full.map((point) => ends[point - 1]!),
      full.map((point) => depressionDepthsM.acc[point - 1]!),
    );
    rows.push(
      atMost(label, 'full ponds off LISFLOOD ACC', 1000 * off, 10, 'mm', 'LISFLOOD-FP 8.1, 20 m'),
      atMost(
        label,
        'volume off the inflow',
        Math.abs(volume / DEPRESSIONS_M3 - 1),
        1e-6,
        '–',
        theCase.source,
      ),
      atMost(label, 'mass error', massError, 1e-6, '–', 'A7'),
    );
    const xs = ends.map((_, index) => index + 1);
    lines.push({ name, xs, ys: ends });
  });
  const points = depressionDepthsM.acc.map((_, index) => index + 1);
  const reference = {
    name: 'LISFLOOD ACC',
    xs: points,
    ys: depressionDepthsM.acc,
    isReference: true,
  };
  const labels = { title: 'EA 2: depth after 48 h', xLabel: 'point', yLabel: 'depth (m)' };
  return {
    rows,
    leftOut,
    plots: [{ file: 'ea-2', plot: { ...labels, lines: [...lines, reference] } }],
  };
}

async function obstruction(): Promise<Findings> {
  const theCase = momentumOverObstruction();
  const rows: ReportRow[] = [];
  const lines: Line[] = [];
  const leftOut = await onEach(theCase, 'shallow-water', 2, (name, run, _, massError) => {
    const [first = 0, second = 0] = run.depthsM.map((depths) => depths.at(-1) ?? 0);
    const label = `${theCase.title}, ${name}`;
    const source = `LISFLOOD-FP 8.1 FV1: ${obstructionDepthsM.fv1.join(' and ')} m`;
    rows.push(
      between(label, 'second pond at the end', second, [0.05, 0.1], 'm', source),
      atMost(label, 'second pond over first', second / first, 1, '–', theCase.source),
      atMost(label, 'mass error', massError, 1e-6, '–', 'A7'),
    );
    theCase.points?.forEach((point, index) => {
      lines.push({ name: `${point.name} ${name}`, xs: run.timesS, ys: run.depthsM[index]! });
    });
  });
  const text = sharedText('ea_test3/reference_lisflood81/t3-fv1.stage');
  if (text) lines.push(...references(text, 'FV1', (seconds) => seconds));
  const labels = { title: 'EA 3: depths', xLabel: 'time (s)', yLabel: 'depth (m)' };
  return { rows, leftOut, plots: [{ file: 'ea-3', plot: { ...labels, lines } }] };
}

async function plain(): Promise<Findings> {
  const theCase = floodPlain();
  const text = sharedText('ea_test4/reference_lisflood81_5m/ea4-5m-acc.stage');
  const peer = text === undefined ? undefined : readStageSeries(text);
  // Between LISFLOOD's samples as ours, where its series is here; else the guide's whole minutes.
  const peerArrivalsS = peer
    ? peer.values.map((depths) => arrivalS(peer.timesS, depths, 0.01))
    : floodPlainArrivalsMin.map((minutes) => minutes * 60);
  const rows: ReportRow[] = [];
  const lines: Line[] = [];
  const leftOut = await onEach(theCase, 'local-inertial', 30, (name, run, volume, massError) => {
    const label = `${theCase.title}, ${name}`;
    const peaks = run.depthsM.map(largest);
    const arrivals = run.depthsM.map((depths) => arrivalS(run.timesS, depths, 0.01));
    const lateS = furthest(arrivals, peerArrivalsS);
    rows.push(
      atMost(
        label,
        'peaks off DG2',
        1000 * furthest(peaks, floodPlainPeaksM),
        2,
        'mm',
        'Zenodo 4066824, 5 m',
      ),
      atMost(label, 'arrival at 1 cm off LISFLOOD ACC', lateS, 60, 's', 'LISFLOOD-FP 8.1'),
      atMost(
        label,
        'volume off the inflow',
        Math.abs(volume / FLOOD_PLAIN_M3 - 1),
        1e-6,
        '–',
        theCase.source,
      ),
      atMost(label, 'mass error', massError, 1e-6, '–', 'A7'),
    );
    if (name !== 'js') return;
    const hours = run.timesS.map((seconds) => seconds / 3600);
    run.depthsM.forEach((ys, index) => {
      lines.push({ name: `point ${index + 1}`, xs: hours, ys });
    });
  });
  if (text) lines.push(...references(text, 'ACC', (seconds) => seconds / 3600));
  const labels = { title: 'EA 4: depths', xLabel: 'time (h)', yLabel: 'depth (m)' };
  return { rows, leftOut, plots: [{ file: 'ea-4', plot: { ...labels, lines } }] };
}

function references(text: string, name: string, toX: (seconds: number) => number): Line[] {
  const { timesS, values } = readStageSeries(text);
  const xs = timesS.map(toX);
  return values.map((ys, index) => ({ name: `${name} ${index + 1}`, xs, ys, isReference: true }));
}

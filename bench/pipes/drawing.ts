// What drawing costs the main thread, in Chromium with software rendering: the graphics card's own time is no part of
// it. Peer: Cesium's BufferPolylineCollection, its newest lines, in the same browser on the same pipes.

import type { Page } from 'playwright';
import { placeNetworks } from '#features/pipes/kernel/index-space.ts';
import { toPipeShapes } from '#features/pipes/kernel/shapes/to-pipe-shapes.ts';
import { withLab } from '../open-lab.ts';
import type { Row } from '../row.ts';
import type { Timings } from './drawing-lab/lab.ts';
import { aPlainOfPipes } from './drawing-lab/plain-of-pipes.ts';

const PEER = 'BufferPolylineCollection';

export async function benchDrawing(): Promise<Row[]> {
  const shaping = [100_000, 1_000_000].map(timeShaping);
  return withLab(
    {
      folder: new URL('drawing-lab', import.meta.url),
      name: 'bench-pipes-lab',
      sign: 'drawingLab',
    },
    async (open) => [
      ...shaping,
      ...(await benchHundredThousand(open)),
      ...(await benchMillion(open)),
    ],
  );
}

type Open = () => Promise<Page>;

/** Seen whole from above. */
async function benchHundredThousand(open: Open): Promise<Row[]> {
  const ours = await (await open()).evaluate(() => window.drawingLab.ours(100_000, 4000));
  const theirs = await (await open()).evaluate(() => window.drawingLab.theirs(100_000, 4000));
  const name = '100,000 pipes';
  return [
    { ...row(`${name}: build and first picture`, ours.buildMs), ...peer(theirs.buildMs) },
    {
      ...row(`${name}: recolour and next picture, median`, median(ours.recolourMs)),
      ...peer(median(theirs.recolourMs)),
    },
    row(`${name}: recolour and next picture, worst`, Math.max(...ours.recolourMs)),
    {
      ...row(`${name}: picture in which nothing changed`, median(ours.idleMs)),
      ...peer(median(theirs.idleMs)),
    },
    ...picks(name, ours),
  ];
}

async function benchMillion(open: Open): Promise<Row[]> {
  const ours = await (await open()).evaluate(() => window.drawingLab.ours(1_000_000, 4000));
  const name = '1,000,000 pipes';
  return [
    row(`${name}: build and first picture`, ours.buildMs),
    row(`${name}: recolour and next picture, median`, median(ours.recolourMs)),
    row(`${name}: recolour and next picture, worst`, Math.max(...ours.recolourMs)),
    row(`${name}: picture in which nothing changed`, median(ours.idleMs)),
    ...picks(name, ours),
  ];
}

const picks = (name: string, { pickMs, exact }: Timings): Row[] => [
  row(`${name}: pick the first time in a tile`, pickMs[0] ?? Number.NaN),
  row(`${name}: pick, median`, median(pickMs.slice(1))),
  {
    case: `${name}: picks that found the very pipe`,
    value: (100 * exact) / pickMs.length,
    unit: '%',
  },
];

function timeShaping(count: number): Row {
  const placed = placeNetworks([aPlainOfPipes(count)]);
  const start = performance.now();
  toPipeShapes(placed, 1);
  return row(
    `${count.toLocaleString('en')} pipes: tiles, in the worker`,
    performance.now() - start,
  );
}

const row = (name: string, ms: number): Row => ({ case: name, value: round(ms), unit: 'ms' });
const peer = (ms: number) => ({ peer: PEER, peerValue: round(ms) });
const round = (ms: number) => Math.round(ms * 100) / 100;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

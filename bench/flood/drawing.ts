// What drawing a flood of 1 M cells costs the main thread: comparing a frame in Node, frames and pictures in Chromium
// with software rendering, where the graphics card's own time is no part of it.

import { aFrame, aPlace } from '#features/flood/layer/a-flood.ts';
import { FloodMirror } from '#scene/flood-mirror.ts';
import { withLab } from '../open-lab.ts';
import type { Row } from '../row.ts';
import type { FloodTimings } from './drawing-lab/lab.ts';

const SIDE = 1024;
const RUNS = 31;

export async function benchDrawing(): Promise<Row[]> {
  return [...benchMirror(), ...(await benchPictures())];
}

/** Frames of 256 wet tiles, 100 of which change from one to the next. */
function benchMirror(): Row[] {
  const place = aPlace({ width: SIDE, height: SIDE });
  const isChanging = (column: number, row: number) =>
    Math.floor(row / 64) * 16 + Math.floor(column / 64) < 100;
  const [still, moved] = [0, 0.001].map((more) =>
    aFrame(place, (column, row) => 1 + (isChanging(column, row) ? more : 0)),
  );
  if (!still || !moved) return [];
  const mirror = new FloodMirror(SIDE, SIDE);
  const times: number[] = [];
  let changed = 0;
  for (let run = 0; run < RUNS; run++) {
    changed = 0;
    const start = performance.now();
    mirror.take(run % 2 === 0 ? still : moved, () => changed++);
    if (run > 3) times.push(performance.now() - start);
  }
  const name = `1 M wet cells, ${changed} of 256 tiles changed`;
  return [
    row(`${name}: compare and pack a frame, median`, median(times)),
    row(`${name}: compare and pack a frame, worst`, Math.max(...times)),
  ];
}

async function benchPictures(): Promise<Row[]> {
  const lab = {
    folder: new URL('drawing-lab', import.meta.url),
    name: 'bench-flood-lab',
    sign: 'floodLab',
  };
  const { openMs, changedMs, allMs, idleMs } = await withLab(lab, async (open) =>
    (await open()).evaluate((): FloodTimings => window.floodLab.run()),
  );
  const name = '1 M wet cells';
  return [
    row(`${name}: new run, its bed and first frame uploaded`, openMs),
    row(`${name}: frame with 112 tiles changed and next picture, median`, median(changedMs)),
    row(`${name}: frame with 112 tiles changed and next picture, worst`, Math.max(...changedMs)),
    row(`${name}: frame with all 256 tiles changed and next picture, median`, median(allMs)),
    row(`${name}: picture in which nothing changed, median`, median(idleMs)),
  ];
}

const row = (name: string, ms: number): Row => ({
  case: name,
  value: Math.round(ms * 100) / 100,
  unit: 'ms',
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

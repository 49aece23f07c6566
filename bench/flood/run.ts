// From a click to frames: what the run loop costs beside its solver, on a slope of 160,000 cells of which a river takes
// more and more, in this thread.

import { installedBackends } from '#simulation/flood/run/backends.ts';
import { type Backend, createFloodSolver } from '#simulation/flood/run/create-solver.ts';
import { createWasmSolver } from '#simulation/flood/wasm/index.ts';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';
import { aCity, aScenario, placeAt, someTopics } from '#workers/flood/run/a-flood.ts';
import { FRAME_BYTES } from '#workers/flood/run/kept-frames.ts';
import { TILE_CELLS } from '#workers/flood/run/tile-codec.ts';
import type { RunTopics } from '#workers/flood/run/topics.ts';
import { RunDesk } from '#workers/flood/run-desk.ts';
import type { Row } from '../row.ts';

const CELLS = 400;
const DURATION_S = 3600;
/** Pace at which frames are counted: slow enough that the solver is never the limit. */
const STEADY = 60;
const STEADY_MS = 3000;
const SEEKS = 40;

const scenario = aScenario({
  ...{ durationS: DURATION_S, backend: 'auto' },
  boundsDeg: [10, 53.96, 10.04, 54],
  sources: [
    {
      ...{ id: 'in', name: 'River', kind: 'inflow', flow: [[0, 400]] },
      line: [placeAt(0.5, 100), placeAt(0.5, 300)],
    },
  ],
});

export async function benchRun(): Promise<Row[]> {
  const desk = new RunDesk(await topicsWithKernels(), aCity);
  // What is measured is a worker that is warm, as after the first click.
  await begin(desk, 'warm-up', 5);
  return [...(await benchStart(desk)), ...(await benchFrames(desk)), ...(await benchKept(desk))];
}

async function topicsWithKernels(): Promise<RunTopics> {
  const source = await openFloodKernel();
  const wasm: Backend = {
    isThere: () => true,
    create: (grid, options) => createWasmSolver(grid, options, source),
  };
  return {
    ...someTopics(CELLS),
    createSolver: (grid, wish) => createFloodSolver(grid, wish, { ...installedBackends, wasm }),
  };
}

async function begin(desk: RunDesk, run: string, untilS: number): Promise<void> {
  const news = desk.begin({ run, scenario }).news(new AbortController().signal);
  for await (const one of news) if (one.kind === 'frame' && one.frame.timeS >= untilS) return;
}

async function benchStart(desk: RunDesk): Promise<Row[]> {
  const begunMs = performance.now();
  let firstMs = 0;
  const news = desk.begin({ run: 'start', scenario }).news(new AbortController().signal);
  for await (const one of news) {
    if (one.kind !== 'frame') continue;
    if (firstMs === 0) firstMs = performance.now() - begunMs;
    if (one.frame.timeS > 0) break;
  }
  const movingMs = performance.now() - begunMs;
  return [
    { case: 'click to first frame, 160,000 cells', value: firstMs / 1000, unit: 's' },
    { case: 'click to first water that moved', value: movingMs / 1000, unit: 's' },
  ];
}

async function benchFrames(desk: RunDesk): Promise<Row[]> {
  let frames = 0;
  let bytes = 0;
  const begunMs = performance.now();
  const request = { run: 'steady', scenario, pace: STEADY };
  for await (const one of desk.begin(request).news(new AbortController().signal)) {
    if (one.kind !== 'frame') continue;
    frames++;
    bytes += one.frame.tiles.length * (4 + TILE_CELLS * 6);
    if (performance.now() - begunMs > STEADY_MS) break;
  }
  const seconds = (performance.now() - begunMs) / 1000;
  return [
    { case: `frames to the globe at ${STEADY} × real time`, value: frames / seconds, unit: '1/s' },
    { case: 'bytes of such a frame', value: bytes / frames / 1e6, unit: 'MB' },
  ];
}

async function benchKept(desk: RunDesk): Promise<Row[]> {
  const begunMs = performance.now();
  await begin(desk, 'kept', DURATION_S);
  const seconds = (performance.now() - begunMs) / 1000;
  const { frames, frameBytes, snapshotsS, snapshotBytes, status } = desk.get('kept').kept();
  const seeksMs = Array.from({ length: SEEKS }, (_, at) => {
    const seekMs = performance.now();
    desk.frameAt({ run: 'kept', timeS: ((at * 37) % SEEKS) * (DURATION_S / SEEKS) });
    return performance.now() - seekMs;
  }).sort((a, b) => a - b);
  const name = `an hour's run, ${status.wetCells} cells wet at its end`;
  return [
    { case: `${name}: simulated seconds a second`, value: DURATION_S / seconds, unit: '×' },
    {
      ...{ case: `${name}: ${frames} kept frames`, value: frameBytes / 1e6, unit: 'MB' },
      ...{ peer: 'the bound of a run', peerValue: FRAME_BYTES / 1e6 },
    },
    { case: `${name}: ${snapshotsS.length} snapshots`, value: snapshotBytes / 1e6, unit: 'MB' },
    { case: 'frameAt, median of 40', value: seeksMs[SEEKS / 2] ?? 0, unit: 'ms' },
    { case: 'frameAt, longest of 40', value: seeksMs.at(-1) ?? 0, unit: 'ms' },
  ];
}

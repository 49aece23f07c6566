// How many cells a second each kernel moves: 1000 × 1000 cells of 5 m, all wet, 2 m over a bed of ±0.5 m, n 0.03.

import { createJsSolver } from '#simulation/flood/js/index.ts';
import type { FloodGrid, FloodScheme, FloodSolver } from '#simulation/flood/parts.ts';
import { createWasmSolver } from '#simulation/flood/wasm/index.ts';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';
import type { Row } from '../row.ts';
import { leastCpuS } from './measure.ts';
import { naiveInertial } from './naive-inertial.ts';

const SIDE = 1000;
const CELLS = SIDE * SIDE;
const STEPS = 24;
const TIMES = 5;

const place = 'all wet, 1000²';
const schemes: readonly FloodScheme[] = ['local-inertial', 'shallow-water'];

export async function benchKernels(): Promise<Row[]> {
  const source = await openFloodKernel();
  const { grid, depthM } = allWet();
  const rows: Row[] = [];
  for (const scheme of schemes) {
    const js = await rateOf(createJsSolver(grid, { scheme, depthM }), 1);
    for (const threads of [1, 2]) {
      const solver = await createWasmSolver(grid, { scheme, depthM, threads }, source);
      const { cellRate, timeRate } = await rateOf(solver, threads);
      const label = `${scheme}, WASM, ${threads} thread${threads > 1 ? 's' : ''}`;
      const peer = 'plain JavaScript, one thread';
      rows.push({
        ...{ case: `${label}, ${place}, by CPU time`, value: cellRate, unit: 'Mcell/s' },
        ...{ peer, peerValue: js.cellRate },
      });
      rows.push({
        ...{ case: `${label}, ${place}, by CPU time`, value: timeRate, unit: '× real time' },
        ...{ peer, peerValue: js.timeRate },
      });
      solver.dispose();
    }
    if (scheme === 'shallow-water') continue;
    rows.push({
      ...{ case: `${scheme}, plain JavaScript, ${place}`, value: js.cellRate, unit: 'Mcell/s' },
      ...{ peer: 'as in a textbook, JavaScript', peerValue: await naiveRate(grid, depthM) },
    });
  }
  return rows;
}

/** Of one core for each thread; a step of it is the same for all backends. */
async function rateOf(solver: FloodSolver, threads: number) {
  await solver.run(1);
  const stepS = (await solver.statistics()).stepS;
  const { steps } = await solver.statistics();
  let runs = 0;
  const cpuS = await leastCpuS(TIMES, async () => {
    runs++;
    await solver.run(solver.timeS() + STEPS * stepS);
  });
  const done = ((await solver.statistics()).steps - steps) / runs;
  const spent = cpuS / threads;
  return { cellRate: (done * CELLS) / 1e6 / spent, timeRate: (STEPS * stepS) / spent };
}

async function naiveRate({ zM }: FloodGrid, depthM: Float32Array): Promise<number> {
  const step = naiveInertial(SIDE, SIDE, zM, depthM);
  step();
  const cpuS = await leastCpuS(TIMES, () => {
    for (let turn = 0; turn < 4; turn++) step();
  });
  return (4 * CELLS) / 1e6 / cpuS;
}

function allWet(): { readonly grid: FloodGrid; readonly depthM: Float32Array } {
  const cells = Array.from({ length: CELLS }, (_, cell) => [cell % SIDE, Math.floor(cell / SIDE)]);
  const bed = (x: number, y: number) => 10 + 0.5 * Math.sin(x / 17) * Math.cos(y / 23);
  const zM = Float32Array.from(cells, ([x = 0, y = 0]) => bed(x, y));
  const level = (x: number) => 12 + 0.1 * Math.sin(x / 60);
  const depthM = Float32Array.from(cells, ([x = 0, y = 0]) => level(x) - bed(x, y));
  const manning = new Float32Array(CELLS).fill(0.03);
  return { grid: { width: SIDE, height: SIDE, cellM: 5, zM, manning }, depthM };
}

// Time to solution of published tests, mostly dry: EA 4 at 5 m (5 h) and EA 5 at 50 m (30 h), one thread.

import { existsSync, readFileSync } from 'node:fs';
import { floodPlain } from '#simulation/flood/cases/environment-agency.ts';
import { type FloodCase, runCase } from '#simulation/flood/cases/flood-case.ts';
import { damFailure } from '#simulation/flood/cases/valley.ts';
import { createJsSolver } from '#simulation/flood/js/index.ts';
import type { FloodSolver } from '#simulation/flood/parts.ts';
import { createWasmSolver } from '#simulation/flood/wasm/index.ts';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';
import type { Row } from '../row.ts';
import { leastCpuS } from './measure.ts';

const valleyFiles = ['dem', 'bci', 'bdy'].map(
  (ending) =>
    new URL(
      `../../../shared/data/flood/ea_test5/reference_lisflood81_50m/ea5-50m.${ending}`,
      import.meta.url,
    ),
);
const scheme = 'local-inertial';

export async function benchPublished(): Promise<Row[]> {
  const rows = await timeOf(floodPlain(5), 'EA 4 at 5 m, 5 h', 3);
  if (!valleyFiles.every(existsSync)) {
    console.log('EA 5 is left out: its DEM is not in ../shared/data.');
    return rows;
  }
  const [dem = '', bci = '', bdy = ''] = valleyFiles.map((file) => readFileSync(file, 'utf8'));
  return [...rows, ...(await timeOf(damFailure({ dem, bci, bdy }), 'EA 5 at 50 m, 30 h', 3))];
}

async function timeOf(theCase: FloodCase, name: string, times: number): Promise<Row[]> {
  const source = await openFloodKernel();
  const { grid, start } = theCase;
  const finish = async (solver: FloodSolver) => {
    await runCase(solver, theCase, 60);
    solver.dispose();
  };
  const peerValue = await leastCpuS(1, () => finish(createJsSolver(grid, { scheme, ...start })));
  const value = await leastCpuS(times, async () =>
    finish(await createWasmSolver(grid, { scheme, ...start }, source)),
  );
  return [
    {
      ...{ case: `${name}, ${scheme}, WASM, 1 thread, CPU time`, value, unit: 's' },
      ...{ peer: 'plain JavaScript', peerValue },
    },
  ];
}

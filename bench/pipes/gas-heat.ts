// How long the steady states of Schutterwald's gas and heat take, opened anew each time as after an incident.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { solveGas } from '#simulation/gas-heat/gas.ts';
import { solveHeat } from '#simulation/gas-heat/heat.ts';
import { readPandapipes, toGasProblem } from '#simulation/gas-heat/read-pandapipes.ts';
import { toHeatProblem } from '#simulation/gas-heat/read-pandapipes-heat.ts';
import type { Row } from '../row.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/pipes/gas-heat/', import.meta.url));
const RUNS = 21;

function medianMs(run: () => unknown): { readonly first: number; readonly median: number } {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const [first = 0, ...rest] = times;
  return { first, median: rest.sort((a, b) => a - b)[Math.floor(rest.length / 2)] ?? 0 };
}

export async function benchGasHeat(): Promise<Row[]> {
  if (!existsSync(FOLDER)) {
    console.warn(`Gas and heat are not measured: ${FOLDER} is missing.`);
    return [];
  }
  const read = (file: string) => readPandapipes(readFileSync(FOLDER + file, 'utf8'));
  const gas = toGasProblem(read('schutterwald_gas.json'), 'nikuradse').problem;
  const colebrook = { ...gas, friction: 'colebrook' as const };
  const heat = toHeatProblem(read('sw_heat.json'), 'nikuradseLiquid').problem;
  const cases = [
    ['gas of Schutterwald, 2559 nodes', () => solveGas(gas)],
    ['gas of Schutterwald, 2559 nodes, Colebrook', () => solveGas(colebrook)],
    ['heat of Schutterwald, 488 nodes', () => solveHeat(heat)],
  ] as const;
  return cases.flatMap(([name, run]): Row[] => {
    const { first, median } = medianMs(run);
    return [
      { case: `${name}: steady state`, value: median, unit: 'ms' },
      { case: `${name}: first one`, value: first, unit: 'ms' },
    ];
  });
}

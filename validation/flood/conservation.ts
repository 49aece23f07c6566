// A7 and A8: volumes over random basins with rain, inflow, sinks and edges; the same bytes whatever is skipped or shared.
import type { FloodOptions, FloodScheme, FloodSolver } from '#simulation/flood/parts.ts';
import { aRoughBasin } from '#simulation/flood/reference/testing/a-rough-basin.ts';
import type { ReportRow } from '../report.ts';
import { type Backend, backendsFor } from './backends.ts';
import { atMost, type Findings, furthest } from './findings.ts';

const SCHEMES: readonly FloodScheme[] = ['local-inertial', 'shallow-water'];
const BASINS = 10;

export async function validateConservation(): Promise<Findings> {
  const rows: ReportRow[] = [];
  const leftOut: string[] = [];
  for (const scheme of SCHEMES) {
    const { backends, missing } = await backendsFor(scheme);
    leftOut.push(...missing);
    for (const backend of backends) {
      let worst = 0;
      for (let seed = 1; seed <= BASINS; seed++) {
        worst = Math.max(worst, (await flood(backend, { scheme }, seed)).massError);
      }
      const label = `${BASINS} random basins, ${scheme}, ${backend.name}`;
      rows.push(
        atMost(label, 'largest mass error', worst, 1e-6, '–', 'rain, sinks, wetting, drying: A7'),
      );
      rows.push(...(await differences(backend, scheme)));
    }
  }
  return { rows, plots: [], leftOut };
}

async function differences(backend: Backend, scheme: FloodScheme): Promise<ReportRow[]> {
  const plain = await flood(backend, { scheme }, 5);
  const variants: readonly (readonly [string, Partial<FloodOptions>])[] = [
    ['run again', {}],
    ['without skipping', { skipsDry: false }],
    ...(backend.name === 'wasm'
      ? ([
          ['two threads', { threads: 2 }],
          ['four threads', { threads: 4 }],
        ] as const)
      : []),
  ];
  const rows: ReportRow[] = [];
  for (const [words, options] of variants) {
    const other = await flood(backend, { scheme, ...options }, 5);
    const off = furthest(plain.depthM, other.depthM);
    rows.push(
      atMost(
        `Basin 5, ${scheme}, ${backend.name}`,
        `${words}: depths differ by`,
        off,
        0,
        'm',
        'A8',
      ),
    );
  }
  return rows;
}

async function flood(backend: Backend, options: FloodOptions, seed: number) {
  const { grid, depthM } = aRoughBasin({ seed, width: 64, height: 64, withWalls: seed % 2 === 0 });
  const solver: FloodSolver = await backend.create(grid, { ...options, depthM });
  const { width, height } = grid;
  solver.setEdges([
    { cell: width * 3, side: 'west', kind: 'normal-depth', value: 0.01 },
    { cell: width * (height - 1) + 7, side: 'south', kind: 'stage', value: 1.6 },
  ]);
  const cells = Int32Array.of(width * 9 + 9, width * 40 + 40);
  for (let piece = 1; piece <= 6; piece++) {
    solver.setRain(piece % 3 === 0 ? -2e-5 : 1e-5);
    solver.setFluxes({ cells, flowM3s: Float64Array.of(piece % 2 ? 8 : -8, -3) });
    await solver.run(piece * 20);
  }
  const { relativeError } = await solver.balance();
  const state = await solver.state();
  const depths = state.depthM.slice();
  solver.dispose();
  return { massError: Math.abs(relativeError), depthM: depths };
}

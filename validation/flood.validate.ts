import { validateConservation } from './flood/conservation.ts';
import { validateEnvironmentAgency } from './flood/environment-agency.ts';
import { validateExact } from './flood/exact.ts';
import type { Findings } from './flood/findings.ts';
import { validateValley } from './flood/valley.ts';
import { toSvg } from './plot.ts';
import type { Report } from './report.ts';

const topics: readonly (() => Promise<Findings>)[] = [
  ...[validateExact, validateConservation, validateEnvironmentAgency, validateValley],
];

/** What can't be checked with the data that we have. */
const withoutData = [
  'EA 8A (A4): its DEM is not in the shared data; there are rain, inflow and other programs’ series only.',
  'Dam break against a building and a real urban flood (A9): neither geometry nor gauges are in the shared data.',
];

export async function validate(): Promise<Report> {
  const found: Findings[] = [];
  for (const topic of topics) {
    const start = performance.now();
    found.push(await topic());
    console.log(`${topic.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  const leftOut = [...withoutData, ...new Set(found.flatMap((one) => one.leftOut))];
  return {
    title: 'Flood',
    intro: `
Local inertial and full shallow water (second order) against exact solutions, the Environment Agency's benchmarks
(SC120002) and our own runs of LISFLOOD-FP 8.1 on the same grids, for plain JavaScript and WASM; the f64 reference is
compared with both in the tests. Local inertial is not asked for dam breaks and jumps: it has no advection, and on those
it does not converge. Limits are the figures set before the solvers were written.

Not checked:

${leftOut.map((words) => `- ${words}`).join('\n')}
`,
    rows: found.flatMap(({ rows }) => rows),
    plots: found
      .flatMap(({ plots }) => plots)
      .map(({ file, plot }) => ({ file: `${file}.svg`, title: plot.title, svg: toSvg(plot) })),
  };
}

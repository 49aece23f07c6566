import { validateAnalyses } from './pipes/analyses.ts';
import { validateDrainage } from './pipes/drainage.ts';
import { validateGasHeat } from './pipes/gas-heat.ts';
import { validateHydraulics } from './pipes/hydraulics.ts';
import { validateTopology } from './pipes/topology.ts';
import type { Report, ReportRow } from './report.ts';

/** One after the other: each needs the whole machine for its times. */
const topics: readonly (() => Promise<readonly ReportRow[]>)[] = [
  ...[validateTopology, validateHydraulics, validateAnalyses, validateDrainage, validateGasHeat],
];

export async function validate(): Promise<Report> {
  const rows: ReportRow[] = [];
  for (const topic of topics) rows.push(...(await topic()));
  return {
    title: 'Pipeline networks',
    intro: `
Each solver against a published result or another program on the same input: water against native EPANET 2.3.5,
segments and criticality against WNTR's tables, closing valves against pressure-driven hydraulics, fire flow against
bisection, leak search on L-Town with known leaks, drainage against SWMM 5.2.4, gas against STANET, heat against
pandapipes. The row says which file and which figure; nodes in pockets behind closed links have no head that means
anything and are judged “no supply” instead. Where the shared data are missing, their rows are left out.
`,
    rows,
  };
}

import { benchAnalyses } from './pipes/analyses.ts';
import { benchDrainage } from './pipes/drainage.ts';
import { benchDrawing } from './pipes/drawing.ts';
import { benchGasHeat } from './pipes/gas-heat.ts';
import { benchHydraulics } from './pipes/hydraulics.ts';
import { benchTopology } from './pipes/topology.ts';
import type { Row } from './row.ts';

/** One after the other: each needs the whole machine. */
const topics: readonly (() => Promise<readonly Row[]>)[] = [
  ...[benchTopology, benchHydraulics, benchAnalyses, benchDrainage, benchGasHeat, benchDrawing],
];

export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const topic of topics) rows.push(...(await topic()));
  return rows;
}

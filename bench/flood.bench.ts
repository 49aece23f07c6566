import { benchDrawing } from './flood/drawing.ts';
import { benchImpact } from './flood/impact.ts';
import { benchKernels } from './flood/kernels.ts';
import { benchPublished } from './flood/published.ts';
import { benchRun } from './flood/run.ts';
import type { Row } from './row.ts';

/** One after the other: each needs the whole machine. */
const topics = [benchKernels, benchPublished, benchRun, benchImpact, benchDrawing] as const;

export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const topic of topics) rows.push(...(await topic()));
  return rows;
}

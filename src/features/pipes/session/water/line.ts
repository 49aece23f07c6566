import type { HydraulicsWorker } from '#workers/hydraulics/client.ts';

/** What `HYDRAULICS_LINE` carries: a question that a dying worker left open goes to the next one. */
export type HydraulicsLine = Pick<HydraulicsWorker, 'call' | 'stream'>;

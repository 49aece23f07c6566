import { startDrainage } from './drainage.ts';
import { startGasHeat } from './gas-heat.ts';
import { startHydrants } from './hydrants.ts';
import { startIncident } from './incident.ts';
import { startLeakWatch } from './leak.ts';
import { startMarks } from './marks.ts';
import { startNeighbours } from './neighbours.ts';
import { startNights } from './nights.ts';
import type { StartPart } from './part.ts';
import { startWater } from './water.ts';
import { startWorks } from './works.ts';

/** What runs while networks are open, each in a file or folder of its own. */
export const parts: readonly StartPart[] = [
  startWater,
  startHydrants,
  startLeakWatch,
  startMarks,
  startNeighbours,
  startIncident,
  startWorks,
  startNights,
  startDrainage,
  startGasHeat,
];

import { burstMessages } from '../../messages/burst.ts';
import { BURST_TOOL } from '../../state/incident.ts';
import type { PipesTool } from '../tools.ts';

const breaking = new Set(['water', 'reclaimed', 'gas', 'heatSupply', 'heatReturn']);

export const burstTool: PipesTool = {
  id: BURST_TOOL,
  name: burstMessages.tool,
  summary: burstMessages.summary,
  icon: 'incident',
  isAvailable: (networks) => networks.some(({ utility }) => breaking.has(utility)),
  load: () => import('./BurstTool.tsx'),
};

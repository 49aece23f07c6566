import { isModelled } from '../analysis/use-water.ts';
import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const nightFlowTool: PipesTool = {
  id: 'night-flow',
  name: messages.name,
  summary: messages.summary,
  icon: 'moon',
  isAvailable: (networks) => networks.some((one) => one.utility === 'water' && isModelled(one)),
  load: () => import('./NightFlowTool.tsx'),
};

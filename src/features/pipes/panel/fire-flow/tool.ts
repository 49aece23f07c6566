import { isModelled } from '../analysis/use-water.ts';
import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const fireFlowTool: PipesTool = {
  id: 'fire-flow',
  name: messages.name,
  summary: messages.summary,
  icon: 'flame',
  isAvailable: (networks) => networks.some(isModelled),
  load: () => import('./FireFlowTool.tsx'),
};

import { isModelled } from '../analysis/use-water.ts';
import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const contaminationTool: PipesTool = {
  id: 'contamination',
  name: messages.name,
  summary: messages.summary,
  icon: 'droplet',
  isAvailable: (networks) => networks.some(isModelled),
  load: () => import('./ContaminationTool.tsx'),
};

import { isModelled } from '../analysis/use-water.ts';
import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const leakTool: PipesTool = {
  id: 'leak',
  name: messages.name,
  summary: messages.summary,
  icon: 'radar',
  isAvailable: (networks) => networks.some(isModelled),
  load: () => import('./LeakTool.tsx'),
};

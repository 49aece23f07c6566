import type { FloodTool } from '../tools.ts';
import { ensembleMessages } from './messages.ts';

export const ensembleTool: FloodTool = {
  id: 'ensemble',
  name: ensembleMessages.name,
  summary: ensembleMessages.summary,
  icon: 'bar-chart',
  when: 'run',
  load: () => import('./EnsembleTool.tsx'),
};

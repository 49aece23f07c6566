import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const clearanceTool: PipesTool = {
  id: 'clearance',
  name: messages.name,
  summary: messages.summary,
  icon: 'ruler',
  isAvailable: (networks) => networks.length > 0,
  load: () => import('./ClearanceTool.tsx'),
};

import type { FloodTool } from '../tools.ts';
import { messages } from './messages.ts';

export const consequencesTool: FloodTool = {
  id: 'consequences',
  name: messages.consequences,
  summary: messages.summary,
  icon: 'list',
  when: 'run',
  load: () => import('./ConsequencesTool.tsx'),
};

import type { FloodTool } from '../tools.ts';
import { messages } from './messages.ts';

export const exportTool: FloodTool = {
  id: 'export',
  name: messages.name,
  summary: messages.summary,
  icon: 'download',
  when: 'run',
  load: () => import('./ExportTool.tsx'),
};

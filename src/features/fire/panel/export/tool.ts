import type { FireTool } from '../tools.ts';
import { messages } from './messages.ts';

export const exportTool: FireTool = {
  id: 'export',
  name: messages.name,
  summary: messages.summary,
  icon: 'download',
  when: 'fire',
  load: () => import('./ExportTool.tsx'),
};

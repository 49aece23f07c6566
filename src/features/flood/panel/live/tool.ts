import type { FloodTool } from '../tools.ts';
import { messages } from './messages.ts';

export const liveTool: FloodTool = {
  id: 'live',
  name: messages.name,
  summary: messages.summary,
  icon: 'activity',
  when: 'always',
  load: () => import('./LiveTool.tsx'),
};

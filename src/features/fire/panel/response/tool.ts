import type { FireTool } from '../tools.ts';
import { messages } from './messages.ts';

export const RESPONSE_TOOL = 'response';

export const responseTool: FireTool = {
  id: RESPONSE_TOOL,
  name: messages.tool,
  summary: messages.toolSummary,
  icon: 'fire-engine',
  when: 'always',
  load: () => import('./ResponseTool.tsx'),
};

import { SMOKE_TOOL } from '../../state/releases.ts';
import type { FireTool } from '../tools.ts';
import { messages } from './messages.ts';

export const smokeTool: FireTool = {
  id: SMOKE_TOOL,
  name: messages.tool,
  summary: messages.toolSummary,
  icon: 'cloud',
  when: 'always',
  load: () => import('./SmokeTool.tsx'),
};

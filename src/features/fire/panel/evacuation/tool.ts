import type { FireTool } from '../tools.ts';
import { messages } from './messages.ts';

export const EVACUATION_TOOL = 'evacuation';

export const evacuationTool: FireTool = {
  id: EVACUATION_TOOL,
  name: messages.tool,
  summary: messages.toolSummary,
  icon: 'walk',
  when: 'always',
  load: () => import('./EvacuationTool.tsx'),
};

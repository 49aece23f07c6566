import { RISK_TOOL } from '../../state/change-risk.ts';
import type { FireTool } from '../tools.ts';
import { messages } from './messages.ts';

export const riskTool: FireTool = {
  id: RISK_TOOL,
  name: messages.tool,
  summary: messages.toolSummary,
  icon: 'list',
  when: 'always',
  load: () => import('./RiskTool.tsx'),
};

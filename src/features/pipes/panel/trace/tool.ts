import { traceMessages } from '../../messages/trace.ts';
import type { PipesTool } from '../tools.ts';

export const TRACE_TOOL = 'trace';

export const traceTool: PipesTool = {
  id: TRACE_TOOL,
  name: traceMessages.tool,
  summary: traceMessages.summary,
  icon: 'route',
  isAvailable: (networks) => networks.length > 0,
  load: () => import('./TraceTool.tsx'),
};

import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

const kinds: ReadonlySet<string> = new Set(['storm', 'sanitary', 'combined']);

export const drainageTool: PipesTool = {
  id: 'drainage',
  name: messages.name,
  summary: messages.summary,
  icon: 'rain',
  isAvailable: (networks) => networks.some(({ utility }) => kinds.has(utility)),
  load: () => import('./DrainageTool.tsx'),
};

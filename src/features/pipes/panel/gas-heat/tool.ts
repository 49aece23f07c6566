import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

const kinds: ReadonlySet<string> = new Set(['gas', 'heatSupply', 'power']);

export const gasHeatTool: PipesTool = {
  id: 'gas-heat',
  name: messages.name,
  summary: messages.summary,
  icon: 'flame',
  isAvailable: (networks) => networks.some(({ utility }) => kinds.has(utility)),
  load: () => import('./GasHeatTool.tsx'),
};

import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const supplyTool: PipesTool = {
  id: 'supply',
  name: messages.name,
  summary: messages.summary,
  icon: 'droplet',
  isAvailable: (networks) => networks.some(({ model }) => model?.format === 'epanet-inp'),
  load: () => import('./SupplyTool.tsx'),
};

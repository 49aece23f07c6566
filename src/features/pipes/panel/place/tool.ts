import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const placeTool: PipesTool = {
  id: 'place',
  name: messages.name,
  summary: messages.summary,
  icon: 'locate',
  isAvailable: (networks) => networks.some(({ middle }) => middle !== undefined),
  load: () => import('./PlaceTool.tsx'),
};

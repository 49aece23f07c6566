import type { FireTool } from '../tools.ts';
import { wildlandWords } from './messages.ts';

export const wildlandTool: FireTool = {
  id: 'wildland',
  name: wildlandWords.name,
  summary: wildlandWords.summary,
  icon: 'tree',
  when: 'always',
  load: () => import('./WildlandTool.tsx'),
};

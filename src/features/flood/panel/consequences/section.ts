import type { FloodSection } from '../tools.ts';
import { messages } from './messages.ts';

export const consequencesSection: FloodSection = {
  id: 'consequences',
  name: messages.consequences,
  when: 'run',
  isInitiallyOpen: true,
  load: () => import('./ConsequencesSection.tsx'),
};

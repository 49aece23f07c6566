import type { FloodSection } from '../tools.ts';
import { messages } from './messages.ts';

export const comparisonSection: FloodSection = {
  id: 'comparison',
  name: messages.comparison,
  when: 'comparison',
  isInitiallyOpen: true,
  load: () => import('./ComparisonSection.tsx'),
};

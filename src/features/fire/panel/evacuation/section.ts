import type { FireSection } from '../tools.ts';
import { messages } from './messages.ts';

export const evacuationSection: FireSection = {
  id: 'evacuation',
  name: messages.section,
  when: 'fire',
  isInitiallyOpen: true,
  load: () => import('./EvacuationSection.tsx'),
};

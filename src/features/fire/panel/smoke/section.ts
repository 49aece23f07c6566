import type { FireSection } from '../tools.ts';
import { messages } from './messages.ts';

export const smokeSection: FireSection = {
  id: 'smoke',
  name: messages.section,
  when: 'fire',
  isInitiallyOpen: true,
  load: () => import('./SmokeSection.tsx'),
};

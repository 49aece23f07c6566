import type { FireSection } from '../tools.ts';
import { messages } from './messages.ts';

export const responseSection: FireSection = {
  id: 'response',
  name: messages.tool,
  when: 'fire',
  isInitiallyOpen: true,
  load: () => import('./ResponseSection.tsx'),
};

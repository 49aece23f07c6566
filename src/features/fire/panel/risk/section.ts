import type { FireSection } from '../tools.ts';
import { messages } from './messages.ts';

export const riskSection: FireSection = {
  id: 'risk',
  name: messages.section,
  when: 'no-fire',
  isInitiallyOpen: true,
  load: () => import('./RiskSection.tsx'),
};

/** While a fire is shown the city's risk stands back, folded. */
export const riskBesideFireSection: FireSection = {
  ...riskSection,
  id: 'risk-beside-fire',
  when: 'fire',
  isInitiallyOpen: false,
};

export const coloursSection: FireSection = {
  id: 'colours',
  name: messages.colours,
  when: 'always',
  isInitiallyOpen: true,
  load: () => import('./ColoursSection.tsx'),
};

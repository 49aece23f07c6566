import type { Aspect } from '#features/feature.ts';
import { messages } from './building-messages.ts';

/** What fire tells of a building of the city. */
export const buildingFire: Aspect = {
  of: 'city',
  title: messages.title,
  isInitiallyOpen: true,
  load: () => import('./BuildingFire.tsx'),
};

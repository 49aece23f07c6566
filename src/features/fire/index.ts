import type { Feature } from '#features/feature.ts';
import { FIRE } from './contract.ts';
import { messages } from './messages.ts';
import { fireSlice } from './state.ts';

export const fire: Feature = {
  id: FIRE,
  name: messages.name,
  summary: messages.summary,
  icon: 'flame',
  isAvailable: ({ layers }) => layers.some(({ kind }) => kind === 'buildings'),
  slice: fireSlice,
  session: () => import('./session.ts'),
};

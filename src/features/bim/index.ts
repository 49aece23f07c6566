import type { Feature } from '#features/feature.ts';
import { messages } from './messages.ts';
import { bimSlice } from './state.ts';

export const bim: Feature = {
  id: bimSlice.id,
  name: messages.name,
  summary: messages.summary,
  icon: 'buildings',
  // Where a city has none, a person may drop one.
  isAvailable: () => true,
  slice: bimSlice,
};

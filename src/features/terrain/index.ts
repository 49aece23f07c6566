import type { Feature } from '#features/feature.ts';
import { messages } from './messages.ts';
import { hasTerrain, terrainSlice } from './state.ts';

export const terrain: Feature = {
  id: terrainSlice.id,
  name: messages.name,
  summary: messages.summary,
  icon: 'mountain',
  isAvailable: hasTerrain,
  slice: terrainSlice,
  layer: () => import('./layer.ts'),
  panel: () => import('./panel.tsx'),
};

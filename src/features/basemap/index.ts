import type { Feature } from '#features/feature.ts';
import { messages } from './messages.ts';
import { basemapSlice, toggleLabels } from './state.ts';

export const basemap: Feature = {
  id: basemapSlice.id,
  name: messages.name,
  summary: messages.summary,
  icon: 'map',
  isAvailable: ({ layers }) => layers.some(({ kind }) => kind === 'basemap'),
  slice: basemapSlice,
  layer: () => import('./layer.ts'),
  panel: () => import('./panel.tsx'),
  commands: [
    {
      id: 'basemap.labels',
      title: messages.toggleLabels,
      icon: 'map',
      shortcut: 'Shift+B',
      run: toggleLabels,
    },
  ],
};

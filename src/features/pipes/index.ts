import type { Feature } from '#features/feature.ts';
import { messages } from './messages.ts';
import { commands } from './state/commands.ts';
import { PIPES } from './state/selected.ts';
import { pipesSlice } from './state.ts';

export const pipes: Feature = {
  id: PIPES,
  name: messages.name,
  summary: messages.summary,
  icon: 'pipe',
  isAvailable: ({ layers }) =>
    layers.some(({ kind, id }) => kind === 'collection' && id.startsWith('pipes-')),
  slice: pipesSlice,
  layer: () => import('./layer.ts'),
  session: () => import('./session.ts'),
  panel: () => import('./panel.tsx'),
  inspector: () => import('./inspector.tsx'),
  bar: () => import('./panel/bar.tsx'),
  commands,
  nameOf: (_, { id }) => id.slice(id.lastIndexOf('/') + 1),
};

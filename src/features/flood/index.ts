import type { Feature } from '#features/feature.ts';
import { FLOOD } from './contract.ts';
import { messages } from './messages.ts';
import { commands } from './state/commands.ts';
import { here } from './state/here.ts';
import { nameOfThing } from './state/name-of.ts';
import { floodSlice } from './state.ts';

export const flood: Feature = {
  id: FLOOD,
  name: messages.name,
  summary: messages.summary,
  icon: 'wave',
  isAvailable: ({ layers }) =>
    layers.some((layer) => layer.kind === 'terrain' && layer.grid !== undefined),
  slice: floodSlice,
  layer: () => import('./layer.ts'),
  session: () => import('./session.ts'),
  panel: () => import('./panel.tsx'),
  timePanel: () => import('./panel/time.tsx'),
  inspector: () => import('./inspector.tsx'),
  bar: () => import('./panel/bar.tsx'),
  commands,
  here,
  nameOf: nameOfThing,
};

import type { Feature } from '#features/feature.ts';
import { FIRE } from './contract.ts';
import { buildingFire } from './inspector/building-fire.ts';
import { messages } from './messages.ts';
import { commands } from './state/commands.ts';
import { here } from './state/here.ts';
import { nameOfThing } from './state/name-of.ts';
import { fireSlice } from './state.ts';

export const fire: Feature = {
  id: FIRE,
  name: messages.name,
  summary: messages.summary,
  icon: 'flame',
  isAvailable: ({ layers }) => layers.some(({ kind }) => kind === 'buildings'),
  slice: fireSlice,
  layer: () => import('./layer.ts'),
  session: () => import('./session.ts'),
  panel: () => import('./panel.tsx'),
  timePanel: () => import('./panel/time.tsx'),
  inspector: () => import('./inspector.tsx'),
  aspects: [buildingFire],
  bar: () => import('./panel/bar.tsx'),
  commands,
  here,
  nameOf: nameOfThing,
};

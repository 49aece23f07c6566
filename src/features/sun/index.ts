import type { Feature } from '#features/feature.ts';
import { messages } from './messages.ts';
import { castShadows, followClock, sunSlice } from './state.ts';

export const sun: Feature = {
  id: sunSlice.id,
  name: messages.name,
  summary: messages.summary,
  icon: 'sun',
  isAvailable: () => true,
  slice: sunSlice,
  layer: () => import('./layer.ts'),
  panel: () => import('./panel.tsx'),
  timePanel: () => import('./panel/time.tsx'),
  commands: [
    {
      id: 'sun.follow-clock',
      title: messages.toggleSun,
      icon: 'sun',
      shortcut: 'Shift+L',
      run: (store) => followClock(store, !sunSlice.select(store.getState()).followsClock),
    },
    {
      id: 'sun.shadows',
      title: messages.toggleShadows,
      icon: 'shadow',
      shortcut: 'Shift+O',
      run: (store) => castShadows(store, !sunSlice.select(store.getState()).shadows),
    },
  ],
};

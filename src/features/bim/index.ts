import type { Feature } from '#features/feature.ts';
import { messages } from './messages.ts';
import { commands } from './state/commands.ts';
import { scenarioCommands } from './state/scenario-commands.ts';
import { bimSlice, selectBim } from './state.ts';

export const bim: Feature = {
  id: bimSlice.id,
  name: messages.name,
  summary: messages.summary,
  icon: 'skyscraper',
  // Where a city has none, a person may drop one.
  isAvailable: () => true,
  slice: bimSlice,
  layer: () => import('./layer.ts'),
  session: () => import('./session.ts'),
  panel: () => import('./panel.tsx'),
  inspector: () => import('./inspector.tsx'),
  stage: {
    isOpen: (state) => selectBim(state).task.kind === 'close-look',
    load: () => import('./close-look/index.tsx'),
  },
  commands: [...commands, ...scenarioCommands],
  nameOf: (state, { id }) => {
    const { details } = selectBim(state).report;
    const isMeant = details && `${details.model}/${details.globalId}` === id;
    return isMeant ? details.name || details.class : undefined;
  },
  place: () => import('./state/placing.ts'),
};

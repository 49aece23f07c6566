// What can be done with networks by key, menu or palette.

import type { Command } from '#store/command.ts';
import type { AppState } from '#store/store.ts';
import { openCard } from '#store/workbench.ts';
import { undergroundViews } from '../contract.ts';
import { undoOf } from '../kernel/incident-log.ts';
import { messages } from '../messages.ts';
import { changeLook, openTool, selectPipes } from '../state.ts';
import { startBurst, undo } from './incident.ts';
import { elementOf, PIPES } from './selected.ts';

/** The one link that is selected. */
const selectedLink = ({ selection }: AppState) =>
  selection.length === 1 && selection[0] && elementOf(selection[0])?.kind === 'link'
    ? selection[0].id
    : undefined;
const hasNetworks = ({ city }: AppState) =>
  city?.manifest.layers.some(({ id }) => id.startsWith('pipes-')) === true;

export const commands: readonly Command[] = [
  {
    id: 'pipes.burst',
    title: messages.burstCommand,
    icon: 'incident',
    shortcut: 'Shift+Y',
    when: (state) => selectedLink(state) !== undefined,
    run: (store) => {
      const link = selectedLink(store.getState());
      if (link === undefined) return;
      startBurst(store, link);
      openCard(store, PIPES);
    },
  },
  {
    id: 'pipes.undo',
    title: messages.undoCommand,
    icon: 'undo',
    when: (state) => {
      const { incident } = selectPipes(state);
      return (
        state.clock.mode === 'live' &&
        incident !== undefined &&
        undoOf(incident.steps) !== undefined
      );
    },
    run: undo,
  },
  {
    id: 'pipes.underground',
    title: messages.undergroundCommand,
    icon: 'x-ray',
    shortcut: 'Y',
    when: hasNetworks,
    run: (store) => {
      const at = undergroundViews.indexOf(selectPipes(store.getState()).look.underground);
      const next = undergroundViews[(at + 1) % undergroundViews.length] ?? 'xray';
      changeLook(store, { underground: next });
    },
  },
  {
    id: 'pipes.close-tool',
    title: messages.toolCommand,
    icon: 'arrow-left',
    when: (state) => selectPipes(state).tool !== '',
    run: (store) => openTool(store, ''),
  },
];

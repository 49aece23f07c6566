// What can be done with a flood by key, menu or palette.

import type { Command } from '#store/command.ts';
import type { AppState } from '#store/store.ts';
import { openCard } from '#store/workbench.ts';
import { FLOOD, type FloodColouring, floodColourings, isOfEnsemble } from '../contract.ts';
import { messages } from '../messages.ts';
import { changeLook, openTool, selectFlood } from '../state.ts';
import { followLatest, shownRunOf } from './clock.ts';
import { startDrawing } from './draw.ts';
import { setWanted } from './runs.ts';

const hasGround = ({ city }: AppState) =>
  city?.manifest.layers.some((layer) => layer.kind === 'terrain' && layer.grid !== undefined) ===
  true;

const isGoing = (state: AppState) => {
  const run = shownRunOf(state);
  const phase = run && selectFlood(state).status[run.id]?.phase;
  return run !== undefined && run.wanted !== 'stop' && phase !== 'done' && phase !== 'failed';
};

/** Colourings that need nothing but the run itself. */
const plain: readonly FloodColouring[] = floodColourings.filter(
  (one) => one !== 'difference' && !isOfEnsemble(one),
);

export const commands: readonly Command[] = [
  {
    id: 'flood.open',
    title: messages.openCommand,
    icon: 'wave',
    shortcut: 'Q',
    when: hasGround,
    run: (store) => openCard(store, FLOOD),
  },
  {
    id: 'flood.forecast',
    title: messages.forecastCommand,
    icon: 'trend-up',
    when: hasGround,
    run: (store) => {
      openCard(store, FLOOD);
      openTool(store, 'forecast');
    },
  },
  {
    id: 'flood.pause',
    title: messages.pauseCommand,
    icon: 'pause',
    shortcut: '.',
    when: isGoing,
    run: (store) => {
      const run = shownRunOf(store.getState());
      if (run) setWanted(store, run.id, run.wanted === 'go' ? 'pause' : 'go');
    },
  },
  {
    id: 'flood.barrier',
    title: messages.drawBarrier,
    icon: 'shield',
    shortcut: 'Shift+Q',
    when: (state) => shownRunOf(state) !== undefined,
    run: (store) => {
      const into = isGoing(store.getState()) ? 'run' : 'what-if';
      startDrawing(store, 'barrier', { into });
      openCard(store, FLOOD);
    },
  },
  {
    id: 'flood.latest',
    title: messages.latestCommand,
    icon: 'live',
    when: (state) => shownRunOf(state) !== undefined && !selectFlood(state).followsRun,
    run: (store) => followLatest(store, Date.now()),
  },
  {
    id: 'flood.colouring',
    title: messages.lookCommand,
    icon: 'palette',
    when: (state) => shownRunOf(state) !== undefined,
    run: (store) => {
      const at = plain.indexOf(selectFlood(store.getState()).look.colouring);
      changeLook(store, { colouring: plain[(at + 1) % plain.length] ?? 'depth' });
    },
  },
  {
    id: 'flood.stop',
    title: messages.stopCommand,
    icon: 'square',
    when: isGoing,
    run: (store) => {
      const run = shownRunOf(store.getState());
      if (run) setWanted(store, run.id, 'stop');
    },
  },
  {
    id: 'flood.close-tool',
    title: messages.closeTool,
    icon: 'arrow-left',
    when: (state) => selectFlood(state).tool !== '',
    run: (store) => openTool(store, ''),
  },
];

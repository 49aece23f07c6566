// What can be done with a fire by key, menu or palette.

import type { Command } from '#store/command.ts';
import type { AppState, AppStore } from '#store/store.ts';
import { openCard } from '#store/workbench.ts';
import { FIRE } from '../contract.ts';
import { windAtTime } from '../kernel/wind-at-time.ts';
import { commandMessages as messages } from '../messages/commands.ts';
import { openTool, selectFire } from '../state.ts';
import { backToLive, isPlaying, pause, play, shownFireOf, timeOf } from './clock.ts';
import { hideFire, ignite, whatIf } from './fires.ts';
import { beginPointing } from './pointing.ts';
import { defend, igniteMore, turnWind, undo } from './steer.ts';

/** One press of a key turns the wind by so much: half of a point of the compass rose of eight. */
const TURN_RAD = Math.PI / 8;

const hasBuildings = ({ city }: AppState) =>
  city?.manifest.layers?.some(({ kind }) => kind === 'buildings') === true;
const hasFire = (state: AppState) => shownFireOf(state) !== undefined;
const hasSelected = (state: AppState) => selectFire(state).selected.length > 0;

/** Lights the first fire, or another one in the fire that is shown. */
export function igniteSelected(store: AppStore): void {
  const state = store.getState();
  const { selected } = selectFire(state);
  if (hasFire(state)) igniteMore(store, selected);
  else ignite(store, selected);
}

export function defendSelected(store: AppStore): void {
  const { selected } = selectFire(store.getState());
  const [first] = selected;
  if (!first) return;
  const more = selected.length > 1 ? ` +${selected.length - 1}` : '';
  defend(store, selected, `${first.name}${more}`);
}

export function turnBy(store: AppStore, byRad: number): void {
  const state = store.getState();
  const fire = shownFireOf(state);
  if (!fire) return;
  const { speedMs, fromRad } = windAtTime(fire.wind, timeOf(state) ?? 0);
  turnWind(store, { speedMs, fromRad: (fromRad + byRad + 2 * Math.PI) % (2 * Math.PI) });
}

export const commands: readonly Command[] = [
  {
    ...{ id: 'fire.open', title: messages.open, icon: 'flame', shortcut: 'Shift+F' },
    when: hasBuildings,
    run: (store) => openCard(store, FIRE),
  },
  {
    ...{ id: 'fire.ignite', title: messages.ignite, icon: 'flame', shortcut: 'Shift+X' },
    when: hasSelected,
    run: igniteSelected,
  },
  {
    ...{ id: 'fire.ignite-alarmed', title: messages.alarmed, icon: 'alarm-ringing' },
    when: (state) => !hasFire(state) && selectFire(state).alarmed.length > 0,
    run: (store) => {
      const [worst] = selectFire(store.getState()).alarmed;
      if (worst) ignite(store, worst.building);
    },
  },
  {
    ...{ id: 'fire.play', title: messages.play, icon: 'play', shortcut: 'Shift+V' },
    when: hasFire,
    run: (store) => (isPlaying(store.getState()) ? pause(store) : play(store)),
  },
  {
    ...{ id: 'fire.live', title: messages.live, icon: 'live' },
    when: (state) => hasFire(state) && state.clock.mode === 'set',
    run: (store) => backToLive(store, Date.now()),
  },
  {
    ...{ id: 'fire.wind-left', title: messages.turnLeft, icon: 'wind', shortcut: 'Shift+N' },
    when: hasFire,
    run: (store) => turnBy(store, -TURN_RAD),
  },
  {
    ...{ id: 'fire.wind-right', title: messages.turnRight, icon: 'wind', shortcut: 'Shift+R' },
    when: hasFire,
    run: (store) => turnBy(store, TURN_RAD),
  },
  {
    ...{ id: 'fire.defend', title: messages.defend, icon: 'shield', shortcut: 'Shift+G' },
    when: (state) => hasFire(state) && hasSelected(state),
    run: defendSelected,
  },
  {
    ...{ id: 'fire.defend-block', title: messages.defendBlock, icon: 'area' },
    when: hasFire,
    run: (store) => pointFor(store, 'defence'),
  },
  {
    ...{ id: 'fire.engine', title: messages.engine, icon: 'fire-engine', shortcut: 'Shift+T' },
    when: hasFire,
    run: (store) => pointFor(store, 'engine'),
  },
  {
    ...{ id: 'fire.what-if', title: messages.whatIf, icon: 'compare', shortcut: 'Shift+C' },
    when: hasFire,
    run: (store) => {
      whatIf(store);
    },
  },
  {
    ...{ id: 'fire.undo', title: messages.undo, icon: 'undo', shortcut: 'Shift+Z' },
    when: (state) => {
      const { past, shown } = selectFire(state);
      return (past[shown]?.length ?? 0) > 0;
    },
    run: undo,
  },
  {
    ...{ id: 'fire.hide', title: messages.hide, icon: 'eye-off' },
    when: hasFire,
    run: hideFire,
  },
  {
    ...{ id: 'fire.close-tool', title: messages.closeTool, icon: 'arrow-left' },
    when: (state) => selectFire(state).tool !== '',
    run: (store) => openTool(store, ''),
  },
];

function pointFor(store: AppStore, thing: 'defence' | 'engine'): void {
  openCard(store, FIRE);
  beginPointing(store, thing);
}

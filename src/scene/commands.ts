import { fromDegrees, metres, radians } from '#model/units.ts';
import { type CameraPose, flyTo } from '#store/camera.ts';
import type { Command } from '#store/command.ts';
import type { AppState, AppStore } from '#store/store.ts';
import { approach, homeView, turnAbout } from './camera-pose.ts';
import { sceneSlice, setHistory } from './state.ts';
import { step } from './view-history.ts';

const STRAIGHT_DOWN = fromDegrees(-90);

/** What a person can tell the globe from the keyboard, a menu or the palette. */
export const sceneCommands: readonly Command[] = [
  {
    id: 'view.north',
    title: { en: 'Turn north up', zh: '正北朝上' },
    icon: 'compass',
    shortcut: 'N',
    run: (store) => fly(store, turnAbout(pose(store), ground(store), { heading: radians(0) })),
  },
  {
    id: 'view.top',
    title: { en: 'Look straight down', zh: '俯视' },
    icon: 'view-top',
    shortcut: 'U',
    run: (store) => fly(store, turnAbout(pose(store), ground(store), { pitch: STRAIGHT_DOWN })),
  },
  {
    id: 'view.home',
    title: { en: 'Reset the view', zh: '重置视图' },
    icon: 'home',
    shortcut: 'R',
    when: ({ city }) => city !== undefined,
    run: (store) => {
      const { city } = store.getState();
      if (city) fly(store, homeView(city.manifest));
    },
  },
  {
    id: 'view.back',
    title: { en: 'Previous view', zh: '上一视图' },
    icon: 'arrow-left',
    shortcut: '[',
    when: (state) => canStep(state, -1),
    run: (store) => stepHistory(store, -1),
  },
  {
    id: 'view.forward',
    title: { en: 'Next view', zh: '下一视图' },
    icon: 'arrow-right',
    shortcut: ']',
    when: (state) => canStep(state, 1),
    run: (store) => stepHistory(store, 1),
  },
  {
    id: 'view.nearer',
    title: { en: 'Zoom in', zh: '放大' },
    icon: 'plus',
    shortcut: '=',
    run: (store) => fly(store, approach(pose(store), ground(store), 0.5), 0.4),
  },
  {
    id: 'view.farther',
    title: { en: 'Zoom out', zh: '缩小' },
    icon: 'minus',
    shortcut: '-',
    run: (store) => fly(store, approach(pose(store), ground(store), 2), 0.4),
  },
];

const fly = (store: AppStore, to: CameraPose, durationS = 0.8) => flyTo(store, to, durationS);

/** Where the eye goes while it flies, so that two presses in a row add up. */
function pose(store: AppStore): CameraPose {
  const { camera } = store.getState();
  return camera.flight?.to ?? camera;
}

const ground = (store: AppStore) => metres(store.getState().city?.manifest.heightM[0] ?? 0);

const canStep = (state: AppState, by: -1 | 1) => {
  const { history } = sceneSlice.select(state);
  return step(history, by) !== history;
};

function stepHistory(store: AppStore, by: -1 | 1): void {
  const history = step(sceneSlice.select(store.getState()).history, by);
  const view = history.views[history.at];
  setHistory(store, history);
  if (view) fly(store, view);
}

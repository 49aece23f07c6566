import type { Feature } from '#features/feature.ts';
import type { AppState } from '#store/store.ts';
import { messages } from './messages.ts';
import {
  citySlice,
  colourCity,
  hide,
  idsOfSelected,
  selectCity,
  setXray,
  showAll,
} from './state.ts';

const isOpen = ({ city }: AppState) => city !== undefined;

export const city: Feature = {
  id: citySlice.id,
  name: messages.name,
  summary: messages.summary,
  icon: 'buildings',
  isAvailable: ({ layers }) => layers.some(({ kind }) => kind === 'buildings'),
  slice: citySlice,
  layer: () => import('./layer.ts'),
  session: () => import('./session.ts'),
  panel: () => import('./panel.tsx'),
  inspector: () => import('./inspector.tsx'),
  commands: [
    {
      id: 'city.hide-selected',
      title: messages.hideSelected,
      icon: 'eye-off',
      shortcut: 'H',
      when: (state) => idsOfSelected(state).length > 0,
      run: (store) => {
        hide(store, idsOfSelected(store.getState()));
        store.setState(({ selection }) => ({
          selection: selection.filter(({ feature }) => feature !== citySlice.id),
        }));
      },
    },
    {
      id: 'city.show-all',
      title: messages.showAll,
      icon: 'eye',
      shortcut: 'Shift+H',
      when: (state) => selectCity(state).hidden.length > 0,
      run: showAll,
    },
    {
      id: 'city.xray',
      title: messages.xray,
      icon: 'x-ray',
      shortcut: 'X',
      when: isOpen,
      run: (store) => setXray(store, !selectCity(store.getState()).xray),
    },
    {
      id: 'city.clear-colours',
      title: messages.clearColours,
      icon: 'palette',
      when: (state) => selectCity(state).colourBy !== undefined,
      run: (store) => colourCity(store, undefined),
    },
  ],
};

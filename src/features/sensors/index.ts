import type { Feature } from '#features/feature.ts';
import { SENSORS } from './contract.ts';
import { messages } from './messages.ts';
import {
  acknowledge,
  alarmsOfSelected,
  ask,
  clearFilter,
  isFiltering,
  openAlarmList,
  selectSensors,
  sensorsSlice,
} from './state.ts';

export const sensors: Feature = {
  id: SENSORS,
  name: messages.name,
  summary: messages.summary,
  icon: 'sensor',
  isAvailable: ({ layers }) => layers.some(({ kind }) => kind === 'sensors'),
  slice: sensorsSlice,
  layer: () => import('./layer.ts'),
  session: () => import('./session.ts'),
  panel: () => import('./panel.tsx'),
  timePanel: () => import('./panel/time.tsx'),
  inspector: () => import('./inspector.tsx'),
  bar: () => import('./panel/bar.tsx'),
  commands: [
    {
      id: 'sensors.next-alarm',
      title: messages.nextAlarm,
      icon: 'alarm-ringing',
      shortcut: 'J',
      when: (state) => selectSensors(state).report.alarms.length > 0,
      run: (store) => ask(store, { id: 'next-alarm', kind: 'next-alarm' }),
    },
    {
      id: 'sensors.alarms',
      title: messages.showAlarms,
      icon: 'alarm',
      shortcut: 'Shift+J',
      when: ({ city }) => city !== undefined,
      run: (store) => openAlarmList(store, true),
    },
    {
      id: 'sensors.acknowledge',
      title: messages.acknowledgeSelected,
      icon: 'check',
      shortcut: 'K',
      when: (state) => alarmsOfSelected(state).length > 0,
      run: (store) => acknowledge(store, alarmsOfSelected(store.getState())),
    },
    {
      id: 'sensors.building',
      title: messages.buildingOfSelected,
      icon: 'building',
      shortcut: ',',
      when: ({ selection }) => selection.length === 1 && selection[0]?.feature === SENSORS,
      run: (store) => ask(store, { id: 'select-building', kind: 'select-building' }),
    },
    {
      id: 'sensors.compare',
      title: messages.compareSelected,
      icon: 'line-chart',
      shortcut: 'Shift+K',
      when: ({ selection }) => selection.some(({ feature }) => feature === SENSORS),
      run: (store) => ask(store, { id: 'compare', kind: 'compare-selected' }),
    },
    {
      id: 'sensors.clear-filter',
      title: messages.clearFilterCommand,
      icon: 'filter-off',
      when: (state) => isFiltering(selectSensors(state).filter),
      run: clearFilter,
    },
  ],
};

// What can be begun at a place of the globe: from the menu of a right click or a long press.

import type { Geodetic } from '#model/position.ts';
import type { PlaceAct } from '#store/command.ts';
import { select } from '#store/selection.ts';
import type { AppState } from '#store/store.ts';
import { openTab } from '#store/workbench.ts';
import type { PlaceDeg } from '../contract.ts';
import { messages } from '../messages.ts';
import { beginAt } from './begin-at.ts';
import { shownRunOf } from './clock.ts';
import { toSelectedThing } from './selected.ts';

const toPlace = ({ longitude, latitude }: Geodetic): PlaceDeg => [
  (longitude * 180) / Math.PI,
  (latitude * 180) / Math.PI,
];

const hasRun = (state: AppState) => shownRunOf(state) !== undefined;

export const here: readonly PlaceAct[] = [
  {
    ...{ id: 'flood.water-here', title: messages.waterHere, icon: 'wave', when: hasRun },
    run: (store, place) => {
      select(store, [toSelectedThing({ kind: 'place', place: toPlace(place) })]);
      openTab(store, 'inspector');
    },
  },
  {
    ...{ id: 'flood.breach-here', title: messages.breachHere, icon: 'slash' },
    run: (store, place) => beginAt(store, 'breach', toPlace(place)),
  },
  {
    ...{ id: 'flood.source-here', title: messages.sourceHere, icon: 'droplet' },
    run: (store, place) => beginAt(store, 'inflow', toPlace(place)),
  },
  {
    ...{ id: 'flood.storm-here', title: messages.stormHere, icon: 'rain' },
    run: (store, place) => beginAt(store, 'rain', toPlace(place)),
  },
  {
    ...{ id: 'flood.dam-here', title: messages.damHere, icon: 'mountain' },
    run: (store, place) => beginAt(store, 'dam-break', toPlace(place)),
  },
  {
    ...{ id: 'flood.burst-here', title: messages.burstHere, icon: 'pipe' },
    run: (store, place) => beginAt(store, 'burst', toPlace(place)),
  },
];

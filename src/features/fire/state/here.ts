// What can be done at a place of the globe: from the menu of a right click or a long press.

import type { Geodetic } from '#model/position.ts';
import { toDegrees } from '#model/units.ts';
import type { PlaceAct } from '#store/command.ts';
import { showLayer } from '#store/layers.ts';
import type { AppState, AppStore } from '#store/store.ts';
import { openCard } from '#store/workbench.ts';
import { FIRE, type PlaceDeg } from '../contract.ts';
import { commandMessages as messages } from '../messages/commands.ts';
import { shownFireOf } from './clock.ts';
import { type PointedThing, pointAt } from './pointing.ts';

const toPlace = ({ longitude, latitude }: Geodetic): PlaceDeg => [
  toDegrees(longitude),
  toDegrees(latitude),
];

const hasBuildings = ({ city }: AppState) =>
  city?.manifest.layers.some(({ kind }) => kind === 'buildings') === true;
const hasFire = (state: AppState) => shownFireOf(state) !== undefined;

const pointed = (thing: PointedThing) => (store: AppStore, place: Geodetic) => {
  showLayer(store, FIRE, true);
  openCard(store, FIRE);
  pointAt(store, thing, toPlace(place));
};

export const here: readonly PlaceAct[] = [
  {
    ...{ id: 'fire.ignite-here', title: messages.igniteHere, icon: 'flame', when: hasBuildings },
    run: pointed('ignition'),
  },
  {
    ...{ id: 'fire.engine-here', title: messages.engineHere, icon: 'fire-engine', when: hasFire },
    run: pointed('engine'),
  },
  {
    ...{ id: 'fire.release-here', title: messages.releaseHere, icon: 'cloud', when: hasBuildings },
    run: pointed('release'),
  },
];

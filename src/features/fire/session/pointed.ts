// What becomes of places that were pointed at: a building on fire, an engine, a block that is kept wet.

import type { SessionContext } from '#features/feature.ts';
import type { Text } from '#model/text.ts';
import { notify } from '#store/workbench.ts';
import type { BuildingRef, PlaceDeg } from '../contract.ts';
import { nearestBuilding } from '../kernel/nearest-building.ts';
import { sessionMessages as messages } from '../messages/session.ts';
import { shownFireOf } from '../state/clock.ts';
import { ignite } from '../state/fires.ts';
import { onPointed } from '../state/pointing.ts';
import { addEngine, defend, igniteMore } from '../state/steer.ts';
import { findInRing, squareAround, toRef } from './building-refs.ts';

/** Around the pointed place: the middle of a hall that one means may be so far away. */
const SEARCH_M = 90;

export function makePointed(context: SessionContext, signal: AbortSignal): () => void {
  const { store } = context;

  const say = (text: Text) => notify(store, { id: 'fire/pointed', tone: 'warning', text });
  const failed = (error: unknown) => {
    if (signal.aborted) return;
    say(messages.notFound(error instanceof Error ? error.message : String(error)));
  };

  async function buildingAt(place: PlaceDeg): Promise<BuildingRef | undefined> {
    const { buildings } = await findInRing(context, squareAround(place, SEARCH_M), signal);
    const found = nearestBuilding(buildings, place);
    return found && toRef(found);
  }

  async function igniteAt(place: PlaceDeg): Promise<void> {
    const building = await buildingAt(place);
    if (signal.aborted) return;
    if (!building) return say(messages.noBuilding);
    if (shownFireOf(store.getState())) igniteMore(store, [building]);
    else ignite(store, building);
  }

  async function defendInside(ring: readonly PlaceDeg[]): Promise<void> {
    const { buildings, inAll } = await findInRing(context, ring, signal);
    if (signal.aborted) return;
    if (buildings.length === 0) return say(messages.noBuildings);
    if (buildings.length < inAll) say(messages.tooMany(buildings.length, inAll));
    defend(store, buildings.map(toRef), inWords(messages.block(buildings.length)));
  }
  const inWords = (text: Text) => text[store.getState().preferences.language];

  const ends = [
    onPointed(store, 'ignition', ({ points }) => {
      if (points[0]) igniteAt(points[0]).catch(failed);
    }),
    onPointed(store, 'defence', ({ points }) => {
      defendInside(points).catch(failed);
    }),
    onPointed(store, 'engine', ({ points: [at] }) => {
      const fire = shownFireOf(store.getState());
      if (!at || !fire) return say(messages.noFire);
      addEngine(store, { name: inWords(messages.engine(fire.engines.length + 1)), at });
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

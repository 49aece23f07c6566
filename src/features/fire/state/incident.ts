import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import { change } from './change.ts';
import { fireOf } from './clock.ts';

/** Makes an incident of a fire; from now on what is done to it is noted. One at a time. */
export function openIncidentOf(store: AppStore, scenario: string): void {
  if (!fireOf(store.getState(), scenario)) return;
  change(store, ({ incident }) =>
    incident?.scenario === scenario ? {} : { incident: { scenario, key: newId() } },
  );
}

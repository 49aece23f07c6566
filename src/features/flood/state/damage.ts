import type { AppStore } from '#store/store.ts';
import type { DamageTable } from '../contract/impact.ts';
import { change } from './change.ts';

/** Damage of every run is counted by this table; undefined: the one that Panopolis comes with. */
export const setDamageTable = (store: AppStore, damage: DamageTable | undefined): void =>
  change(store, () => ({ damage }));

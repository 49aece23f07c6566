import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import type { PlaceDeg } from '../contract.ts';
import { change } from './change.ts';

/** Says the id of the gauge, or of the section where the line has more points than one. */
export function addGauge(store: AppStore, name: string, line: readonly PlaceDeg[]): string {
  const gauge = { id: newId(), name, line };
  change(store, ({ gauges }) => ({ gauges: [...gauges, gauge] }));
  return gauge.id;
}

export const renameGauge = (store: AppStore, id: string, name: string) =>
  change(store, ({ gauges }) => ({
    gauges: gauges.map((gauge) => (gauge.id === id ? { ...gauge, name } : gauge)),
  }));

export const removeGauge = (store: AppStore, id: string) =>
  change(store, ({ gauges }) => ({ gauges: gauges.filter((gauge) => gauge.id !== id) }));

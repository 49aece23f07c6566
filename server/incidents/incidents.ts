// Incidents at work: what is written, and who is told of work in the field.

import type { FieldAction, Incident, NewEntry, NewIncident } from '#contract/incident.ts';
import { createListeners } from '../intake/listeners.ts';
import type { FieldEvent, FieldWork } from '../sources/source.ts';
import type { Database } from '../storage/database.ts';
import {
  type Appended,
  appendEntry,
  listDrills,
  listFieldActions,
  openIncident,
} from './incident-records.ts';

export interface Incidents {
  open(
    incident: NewIncident & { readonly data: Record<string, unknown> },
  ): Promise<{ readonly incident: Incident; readonly isNew: boolean }>;
  append(id: number, entry: NewEntry): Promise<Appended>;
  /** What is done in the field of a city, for the source of its readings. */
  fieldWork(city: string): FieldWork;
}

export function createIncidents(database: Database, report: (sentence: string) => void): Incidents {
  const changed = createListeners<string>(report);
  return {
    async open(incident) {
      const opened = await openIncident(database, incident);
      if (opened.isNew && incident.kind === 'drill') changed.tell(incident.city);
      return opened;
    },
    async append(id, entry) {
      const appended = await appendEntry(database, id, entry);
      if (appended.kind === 'written' && entry.action) changed.tell(appended.city);
      return appended;
    },
    fieldWork: (city) => ({
      list: async () =>
        mergeByTime(await listFieldActions(database, city), await listDrills(database, city)),
      watch: (listener) =>
        changed.add((other) => {
          if (other === city) listener();
        }),
    }),
  };
}

function mergeByTime(
  actions: readonly { readonly atMs: number; readonly action: FieldAction }[],
  drills: readonly { readonly atMs: number; readonly seed: number }[],
): FieldEvent[] {
  return [
    ...actions.map(({ atMs, action }): FieldEvent => ({ kind: 'action', atMs, action })),
    ...drills.map(({ atMs, seed }): FieldEvent => ({ kind: 'drill', atMs, seed })),
  ].sort((a, b) => a.atMs - b.atMs);
}

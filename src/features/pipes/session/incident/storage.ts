// The incidents of one city as this browser keeps them, and what of them the server has.

import type { BurstIncident } from '../../contract/burst.ts';
import { parseIncident } from '../../state/shared.ts';

export interface StoredIncident {
  readonly incident: BurstIncident;
  /** Its number on the server; undefined while it is not there. */
  readonly number: number | undefined;
  /** How many of its steps the server has, from the first. */
  readonly sent: number;
}

export type IncidentStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The latest of a city; older ones that the server has make room. */
const MOST = 30;
const keyOf = (city: string) => `panopolis.pipe-incidents.${city}`;

/** The browser's; undefined where it gives none. */
export function findStorage(): IncidentStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

export function readStored(storage: IncidentStorage | undefined, city: string): StoredIncident[] {
  try {
    const read: unknown = JSON.parse(storage?.getItem(keyOf(city)) ?? '[]');
    return Array.isArray(read) ? read.flatMap((one) => parseStored(one) ?? []) : [];
  } catch {
    return [];
  }
}

function parseStored(value: unknown): StoredIncident | undefined {
  if (typeof value !== 'object' || value === null || !('incident' in value)) return undefined;
  const incident = parseIncident(value.incident);
  if (!incident) return undefined;
  const read = (name: 'number' | 'sent') => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'number' && Number.isInteger(found) ? found : undefined;
  };
  return { incident, number: read('number'), sent: read('sent') ?? 0 };
}

/** False where the browser keeps nothing: storage is full or switched off. */
export function writeStored(
  storage: IncidentStorage | undefined,
  city: string,
  all: readonly StoredIncident[],
): boolean {
  try {
    storage?.setItem(keyOf(city), JSON.stringify(all.slice(-MOST)));
    return storage !== undefined;
  } catch {
    return false;
  }
}

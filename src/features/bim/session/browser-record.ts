// A record that this browser keeps of one city for the next visit; what it can't keep or read is as if nothing was kept.

import * as v from 'valibot';

export type RecordStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's; undefined where it gives none. */
export function findStorage(): RecordStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

export interface BrowserRecord<Value> {
  /** By the entry's id; empty where nothing was kept, or storage is switched off. */
  read(storage: RecordStorage | undefined, city: string): ReadonlyMap<string, Value>;
  write(
    storage: RecordStorage | undefined,
    city: string,
    entries: ReadonlyMap<string, Value>,
  ): void;
}

/** `name`: what is kept, such as `bim-places`. */
export function defineRecord<Value>(
  name: string,
  schema: v.GenericSchema<unknown, Value>,
): BrowserRecord<Value> {
  const keyOf = (city: string) => `panopolis.${name}.${city}`;
  const entries = v.record(v.string(), schema);
  return {
    read(storage, city) {
      try {
        const text = storage?.getItem(keyOf(city));
        const read = v.safeParse(entries, text ? JSON.parse(text) : {});
        return new Map(read.success ? Object.entries(read.output) : []);
      } catch {
        return new Map();
      }
    },
    write(storage, city, kept) {
      try {
        if (kept.size > 0) storage?.setItem(keyOf(city), JSON.stringify(Object.fromEntries(kept)));
        else storage?.removeItem(keyOf(city));
      } catch {
        // Storage is full or switched off: it holds for this visit.
      }
    },
  };
}

// What elements are called in their network: by name where it is theirs alone, else with their GlobalId. Neither
// changes with the next export.

import type { RawAttributes } from '../imported-network.ts';
import type { SystemStops } from './find-stops.ts';
import type { IfcSource } from './ifc-source.ts';
import { predefinedType } from './roles.ts';
import type { Stop } from './stops.ts';
import type { IfcSystem } from './systems.ts';

export interface ElementName {
  readonly id: string;
  /** `#1478` in the file. */
  readonly at: string;
  readonly raw?: RawAttributes;
}

export interface ElementWords {
  readonly of: (element: number) => ElementName;
  /** Of a place where ports are joined, or an open end. */
  readonly ofStop: (stop: Stop) => ElementName;
}

const GLOBAL_ID = 0;
const NAME = 2;
const TAG = 7;

export function createElementWords(
  source: IfcSource,
  system: IfcSystem,
  found: SystemStops,
): ElementWords {
  const elements = [found.segments, found.hubs, found.valves, found.devices].flatMap((list) =>
    list.map(({ element }) => element),
  );
  const counts = new Map<string, number>();
  for (const element of elements) {
    const name = source.textAt(element, NAME);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const idOf = (element: number) => {
    const [name, globalId] = [source.textAt(element, NAME), source.textAt(element, GLOBAL_ID)];
    if (name === '') return globalId || `#${element}`;
    return counts.get(name) === 1 ? name : `${name} ${globalId || `#${element}`}`;
  };
  return {
    of: (element) => ({
      id: idOf(element),
      at: `#${element}`,
      raw: rawOf(source, system, element),
    }),
    ofStop: ({ port, owner, alongM }) =>
      port
        ? { id: source.textAt(port.id, GLOBAL_ID) || `#${port.id}`, at: `#${port.id}` }
        : { id: `${idOf(owner)}:${alongM === 0 ? 'start' : 'end'}`, at: `#${owner}` },
  };
}

function rawOf(source: IfcSource, system: IfcSystem, element: number): RawAttributes {
  const said = {
    Class: source.model.classes.nameOf(source.typeOf(element)),
    GlobalId: source.textAt(element, GLOBAL_ID),
    Name: source.textAt(element, NAME),
    Tag: source.textAt(element, TAG),
    PredefinedType: predefinedType(source, element),
    Type: source.textAt(source.typeObjectOf(element), NAME),
    System: system.title,
    Material: source.materialOf(element),
    ...Object.fromEntries(source.propertiesOf(element)),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}

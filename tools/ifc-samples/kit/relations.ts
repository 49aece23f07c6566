// What belongs to what: gathered while a model is built, written at its end with one relation for each relating
// object, as exporters do.

import type { Ref, Value } from '../step/step-file.ts';

/** IFC relations that one object has with many. */
export type RelationKind =
  | 'IFCRELAGGREGATES'
  | 'IFCRELNESTS'
  | 'IFCRELCONTAINEDINSPATIALSTRUCTURE'
  | 'IFCRELDEFINESBYTYPE'
  | 'IFCRELDEFINESBYPROPERTIES'
  | 'IFCRELASSOCIATESMATERIAL'
  | 'IFCRELASSOCIATESCLASSIFICATION'
  | 'IFCRELASSOCIATESDOCUMENT'
  | 'IFCRELASSIGNSTOGROUP'
  | 'IFCRELSERVICESBUILDINGS';

/** Where the relating object stands among a relation's own values. */
const order: Readonly<Record<RelationKind, (one: Ref, many: readonly Ref[]) => Value[]>> = {
  IFCRELAGGREGATES: (one, many) => [one, many],
  IFCRELNESTS: (one, many) => [one, many],
  IFCRELCONTAINEDINSPATIALSTRUCTURE: (one, many) => [many, one],
  IFCRELDEFINESBYTYPE: (one, many) => [many, one],
  IFCRELDEFINESBYPROPERTIES: (one, many) => [many, one],
  IFCRELASSOCIATESMATERIAL: (one, many) => [many, one],
  IFCRELASSOCIATESCLASSIFICATION: (one, many) => [many, one],
  IFCRELASSOCIATESDOCUMENT: (one, many) => [many, one],
  IFCRELASSIGNSTOGROUP: (one, many) => [many, undefined, one],
  IFCRELSERVICESBUILDINGS: (one, many) => [one, many],
};

export interface Relations {
  relate(kind: RelationKind, one: Ref, key: string, ...many: readonly Ref[]): void;
  /** `write` gets kind, key and the relation's own values. */
  flush(write: (kind: RelationKind, key: string, values: Value[]) => void): void;
}

export function createRelations(): Relations {
  const gathered = new Map<string, { kind: RelationKind; one: Ref; key: string; many: Ref[] }>();
  return {
    relate(kind, one, key, ...many) {
      const name = `${kind} ${one.id}`;
      const entry = gathered.get(name) ?? { kind, one, key, many: [] };
      entry.many.push(...many);
      gathered.set(name, entry);
    },
    flush(write) {
      for (const { kind, one, key, many } of gathered.values()) {
        const listed = many.filter((ref, at) => many.findIndex(({ id }) => id === ref.id) === at);
        write(kind, key, order[kind](one, listed));
      }
    },
  };
}
